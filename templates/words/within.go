package words

import (
	"strings"

	"taizhang/importer/fold"
)

// shortestWithin is the length in characters from which a word of the vocabulary may be
// recognised inside a longer heading; shorter ones stand in many headings by chance.
const shortestWithin = 4

// RolesWithin returns the roles of the longest word that stands inside the heading
// (本季度工作进展及成效), none where no word of at least four characters does. Of equally
// long words the last one counts: a Chinese heading ends with what it is about.
func (w *Words) RolesWithin(heading string) []Role {
	key := fold.Key(heading)
	best, at := "", -1
	for word := range w.roles {
		if len([]rune(word)) < shortestWithin {
			continue
		}
		i := strings.LastIndex(key, word)
		if i >= 0 && (len(word) > len(best) || len(word) == len(best) && i > at) {
			best, at = word, i
		}
	}
	return w.roles[best]
}
