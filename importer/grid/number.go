package grid

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"taizhang/importer/period"
)

// Date returns the day that a date-formatted number stands for. Where the format shows a
// year and a month only and the number is the month's first day, as a spreadsheet stores
// 2021年9月, it is the month's last day.
func (c Cell) Date() (period.Date, bool) {
	if c.Kind != Number || c.Format == "" {
		return period.Date{}, false
	}
	shows := DisplayOf(c.Format, c.Number)
	if !shows.Dated() || shows.clock() && c.Number < 1 {
		return period.Date{}, false
	}
	day, ok := period.FromSerial(c.Number, c.sheet != nil && c.sheet.from1904)
	if ok && day.Day == 1 && shows.wholeMonth() {
		day.Day = time.Date(day.Year, time.Month(day.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	return day, ok
}

// IsPercent reports whether a number is displayed as a percentage (0.855 as 86%). One that only
// has the sign written behind it (0"%" shows 85 as 85%) is none: it is what it says.
func (c Cell) IsPercent() bool {
	return c.Kind == Number && strings.Contains(c.Format, "%") && DisplayOf(c.Format, c.Number).Percent
}

// String returns the cell as a person would write it: a date as 2021-09-28 (a month alone
// as 2021年9月, a time of day as 14:30), a percentage as 85.5%, a number in its shortest
// notation, a number whose format says words, units or marks as it is shown, a text as it is.
func (c Cell) String() string {
	if c.Kind != Number || c.Format == "" {
		return c.Text
	}
	if text, ok := Shown(c.Format, c.Number); ok && text != "" {
		return text
	}
	shows := DisplayOf(c.Format, c.Number)
	if shows.Percent {
		return Decimal(shift(c.Number)) + "%"
	}
	if shows.clock() && c.Number >= 0 && c.Number < 1 {
		minutes := int(math.Round(c.Number * 24 * 60))
		return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
	}
	day, ok := c.Date()
	if !ok {
		return c.Text
	}
	if stored, _ := period.FromSerial(c.Number, c.sheet != nil && c.sheet.from1904); shows.wholeMonth() && stored.Day == 1 {
		return fmt.Sprintf("%d年%d月", day.Year, day.Month)
	}
	return day.String()
}

// shortMonth is a date typed as a number whose last zero is lost: 2021.10 becomes 2021.1,
// 9.30 becomes 9.3. It may be either, and is not guessed.
var shortMonth = regexp.MustCompile(`^(\d{4}\.[1]|\d{1,2}\.[123])$`)

// DateWords returns the words of a cell that is to be read as a day: a number with the decimals
// that its format writes, 2021.10 where 2021.1 stands under 0.00. ok is false where a number may
// have lost a zero, and nobody knows which day was typed: the words say both then, and are no day.
func (c Cell) DateWords() (words string, ok bool) {
	if c.Kind != Number {
		return c.String(), true
	}
	if _, dated := c.Date(); dated {
		return c.String(), true
	}
	if padded := c.Padded(); padded != c.Text && c.decimals() == 2 && shortMonth.MatchString(c.Text) {
		return padded, true
	}
	if shortMonth.MatchString(c.Text) {
		return c.Text + "（或" + c.Text + "0）", false
	}
	return c.String(), true
}

// shift multiplies by a hundred in decimal, so that 0.57 is 57 and not 56.99999999999999.
func shift(v float64) float64 {
	if f, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 14, 64), 64); err == nil {
		v = f
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	n, err := strconv.Atoi(exponent)
	if err != nil {
		return v * 100
	}
	f, err := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(n+2), 64)
	if err != nil {
		return v * 100
	}
	return f
}

// Decimal writes a number as a spreadsheet shows it: at most 15 digits, no exponent short
// of 21 places, so that 0.1+0.2 reads 0.3.
func Decimal(v float64) string {
	if v == math.Trunc(v) && v > -1e15 && v < 1e15 {
		return strconv.FormatInt(int64(v), 10)
	}
	if v >= 1e21 || v <= -1e21 {
		return strconv.FormatFloat(v, 'E', -1, 64)
	}
	if f, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 14, 64), 64); err == nil {
		v = f
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Canonical reports whether a stored number is already written as decimal writes it,
// which saves most cells the way there and back.
func Canonical(s string) bool {
	if len(s) == 0 || len(s) > 15 || len(s) > 1 && s[0] == '0' && s[1] != '.' {
		return false
	}
	point := -1
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case c == '.' && point < 0 && i > 0:
			point = i
		default:
			return false
		}
	}
	return point < 0 || s[len(s)-1] != '0' && point != len(s)-1
}

// Serial returns the serial number of an ISO date or time (2021-09-28, 2021-09-28T14:30:00).
func Serial(iso string, from1904 bool) (float64, bool) {
	iso = strings.TrimSuffix(strings.TrimSpace(iso), "Z")
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05"} {
		t, err := time.Parse(layout, iso)
		if err != nil {
			continue
		}
		start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if from1904 {
			start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		} else if t.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
			start = start.AddDate(0, 0, 1) // the 1900 system's 29 February is yet to come
		}
		days := t.Sub(start).Hours() / 24
		return days, days >= 0
	}
	return 0, false
}

// PutDate adds a date that is written out; one that can't be a serial number stays text.
func (d *Draft) PutDate(row, col int, iso, format string) {
	v, ok := Serial(iso, d.sheet.from1904)
	if !ok {
		d.PutText(row, col, strings.Clone(iso))
		return
	}
	if !DisplayOf(format, v).Dated() {
		format = "yyyy-mm-dd"
	}
	d.PutNumber(row, col, v, format)
}

// Digits reads a whole number that is written with digits only.
func Digits(s string) (int, bool) {
	if len(s) == 0 || len(s) > 18 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int(c)
	}
	return n, true
}

// ParseNumber reads a stored number. NaN and infinities are none.
func ParseNumber(s string) (float64, bool) {
	if n, ok := Digits(s); ok && len(s) < 16 {
		return float64(n), true
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// BoolText writes a truth as a spreadsheet does.
func BoolText(b bool) string {
	if b {
		return "TRUE"
	}
	return "FALSE"
}
