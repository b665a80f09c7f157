// Package prose reads answers in paragraphs: which paragraphs name a requirement, and what stands under
// them.
package prose

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/returns/origin"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Reader reads answers in paragraphs.
type Reader struct{ *origin.Reader }

// Sheet is a sheet of paragraphs in which headings, or the beginnings of paragraphs, name
// requirements, and what stands under them answers.
type Sheet struct {
	items []item
	Info  origin.Info
	Above int // of text above a table: the table's first row, 0 where the whole sheet is text
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
	general bool // it speaks of the document as a whole and answers nothing
}

type finder = grid.Cell

// line is a paragraph that answers, under its label.
type line struct {
	label words.Role // "" for what was done
	text  string
	cell  grid.Cell
	name  string // the label as it stands, of one that stands in a bracket
}

// Page is what may be prose: a sheet, as far as its last row.
type Page struct {
	Grid     *grid.Sheet
	Last     int
	Above    int              // of text above a table: the table's first row, 0 where the whole sheet is text
	Headings []grid.Paragraph // of the document
	Sheets   []*grid.Sheet    // of a workbook of several: all that are read
}

// Read reads a sheet of paragraphs, nil where no paragraph names a requirement and none has the
// labels of a form. What became of the cells of titles and labels it notes in the account.
func (f *Reader) Read(in Page, account *table.Account) *Sheet {
	p := &Sheet{Above: in.Above}
	w := f.walk(in, p)
	if !w.run() || w.matched == 0 && (p.Above > 0 || !p.labelled()) || p.Above > 0 && !p.answers() {
		return nil
	}
	if w.section.Given() && w.sectionItems == len(p.items) && w.sectionItems > 0 { // a name below the last answer signs
		p.Info.Add(words.Whose, w.section)
	}
	for _, c := range w.left {
		account.Leave(c)
	}
	for _, c := range w.info {
		account.Mark(c, table.Info)
	}
	for _, c := range w.furniture {
		account.Mark(c, table.Furniture)
	}
	return p
}

// begin opens an item at a paragraph, and returns its index.
func (p *Sheet) begin(it item, at grid.Cell, section grid.Read[string]) int {
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
func (p *Sheet) labelled() bool {
	n := 0
	for i := range p.items {
		if it := &p.items[i]; it.name != "" && slices.ContainsFunc(it.lines, func(l line) bool { return l.label == words.Status }) {
			n++
		}
	}
	return n >= 2
}

// answers reports whether some item says what was done, and more than a title would.
func (p *Sheet) answers() bool {
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
