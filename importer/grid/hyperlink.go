package grid

import "strings"

// Hyperlink reads =HYPERLINK("address","text") where both are written out; text is the
// address where the formula gives none, "" where it is computed.
func Hyperlink(formula string) (target, text string, ok bool) {
	rest := strings.TrimPrefix(strings.TrimSpace(formula), "=")
	if len(rest) < 11 || !strings.EqualFold(rest[:10], "HYPERLINK(") {
		return "", "", false
	}
	target, rest, ok = Quoted(rest[10:])
	if !ok {
		return "", "", false
	}
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(rest, ")") {
		return target, target, true
	}
	if strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, ";") {
		if said, end, isText := Quoted(rest[1:]); isText && strings.TrimSpace(end) == ")" {
			return target, said, true
		}
		return target, "", true
	}
	return "", "", false // the address is computed
}

// Quoted reads a formula's text literal; "" inside it is one quote.
func Quoted(s string) (text, rest string, ok bool) {
	s = strings.TrimLeft(s, " ")
	if !strings.HasPrefix(s, `"`) {
		return "", "", false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		if s[i] != '"' {
			b.WriteByte(s[i])
			continue
		}
		if i+1 < len(s) && s[i+1] == '"' {
			b.WriteByte('"')
			i++
			continue
		}
		return b.String(), s[i+1:], true
	}
	return "", "", false
}
