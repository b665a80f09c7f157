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
	stands := t.standing(filled)
	next := 0 // index in t.order
	for i, cell := range filled {
		at := -1
		if i <= stands {
			at = i
		} else if i == 0 || i == 1 && t.order[next-1] == t.number {
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
		if at >= len(t.order) || t.fits(cell.At().Col(), cell) && !t.fits(t.order[at], cell) {
			return line{}, false // it stands better where it is
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

// standing returns the index of the cell that holds the row's requirement in the requirement's own
// column; it has not moved, and neither has what stands before it. It is -1 where that column is
// empty, holds what may have moved there, a duty or a deadline, or where the first cell
// is numbered as only requirements are.
func (t *Table) standing(filled []grid.Cell) int {
	at := slices.Index(t.order, t.Text)
	if at < 1 || at >= len(filled) || len(t.tasks) == 0 {
		return -1
	}
	text := strings.TrimSpace(filled[at].String())
	if t.duty.LooksLikeDuty(text) || onlyDue(text) {
		return -1
	}
	first := numbering.Split(filled[0].Text).Level
	asksAlone := t.levels[t.Text].has(first) && !slices.ContainsFunc(t.tasks, func(c int) bool { return t.levels[c].has(first) })
	if first != numbering.None && asksAlone {
		return -1
	}
	return at
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
		return !t.duty.LooksLikeDuty(text) && !onlyDue(text)
	case slices.Contains(t.Lead, c), slices.Contains(t.Support, c), slices.Contains(t.Department, c):
		return t.duty.LooksLikeDuty(text)
	case c == t.due:
		return looksLikeDue(text) && !t.duty.LooksLikeDuty(text)
	case c == t.from, c == t.until:
		_, ok := period.ParseQuarter(text)
		return ok
	}
	return !t.duty.LooksLikeDuty(text)
}

// looksLikeDue reports whether a text in a deadline's column is one; it may say what is done by then.
func looksLikeDue(text string) bool {
	if len([]rune(text)) > longestDue {
		return false
	}
	due, ok := period.ParseDue(text, 2000) // any year: only the wording matters
	return ok && (due.Named() || len([]rune(text)) <= longestDue/2)
}

const longestDue = 24 // characters of a deadline; one without a date has half of them

// onlyDue reports whether a text is a deadline and says nothing else: 每季度末, and not
// 每季度公开预算执行情况, which asks for something.
func onlyDue(text string) bool {
	due, ok := period.ParseDue(text, 2000)
	switch {
	case !ok:
		return false
	case !due.On.IsZero():
		return due.Said == text
	case due.Recurring != "":
		phrase := period.FindDue(text, 2000).Recurring
		return phrase == "" || len([]rune(text))-len([]rune(phrase)) <= longestVerb
	}
	return len([]rune(text)) <= longestOpen
}

const (
	longestVerb = 2 // characters behind a rhythm that add nothing to it: 每月25日前报送
	longestOpen = 4 // characters of an open end that says nothing else: 长期坚持
)
