package returns

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
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
	var section grid.Read[string]
	open, sectionItems := -1, 0
	colonHeads := false   // headings are lines that end in a colon
	underHeading := false // the open item is a heading, and its paragraphs are its own
	matched := 0
	var furniture, info []grid.Cell
	levels := f.levels()
	labels := labelsOf(u.Grid, last)
	for row := 1; row <= last; row++ {
		cell, n := rowText(u.Grid, row)
		switch {
		case n == 0:
			continue
		case n > 1 && p.above > 0:
			continue
		case n > 1:
			return // no prose
		}
		text := strings.TrimSpace(cell.String())
		level := levels[text]
		if !strings.ContainsFunc(text, isWord) { // ======
			furniture = append(furniture, cell)
			continue
		}
		if open < 0 && len(p.items) == 0 && isSalutation(text) && !f.namesOne(text) {
			info = append(info, cell)
			continue
		}
		if it, ok := f.bracketTopic(text); ok {
			open = p.begin(it, cell, section)
			matched++
			continue
		}
		if rest, ok := f.askedFor(text); ok {
			it, found := f.topic(rest, true)
			if !found {
				it = item{name: rest}
			}
			if it.matched {
				matched++
			}
			open = p.begin(it, cell, section)
			continue
		}
		if m := bracketLabel.FindStringSubmatchIndex(text); m != nil && !f.allListed(table.Cited(text[m[2]:m[3]])) && f.grammar.Word(text[m[2]:m[3]]) == status.NoStatus {
			label, rest := text[m[2]:m[3]], strings.TrimSpace(text[m[1]:])
			role := f.Reader.tables.Label(label)
			if role == words.Requirement || role == words.Task || role == words.Number {
				if it, ok := f.topic(rest, true); ok {
					if it.matched {
						matched++
					}
					open = p.begin(it, cell, section)
					continue
				}
			}
			if open >= 0 {
				p.items[open].lines = append(p.items[open].lines, line{label: role, text: rest, cell: cell, name: label})
				continue
			}
		}
		if len(p.items) == 0 {
			if whose, ok := f.labelledDepartment(text, cell); ok {
				info = append(info, cell)
				p.info.values = append(p.info.values, whose)
				continue
			}
		}
		if head, rest, ok := cutLabel(text); ok && open >= 0 && labels[head] >= 2 && !f.isLabel(head) && !citedHead.MatchString(text) && f.words.Label(head) == "" {
			p.items[open].lines = append(p.items[open].lines, line{label: f.roleBy(rest), text: rest, cell: cell, name: head})
			continue
		}
		if it, ok := f.topic(text, level > 0); ok {
			if !it.matched && len(it.lines) == 0 && len(p.items) == 0 && (row == 1 || f.speaks(text)) {
				info = append(info, cell) // a title, and no work of its own
				f.infoRow(u.Grid, row, 1, u.Grid.Width(), &p.info, true)
				continue
			}
			if it.matched {
				matched++
			}
			open = p.begin(it, cell, section)
			underHeading = level > 0 && it.matched && len(it.lines) == 0
			colonHeads = colonHeads || it.matched && len(it.lines) == 0 && endsInColon(text)
			continue
		}
		if it, ok := f.sentenceTopic(text); ok && !underHeading && !(open >= 0 && p.items[open].name == it.name) {
			matched++
			open = p.begin(it, cell, section)
			continue
		}
		if it, ok := aboutTopic(text); ok && !underHeading {
			open = p.begin(it, cell, section)
			continue
		}
		if colonHeads && endsInColon(text) && !f.isLabel(strings.TrimRight(text, "：: ")) {
			open = p.begin(item{name: strings.TrimRight(text, "：: ")}, cell, section) // one that the list has not, or that nobody can tell
			continue
		}
		if m := pointedAt.FindStringSubmatchIndex(text); m != nil && open >= 0 && !underHeading && utf8.RuneCountInString(text[m[2]:m[3]]) <= 20 {
			it := item{name: text[m[2]:m[3]]} // it speaks of something that the list has not
			it.add(text[m[1]:])
			open = p.begin(it, cell, section)
			continue
		}
		if d, ok := f.sectionOf(text); ok {
			section = grid.Read[string]{Value: d, Said: d, At: cell.At()}
			sectionItems = len(p.items)
			furniture = append(furniture, cell)
			open = -1
			continue
		}
		if label, rest := f.labelOf(text); open >= 0 && label != "" && !isAside(text) {
			p.items[open].lines = append(p.items[open].lines, line{label: label, text: rest, cell: cell})
			continue
		}
		if f.isClosing(text) {
			info = append(info, cell)
			f.infoRow(u.Grid, row, 1, u.Grid.Width(), &p.info, false)
			if d, ok := period.ParseDate(text, f.plan.Year); ok && d.Year != 0 {
				p.info.values = append(p.info.values, labelled{words.On, grid.Read[string]{Value: text, Said: text, At: cell.At()}})
			}
			open = -1
			continue
		}
		if open < 0 {
			if len(p.items) == 0 {
				if f.tellsWork(text) {
					continue // nobody can tell of what: it stays unread, and is named
				}
				info = append(info, cell)
				f.infoRow(u.Grid, row, 1, u.Grid.Width(), &p.info, true)
				continue
			}
			p.items = append(p.items, item{at: cell, section: section, lines: []line{{text: text, cell: cell}}})
			continue
		}
		if isAside(text) {
			p.items = append(p.items, item{at: cell, section: section, lines: []line{{text: text, cell: cell}}})
			open = len(p.items) - 1
			continue
		}
		label, rest := f.labelOf(text)
		p.items[open].lines = append(p.items[open].lines, line{label: label, text: rest, cell: cell})
	}
	if matched == 0 && (p.above > 0 || !p.labelled()) || p.above > 0 && !p.answers() {
		return
	}
	if section.Given() && sectionItems == len(p.items) && sectionItems > 0 { // a name below the last answer signs
		p.info.values = append(p.info.values, labelled{words.Whose, section})
	}
	for _, c := range info {
		u.Account.Mark(c, table.Info)
	}
	for _, c := range furniture {
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
