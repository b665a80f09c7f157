package plan

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/status"
	understood "taizhang/importer/table"
	"taizhang/templates/words"
)

const (
	searchedRows   = 200 // a list begins within so many rows
	mostHeadRows   = 3
	longestHeading = 24 // characters of a heading cell; a longer one is a sentence
)

// table is where the list stands on a sheet, and what its columns are for. A column is 0
// where the list has none.
type table struct {
	sheet *grid.Sheet
	words *words.Words
	duty  *duty.Grammar

	reader *understood.Reader
	block  *understood.Block
	roles  map[int]words.Role // by column

	head, body int            // first heading row, first row below the heading
	heads      map[int]string // heading as written, by column
	order      []int          // columns that have a heading, from left to right
	merged     bool           // the body has merged cells: nothing has shifted

	number                            int
	tasks                             []int // task columns, the outermost first
	text                              int   // the requirement
	lead, support, department         []int
	due, from, until, change, remarks int
	levels                            map[int]levels // numbering that the full rows show, by column
	titles                            []string       // texts above the heading
}

// levels is a set of numbering levels.
type levels uint8

func (s levels) has(l numbering.Level) bool { return s&(1<<l) != 0 }

// findTable finds the list on a sheet and what its columns are for.
func findTable(s *grid.Sheet, w *words.Words, duty *duty.Grammar) (*table, bool) {
	reader := understood.New(understood.Known{Words: w, Status: status.New(w), Year: anyYear, Names: duty.LooksLikeDuty})
	b := reader.FindList(s)
	if b == nil {
		return nil, false
	}
	t := &table{sheet: s, words: w, duty: duty, reader: reader, block: b, head: b.Head, body: b.Body, titles: b.Titles()}
	t.readHeads()
	t.readColumns()
	return t, t.text != 0
}

// anyYear is a year for which only the wording of a date matters.
const anyYear = 2000

// isHeading reports whether a row prints the heading once more.
func (t *table) isHeading(row int) bool { return t.reader.IsHeadingOf(t.block, row) }

// readHeads takes the heading of each column: the lowest of its rows. A nameless column right
// of a task's or requirement's belongs to it.
func (t *table) readHeads() {
	t.heads, t.roles = map[int]string{}, map[int]words.Role{}
	last := 0
	for c := 1; c <= t.sheet.Width(); c++ {
		if col := t.block.Column(c); col != nil {
			t.heads[c] = strings.TrimPrefix(col.Heading, col.Upper)
			t.roles[c] = t.labelled(col)
		}
		if role := t.roles[last]; t.heads[c] == "" && (role == words.Task || role == words.Requirement) && t.hasBody(c) && t.head < t.body {
			t.heads[c] = t.heads[last]
			t.roles[c] = t.roles[last]
		}
		if t.heads[c] != "" || t.head == t.body && t.hasBody(c) {
			t.order = append(t.order, c)
			last = c
		}
	}
	t.merged = t.anyMerge()
	t.widen()
}

// labelled returns the role of a column: what its heading says of who answers goes by the grammar
// of duties.
func (t *table) labelled(col *understood.Column) words.Role {
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
func (t *table) widen() {
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
				heads[t.column(j+1)], roles[t.column(j+1)] = t.heads[old], t.roles[old]
			} else {
				heads[old], roles[old] = t.heads[old], t.roles[old]
			}
		}
		t.order = append(t.order, t.column(len(t.order)))
		t.heads, t.roles = heads, roles
		return
	}
}

// column returns the i-th column of the table, counting from 0, also beyond the heading.
func (t *table) column(i int) int {
	if i < len(t.order) {
		return t.order[i]
	}
	return t.order[len(t.order)-1] + i - len(t.order) + 1
}

// filled returns the cells of a row that hold something, a merge counting once.
func (t *table) filled(row int) []grid.Cell {
	var cells []grid.Cell
	for c := 1; c <= t.sheet.Width(); c++ {
		if cell := t.sheet.Cell(row, c); !cell.IsEmpty() && !draft.Sideways(cell) {
			cells = append(cells, cell)
		}
	}
	return cells
}

// alone returns the only cell of a row, an empty one where it holds none or several.
func (t *table) alone(row int) grid.Cell {
	if cells := t.filled(row); len(cells) == 1 {
		return cells[0]
	}
	return grid.Cell{}
}

func (t *table) anyMerge() bool {
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		for c := 1; c <= t.sheet.Width(); c++ {
			if t.sheet.Cell(row, c).Covered() {
				return true
			}
		}
	}
	return false
}

func (t *table) hasBody(c int) bool {
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		if !t.sheet.Cell(row, c).IsEmpty() {
			return true
		}
	}
	return false
}

// at returns a place on the table's sheet.
func (t *table) at(row int) finding.Place {
	return t.sheet.Place().At(row, 0)
}

func isShort(cell grid.Cell) bool {
	return cell.Kind == grid.Text && len([]rune(fold.Key(cell.Text))) <= longestHeading
}
