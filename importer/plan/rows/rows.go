package rows

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/numbering"
)

// reading goes down the rows of a table and keeps what is in force.
type reading struct {
	*Table
	flattened bool                      // the list was pasted: what is missing was merged
	headings  [5]grid.Read[string]      // group rows in force, by level
	columns   map[int]grid.Read[string] // task cells in force, by column
	owners    map[int]int               // by column: the draft that the value in force stands at
	drafts    []draft.Draft
	account   account
}

// Drafts reads all rows below the heading. The findings name the rows and cells of which nothing
// became a part of the list.
func (t *Table) Drafts() ([]draft.Draft, []finding.Finding) {
	r := &reading{Table: t, columns: map[int]grid.Read[string]{}, owners: map[int]int{}, account: newAccount()}
	for row := t.body; row <= t.sheet.LastRow() && !r.flattened; row++ {
		r.flattened = t.line(row).moved
	}
	r.dropTaskNumbers()
	notes := false
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		filled := t.filled(row)
		if len(filled) == 0 || t.isHeading(row) {
			r.account.furniture[row] = true
			continue
		}
		if t.isFurniture(filled, notes) {
			r.account.furniture[row] = true
			notes = notes || t.words.IsNote(filled[0].Text)
			continue
		}
		if l := t.line(row); !r.takeHeading(l, filled) {
			r.take(l)
		}
	}
	return r.drafts, r.leftOver()
}

// dropTaskNumbers forgets the number column where it counts the tasks: one number spans
// several requirements, by a merge or by being left out as the task is.
func (t *Table) dropTaskNumbers() {
	for row := t.body; row <= t.sheet.LastRow() && t.number != 0; row++ {
		l := t.line(row)
		n := l.cell(t.number)
		spans := !n.IsEmpty() && !own(n)
		leftOut := n.IsEmpty() && len(t.tasks) > 0 && !l.moved && !slices.ContainsFunc(t.tasks, func(c int) bool { return own(l.cell(c)) })
		if own(l.cell(t.Text)) && (spans || leftOut) {
			t.number = 0
		}
	}
}

// isFurniture reports whether a row belongs to the paper and not to the list: a note, a
// total, a signature, the title once more.
func (t *Table) isFurniture(filled []grid.Cell, notes bool) bool {
	head := filled[0].Text
	if t.words.IsTotal(strings.TrimRight(head, ":：")) {
		return true
	}
	if len(filled) > 1 {
		return draft.IsSignature(t.words, head)
	}
	isTitle := slices.ContainsFunc(t.Titles, func(s string) bool { return fold.Key(s) == fold.Key(head) })
	return notes || t.words.IsNote(head) || draft.IsSignature(t.words, head) || isTitle
}

// takeHeading takes a row that is nothing but a heading: one cell across the table, or one
// that is numbered like a heading and is no column's task.
func (r *reading) takeHeading(l line, filled []grid.Cell) bool {
	if r.takeCounted(l, filled) {
		return true
	}
	if len(filled) != 1 || filled[0].Covered() && filled[0].Anchor().Row() != l.row {
		return false
	}
	cell := filled[0]
	n := numbering.Split(cell.Text)
	over := max(r.Text, r.order[0]+1) // a heading reaches over the requirement's column
	if wide := cell.At().Col() == r.order[0] && draft.Sideways(r.sheet.Cell(l.row, over)); !wide {
		if n.Level != numbering.First && n.Level != numbering.Second || r.levels[r.Text].has(n.Level) {
			return false
		}
		if slices.ContainsFunc(r.tasks, func(c int) bool { return r.levels[c] == 0 || r.levels[c].has(n.Level) }) {
			return false
		}
	}
	if fold.Key(r.headings[n.Level].Said) == fold.Key(cell.Text) {
		r.account.use(cell) // repeated after a page break
		return true
	}
	r.headings[n.Level] = draft.ReadCell(cell)
	clear(r.headings[n.Level+1:])
	clear(r.columns)
	return true
}

// takeCounted takes a heading whose number stands in the column of numbers: 一 | 提升城市品质, where the
// requirements count 1, 2, 3. Nobody answers for it.
func (r *reading) takeCounted(l line, filled []grid.Cell) bool {
	number, text := r.sheet.Cell(l.row, r.number), r.sheet.Cell(l.row, r.Text) // where they stand: nothing has shifted
	if r.number == 0 || len(filled) != 2 || number.IsEmpty() || text.IsEmpty() || !chineseCount.MatchString(number.String()) || !r.countsInFigures() {
		return false
	}
	r.headings[numbering.First] = draft.ReadCell(text)
	clear(r.headings[numbering.First+1:])
	clear(r.columns)
	r.account.use(number)
	return true
}

var chineseCount = regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[、.．]?$`)

// countsInFigures reports whether the rows that somebody answers for are numbered 1, 2, 3.
func (t *Table) countsInFigures() bool {
	duties := slices.Concat(t.Lead, t.Support, t.Department)
	figures := 0
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		if !slices.ContainsFunc(duties, func(c int) bool { return !t.sheet.Cell(row, c).IsEmpty() }) {
			continue
		}
		if chineseCount.MatchString(t.sheet.Cell(row, t.number).String()) {
			return false
		}
		figures++
	}
	return figures > 0
}

// take takes a row of the list.
func (r *reading) take(l line) {
	fresh := r.takeTasks(l)
	text := l.cell(r.Text)
	duties := slices.Concat(r.Lead, r.Support, r.Department)
	ownDuty := slices.ContainsFunc(duties, func(c int) bool { return own(l.cell(c)) })
	number := l.cell(r.number)
	_, bare := numbering.Bare(text.String())
	switch {
	case bare && !ownDuty: // numbered in advance, nothing filled in
		r.account.use(text)
	case own(text):
		r.add(l, text)
	case !text.IsEmpty() && !fresh && !(r.number != 0 && own(number)):
		r.addDuty(l) // further lines of a requirement that spans them
	case !text.IsEmpty():
		r.add(l, text)
		r.inherit(r.Text)
	case fresh && ownDuty && r.flattened && len(r.drafts) > 0:
		r.add(l, grid.Cell{})
		last := &r.drafts[len(r.drafts)-1]
		last.Text = r.drafts[len(r.drafts)-2].Text
		last.Inherited = append(last.Inherited, draft.Inheritance{Heading: r.Heads[r.Text], Draft: r.owners[r.Text]})
	case fresh && ownDuty:
		r.add(l, r.ownTask(l)) // a task without requirements is its own; the number is the task's
		r.last().Number = ""
	case ownDuty && len(r.drafts) > 0:
		r.addDuty(l)
	}
}

// takeTasks takes the task cells of a row and reports whether one of them is new.
func (r *reading) takeTasks(l line) (fresh bool) {
	for i, c := range r.tasks {
		cell := l.cell(c)
		if !own(cell) { // what a merge repeats is in force already
			continue
		}
		if fold.Key(r.columns[c].Said) == fold.Key(cell.String()) {
			r.account.use(cell)
			continue
		}
		r.columns[c] = draft.ReadCell(cell)
		r.owners[c] = len(r.drafts)
		for _, deeper := range r.tasks[i+1:] {
			delete(r.columns, deeper)
		}
		fresh = true
	}
	return fresh
}

func (r *reading) ownTask(l line) grid.Cell {
	for _, c := range slices.Backward(r.tasks) {
		if own(l.cell(c)) {
			return l.cell(c)
		}
	}
	return grid.Cell{}
}

// add makes a draft of a row, with what it inherits.
func (r *reading) add(l line, text grid.Cell) {
	d := draft.Draft{Row: l.row}
	d.Text = draft.ReadCell(text)
	n := numbering.Split(text.String())
	d.Number, d.Text.Value = n.Number, cmp.Or(n.Text, d.Text.Said)
	if counted, ok := numbering.Bare(l.cell(r.number).String()); ok && r.number != 0 && n.Level != numbering.Third {
		d.Number = counted // 1. in the text goes before the column, as it does in returns
	}
	d.Due, d.From, d.Until = draft.ReadDay(l.cell(r.due)), draft.ReadCell(l.cell(r.from)), draft.ReadCell(l.cell(r.until))
	d.Change, d.Remarks = draft.ReadCell(l.cell(r.change)), draft.ReadCell(l.cell(r.remarks))
	d.Lead, d.Support, d.Department = r.cells(l, r.Lead), r.cells(l, r.Support), r.cells(l, r.Department)
	d.Task, d.Group = r.chain()
	r.useRow(l, text)
	r.drafts = append(r.drafts, d)
	if own(text) {
		r.owners[r.Text] = len(r.drafts) - 1
	}
	for _, c := range r.tasks {
		if cell := l.cell(c); !own(cell) && r.columns[c].Given() && r.owners[c] < len(r.drafts)-1 {
			r.last().Inherited = append(r.last().Inherited, draft.Inheritance{Heading: r.Heads[c], Draft: r.owners[c], Merged: !cell.IsEmpty()})
		}
	}
	r.inheritDuty(l)
}

func (r *reading) last() *draft.Draft { return &r.drafts[len(r.drafts)-1] }
