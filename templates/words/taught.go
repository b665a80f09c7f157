package words

import (
	"maps"
	"slices"

	"taizhang/importer/fold"
)

// Kind is what a line of the sheet 词表 is about.
type Kind string

const (
	OfColumn     Kind = "栏目"  // a heading is of a role
	OfStatus     Kind = "状态"  // a department's word is a status
	OfDepartment Kind = "部门"  // a name is a department's
	NotThat      Kind = "不作为" // a word is not what it would be taken for
)

// Kinds lists the kinds as the sheet offers them.
var Kinds = []Kind{OfColumn, OfStatus, OfDepartment, NotThat}

// Lesson is a line of 词表: what the office says of a word before any file is read. Of Role,
// Status and Department at most one is filled; with none of them, a word under 不作为 is
// nothing at all.
type Lesson struct {
	Kind       Kind
	Word       string // as the office writes it
	Role       Role
	Status     string // a key of Words.Statuses
	Department string // roster name
	Scope      Scope
}

// Taught is what the office says on the sheet 词表, in the order of its lines. A later line
// of the same scope beats an earlier one.
type Taught []Lesson

// Role returns the role that the office gave a heading in a department's file, the narrowest
// word first. said is false where it gave none. narrow is how narrow: see Scope.Narrow.
func (t Taught) Role(heading, department, file string) (role Role, narrow int, said bool) {
	l, narrow := t.narrowest(OfColumn, heading, department, file)
	if l == nil {
		return "", 0, false
	}
	return l.Role, narrow, true
}

// Status returns the status that the office gave a department's word, a key of
// Words.Statuses. said is false where it gave none.
func (t Taught) Status(word, department, file string) (label string, said bool) {
	l, _ := t.narrowest(OfStatus, word, department, file)
	if l == nil {
		return "", false
	}
	return l.Status, true
}

// Denies reports whether the office took a word away from a status, by the status's label.
func (t Taught) Denies(word, label string) bool {
	key := fold.Key(word)
	return slices.ContainsFunc(t, func(l Lesson) bool {
		return l.Kind == NotThat && fold.Key(l.Word) == key && l.Role == "" && l.Department == "" && (l.Status == label || l.Status == "")
	})
}

// Aliases returns the names that 词表 gives a department, and those that it takes away.
func (t Taught) Aliases(department string) (more, fewer []string) {
	for _, l := range t {
		switch {
		case l.Kind == OfDepartment && l.Department == department:
			more = append(more, l.Word)
		case l.Kind == NotThat && l.Department == department && department != "":
			fewer = append(fewer, l.Word)
		}
	}
	return more, fewer
}

// narrowest returns the line of a kind that speaks of a word most narrowly, nil for none.
func (t Taught) narrowest(kind Kind, word, department, file string) (best *Lesson, narrow int) {
	key := fold.Key(word)
	for i := range t {
		l := &t[i]
		if l.Kind != kind || fold.Key(l.Word) != key {
			continue
		}
		if n := l.Scope.Narrow(department, file); n > 0 && n >= narrow {
			best, narrow = l, n
		}
	}
	return best, narrow
}

// Learn returns the vocabulary with what the office says for all files: its word beats the
// built-in one, so that a word that is taught one thing is nothing else, and one that is
// taken away is gone.
func (w *Words) Learn(t Taught) *Words {
	learned := *w
	learned.Columns, learned.Statuses, learned.Heads = maps.Clone(w.Columns), maps.Clone(w.Statuses), maps.Clone(w.Heads)
	taught := false
	for _, l := range t {
		if !l.Scope.All() {
			continue
		}
		switch l.Kind {
		case OfColumn:
			drop(learned.Columns, l.Word, "")
			learned.Columns[l.Role] = slices.Concat([]string{l.Word}, learned.Columns[l.Role])
		case OfStatus:
			drop(learned.Statuses, l.Word, "")
			learned.Unanswered = without(learned.Unanswered, l.Word)
			learned.Statuses[l.Status] = slices.Concat([]string{l.Word}, learned.Statuses[l.Status])
		case NotThat:
			learned.forget(l)
		default:
			continue
		}
		taught = true
	}
	if !taught {
		return w
	}
	learned.index()
	return &learned
}

// LearnFor returns the vocabulary with what the office says for a department or a file alone, the
// vocabulary itself where that is nothing.
func (w *Words) LearnFor(t Taught, department, file string) *Words {
	own := t.narrow(department, file)
	for i := range own {
		own[i].Scope = Scope{}
	}
	return w.Learn(own)
}

// narrow returns the lines that hold for a department or a file alone, a file's last: it beats them.
func (t Taught) narrow(department, file string) (own Taught) {
	for _, n := range []int{ofDepartment, ofFile} {
		for _, l := range t {
			if l.Scope.Narrow(department, file) == n {
				own = append(own, l)
			}
		}
	}
	return own
}

// forget takes a word away from what a line names, or from everything.
func (w *Words) forget(l Lesson) {
	if l.Department != "" {
		return // the roster's
	}
	if l.Status == "" {
		drop(w.Columns, l.Word, l.Role)
		drop(w.Heads, l.Word, l.Role)
	}
	if l.Role == "" {
		drop(w.Statuses, l.Word, l.Status)
	}
}

// drop takes a word out of one list, or with no name out of all of them.
func drop[K ~string](lists map[K][]string, word string, from K) {
	for name, list := range lists {
		if from == "" || name == from {
			lists[name] = without(list, word)
		}
	}
}

// without returns the list without a word; the list itself stays as it is.
func without(list []string, word string) []string {
	key := fold.Key(word)
	if !slices.ContainsFunc(list, func(w string) bool { return fold.Key(w) == key }) {
		return list
	}
	var rest []string
	for _, w := range list {
		if fold.Key(w) != key {
			rest = append(rest, w)
		}
	}
	return rest
}
