package period

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// reading is a text prepared for patterns: plain widths, no spaces (but one is kept
// between two digits, which it holds apart). It finds the way back to the words as they
// were written.
type reading struct {
	text  string // as written
	plain string
	at    []int // by byte of plain: where in text its character begins
}

func read(text string) reading {
	r := reading{text: text, at: make([]int, 0, len(text))}
	var b strings.Builder
	gap, last := false, rune(0)
	for i, c := range text {
		c = fold.Rune(c)
		switch {
		case c == 0:
			continue
		case c == ' ':
			gap = true
			continue
		case gap && isDigit(last) && isDigit(c):
			b.WriteByte(' ')
			r.at = append(r.at, i)
		}
		gap, last = false, c
		b.WriteRune(c)
		for range utf8.RuneLen(c) {
			r.at = append(r.at, i)
		}
	}
	r.plain = b.String()
	return r
}

// said returns the words as written that stand at plain[lo:hi].
func (r reading) said(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	start, last := r.at[lo], r.at[hi-1]
	_, size := utf8.DecodeRuneInString(r.text[last:])
	return r.text[start : last+size]
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// before and after return the character on either side of a match, 0 at the ends.
func before(s string, at int) rune {
	if at == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return r
}

func after(s string, at int) rune {
	if at == len(s) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}

// Patterns of numbers, for building expressions.
const (
	num      = `(\d{1,2}|[一二三四五六七八九十廿卅]{1,4})`
	fullYear = `(?:19|20)\d\d|(?:一九|二[〇零Oo0])[〇零Oo0一二三四五六七八九]{2}`
)

const ones = "〇一二三四五六七八九"

var longTens = strings.NewReplacer("廿", "二十", "卅", "三十")

// number reads a number of at most two digits, Arabic or Chinese (9, 九, 二十八, 廿八);
// 0 where it is none.
func number(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	s = longTens.Replace(s)
	tens, units, found := strings.Cut(s, "十")
	if !found {
		return digit(s)
	}
	t, u := 1, 0
	if tens != "" {
		if t = digit(tens); t == 0 {
			return 0
		}
	}
	if units != "" {
		if u = digit(units); u == 0 {
			return 0
		}
	}
	return t*10 + u
}

// digit reads one Chinese digit, 0 where s is none.
func digit(s string) int {
	if utf8.RuneCountInString(s) != 1 {
		return 0
	}
	return max(strings.Index(ones, s)/len("一"), 0)
}

// year reads 2021, 21, 99, 二一 or 二〇二一; 0 where s is empty.
func year(s string) int {
	n := 0
	for _, r := range s {
		d := max(strings.IndexRune(ones, r)/len("一"), 0)
		if isDigit(r) {
			d = int(r - '0')
		}
		n = n*10 + d
	}
	switch {
	case s == "" || n >= 100:
		return n
	case n >= 70:
		return 1900 + n
	}
	return 2000 + n
}
