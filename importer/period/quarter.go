// Package period knows the calendar of the field: quarters, dates in all their
// spellings, due phrases and reporting deadlines. It reads words and gives values; it
// never asks the clock.
package period

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Quarter is a quarter of a year. N is 1 to 4; a zero N is no quarter, a zero Year with
// an N is a quarter whose year was not said.
type Quarter struct{ Year, N int }

// IsZero reports whether q names no quarter.
func (q Quarter) IsZero() bool { return q.N == 0 }

// String returns "2021Q1", "" for no quarter.
func (q Quarter) String() string {
	if q.IsZero() {
		return ""
	}
	if q.Year < 1000 || q.Year > 9999 {
		return fmt.Sprintf("%04dQ%d", q.Year, q.N)
	}
	return strconv.Itoa(q.Year) + "Q" + strconv.Itoa(q.N) // asked for with every row
}

// Short returns 第一季度.
func (q Quarter) Short() string {
	if q.N < 1 || q.N > 4 {
		return ""
	}
	return "第" + string([]rune("一二三四")[q.N-1]) + "季度"
}

// Label returns 2021年第一季度.
func (q Quarter) Label() string {
	if q.Year == 0 {
		return q.Short()
	}
	return fmt.Sprintf("%d年%s", q.Year, q.Short())
}

// First returns the first day of the quarter.
func (q Quarter) First() Date { return Date{q.Year, q.N*3 - 2, 1} }

// Last returns the last day of the quarter.
func (q Quarter) Last() Date { return Date{q.Year, q.N * 3, daysIn(q.Year, q.N*3)} }

// Compare orders quarters in time.
func (q Quarter) Compare(o Quarter) int { return (q.Year*4 + q.N) - (o.Year*4 + o.N) }

// Before reports whether q ends before o begins.
func (q Quarter) Before(o Quarter) bool { return q.Compare(o) < 0 }

// Next returns the quarter after q.
func (q Quarter) Next() Quarter {
	if q.N == 4 {
		return Quarter{q.Year + 1, 1}
	}
	return Quarter{q.Year, q.N + 1}
}

// Until returns the quarters of q's year from the first to q itself.
func (q Quarter) Until() []Quarter {
	var qs []Quarter
	for n := 1; n <= q.N; n++ {
		qs = append(qs, Quarter{q.Year, n})
	}
	return qs
}

// ParseQuarter reads a quarter that stands alone: 2021Q4, 2021年第四季度, 四季度 (the year
// is then 0), 7-9月, or a bare 4. Spans (上半年, 全年) name no single quarter.
func ParseQuarter(s string) (Quarter, bool) {
	plain := read(s).plain
	if utf8.RuneCountInString(plain) == 1 && strings.Contains("1234一二三四", plain) {
		return Quarter{N: number(plain)}, true
	}
	if m := Mentions(plain); len(m) == 1 && m[0].Said == plain && !m[0].Span {
		return m[0].Quarter, true
	}
	return Quarter{}, false
}
