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

// isPicture reports a text that is the formula which WPS writes for a picture in a cell.
func isPicture(text string) bool {
	return strings.HasPrefix(text, "=") && IsPictureFormula(text)
}

// IsPictureFormula reports whether a formula puts a picture into its cell: DISPIMG of WPS, IMAGE
// of Excel.
func IsPictureFormula(formula string) bool {
	f := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(formula), "="))
	for _, prefix := range []string{"_xlfn.", "_xlws.", "_xludf.", "com.sun.star.sheet.addin."} {
		if len(f) > len(prefix) && strings.EqualFold(f[:len(prefix)], prefix) {
			f = f[len(prefix):]
		}
	}
	for _, name := range []string{"DISPIMG(", "IMAGE("} {
		if len(f) > len(name) && strings.EqualFold(f[:len(name)], name) {
			return true
		}
	}
	return false
}

// isError reports a text that is an error of a spreadsheet: documents, pages and texts hold no more of
// one than what it shows, and programs write it for a number that a column is too narrow for.
func isError(text string) bool {
	if len(text) < 3 || text[0] != '#' || len(text) > longestError {
		return false
	}
	switch strings.TrimSpace(text) {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!":
		return true
	}
	return strings.Trim(text, "# ") == ""
}

// longestError is how long an error is at the most, in bytes.
const longestError = 64
