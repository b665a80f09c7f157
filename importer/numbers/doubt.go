package numbers

import (
	"strings"

	"taizhang/importer/finding"
)

// Brief shortens a text for a message.
func Brief(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}

// Doubtful asks the department to look at a value once more.
func Doubtful(v *Value, found string) finding.Finding {
	return finding.New(finding.NumberDoubtful, v.At, found, "").For(v.Department, v.Quarter.String())
}
