package values

import (
	"strings"
	"unicode/utf8"
)

// IsEvidence reports whether a text is made like what proves something: an address, a number of a document, a file.
func IsEvidence(text string) bool { return mayEvidence(text) && evidenceLike.MatchString(text) }

// mayEvidence is a quick look: whether a text begins or ends as evidence does, or holds a sign of it.
func mayEvidence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.HasPrefix(text, "《") || strings.HasPrefix(text, "附") || strings.ContainsRune("fxscg知要告片图账案单函报复件录同书执表算证)）", last) ||
		HoldsAny(text, evidenceSigns)
}

var evidenceSigns = []string{"http", "www.", "号", "〔20", "附件"}
