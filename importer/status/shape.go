package status

import (
	"regexp"
	"strings"
)

// shape is a form with the classes that it may hold: most clauses hold another one, which
// is seen at once.
type shape struct {
	whole *regexp.Regexp
	may   classSet
	must  classSet // one of them at least, where the form says nothing of what else it holds
}

func form(s string) shape {
	sh := shape{whole: regexp.MustCompile(`^(?:` + s + `)$`), may: setOf(s)}
	if strings.Contains(s, ".") {
		sh.may = classSet{^uint64(0), ^uint64(0)}
		sh.must = setOf("TU")
	}
	return sh
}

// classSet is a set of classes. All of them are ASCII.
type classSet [2]uint64

func setOf(form string) (set classSet) {
	for i := range len(form) {
		set[form[i]>>6&1] |= 1 << (form[i] & 63)
	}
	return set
}

// fits reports whether a form of these classes may be of the shape.
func (sh *shape) fits(held classSet) bool {
	return sh.may.holds(held) && (sh.must == classSet{} || held[0]&sh.must[0]|held[1]&sh.must[1] != 0)
}

// holds reports whether a set holds all classes of another.
func (set classSet) holds(other classSet) bool { return other[0]&^set[0] == 0 && other[1]&^set[1] == 0 }
