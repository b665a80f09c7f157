package known

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// dutyVerb is what a duty says behind its names.
var dutyVerb = regexp.MustCompile(`(?:按职责分工|按照职责|分别|具体|共同)?(?:牵头|主办|主责|负责|配合|协办|会办|参与|协助|落实|承办|实施)+$`)

// longestNames is how many characters a text has at the most that is nothing but names.
const longestNames = 80

// IsNames reports whether a text is nothing but departments: one of the roster, a word for
// several, or such a duty as a list writes.
func (r *Facts) IsNames(text string) bool {
	if fold.Longer(text, longestNames) {
		return false
	}
	if r.IsDuty(text) || r.IsName(text) {
		return true
	}
	pieces := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("、,，;；。/／\n 　", c) })
	for _, piece := range pieces {
		if name := dutyVerb.ReplaceAllString(piece, ""); name != "" && !r.IsName(name) {
			return false
		}
	}
	return len(pieces) > 1
}

func (r *Facts) IsName(text string) bool {
	if _, ok := r.Plan.Roster.Find(text, period.Quarter{}); ok {
		return true
	}
	return r.groups[fold.Key(text)]
}

// Names reports whether a number and the words behind it name one requirement.
func (f *Facts) Names(number, name string) bool {
	if f.Grammar.Is(name) || f.Grammar.Word(name) != status.NoStatus {
		return false
	}
	if f.Tables.Named(number, name) != 0 {
		return true
	}
	no, _ := f.Tables.Requirement(name)
	return no != 0 && f.Plan.Requirements[no-1].Number == number
}

func (f *Facts) AllListed(numbers []string) bool {
	for _, n := range numbers {
		if !f.Tables.Has(n) {
			return false
		}
	}
	return len(numbers) > 0
}

// IsTask reports whether a text is the title of a task of the list.
func (t *Facts) IsTask(s string) bool { return t.Tables.IsTask(s) }

// Title returns a task without its number and full stop.
func (r *Facts) Title(text string) string {
	return r.memo.title.Get(text, plan.Title)
}
