package docx

import "strings"

// equation reads the fields that set characters over each other, as EQ \o\ac(□,√), by which
// Word puts a tick into a box or a number into a circle, and EQ \f(3,4), a fraction. ok is
// false for any other field.
func equation(code string) (text string, ok bool) {
	code = strings.TrimSpace(code)
	if len(code) < 3 || len(code) > longestEquation || !strings.EqualFold(code[:2], "eq") || code[2] != ' ' && code[2] != '\\' {
		return "", false
	}
	lower := strings.ToLower(code)
	if at := strings.Index(lower, `\f`); at >= 0 {
		if parts := arguments(code[at:]); len(parts) == 2 {
			return parts[0] + "/" + parts[1], true
		}
		return "", false
	}
	at := strings.Index(lower, `\o`)
	if at < 0 {
		return "", false
	}
	return over(arguments(code[at:])), true
}

// longestEquation is how long a code may be that sets a few characters over each other.
const longestEquation = 500

// arguments returns what the first bracket holds, cut at the commas that no other bracket
// encloses.
func arguments(s string) (parts []string) {
	from, depth := -1, 0
	for i, r := range s {
		switch r {
		case '(':
			if depth++; depth == 1 {
				from = i + 1
			}
		case ')':
			if depth--; depth == 0 {
				return append(parts, strings.TrimSpace(s[from:i]))
			}
		case ',', ';', '，':
			if depth == 1 {
				parts = append(parts, strings.TrimSpace(s[from:i]))
				from = i + len(string(r))
			}
		}
	}
	return nil
}

// over returns what characters set over each other look like. Those that are raised (\s\up)
// say how to pronounce the others.
func over(parts []string) string {
	frame, inner := "", ""
	for _, part := range parts {
		switch {
		case strings.HasPrefix(part, `\`):
		case frame == "" && part != "" && strings.Contains("□☐■○◯〇△◇", part):
			frame = part
		default:
			inner += part
		}
	}
	switch {
	case inner == "":
		return frame
	case frame == "":
		return inner
	case strings.Contains("√✓✔", inner):
		return tickedBox
	case strings.Contains("×✗✘xX", inner):
		return "☒"
	case strings.Contains("○◯〇", frame):
		return circled(inner)
	}
	return inner
}

// circled returns a number from 1 to 20 in its circle, and anything else as it is.
func circled(s string) string {
	for n, r := 1, '①'; r <= '⑳'; n, r = n+1, r+1 {
		if s == countText(n, "decimal") {
			return string(r)
		}
	}
	return s
}
