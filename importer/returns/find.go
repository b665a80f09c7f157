package returns

import (
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

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
			roles = r.wholeRoles // below a table most rows are data: only whole headings count
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
		if cell := s.Cell(row, c); isHeading(cell) && cell.Anchor().Row() < t.head && row-cell.Anchor().Row() < mostHeadRows {
			t.head = cell.Anchor().Row()
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
	return cell.Kind == grid.Text && !fold.Longer(cell.Text, longestHeading)
}
