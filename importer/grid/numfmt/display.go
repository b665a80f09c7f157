package numfmt

import (
	"strconv"
	"strings"
)

// display is what a number format shows of a number.
type display struct {
	Percent           bool
	year, month, day  bool
	hour, second, era bool // era: a lone e, the year in Chinese and Japanese formats
	elapsed           bool // [h]:mm counts hours and is no time of a day
}

// Dated reports whether a number under the format is a moment of a calendar.
func (d display) Dated() bool {
	return !d.elapsed && (d.year || d.month || d.day || d.hour || d.second || d.era && d.month)
}

// Clock reports whether the format shows a time of day only.
func (d display) Clock() bool {
	return d.Dated() && !d.year && !d.day && !d.era && (d.hour || d.second)
}

// WholeMonth reports whether the format shows a year and a month but no day.
func (d display) WholeMonth() bool {
	return d.Dated() && (d.year || d.era) && d.month && !d.day && !d.hour
}

// DisplayOf reads the section of a format code that applies to v.
func DisplayOf(code string, v float64) display {
	var d display
	if code == "" || code == "@" {
		return d
	}
	s := section(code, v)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '"':
			i = closing(s, i)
		case '\\', '!', '_', '*':
			i++ // the next character is literal, or as wide, or repeated
		case '[':
			end := strings.IndexByte(s[i:], ']')
			if end < 0 {
				return d
			}
			if inside := s[i+1 : i+end]; inside != "" && strings.Trim(inside, "hHmMsS") == "" {
				d.elapsed = true
			}
			i += end
		case '%':
			d.Percent = true
		case 'y', 'Y':
			d.year = true
		case 'm', 'M':
			d.month = true
		case 'd', 'D':
			d.day = true
		case 'a': // aaaa is the day of the week
			if strings.HasPrefix(s[i:], "aaa") {
				d.day = true
				i += 2
			}
		case 'h', 'H':
			d.hour = true
		case 's', 'S':
			d.second = true
		case 'e':
			d.era = true
		case 'E': // 0.00E+00
			if i+1 < len(s) && (s[i+1] == '+' || s[i+1] == '-') {
				i++
			} else {
				d.era = true
			}
		case 'G', 'g':
			i += max(general(s[i:])-1, 0)
		}
	}
	return d
}

// section picks the part of a format code that applies to v, "" where none does.
func section(code string, v float64) string {
	part, _, _ := sectionOf(code, v)
	return part
}

// sectionOf picks the part of a format code that applies to v: by condition where one is
// written, else positive;negative;zero. The fourth section, and one with @ behind others, is for
// texts and applies to no number, and neither does one with @ that stands alone. place is 1 where the section is the one for what is below
// zero, and ok is false where no section applies.
func sectionOf(code string, v float64) (part string, place int, ok bool) {
	if !strings.ContainsAny(code, ";[@") {
		return code, 0, true
	}
	sections := splitSections(code)
	if len(sections) > 3 {
		sections = sections[:3]
	} else if n := len(sections) - 1; holdsText(sections[n]) {
		sections = sections[:n]
	}
	var parts []string
	conditional := false
	for _, part := range sections {
		test, ok := condition(part)
		if ok && test(v) {
			return part, 0, true
		}
		conditional = conditional || ok
		if !ok {
			parts = append(parts, part)
		}
	}
	switch {
	case len(parts) == 0:
		return "", 0, false
	case conditional:
		return parts[len(parts)-1], 0, true
	case v < 0 && len(parts) > 1:
		return parts[1], 1, true
	case v == 0 && len(parts) > 2:
		return parts[2], 2, true
	}
	return parts[0], 0, true
}

// holdsText reports whether a section has a place for a text: an @ that is no literal.
func holdsText(part string) bool {
	if !strings.Contains(part, "@") {
		return false
	}
	for i := 0; i < len(part); i++ {
		switch part[i] {
		case '"':
			i = closing(part, i)
		case '\\', '!', '_', '*':
			i++
		case '[':
			i += max(strings.IndexByte(part[i:], ']'), 0)
		case '@':
			return true
		}
	}
	return false
}

// splitSections cuts a format code at the semicolons outside quotes and brackets.
func splitSections(code string) []string {
	var parts []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '!', '_', '*':
			i++
		case '"':
			i = closing(code, i)
		case '[':
			i += max(strings.IndexByte(code[i:], ']'), 0)
		case ';':
			parts = append(parts, code[start:i])
			start = i + 1
		}
	}
	return append(parts, code[min(start, len(code)):])
}

// closing returns where the quote that opens at i ends; one that doesn't end takes the rest.
func closing(s string, i int) int {
	n := strings.IndexByte(s[i+1:], '"')
	if n < 0 {
		return len(s)
	}
	return i + 1 + n
}

// condition reads a section's own [<1] or [>=100].
func condition(part string) (func(float64) bool, bool) {
	for rest := part; ; {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			return nil, false
		}
		inside, after, ok := strings.Cut(rest[open+1:], "]")
		if !ok {
			return nil, false
		}
		rest = after
		sign := strings.TrimRight(inside, "-+.0123456789eE")
		limit, err := strconv.ParseFloat(inside[len(sign):], 64)
		if err != nil {
			continue
		}
		switch sign {
		case "<":
			return func(v float64) bool { return v < limit }, true
		case "<=":
			return func(v float64) bool { return v <= limit }, true
		case ">":
			return func(v float64) bool { return v > limit }, true
		case ">=":
			return func(v float64) bool { return v >= limit }, true
		case "=":
			return func(v float64) bool { return v == limit }, true
		case "<>":
			return func(v float64) bool { return v != limit }, true
		}
	}
}
