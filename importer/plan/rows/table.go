// Package rows reads a list that is a table: where it stands on a sheet, what its columns are for, and
// what each of its rows says, as drafts. Of a requirement it makes nothing.
package rows

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/status"
	understood "taizhang/importer/table"
	"taizhang/templates/words"
)

// Table is where the list stands on a sheet, and what its columns are for. A column is 0
// where the list has none.
type Table struct {
	sheet *grid.Sheet
	words *words.Words
	duty  *duty.Grammar

	reader *understood.Reader
	block  *understood.Block
	roles  map[int]words.Role // by column

	head, body int            // first heading row, first row below the heading
	Heads      map[int]string // heading as written, by column
	order      []int          // columns that have a heading, from left to right
	merged     bool           // the body has merged cells: nothing has shifted

	number                            int
	counting                          []int // columns of bare numbers
	tasks                             []int // task columns, the outermost first
	Text                              int   // the requirement
	Lead, Support, Department         []int
	due, from, until, change, remarks int
	levels                            map[int]levels // numbering that the full rows show, by column
	Titles                            []string       // texts above the heading
}

// levels is a set of numbering levels.
type levels uint8

func (s levels) has(l numbering.Level) bool { return s&(1<<l) != 0 }

// Find finds the list on a sheet and what its columns are for.
func Find(s *grid.Sheet, w *words.Words, duty *duty.Grammar) (*Table, bool) {
	reader := understood.New(understood.Known{Words: w, Status: status.New(w), Year: anyYear, Names: duty.LooksLikeDuty})
	b := reader.FindList(s)
	if b == nil {
		return nil, false
	}
	t := &Table{sheet: s, words: w, duty: duty, reader: reader, block: b, head: b.Head, body: b.Body, Titles: b.Titles()}
	t.readHeads()
	t.readColumns()
	return t, t.Text != 0
}

// anyYear is a year for which only the wording of a date matters.
const anyYear = 2000

// isHeading reports whether a row prints the heading once more.
func (t *Table) isHeading(row int) bool { return t.reader.IsHeadingOf(t.block, row) }

// readHeads takes the heading of each column: the lowest of its rows. A nameless column right
// of a task's or requirement's belongs to it.
func (t *Table) readHeads() {
	t.Heads, t.roles = map[int]string{}, map[int]words.Role{}
	last := 0
	for c := 1; c <= t.sheet.Width(); c++ {
		if col := t.block.Column(c); col != nil {
			t.Heads[c] = strings.TrimPrefix(col.Heading, col.Upper)
			t.roles[c] = t.labelled(col)
		}
		if role := t.roles[last]; t.Heads[c] == "" && (role == words.Task || role == words.Requirement) && t.hasBody(c) && t.head < t.body {
			t.Heads[c] = t.Heads[last]
			t.roles[c] = t.roles[last]
		}
		if t.Heads[c] != "" || t.head == t.body && t.hasBody(c) {
			t.order = append(t.order, c)
			last = c
		}
	}
	t.merged = t.anyMerge()
	t.widen()
}

// labelled returns the role of a column: what its heading says of who answers goes by the grammar
// of duties.
func (t *Table) labelled(col *understood.Column) words.Role {
	switch col.Role {
	case words.Requirement, words.Task, words.Number, words.Plan, words.Remarks:
		return col.Role
	}
	for _, heading := range []string{strings.TrimPrefix(col.Heading, col.Upper), col.Heading, col.Upper} {
		switch t.duty.LabelOf(heading) {
		case duty.LeadLabel:
			return words.Lead
		case duty.SupportLabel:
			return words.Support
		case duty.PersonLabel:
			return words.Person
		case duty.DueLabel:
			return words.Due
		case duty.UnitLabel:
			return words.Department
		}
	}
	return col.Role
}

// widen moves the headings to the right where the rows hold one cell more than the
// heading: a number without a heading of its own, whose heading cell spanned two columns.
func (t *Table) widen() {
	if t.merged {
		return
	}
	votes := map[int]int{}
	full := 0
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		filled := t.filled(row)
		if len(filled) != len(t.order)+1 {
			continue
		}
		full++
		for i, cell := range filled {
			if _, ok := numbering.Bare(cell.Text); ok {
				votes[t.column(i)]++
			}
		}
	}
	for i, c := range t.order {
		if full == 0 || votes[c] < full || t.roles[c] == words.Number {
			continue
		}
		heads, roles := map[int]string{c: string(words.Number)}, map[int]words.Role{c: words.Number}
		for j, old := range t.order {
			if j >= i {
				heads[t.column(j+1)], roles[t.column(j+1)] = t.Heads[old], t.roles[old]
			} else {
				heads[old], roles[old] = t.Heads[old], t.roles[old]
			}
		}
		t.order = append(t.order, t.column(len(t.order)))
		t.Heads, t.roles = heads, roles
		return
	}
}

// column returns the i-th column of the table, counting from 0, also beyond the heading.
func (t *Table) column(i int) int {
	if i < len(t.order) {
		return t.order[i]
	}
	return t.order[len(t.order)-1] + i - len(t.order) + 1
}

// filled returns the cells of a row that hold something, a merge counting once.
func (t *Table) filled(row int) []grid.Cell {
	var cells []grid.Cell
	for c := 1; c <= t.sheet.Width(); c++ {
		if cell := t.sheet.Cell(row, c); !cell.IsEmpty() && !draft.Sideways(cell) {
			cells = append(cells, cell)
		}
	}
	return cells
}

func (t *Table) anyMerge() bool {
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		for c := 1; c <= t.sheet.Width(); c++ {
			if t.sheet.Cell(row, c).Covered() {
				return true
			}
		}
	}
	return false
}

func (t *Table) hasBody(c int) bool {
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		if !t.sheet.Cell(row, c).IsEmpty() {
			return true
		}
	}
	return false
}
