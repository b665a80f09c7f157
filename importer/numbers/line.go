package numbers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/tables"
)

// label is what stands to the left of a number in its line.
type label struct {
	names      stack
	texts      []string
	cells      []grid.Cell
	headed     headed
	department string
	unit       string // in the brackets of the nearest
	among      bool   // 其中 stands before a text
	unknown    bool   // a text that names nothing
	total      bool
	key        int // indicator that a hidden key names, -1 for none
	col        int // column of the nearest
}

// takeLine takes a line of numbers. It reports whether it was one.
func (sc *scan) takeLine(line int) bool {
	left, right := sc.view.Bounds()
	l := label{key: -1}
	var found []placed
	var lost []stray
	var others []grid.Cell
	unit, note, numbers, crossed, values := "", "", 0, 0, false
	for c := left; c <= right; c++ {
		cell := sc.view.Cell(line, c)
		col := sc.cols[c]
		switch {
		case col != nil && col.head == tables.HeadUnit && !cell.IsEmpty():
			if _, ok := sc.department(cell.Text); !ok {
				unit = writtenUnit(sc.form, cell.Text)
			}
			others = append(others, cell)
			continue
		case col != nil && (col.head == tables.HeadOther || col.head == tables.HeadEarlier):
			if n := sc.keyed(cell); n >= 0 {
				l.key = n
			} else if isRemark(col.text) {
				note = cell.Text
			}
			if !cell.IsEmpty() {
				others = append(others, cell)
			}
			continue
		case col != nil && col.isValue(), len(sc.cols) == 0 && len(l.names) > 0 && looksNumeric(sc.form, cell) && !cell.IsEmpty():
			values = true
			if sc.view.Across(cell) {
				continue
			}
			p, s, byHead := sc.place(line, cell, col, &l)
			if cell.Kind == grid.Number || !cell.IsEmpty() && looksNumeric(sc.form, cell) {
				numbers++
			}
			if s != nil {
				lost = append(lost, *s)
			}
			if p != nil {
				p.unit, p.above = unit, sc.unit
				if p.unit == "" {
					p.unit = l.unit
				}
				if p.unit == "" && col != nil {
					p.unit = col.unit
				}
				found = append(found, *p)
				if byHead {
					crossed++
				}
			}
			continue
		}
		if cell.IsEmpty() || sc.view.Across(cell) {
			continue
		}
		if values && len(sc.cols) > 0 && looksNumeric(sc.form, cell) && (col == nil || !col.given) {
			lost = append(lost, stray{cell: cell, label: strings.Join(l.texts, " "), why: "这个数不在任何一栏下面"})
			continue
		}
		if values {
			if sc.index.find(cell.Text) == nil {
				continue
			}
			l, values = label{key: -1}, false // another table stands beside
		}
		sc.read(cell, c, &l)
	}
	if len(found) == 0 {
		if len(lost) == 0 || numbers == 0 || !sc.within(line) || len(l.names) == 0 && !sc.list {
			return false
		}
	} else if numbers == 0 && len(sc.cols) == 0 {
		return false
	}
	for i := range found {
		found[i].note = note
	}
	sc.placed, sc.strays, sc.labels, sc.others = append(sc.placed, found...), append(sc.strays, lost...), append(sc.labels, l.cells...), append(sc.others, others...)
	sc.crossed += crossed
	sc.listed = sc.listed || sc.list
	if rows := l.names.rows(sc.index, l.names.has); len(l.names) > 0 && len(rows) > 0 {
		sc.rows, sc.under, sc.among = rows, l.names.apart(), false
	} else if l.unknown {
		sc.rows, sc.under, sc.among = nil, false, false
	}
	sc.among = sc.among || l.among
	return true
}

// within reports whether a line goes on with lines of numbers or stands below their heading.
func (sc *scan) within(line int) bool {
	return sc.last > 0 && line-sc.last <= 2 || len(sc.heads) > 0 && line-sc.heads[len(sc.heads)-1] <= 2
}

// read takes a cell for a part of the label.
func (sc *scan) read(cell grid.Cell, c int, l *label) {
	if cell.Kind != grid.Text || utf8.RuneCountInString(cell.Text) > longestLabel {
		return
	}
	l.cells, l.col = append(l.cells, cell), c
	if n := sc.keyed(cell); n >= 0 {
		l.key = n
		return
	}
	l.texts = append(l.texts, cell.Text)
	l.among = l.among || strings.Contains(cell.Text, "其中")
	h := headedBy(sc.form, cell.Text)
	if h.unit != "" {
		l.unit = h.unit
	}
	name, isDepartment := sc.department(cell.Text)
	switch n := sc.index.find(cell.Text); {
	case n != nil:
		l.names = append(stack{n}, l.names...)
		l.total = l.total || len(n.rows)+len(n.inds) == 0 && isTotal(cell.Text)
	case isDepartment:
		l.department = name
	case h.what != "":
		l.headed = h
	case isTotal(cell.Text):
		l.total = true
	case bare(cell.Text) != "" && !looksNumeric(sc.form, cell):
		l.unknown = true
	}
}

// rowsAbove returns the rows that a line which names a column goes on with: those of a heading of
// its own above it or in a cell of its own to the left, or those of the line of numbers to which 其中 ties it. A sum is no part of such
// a line. Nothing else ties a bare 其他 or 合计 to the line above.
func (sc *scan) rowsAbove(l *label) []ref {
	tied := (sc.among || l.among) && !slices.ContainsFunc(l.texts, func(s string) bool { return isTotal(unnumbered(s)) })
	if sc.under || tied {
		return sc.rows
	}
	return nil
}

func (sc *scan) keyed(cell grid.Cell) int {
	if cell.Kind != grid.Text || !strings.Contains(cell.Text, ".") || utf8.RuneCountInString(cell.Text) > longestLabel {
		return -1
	}
	return sc.form.Find(strings.TrimSpace(cell.Text))
}

// isTotal reports whether a label says that a line is a sum.
func isTotal(text string) bool {
	switch fold.Key(text) {
	case "合计", "总计", "小计":
		return true
	}
	return false
}

// isRemark reports whether explanations stand in a column.
func isRemark(heading string) bool {
	key := fold.Key(heading)
	return strings.Contains(key, "备注") || strings.HasSuffix(key, "说明") || strings.HasSuffix(key, "原因")
}

// place finds what number a cell is. It returns a stray where the cell holds something that
// can't be placed, and neither where it holds nothing.
func (sc *scan) place(line int, cell grid.Cell, col *column, l *label) (*placed, *stray, bool) {
	if col == nil {
		col = &column{}
	}
	inside := func(group string) bool { return l.names.has(group) || sc.groupAbove(line, l.col, group) }
	ind, byHead := sc.index.meet(l.names, col.names, inside)
	if ind < 0 && !l.unknown && len(col.names.cols()) == 0 {
		ind = sc.index.cross(sc.rowsAbove(l), l.names.cols())
	}
	if l.key >= 0 {
		if ind >= 0 && ind != l.key {
			return nil, &stray{cell: cell, label: strings.Join(l.texts, " "), why: "识别码与指标名称不是同一项", candidates: []int{l.key, ind}}, false
		}
		ind = l.key
	}
	if ind < 0 {
		if cell.IsEmpty() {
			return nil, nil, false
		}
		text := strings.Join(l.texts, " ")
		candidates := []int(nil)
		if n := len(l.texts); n > 0 {
			candidates = sc.index.likely(l.texts[n-1])
		}
		return nil, &stray{cell: cell, label: text, why: "对不上是哪一项指标", candidates: candidates}, false
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
	if l.total && l.department == "" && l.key < 0 {
		alone, _ := sc.index.meet(nil, col.names, inside)
		p.total = alone == ind
	}
	return p, nil, byHead
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
