package numbers

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
)

// place finds what number a cell is. It returns a stray where the cell holds something that
// can't be placed, and neither where it holds nothing.
func (sc *scan) place(line int, cell grid.Cell, col *column, l *label) (*placed, *stray, bool) {
	if col == nil {
		col = &column{}
	}
	inside := func(group string) bool { return l.names.has(group) || sc.groupAbove(line, l.col, group) }
	sum := l.total && l.department == "" && l.key < 0
	names := l.names
	if sum && sc.parted { // the sum of the departments above
		names = nil
	}
	ind, byHead := sc.index.meet(names, col.names, inside)
	if ind < 0 && !l.unknown && len(col.names.cols()) == 0 {
		ind = sc.index.cross(sc.rowsAbove(l), l.names.cols())
		l.tied = l.tied || ind >= 0
	}
	if ind < 0 && !l.unknown && col.odd == "" {
		ind = sc.bySomeOf(col, l.names.rows(sc.index, inside))
		byHead = byHead || ind >= 0
	}
	if l.key >= 0 {
		if ind >= 0 && ind != l.key {
			return nil, &stray{cell: cell, label: strings.Join(l.texts, " "), why: "识别码与指标名称不是同一项", candidates: []int{l.key, ind}}, false
		}
		ind = l.key
	}
	if ind < 0 {
		if cell.IsEmpty() || sc.form.Absent[fold.Key(cell.Text)] {
			return nil, nil, false // — behind a title
		}
		text := strings.Join(l.texts, " ")
		candidates := []int(nil)
		if n := len(l.texts); n > 0 {
			candidates = sc.index.likely(l.texts[n-1])
		}
		return nil, &stray{cell: cell, label: text, why: "对不上是哪一项指标", candidates: candidates}, false
	}
	if col.odd != "" && !cell.IsEmpty() {
		return nil, &stray{cell: cell, label: strings.Join(l.texts, " "), why: "“" + brief(col.odd) + "”一栏没有读懂", candidates: []int{ind}, named: true}, false
	}
	p := &placed{indicator: ind, what: Cumulative, cell: cell, department: col.department, quarter: max(col.quarter, l.headed.quarter)}
	if l.department != "" {
		p.department = l.department
	}
	switch {
	case col.what != "":
		p.what = col.what
	case l.headed.what != "":
		p.what = l.headed.what
	}
	if sum {
		alone, _ := sc.index.meet(nil, col.names, inside)
		p.total = alone == ind && (sc.parted || !sc.ownColumn(l, ind))
	}
	return p, nil, byHead
}

// ownColumn reports whether the label of a line names the column of a number: 总计 of a table on its side.
func (sc *scan) ownColumn(l *label, indicator int) bool {
	ind := &sc.form.Indicators()[indicator]
	return slices.Contains(l.names.cols(), ref{ind.Table, ind.Column})
}

// isName reports a cell whose text is the name of a row, a column or a number.
func (sc *scan) isName(cell grid.Cell) bool {
	if cell.Kind != grid.Text || cell.IsEmpty() {
		return false
	}
	n := sc.index.find(cell.Text)
	return n != nil && n.names()
}

// groupAbove reports whether a group's heading stands to the left of a label, in a cell that was
// merged down to it before the file lost its merges, or last above it in a list.
func (sc *scan) groupAbove(line, col int, group string) bool {
	left, _ := sc.view.Bounds()
	for c := col - 1; c >= left; c-- {
		for up := line; up >= max(1, sc.first); up-- {
			cell := sc.view.Cell(up, c)
			if cell.IsEmpty() {
				continue
			}
			if n := sc.index.find(cell.Text); n != nil && slices.Contains(n.groups, group) {
				return true
			}
			break
		}
	}
	return len(sc.groups) > 0 && sc.groups[len(sc.groups)-1] == group
}
