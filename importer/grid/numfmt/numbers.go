package numfmt

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Hundredfold multiplies by a hundred in decimal, so that 0.57 is 57 and not 56.99999999999999.
func Hundredfold(v float64) float64 {
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
