package crossed

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heads"
)

// left is the first column of the departments.
func (c *crossing) left() int { return c.groups[0].cols[0] }

// own reports whether a column is a department's.
func (c *crossing) own(col int) bool {
	return slices.ContainsFunc(c.groups, func(g group) bool { return slices.Contains(g.cols, col) })
}

// widen finds the other lines of the heading: one above that parts columns of the same department, and
// those below that label the columns of each. It reports false where columns of one department are
// told apart by nothing.
func (c *crossing) widen(r *Reader) bool {
	v := c.view
	c.head, c.body = c.line, c.line+1
	for col := v.Left(); col < c.left(); col++ {
		if cell := v.Cell(c.line, col); v.Down(cell) && v.LineOf(cell) < c.head && c.line-v.LineOf(cell) < heads.MostRows {
			c.head = v.LineOf(cell)
		}
	}
	parted := slices.ContainsFunc(c.groups, func(g group) bool { return len(g.names) > 1 })
	if parted && c.head == c.line {
		c.head--
	}
	for c.body <= v.Last() && c.body-c.head < heads.MostRows && c.labels(r, c.body) {
		c.body++
	}
	if !parted {
		return true
	}
	for _, g := range c.groups {
		seen := map[string]bool{}
		for _, cell := range g.names {
			above := headAbove(v, c.head, v.ColumnOf(cell))
			if above == "" || seen[above] {
				return false
			}
			seen[above] = true
		}
	}
	return true
}

// headAbove returns the text of a heading line over a column. A cell heads the empty ones behind it.
func headAbove(v block.View, line, col int) string {
	if line < v.First() {
		return ""
	}
	for ; col >= v.Left(); col-- {
		if cell := v.Cell(line, col); !cell.IsEmpty() {
			return strings.TrimSpace(cell.Text)
		}
	}
	return ""
}

// labels reports whether a line labels the columns of the departments: before them it holds nothing of
// its own, and in each of their columns a short text; the same texts come round.
func (c *crossing) labels(r *Reader, line int) bool {
	v := c.view
	for col := v.Left(); col < c.left(); col++ {
		if cell := v.Cell(line, col); !cell.IsEmpty() && !v.Down(cell) {
			return false
		}
	}
	seen := map[string]int{}
	wide := false
	for _, g := range c.groups {
		wide = wide || len(g.cols) > 1
		for _, col := range g.cols {
			cell := v.Cell(line, col)
			if cell.IsEmpty() || cell.Kind != grid.Text || fold.Longer(cell.Text, heads.LongestBrief+4) || !r.cards.MayLabel(cell) && r.Status.Word(cell.Text) == status.NoStatus {
				return false
			}
			seen[fold.Key(cell.Text)]++
		}
	}
	if len(seen) == 1 && !wide {
		return len(r.Headings.Whole(v.Cell(line, c.left()).Text)) > 0 // 进展 under each
	}
	for _, n := range seen {
		if n < 2 {
			return false
		}
	}
	return wide
}

// closeAtNext ends the part above the next line of departments. One that holds the same names is the
// heading printed once more.
func (c *crossing) closeAtNext(r *Reader) {
	for line := c.body; line <= c.view.Last(); line++ {
		if r.departmentIn(c.view.Cell(line, c.left())) == "" {
			continue
		}
		next := r.departmentsAcross(c.view, line)
		if r.knownOf(next) < 2 {
			continue
		}
		if !slices.EqualFunc(c.groups, next, func(a, b group) bool { return a.bare == b.bare }) {
			c.end = line - 1
			return
		}
		for i := range next {
			c.groups[i].names = append(c.groups[i].names, next[i].names...)
		}
	}
}
