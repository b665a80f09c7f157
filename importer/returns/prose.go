package returns

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// prose is a sheet of paragraphs in which headings, or the beginnings of paragraphs, name
// requirements, and what stands under them answers.
type prose struct {
	items []item
	info  info
	above int // of text above a table: the table's first row, 0 where the whole sheet is text
}

// item is one answer in prose.
type item struct {
	at      finder
	number  string   // the list's, where it is cited as such: 第3项
	cites   []string // several
	name    string   // the words that name the requirement
	section grid.Read[string]
	whose   string // the department that the paragraph itself begins with, "" for none
	heading string // the name as it stands, also where only the number counts
	lines   []line
	matched bool // the name or number is a requirement's
}

type finder = grid.Cell

// line is a paragraph that answers, under its label.
type line struct {
	label words.Role // "" for what was done
	text  string
	cell  grid.Cell
	name  string // the label as it stands, of one that stands in a bracket
}

// takeProse takes a sheet without a table as prose, where some paragraph names a requirement.
func (f *file) takeProse(u *sheet) {
	p := &prose{}
	last := u.Grid.LastRow()
	switch {
	case u.reason != "":
		return
	case u.State == table.IsTable && u.first != nil && len(f.book.Prose) > 0:
		if _, _, to := u.first.Above(); u.first.Shape == table.Upright {
			last, p.above = to, to+1
		}
	case u.State != table.IsUnread:
		return
	}
	w := f.walk(u, p, last)
	if !w.run(last) || w.matched == 0 && (p.above > 0 || !p.labelled()) || p.above > 0 && !p.answers() {
		return
	}
	if w.section.Given() && w.sectionItems == len(p.items) && w.sectionItems > 0 { // a name below the last answer signs
		p.info.values = append(p.info.values, labelled{words.Whose, w.section})
	}
	for _, c := range w.info {
		u.Account.Mark(c, table.Info)
	}
	for _, c := range w.furniture {
		u.Account.Mark(c, table.Furniture)
	}
	u.prose, u.State = p, table.IsTable
	if p.above == 0 {
		f.tables++
	}
}

// begin opens an item at a paragraph, and returns its index.
func (p *prose) begin(it item, at grid.Cell, section grid.Read[string]) int {
	it.at, it.section = at, section
	if it.whose != "" {
		it.section = grid.Read[string]{Value: it.whose, Said: it.whose, At: at.At()}
	}
	for i := range it.lines {
		it.lines[i].cell = at
	}
	p.items = append(p.items, it)
	return len(p.items) - 1
}

// labelled reports whether the text is a form in paragraphs, though nobody can tell of what: two
// items or more, each with a status under its label.
func (p *prose) labelled() bool {
	n := 0
	for i := range p.items {
		if it := &p.items[i]; it.name != "" && slices.ContainsFunc(it.lines, func(l line) bool { return l.label == words.Status }) {
			n++
		}
	}
	return n >= 2
}

// answers reports whether some item says what was done, and more than a title would.
func (p *prose) answers() bool {
	for i := range p.items {
		for _, l := range p.items[i].lines {
			if p.items[i].matched && utf8.RuneCountInString(l.text) >= leastAnswer {
				return true
			}
		}
	}
	return false
}

const leastAnswer = 8 // characters of a sentence that answers above a table
