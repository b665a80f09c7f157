package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/period"
)

// twoPlaces are two kinds of places in one word: 各乡镇卫生院 are those of 乡 and those of 镇.
var twoPlaces = []string{"乡镇", "镇乡", "镇街", "街镇", "乡街", "县区", "区县", "市县", "县市", "村居"}

// oneOfTwo returns a kind of unit with each of the two kinds of places that it names, and itself.
func oneOfTwo(kind string) []string {
	kinds := []string{kind}
	for _, two := range twoPlaces {
		if strings.Contains(kind, two) {
			for _, one := range two {
				kinds = append(kinds, strings.Replace(kind, two, string(one), 1))
			}
		}
	}
	return kinds
}

// Each returns the departments that 各 before a kind of unit means: 各市场监管所 are all whose name
// ends as it does and holds its characters in their order, those that are valid in q. known is false
// for any other name.
func (r *Roster) Each(name string, q period.Quarter) (names []string, known bool) {
	kind, ok := strings.CutPrefix(name, "各")
	if _, own := r.Named(name); !ok || own || utf8.RuneCountInString(kind) < 1 {
		return nil, false
	}
	last, _ := utf8.DecodeLastRuneInString(kind)
	kinds := oneOfTwo(kind)
	for i := range r.Departments {
		d := &r.Departments[i]
		if slices.ContainsFunc(append([]string{d.Name}, d.Aliases...), func(own string) bool {
			return strings.HasSuffix(own, string(last)) && slices.ContainsFunc(kinds, func(kind string) bool { return isSubsequence(kind, own) }) && utf8.RuneCountInString(own) > utf8.RuneCountInString(kind)
		}) {
			known = true
			if d.Active.In(q) {
				names = append(names, d.Name)
			}
		}
	}
	return names, known
}
