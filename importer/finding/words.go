package finding

import (
	"regexp"
	"strings"
)

// How much of a cell a message quotes: it is read in one go, and the cell has the rest. The
// end is kept too, since the address of a second cell stands there.
const (
	longestQuote = 80 // characters
	quotedEnd    = 26
)

var optional = regexp.MustCompile(`\[[^\[\]]*\]`)

// fill puts found and wanted into the blanks of the catalogue's words.
func fill(words, found, wanted string) string {
	found, wanted = quote(found), quote(wanted)
	words = optional.ReplaceAllStringFunc(words, func(part string) string {
		if found == "" && strings.Contains(part, "{found}") || wanted == "" && strings.Contains(part, "{wanted}") {
			return ""
		}
		return part[1 : len(part)-1]
	})
	return strings.NewReplacer("{found}", found, "{wanted}", wanted).Replace(words)
}

// quote makes a text fit into a sentence: on one line, not too long, and without full stops
// that would meet those of the sentence.
func quote(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), "。；;")
	s = strings.ReplaceAll(s, "。”", "”")
	if r := []rune(s); len(r) > longestQuote {
		return string(r[:longestQuote-quotedEnd-2]) + "……" + string(r[len(r)-quotedEnd:])
	}
	return s
}
