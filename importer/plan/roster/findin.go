package roster

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// FindIn returns the departments whose name, alias or second name stands in a text, in
// the order of the text, each once. Longer names go first, so that 综合办公室 does not also
// mean 办公室, and the unit's own name means nobody. A short name right after other words
// may be the end of a longer one (领导小组办公室) and does not count, unless the words are a
// bureau, a place, or such as stand before a name in titles (第三季度办公室).
func (r *Roster) FindIn(text string) []Department {
	q := squeeze(text)
	covered := make([]bool, len(q.runes))
	var hits []hit
	for _, name := range r.namesFrom(q.runes) {
		for at := 0; at+len(name.runes) <= len(q.runes); at++ {
			end := at + len(name.runes)
			if !slices.Equal(q.runes[at:end], name.runes) || slices.Contains(covered[at:end], true) || !r.begins(q, covered, at, name) {
				continue
			}
			for i := at; i < end; i++ {
				covered[i] = true
			}
			for _, d := range name.of {
				hits = append(hits, hit{at, d})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.at, b.at) })
	var found []Department
	seen := map[int]bool{}
	for _, h := range hits {
		if !seen[h.department] {
			seen[h.department] = true
			found = append(found, r.Departments[h.department])
		}
	}
	return found
}

// namesFrom returns the names that begin with a character of the text, the longest first.
func (r *Roster) namesFrom(text []rune) []textName {
	if r.from == nil {
		return r.namesInText()
	}
	var at []int
	for i, c := range text {
		if !slices.Contains(text[:i], c) {
			at = append(at, r.from[c]...)
		}
	}
	slices.Sort(at)
	names := make([]textName, len(at))
	for i, n := range at {
		names[i] = r.names[n]
	}
	return names
}

// hit is a department's name found in a text.
type hit struct{ at, department int }

// textName is a name to look for. of holds the indices of its departments, none for the
// unit's own name.
type textName struct {
	runes []rune
	of    []int
}

// namesInText works out all names to look for, the longest first. A variant that is
// somebody's own name is nobody's variant.
func (r *Roster) namesInText() []textName {
	exact, loose := map[string][]int{}, map[string][]int{}
	add := func(of map[string][]int, name string, d int) {
		if utf8.RuneCountInString(name) >= 2 && !slices.Contains(of[name], d) {
			of[name] = append(of[name], d)
		}
	}
	place := placeOf(Squeezed(r.Unit))
	for i, d := range r.Departments {
		for _, name := range d.called().inText {
			add(exact, name, i)
			for _, variant := range variants(name) {
				add(loose, variant, i)
			}
			if rest := strings.TrimLeft(name, "县区市"); rest != name && utf8.RuneCountInString(rest) >= distinctive {
				add(loose, rest, i) // 农业综合行政执法大队 for 县农业综合行政执法大队
			}
			if rest, ok := strings.CutPrefix(name, place); ok && utf8.RuneCountInString(rest) >= leastWithoutPlace {
				add(loose, rest, i)
			}
		}
	}
	if unit := Squeezed(r.Unit); unit != "" {
		exact[unit] = nil
	}
	for name, ds := range loose {
		if _, taken := exact[name]; !taken {
			exact[name] = ds
		}
	}
	names := make([]textName, 0, len(exact))
	for name, ds := range exact {
		names = append(names, textName{[]rune(name), ds})
	}
	slices.SortFunc(names, func(a, b textName) int {
		return cmp.Or(cmp.Compare(len(b.runes), len(a.runes)), slices.Compare(a.runes, b.runes))
	})
	return names
}

// placeOf returns the place that a bureau's name begins with: 云溪县 of 云溪县民政局. What it returns begins no name where there is none.
func placeOf(unit string) string {
	runes := []rune(unit)
	for i, c := range runes[:min(len(runes), longestPlace)] {
		if i > 0 && strings.ContainsRune("市县区州旗", c) {
			return string(runes[:i+1])
		}
	}
	return "\x00" // begins no name
}

const (
	longestPlace      = 6 // characters
	leastWithoutPlace = 4 // of a department's name that is left where the place is dropped
)

// variants returns how a name is also written: with 科 for 股, without 和.
func variants(name string) []string {
	var vs []string
	plain := withoutAnd.Replace(name)
	for _, v := range []string{name, plain} {
		if stem, ok := strings.CutSuffix(v, "股"); ok {
			vs = append(vs, stem+"科")
		}
	}
	return append(vs, plain)
}

// distinctive is the length from which a name is hardly the end of another one.
const distinctive = 5

// beforeNames are characters that end what stands before a name in titles and file names
// (第三季度办公室, 报送办公室, 台账办公室), but not a longer name.
const beforeNames = "度季月年末底初旬的由报送交给表况单账份版位门和及与级"

// endsTitle is what the name of a document ends in that stands before a name in file names:
// 法治政府建设重点任务综合科. No name of a department has it inside.
var endsTitle = regexp.MustCompile(`(?:任务|要点|情况|进展|反馈|回复|总结)$`)

// begins reports whether a name that stands at a place in the text begins there.
func (r *Roster) begins(q squeezed, covered []bool, at int, name textName) bool {
	if len(name.runes) >= distinctive || name.of == nil {
		return true
	}
	start := at
	for start > 0 && !q.gap[start] && !covered[start-1] && unicode.IsLetter(q.runes[start-1]) && q.runes[start-1] > unicode.MaxLatin1 {
		start--
	}
	words := q.runes[start:at]
	if len(words) == 0 || strings.ContainsRune(beforeNames, words[len(words)-1]) || endsTitle.MatchString(string(words)) {
		return true
	}
	for i := range words {
		if !r.isPrefix(fold.Key(string(words[i:]))) {
			continue
		}
		if i == 0 || r.Unit == "" || strings.ContainsRune(beforeNames, words[i-1]) {
			return true
		}
	}
	return false
}
