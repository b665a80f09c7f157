package finding

import "strings"

// longestBrief is how many characters a text has at the most that a message quotes.
const longestBrief = 24

// Brief shortens a text for a message, and puts it on one line.
func Brief(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > longestBrief {
		return string(r[:longestBrief]) + "…"
	}
	return text
}
