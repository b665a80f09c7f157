package find

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/naming"
)

// place finds what number a cell is. It returns a stray where the cell holds something that
// can't be placed, and neither where it holds nothing.
func (sc *Scan) place(line int, cell grid.Cell, col *column, l *label) (*Placed, *Stray, bool) {
	if col == nil {
		col = &column{}
	}
	inside := func(group string) bool { return l.names.Has(group) || sc.groupAbove(line, l.col, group) }
	sum := l.total && l.department == "" && l.key < 0
	names := l.names
	if sum && sc.parted { // the sum of the departments above
		names = nil
	}
	ind, byHead := sc.Index.Meet(names, col.names, inside)
	if ind < 0 && !l.unknown && len(col.names.Cols()) == 0 {
		ind = sc.Index.Cross(sc.rowsAbove(l), l.names.Cols())
		l.tied = l.tied || ind >= 0
	}
	if ind < 0 && !l.unknown && col.odd == "" {
		ind = sc.bySomeOf(col, l.names.Rows(sc.Index, inside))
		byHead = byHead || ind >= 0
	}
	if l.key >= 0 {
		if ind >= 0 && ind != l.key {
			return nil, &Stray{Cell: cell, Label: strings.Join(l.texts, " "), Why: "识别码与指标名称不是同一项", Candidates: []int{l.key, ind}}, false
		}
		ind = l.key
	}
	if ind < 0 {
		if cell.IsEmpty() || sc.Form.Absent[fold.Key(cell.Text)] {
			return nil, nil, false // — behind a title
		}
		text := strings.Join(l.texts, " ")
		candidates := []int(nil)
		if n := len(l.texts); n > 0 {
			candidates = sc.Index.Likely(l.texts[n-1])
		}
		return nil, &Stray{Cell: cell, Label: text, Why: "对不上是哪一项指标", Candidates: candidates}, false
	}
	if l.key < 0 && !l.says() {
		switch {
		case l.aside || l.unknown && cell.IsEmpty():
			return nil, nil, false
		case l.unknown:
			return nil, &Stray{Cell: cell, Label: strings.Join(l.texts, " "), Why: "“" + finding.Brief(strings.Join(l.texts, " ")) + "”没有读懂", Candidates: []int{ind}}, false
		}
	}
	if col.odd != "" && !cell.IsEmpty() {
		return nil, &Stray{Cell: cell, Label: strings.Join(l.texts, " "), Why: "“" + finding.Brief(col.odd) + "”一栏没有读懂", Candidates: []int{ind}, named: true}, false
	}
	p := &Placed{Indicator: ind, What: numbers.Cumulative, Cell: cell, Department: col.department, Quarter: max(col.Quarter, l.headed.Quarter)}
	if l.department != "" {
		p.Department = l.department
	}
	switch {
	case col.What != "":
		p.What = col.What
	case l.headed.What != "":
		p.What = l.headed.What
	}
	if sc.peopled && col.department == "" && isTotal(col.text) { // the departments beside it
		p.Total = true
	}
	if sum {
		alone, _ := sc.Index.Meet(nil, col.names, inside)
		p.Total = alone == ind && (sc.parted || !sc.ownColumn(l, ind))
	}
	return p, nil, byHead
}

// ownColumn reports whether the label of a line names the column of a number: 总计 of a table on its side.
func (sc *Scan) ownColumn(l *label, indicator int) bool {
	ind := &sc.Form.Indicators()[indicator]
	return slices.Contains(l.names.Cols(), naming.Ref{Table: ind.Table, Axis: ind.Column})
}

// isName reports a cell whose text is the name of a row, a column or a number.
func (sc *Scan) isName(cell grid.Cell) bool {
	if cell.Kind != grid.Text || cell.IsEmpty() {
		return false
	}
	n := sc.find(cell.Text)
	return n != nil && n.Names()
}

// groupAbove reports whether a group's heading stands to the left of a label, in a cell that was
// merged down to it before the file lost its merges, or last above it in a list.
func (sc *Scan) groupAbove(line, col int, group string) bool {
	left, _ := sc.View.Bounds()
	for c := col - 1; c >= left; c-- {
		for up := line; up >= max(1, sc.First); up-- {
			cell := sc.View.Cell(up, c)
			if cell.IsEmpty() {
				continue
			}
			if n := sc.find(cell.Text); n != nil && slices.Contains(n.Groups, group) {
				return true
			}
			break
		}
	}
	return len(sc.groups) > 0 && sc.groups[len(sc.groups)-1] == group
}

// says reports whether a label tells which numbers its line holds: what they are, whose, of when, or that
// they are a sum.
func (l *label) says() bool {
	return len(l.names) > 0 || l.department != "" || l.total || l.month || l.headed.What != ""
}
