package rows

import (
	"cmp"
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/numbering"
	understood "taizhang/importer/table"
	"taizhang/templates/words"
)

// readColumns decides what each column is for. Task and requirement go by content, for
// lists use 工作任务, 工作要求 and 具体要求 for each other: what is numbered 一、 or （一） is
// a task, and of the others the finest is the requirement.
func (t *Table) readColumns() {
	var open, counting []int
	roles := map[int]words.Role{}
	for _, c := range t.order {
		role := t.roles[c]
		roles[c] = role
		switch role {
		case words.Number:
			counting = append(counting, c)
		case words.Task, words.Requirement:
			if t.isCounting(c) {
				counting = append(counting, c)
				continue
			}
			open = append(open, c)
		case words.Lead:
			t.Lead = append(t.Lead, c)
		case words.Support:
			t.Support = append(t.Support, c)
		case words.Department:
			t.Department = append(t.Department, c)
		case words.Due:
			t.due = cmp.Or(t.due, c)
		case words.From:
			t.from = cmp.Or(t.from, c)
		case words.Until:
			t.until = cmp.Or(t.until, c)
		case words.Change:
			t.change = cmp.Or(t.change, c)
		case words.Remarks:
			t.remarks = cmp.Or(t.remarks, c)
		}
	}
	for _, c := range counting { // one counts the tasks, another the requirements
		if t.number == 0 || t.distinct(c) > t.distinct(t.number) {
			t.number = c
		}
	}
	t.counting = counting
	t.readLevels(open)
	t.chooseText(open, roles)
	t.tasks = slices.DeleteFunc(t.tasks, func(c int) bool {
		col := t.block.Column(c)
		return c > t.Text && col != nil && col.By == understood.ByContent
	})
}

// isCounting reports whether the column holds bare numbers only.
func (t *Table) isCounting(c int) bool {
	n := 0
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		cell := t.sheet.Cell(row, c)
		if cell.IsEmpty() || draft.Sideways(cell) {
			continue
		}
		if _, ok := numbering.Bare(cell.String()); !ok {
			return false
		}
		n++
	}
	return n > 0
}

// readLevels notes how the columns are numbered, from the rows in which all of them are
// filled: in the others cells may have shifted.
func (t *Table) readLevels(open []int) {
	t.levels = map[int]levels{}
	asks := slices.Concat(open, t.Lead, t.Support, t.Department)
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		if slices.ContainsFunc(asks, func(c int) bool { cell := t.sheet.Cell(row, c); return cell.IsEmpty() || draft.Sideways(cell) }) {
			continue
		}
		for _, c := range open {
			if l := numbering.Split(t.sheet.Cell(row, c).Text).Level; l != numbering.None {
				t.levels[c] |= 1 << l
			}
		}
	}
}

// chooseText chooses the requirement's column among the open ones; those that group it
// are the tasks'.
func (t *Table) chooseText(open []int, roles map[int]words.Role) {
	groups := func(c int) bool {
		l := t.levels[c]
		return (l.has(numbering.First) || l.has(numbering.Second)) && !l.has(numbering.Third) && !l.has(numbering.Fourth)
	}
	for _, role := range []words.Role{words.Requirement, words.Task, ""} {
		finest := 0
		for _, c := range open {
			if (roles[c] == role || role == "") && (!groups(c) || role == "") {
				finest = max(finest, t.distinct(c))
			}
		}
		for _, c := range open {
			if t.Text == 0 && finest > 0 && (roles[c] == role || role == "") && (!groups(c) || role == "") && t.distinct(c)*10 >= finest*9 {
				t.Text = c
			}
		}
	}
	for _, c := range open { // 公开事项 says the same for several lines, and 任务细化 right of it what each is
		if c > t.Text && t.distinct(c) > t.distinct(t.Text) && t.distinct(c) == t.rows() {
			t.Text = c
		}
	}
	// Where every column is numbered like a heading, the deepest one is the requirement.
	if t.Text != 0 && groups(t.Text) {
		t.Text = slices.MaxFunc(open, func(a, b int) int { return cmp.Compare(t.depth(a), t.depth(b)) })
	}
	for _, c := range open {
		if c != t.Text && (roles[c] == words.Task || groups(c) || c < t.Text) {
			t.tasks = append(t.tasks, c)
		}
	}
	slices.SortStableFunc(t.tasks, func(a, b int) int { return cmp.Compare(t.depth(a), t.depth(b)) })
}

// depth orders columns by their numbering; an unnumbered one stays where it is.
func (t *Table) depth(c int) int {
	for l := numbering.First; l <= numbering.Fourth; l++ {
		if t.levels[c].has(l) {
			return int(l)
		}
	}
	return 0
}

// rows counts the rows of the body that hold anything.
func (t *Table) rows() int {
	n := 0
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		if len(t.filled(row)) > 0 {
			n++
		}
	}
	return n
}

// distinct counts the texts of a column, each merge once, and what is written again right below once.
func (t *Table) distinct(c int) int {
	n, last := 0, ""
	for row := t.body; row <= t.sheet.LastRow(); row++ {
		cell := t.sheet.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() || cell.String() == last {
			continue
		}
		n++
		last = cell.String()
	}
	return n
}

// line is a row of the list by column, each cell where it belongs.
type line struct {
	row   int
	cells map[int]grid.Cell
	moved bool // cells had shifted: what is missing was under a merge
}

func (l line) cell(c int) grid.Cell { return l.cells[c] }

// column returns the column that a cell of the row belongs to.
func (l line) column(cell grid.Cell) int {
	for c, placed := range l.cells {
		if placed.At() == cell.At() {
			return c
		}
	}
	return cell.At().Col()
}
