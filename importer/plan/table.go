package plan

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
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
	duty  *dutyReader

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

func (s levels) has(l level) bool { return s&(1<<l) != 0 }

// findTable finds the list: the first row in which two cells or more are headings, one of
// them a task's or a requirement's.
func findTable(s *grid.Sheet, w *words.Words, duty *dutyReader) (*table, bool) {
	for row := 1; row <= min(s.LastRow(), searchedRows); row++ {
		t := &table{sheet: s, words: w, duty: duty, head: row, body: row + 1}
		if !t.isHeading(row) {
			continue
		}
		for t.body <= s.LastRow() && t.body-t.head < mostHeadRows && t.continuesHeading(t.body) {
			t.body++
		}
		for r := 1; r < row; r++ {
			if title := t.alone(r); !title.IsEmpty() {
				t.titles = append(t.titles, title.Text)
			}
		}
		t.readHeads()
		t.readColumns()
		return t, true
	}
	return nil, false
}

// isHeading reports whether a row is the heading, or prints it once more.
func (t *table) isHeading(row int) bool {
	known, asks := 0, false
	for c := 1; c <= t.sheet.Width(); c++ {
		cell := t.sheet.Cell(row, c)
		if sideways(cell) || !isShort(cell) {
			continue
		}
		roles := t.words.Roles(cell.Text)
		if len(roles) > 0 {
			known++
		}
		asks = asks || slices.Contains(roles, words.Task) || slices.Contains(roles, words.Requirement)
	}
	return known >= 2 && asks
}

// continuesHeading reports whether the heading goes on in a row: its cells reach down
// into it, and what else stands there are headings.
func (t *table) continuesHeading(row int) bool {
	reached := false
	for c := 1; c <= t.sheet.Width(); c++ {
		cell := t.sheet.Cell(row, c)
		switch {
		case cell.IsEmpty() || sideways(cell):
		case cell.Covered() && cell.Anchor().Row() >= t.head:
			reached = true
		case !isShort(cell) || len(t.words.Roles(cell.Text)) == 0:
			return false
		}
	}
	return reached
}

// readHeads takes the heading of each column: the lowest cell that the vocabulary knows.
// A nameless column right of a task's or requirement's belongs to it.
func (t *table) readHeads() {
	t.heads = map[int]string{}
	last := ""
	for c := 1; c <= t.sheet.Width(); c++ {
		for row := t.head; row < t.body; row++ {
			if cell := t.sheet.Cell(row, c); !cell.IsEmpty() && (t.heads[c] == "" || t.role(cell.Text) != "") {
				t.heads[c] = cell.Text
			}
		}
		role := t.role(last)
		if t.heads[c] == "" && (role == words.Task || role == words.Requirement) && t.hasBody(c) {
			t.heads[c] = last
		}
		if last = t.heads[c]; last != "" {
			t.order = append(t.order, c)
		}
	}
	t.merged = t.anyMerge()
	t.widen()
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
			if _, ok := bareNumber(cell.Text); ok {
				votes[t.column(i)]++
			}
		}
	}
	for i, c := range t.order {
		if full == 0 || votes[c] < full || t.role(t.heads[c]) == words.Number {
			continue
		}
		heads := map[int]string{c: string(words.Number)}
		for j, old := range t.order {
			if j >= i {
				heads[t.column(j+1)] = t.heads[old]
			} else {
				heads[old] = t.heads[old]
			}
		}
		t.order = append(t.order, t.column(len(t.order)))
		t.heads = heads
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

// role returns what a heading is for in a list, "" where it doesn't matter.
func (t *table) role(heading string) words.Role {
	roles := t.words.Roles(heading)
	if len(roles) == 0 && len([]rune(fold.Key(heading))) <= longestHeading {
		roles = t.words.RolesWithin(heading)
	}
	for _, role := range []words.Role{words.Number, words.Lead, words.Support, words.Department, words.Requirement, words.Task,
		words.Due, words.From, words.Until, words.Change, words.Remarks} {
		if slices.Contains(roles, role) {
			return role
		}
	}
	return ""
}

// filled returns the cells of a row that hold something, a merge counting once.
func (t *table) filled(row int) []grid.Cell {
	var cells []grid.Cell
	for c := 1; c <= t.sheet.Width(); c++ {
		if cell := t.sheet.Cell(row, c); !cell.IsEmpty() && !sideways(cell) {
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

// sideways reports whether the cell only repeats the one to its left under a merge.
func sideways(cell grid.Cell) bool { return cell.Covered() && cell.Anchor().Col() != cell.At().Col() }

func isShort(cell grid.Cell) bool {
	return cell.Kind == grid.Text && len([]rune(fold.Key(cell.Text))) <= longestHeading
}
