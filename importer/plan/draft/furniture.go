package draft

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// SameAgain stands for what was said just before: 同上.
var SameAgain = regexp.MustCompile(`^(?:责任|牵头|配合)?(?:单位|部门|股室|科室)?[:：]?(?:同上|同前|〃|″|上同)$`)

// IsSignature reports whether a text begins as a signature below a list does.
func IsSignature(w *words.Words, s string) bool {
	return startsWith(strings.TrimSpace(s), w.Signatures, ":：(（")
}

// startsWith reports whether s is one of the words or goes on after it with one of the
// characters in next.
func startsWith(s string, list []string, next string) bool {
	return slices.ContainsFunc(list, func(word string) bool {
		rest, ok := strings.CutPrefix(s, word)
		return ok && (rest == "" || strings.ContainsRune(next, []rune(rest)[0]))
	})
}

// Sideways reports whether the cell only repeats the one to its left under a merge.
func Sideways(cell grid.Cell) bool { return cell.Covered() && cell.Anchor().Col() != cell.At().Col() }

const longestBrief = 30 // characters of a paragraph that a finding quotes

// Shorten returns the beginning of a text, for a finding that quotes it.
func Shorten(s string) string {
	if runes := []rune(s); len(runes) > longestBrief {
		return string(runes[:longestBrief]) + "…"
	}
	return s
}
