package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/period"
)

// Find returns the department that a name means. Names are tried from strict to lenient,
// and the first way in which any department fits decides: as the roster writes it (name,
// alias, second name in the bracket, brackets of any shape); with 科 or 处 for 股; with 和,
// 及 and 与 left out; with the bureau or place before it dropped on either side; with a
// bracket after it that names nobody else. Where two fit in the same way, those valid in
// q go first, and between two of those nothing is guessed. A zero year in q means any.
func (r *Roster) Find(said string, q period.Quarter) (Department, bool) {
	said = withoutSeal(said)
	if key := fold.Key(said); key == "" || utf8.RuneCountInString(key) > longestSaid {
		return Department{}, false
	}
	if d, fits, ok := r.whole(said, q); fits {
		return d, ok
	}
	outer, inner := Brackets(said)
	if inner == "" {
		return Department{}, false
	}
	d, _, ok := r.whole(outer, q)
	if other, fits, _ := r.whole(inner, q); ok && fits && other.Name != d.Name {
		return Department{}, false
	}
	return d, ok
}

// longestSaid is the length in characters from which a text is a sentence and no name.
const longestSaid = 60

// whole finds the department for a name taken as one. fits reports that some department
// fitted, ok that exactly one did.
func (r *Roster) whole(said string, q period.Quarter) (d Department, fits, ok bool) {
	key := fold.Key(said)
	section, loose := sectionName(key), looseName(key)
	s := r.spelled
	if s == nil {
		s = r.spellings()
	}
	places := s.keys[key]
	if len(places) == 0 {
		places = s.sections[section]
	}
	if len(places) == 0 {
		places = s.loose[loose]
	}
	if len(places) == 0 {
		places = r.prefixed(loose)
	}
	if len(places) == 0 {
		return Department{}, false, false
	}
	found := make([]Department, len(places))
	for i, at := range places {
		found[i] = r.Departments[at]
	}
	if d, ok = single(found, q); ok {
		d = r.inForce(d, q)
	}
	return d, true, ok
}

// spellings are the places in the roster of the departments that a name may mean, by the
// name in each way of writing it, from strict to lenient.
type spellings struct {
	own                   map[string]bool // as the roster writes it
	keys, sections, loose map[string][]int
}

func (r *Roster) spellings() *spellings {
	s := &spellings{map[string]bool{}, map[string][]int{}, map[string][]int{}, map[string][]int{}}
	for i := range r.Departments {
		d := &r.Departments[i]
		s.own[d.Name] = true
		a := d.called()
		for _, way := range []struct {
			of    map[string][]int
			names []string
		}{{s.keys, a.keys}, {s.sections, a.sections}, {s.loose, a.loose}} {
			for _, name := range way.names {
				if at := way.of[name]; len(at) == 0 || at[len(at)-1] != i {
					way.of[name] = append(at, i)
				}
			}
		}
	}
	return s
}

// prefixed returns the places of the departments whose name is the same once a bureau or
// place before either is dropped.
func (r *Roster) prefixed(loose string) []int {
	prefixes := r.prefixes(loose)
	var places []int
	for i := range r.Departments {
		same := func(known string) bool { return r.samePrefixed(known, loose, prefixes) }
		if slices.ContainsFunc(r.Departments[i].called().loose, same) {
			places = append(places, i)
		}
	}
	return places
}

// single returns the one department of several that is valid in q.
func single(found []Department, q period.Quarter) (Department, bool) {
	if len(found) > 1 && q.Year != 0 {
		found = slices.DeleteFunc(found, func(d Department) bool { return !d.Active.In(q) })
	}
	if len(found) != 1 {
		return Department{}, false
	}
	return found[0], true
}

// samePrefixed reports whether two names are the same once a bureau or place before
// either is dropped; prefixes are those of b. Prefixes on both sides must agree: 县文化馆 is not 市文化馆.
func (r *Roster) samePrefixed(a, b string, prefixes []string) bool {
	if last, _ := utf8.DecodeLastRuneInString(a); !strings.HasSuffix(b, string(last)) {
		return false
	}
	for _, p := range r.prefixes(a) {
		for _, o := range prefixes {
			if a[len(p):] == b[len(o):] && (strings.HasSuffix(p, o) || strings.HasSuffix(o, p)) {
				return true
			}
		}
	}
	return false
}

// prefixes returns the beginnings of a folded name that may be dropped, "" among them.
// At least two characters of the name stay.
func (r *Roster) prefixes(key string) []string {
	ps := []string{""}
	runes := []rune(key)
	for i := 1; i <= len(runes)-2; i++ {
		if p := string(runes[:i]); r.isPrefix(p) {
			ps = append(ps, p)
		}
	}
	return ps
}

// isPrefix reports whether a folded text is what people put before a department's name:
// 局, 市, the unit's name or an abbreviation of it (市文广旅体局). Where the unit's name is
// not known, any bureau or place is taken for it.
func (r *Roster) isPrefix(p string) bool {
	last, _ := utf8.DecodeLastRuneInString(p)
	if p == "" || slices.Contains(plainPrefixes, p) {
		return p != ""
	}
	unit := fold.Key(r.Unit)
	if unit == "" {
		return strings.ContainsRune("局市县区州", last)
	}
	place := strings.ContainsRune("市县区州镇", last) && strings.HasPrefix(unit, p)
	return place || strings.HasSuffix(unit, string(last)) && isSubsequence(p, unit)
}

// IsOwn reports whether a text is the unit's own name or an abbreviation of it.
func (r *Roster) IsOwn(said string) bool { return r.isPrefix(fold.Key(withoutSeal(said))) }

var plainPrefixes = []string{"局", "市", "县", "区", "镇", "街道", "市局", "县局", "区局", "本局", "我局", "局机关", "机关", "局属", "属下", "下属"}

// isSubsequence reports whether all characters of short stand in long in their order.
func isSubsequence(short, long string) bool {
	rest := long
	for _, r := range short {
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+len(string(r)):]
	}
	return true
}

// withoutSeal drops what forms print after a name: （盖章）, a colon, a full stop.
func withoutSeal(said string) string {
	said = strings.TrimRight(strings.TrimSpace(said), ":：。.；;，,、 　")
	if outer, inner := Brackets(said); inner != "" {
		switch fold.Key(inner) {
		case "盖章", "签章", "公章", "章", "签字", "签字盖章", "盖公章", "加盖公章":
			return outer
		}
	}
	return said
}
