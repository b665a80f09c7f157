package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// write writes a number by the pattern. Digits that a format rounds off are kept where the
// number stands in one piece: 0"%" of 66.7 says 66.7%, as 0% of 0.667 does.
func (p *pattern) write(v float64) (string, bool) {
	for range p.percent {
		v = Hundredfold(v)
	}
	if p.scale > 5 {
		return "", false
	}
	v /= math.Pow(1000, float64(p.scale))
	wholes, places, broken := p.digits()
	var b strings.Builder
	if wholes+places == 0 { // the format shows the number whole, or not at all
		for _, t := range p.tokens {
			switch t.kind {
			case 'l':
				b.WriteString(t.text)
			case 'G', '@':
				b.WriteString(Decimal(v))
			case '.':
				b.WriteByte('.')
			}
		}
		return b.String(), true
	}
	decimals := places
	if !broken && p.scale == 0 {
		decimals = max(decimals, OwnDecimals(v))
	}
	if math.Abs(v) >= 1e15 || decimals > 15 {
		return "", false
	}
	if decimals < OwnDecimals(v) {
		v += v * aHalfUp
	}
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, part, _ := strings.Cut(text, ".")
	if strings.Trim(text, "0.") == "" {
		whole = ""
	}
	if whole == "0" {
		whole = ""
	}
	if v < 0 && strings.Trim(text, "0.") != "" {
		b.WriteByte('-')
	}
	p.fill(&b, whole, part, wholes)
	return b.String(), true
}

// aHalfUp is added to a number that is rounded, so that 2.5 becomes 3 as in a spreadsheet.
const aHalfUp = 1e-15

// digits counts the digits before and behind the point. broken reports literals among them.
func (p *pattern) digits() (wholes, places int, broken bool) {
	gap := false
	for i, t := range p.tokens {
		switch t.kind {
		case 'l':
			gap = wholes+places > 0
		case '0', '#', '?':
			broken = broken || gap
			if p.point >= 0 && i > p.point {
				places++
			} else {
				wholes++
			}
		case '.':
			broken = broken || gap
		case 'G', '@':
			return 0, 0, false
		}
	}
	return wholes, places, broken
}

// OwnDecimals returns how many decimals a number has as it is written shortest.
func OwnDecimals(v float64) int {
	_, part, _ := strings.Cut(Decimal(v), ".")
	return len(part)
}

// fill writes the digits into their places: the whole part from the right, what is over in front
// of its first place; the decimals from the left, what is over behind the last place.
func (p *pattern) fill(b *strings.Builder, whole, part string, wholes int) {
	left, used, places := wholes, 0, 0
	for i, t := range p.tokens {
		if p.point >= 0 && i > p.point && t.kind != 'l' {
			places++
		}
	}
	next := 0
	for i, t := range p.tokens {
		switch t.kind {
		case 'l':
			b.WriteString(t.text)
		case '.':
			if wholes == 0 && whole != "" {
				b.WriteString(whole)
			}
			if part != "" || places > 0 {
				b.WriteByte('.')
			}
		case '0', '#', '?':
			if p.point >= 0 && i > p.point {
				next++
				end := next
				if next == places {
					end = max(end, len(part))
				}
				if used < len(part) {
					b.WriteString(optional(part[used:min(end, len(part))], part[used:], t.kind))
					used = end
				}
				continue
			}
			from := max(len(whole)-left, 0)
			to := len(whole) - left + 1
			if left == wholes {
				from = 0
			}
			left--
			switch {
			case to > 0:
				p.group(b, whole, from, to)
			case t.kind == '0':
				b.WriteByte('0')
			case t.kind == '?':
				b.WriteByte(' ')
			}
			if left == 0 && p.point < 0 && part != "" {
				if whole == "" && t.kind != '0' {
					b.WriteByte('0')
				}
				b.WriteString("." + part)
			}
		}
	}
}

// optional returns the decimals of a place, less the zeros that # and ? don't write.
func optional(digits, rest string, kind byte) string {
	if kind != '0' && strings.Trim(rest, "0") == "" {
		return ""
	}
	return digits
}

// group writes the digits of a whole part, with a comma after each thousand where the format
// wants it.
func (p *pattern) group(b *strings.Builder, whole string, from, to int) {
	for i := from; i < to; i++ {
		b.WriteByte(whole[i])
		if rest := len(whole) - 1 - i; p.grouped && rest > 0 && rest%3 == 0 {
			b.WriteByte(',')
		}
	}
}

// Decimals returns how many decimals a format writes of a number, 0 for one that says more than the
// number.
func Decimals(format string, v float64) int {
	if !strings.Contains(format, ".") {
		return 0
	}
	part, _, ok := sectionOf(format, v)
	if !ok {
		return 0
	}
	p, ok := parsePattern(part)
	_, places, broken := p.digits()
	if !ok || broken || p.words || p.scale > 0 || p.percent > 0 || places > 15 {
		return 0
	}
	return places
}
