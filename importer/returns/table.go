package returns

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
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
}

// column is what a column is for. A tick column stands for one status: √ under 已完成.
type column struct {
	role    words.Role
	heading string
	tick    Status
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

// findTables finds the tables of a sheet, from top to bottom. A heading that is printed
// again opens a table of its own where other columns or an own title stand above it; else
// it is the same table after a page break.
func (r *Reader) findTables(s *grid.Sheet) []*table {
	var tables []*table
	for row := 1; row <= s.LastRow(); row++ {
		if len(tables) == 0 && row > searchedRows {
			break
		}
		roles := r.roles
		if len(tables) > 0 {
			roles = r.words.Roles // below a table most rows are data: only whole headings count
		}
		if headings(s, row, roles) < 2 {
			continue
		}
		t := r.tableAt(s, row)
		if t == nil {
			continue
		}
		if n := len(tables); n > 0 {
			last := tables[n-1]
			t.top = r.preamble(last, row)
			if last.isRepeatedHeading(row) && !r.speaks(s, t.top, row) {
				row = t.body - 1
				continue
			}
			last.end = t.top - 1
		}
		tables = append(tables, t)
		row = t.body - 1
	}
	return tables
}

// tableAt returns the table whose heading begins at the row: a row in which at least two
// cells are headings of the vocabulary, and under which both a requirement and an answer
// have a column; nil for none.
func (r *Reader) tableAt(s *grid.Sheet, row int) *table {
	t := &table{sheet: s, top: 1, head: row, body: row + 1, end: s.LastRow()}
	for c := 1; c <= s.Width(); c++ {
		// A heading that reaches down from above begins the heading.
		if cell := s.Cell(row, c); isHeading(cell) && cell.Anchor().Row < t.head && row-cell.Anchor().Row < mostHeadRows {
			t.head = cell.Anchor().Row
		}
	}
	for t.body <= s.LastRow() && t.body-t.head < mostHeadRows && r.continuesHeading(s, t.body) {
		t.body++
	}
	r.findColumns(t)
	if !t.asks() || !t.answers() {
		return nil
	}
	return t
}

// preamble returns the first row of what belongs to the heading at row head: the titles
// and info rows right above it, but no row of the table before.
func (r *Reader) preamble(last *table, head int) int {
	top := head
	for top-1 >= last.body {
		_, filled := r.shape(last, top-1)
		above := top - 1
		switch {
		case filled == 0:
		case r.furniture(last, above, false) == Note, r.furniture(last, above, false) == Signature && !r.labelled(last.sheet, above):
			return top
		case filled > 1 && !r.labelled(last.sheet, above):
			return top
		}
		top--
	}
	return top
}

// labelled reports whether a row states whose the table is, or when.
func (r *Reader) labelled(s *grid.Sheet, row int) bool {
	var in info
	r.infoRow(s, row, &in, false)
	return len(in.of(words.Whose))+len(in.of(words.When)) > 0
}

// speaks reports whether the rows above a heading name a department or a quarter.
func (r *Reader) speaks(s *grid.Sheet, top, head int) bool {
	var in info
	for row := top; row < head; row++ {
		r.infoRow(s, row, &in, true)
	}
	for _, title := range in.titles {
		if len(r.plan.Roster.FindIn(title.Value)) > 0 || len(period.Mentions(title.Value)) > 0 {
			return true
		}
	}
	return len(in.of(words.Whose))+len(in.of(words.When)) > 0
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

// headings counts the cells of a row that are headings.
func headings(s *grid.Sheet, row int, roles func(string) []words.Role) int {
	n := 0
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if !sideways(cell) && isHeading(cell) && heads(roles(cell.Text)) {
			n++
		}
	}
	return n
}

// heads reports whether a heading with these roles helps to know a table by. 联系电话 and
// 填报人 stand in info rows as often.
func heads(roles []words.Role) bool {
	return len(roles) > 0 && !slices.Contains(roles, words.Filler)
}

// continuesHeading reports whether a row still belongs to the heading: a heading cell
// above reaches down into it, or it is made of headings itself.
func (r *Reader) continuesHeading(s *grid.Sheet, row int) bool {
	reached, filled, known := false, 0, 0
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || sideways(cell) {
			continue
		}
		if cell.Covered() {
			reached = true
			continue
		}
		filled++
		if isHeading(cell) && (len(r.roles(cell.Text)) > 0 || r.statuses[fold.Key(cell.Text)] != "") {
			known++
		}
	}
	if filled == 0 {
		return reached
	}
	return known == filled && known > 0 && (reached || known >= 2)
}

func isHeading(cell grid.Cell) bool {
	return cell.Kind == grid.Text && len([]rune(fold.Key(cell.Text))) <= longestHeading
}

// sideways reports whether the cell only repeats the one to its left under a merge.
func sideways(cell grid.Cell) bool { return cell.Covered() && cell.Anchor().Col != cell.At().Col }

// headingText returns the heading of a column: the texts of its heading rows, joined from
// top to bottom, each once.
func (t *table) headingText(col int) (joined, lowest string) {
	var parts []string
	for row := t.head; row < t.body; row++ {
		cell := t.sheet.Cell(row, col)
		if cell.IsEmpty() || cell.Covered() && cell.Anchor().Row != cell.At().Row {
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
	same, other := 0, 0
	for c := 1; c <= t.sheet.Width(); c++ {
		cell := t.sheet.Cell(row, c)
		if cell.IsEmpty() || sideways(cell) || cell.Covered() && cell.Anchor().Row < row {
			continue
		}
		if key := fold.Key(cell.Text); key != "" && strings.Contains(t.texts[c], key) && t.columns[c].role != "" {
			same++
		} else {
			other++
		}
	}
	return same >= 2 && other == 0
}

func blankRow(s *grid.Sheet, row int) bool {
	for c := 1; c <= s.Width(); c++ {
		if !s.Cell(row, c).IsEmpty() {
			return false
		}
	}
	return true
}
