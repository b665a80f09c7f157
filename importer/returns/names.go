package returns

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
)

// dutyVerb is what a duty says behind its names.
var dutyVerb = regexp.MustCompile(`(?:按职责分工|按照职责|分别|具体|共同)?(?:牵头|主办|主责|负责|配合|协办|会办|参与|协助|落实|承办|实施)+$`)

// longestNames is how many characters a text has at the most that is nothing but names.
const longestNames = 80

// isNames reports whether a text is nothing but departments: one of the roster, a word for
// several, or such a duty as a list writes.
func (r *Reader) isNames(text string) bool {
	if fold.Longer(text, longestNames) {
		return false
	}
	if r.duties[fold.Key(text)] || r.isName(text) {
		return true
	}
	pieces := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("、,，;；。/／\n 　", c) })
	for _, piece := range pieces {
		if name := dutyVerb.ReplaceAllString(piece, ""); name != "" && !r.isName(name) {
			return false
		}
	}
	return len(pieces) > 1
}

func (r *Reader) isName(text string) bool {
	if _, ok := r.plan.Roster.Find(text, period.Quarter{}); ok {
		return true
	}
	return r.groups[fold.Key(text)]
}
