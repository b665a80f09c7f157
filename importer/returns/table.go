package returns

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

const (
	longestHeading = 24 // characters of a heading cell; a longer one is a sentence
	mostHeadRows   = 3
	searchedRows   = 200 // a table begins within so many rows
)

// table is where the answers stand on a sheet.
type table struct {
	sheet   *grid.Sheet
	top     int    // first row of what stands above it: titles and info rows
	head    int    // first heading row
	body    int    // first row below the heading
	end     int    // last row
	first   *table // the first table of the sheet, whose titles speak for the others too
	columns map[int]column
	texts   map[int]string // folded heading text by column, for repeated headings

	keys     []grid.Read[FormKey] // in its lines, once keysRead
	keysRead bool
	signed   map[int]bool // whether a line is a signature, as far as it was asked
}

// column is what a column is for. A tick column stands for one status: √ under 已完成.
type column struct {
	role    words.Role
	heading string
	tick    status.Status
	quarter int // 1 to 4 where the heading names a quarter: 第三季度完成情况
}

func (t *table) has(role words.Role) bool { return len(t.of(role)) > 0 }

// of returns the columns of a role, from left to right.
func (t *table) of(role words.Role) []int {
	var cols []int
	for c := 1; c <= t.sheet.Width(); c++ {
		if t.columns[c].role == role {
			cols = append(cols, c)
		}
	}
	return cols
}

// quarters returns the quarters that answer columns are headed with, in the order of the
// year, where there are several: one sheet for the whole year.
func (t *table) quarters() []int {
	var qs []int
	for _, col := range t.columns {
		if col.isAnswer() && col.quarter != 0 && !slices.Contains(qs, col.quarter) {
			qs = append(qs, col.quarter)
		}
	}
	slices.Sort(qs)
	if len(qs) < 2 {
		return nil
	}
	return qs
}

// in returns the table with the answers of one quarter only.
func (t *table) in(quarter int) *table {
	one := *t
	one.columns = map[int]column{}
	for c, col := range t.columns {
		if col.quarter == 0 || col.quarter == quarter {
			one.columns[c] = col
		}
	}
	return &one
}

// asks reports whether rows can be told apart: by requirement, task or number.
func (t *table) asks() bool {
	return t.has(words.Requirement) || t.has(words.Task) || t.has(words.Number)
}

// answers reports whether there is a column that a department fills in.
func (t *table) answers() bool {
	for _, c := range t.columns {
		if c.isAnswer() {
			return true
		}
	}
	return false
}

func (c column) isAnswer() bool {
	switch c.role {
	case words.Progress, words.Status, words.Percent, words.Completed:
		return true
	}
	return false
}

// sideways reports whether the cell only repeats the one to its left under a merge.
func sideways(cell grid.Cell) bool { return cell.Covered() && cell.Anchor().Col() != cell.At().Col() }

// headingText returns the heading of a column: the texts of its heading rows, joined from
// top to bottom, each once.
func (t *table) headingText(col int) (joined, lowest string) {
	var parts []string
	for row := t.head; row < t.body; row++ {
		cell := t.sheet.Cell(row, col)
		if cell.IsEmpty() || cell.Covered() && cell.Anchor().Row() != cell.At().Row() {
			continue
		}
		lowest = cell.Text
		parts = append(parts, cell.Text)
	}
	return strings.Join(parts, ""), lowest
}

// isRepeatedHeading reports whether a row prints the heading once more, as after a page
// break.
func (t *table) isRepeatedHeading(row int) bool {
	same := 0
	for c := 1; c <= t.sheet.Width(); c++ {
		cell := t.sheet.Cell(row, c)
		if cell.IsEmpty() || sideways(cell) || cell.Covered() && cell.Anchor().Row() < row {
			continue
		}
		if t.columns[c].role == "" {
			return false
		}
		if key := fold.Key(cell.Text); key == "" || !strings.Contains(t.texts[c], key) {
			return false
		}
		same++
	}
	return same >= 2
}

func blankRow(s *grid.Sheet, row int) bool {
	for c := 1; c <= s.Width(); c++ {
		if !s.Cell(row, c).IsEmpty() {
			return false
		}
	}
	return true
}
