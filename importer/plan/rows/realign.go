package rows

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/numbering"
)

// line reads a row and puts each cell where it belongs. A list that was pasted as text
// has lost its merged cells, and the cells behind them moved to the left; whether the
// row was then padded at its end makes no difference. Numbering and wording tell where a
// cell belongs.
func (t *Table) line(row int) line {
	filled := t.filled(row)
	if l, ok := t.realign(row, filled); ok {
		return l
	}
	l := line{row: row, cells: map[int]grid.Cell{}}
	for _, c := range t.order {
		if cell := t.sheet.Cell(row, c); !draft.Sideways(cell) {
			l.cells[c] = cell
		}
	}
	return l
}

// realign finds the columns of a short row's cells. ok is false where the row is whole,
// or where its cells find no place one after the other.
func (t *Table) realign(row int, filled []grid.Cell) (l line, ok bool) {
	if !t.mayHaveMoved(filled) {
		return line{}, false
	}
	l = line{row: row, cells: map[int]grid.Cell{}}
	next := 0 // index in t.order
	for i, cell := range filled {
		at := -1
		if i == 0 || i == 1 && t.order[next-1] == t.number {
			at = slices.Index(t.order, t.start(filled[i:]))
		}
		for j := next; j < len(t.order) && at < next; j++ {
			if t.fits(t.order[j], cell) {
				at = j
			}
		}
		if at < next {
			at = next
		}
		if at >= len(t.order) {
			return line{}, false
		}
		l.moved = l.moved || cell.At().Col() != t.order[at]
		l.cells[t.order[at]] = cell
		next = at + 1
	}
	return l, true
}

// mayHaveMoved reports whether the row is shorter than the table and begins at its first
// column, in a table without merged cells.
func (t *Table) mayHaveMoved(filled []grid.Cell) bool {
	if t.merged || len(filled) == 0 || len(filled) >= len(t.order) {
		return false
	}
	for i, cell := range filled {
		if cell.At().Col() != t.order[i] {
			return false
		}
	}
	return true
}

// start returns the column that the first cell of a short row belongs to: the number's,
// a task's or the requirement's.
func (t *Table) start(filled []grid.Cell) int {
	cell := filled[0]
	if _, ok := numbering.Bare(cell.String()); ok && t.number != 0 {
		return t.number
	}
	n := numbering.Split(cell.Text)
	followed := len(filled) > 1 && t.fits(t.Text, filled[1]) // then it can be a task
	tasksNumbered := false
	for _, c := range t.tasks {
		if n.Level != numbering.None && t.levels[c].has(n.Level) && (followed || !t.levels[t.Text].has(n.Level)) {
			return c
		}
		tasksNumbered = tasksNumbered || t.levels[c] != 0
	}
	switch {
	case len(t.tasks) == 0:
		return t.Text
	case n.Level != numbering.None && t.levels[t.Text].has(n.Level):
		return t.Text
	case n.Level == numbering.First, n.Level == numbering.Second && !t.levels[t.Text].has(numbering.Second):
		return t.tasks[0]
	case n.Level == numbering.None && (followed || t.levels[t.Text] != 0 && !tasksNumbered):
		return t.tasks[0]
	}
	return t.Text
}

// fits reports whether a cell may belong to a column, by its numbering and wording.
func (t *Table) fits(c int, cell grid.Cell) bool {
	text := strings.TrimSpace(cell.String())
	n := numbering.Split(text)
	switch {
	case c == t.number:
		_, ok := numbering.Bare(text)
		return ok
	case slices.Contains(t.tasks, c):
		if n.Level != numbering.None {
			return t.levels[c].has(n.Level)
		}
		return t.levels[c] == 0 && !t.duty.LooksLikeDuty(text)
	case c == t.Text:
		if n.Level != numbering.None {
			return t.levels[c] == 0 || t.levels[c].has(n.Level)
		}
		return !t.duty.LooksLikeDuty(text) && !looksLikeDue(text)
	case slices.Contains(t.Lead, c), slices.Contains(t.Support, c), slices.Contains(t.Department, c):
		return t.duty.LooksLikeDuty(text)
	case c == t.due:
		return looksLikeDue(text) && !t.duty.LooksLikeDuty(text)
	}
	return !t.duty.LooksLikeDuty(text)
}

// looksLikeDue reports whether a text is a deadline and says nothing else.
func looksLikeDue(text string) bool {
	if len([]rune(text)) > longestDue {
		return false
	}
	due, ok := period.ParseDue(text, 2000) // any year: only the wording matters
	return ok && (due.Named() || len([]rune(text)) <= longestDue/2)
}

const longestDue = 24 // characters of a deadline; one without a date has half of them
