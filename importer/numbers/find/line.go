package find

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers/naming"
	"taizhang/importer/numbers/written"
	"taizhang/templates/tables"
)

// label is what stands to the left of a number in its line.
type label struct {
	names      naming.Stack
	texts      []string
	cells      []grid.Cell
	headed     written.Heading
	department string
	unit       string // in the brackets of the nearest
	among      bool   // 其中 stands before a text
	unknown    bool   // a text that names nothing
	month      bool   // the line is one of months
	aside      bool   // the line is of an earlier time, of units, of codes
	total      bool
	tied       bool // it goes on with the rows of a line above
	key        int  // indicator that a hidden key names, -1 for none
	col        int  // column of the nearest
}

// takeLine takes a line of numbers. It reports whether it was one.
func (sc *Scan) takeLine(line int) bool {
	left, right := sc.View.Bounds()
	l := label{key: -1}
	var found []Placed
	var lost, months []Stray
	var others, before []grid.Cell
	var number finding.Place // the last that stands in a column of numbers
	unit, note, counted, crossed, values := "", "", 0, 0, false
	for c := left; c <= right; c++ {
		cell := sc.View.Cell(line, c)
		col := sc.cols[c]
		switch {
		case col != nil && col.Head == tables.HeadUnit && !cell.IsEmpty():
			if _, ok := sc.department(cell.Text); !ok {
				unit = written.Unit(sc.Form, cell.Text)
			}
			others = append(others, cell)
			continue
		case col != nil && (col.Head == tables.HeadOther || col.Head == tables.HeadEarlier):
			if n := sc.keyed(cell); n >= 0 {
				l.key = n
			} else if isTotal(cell.Text) { // 合计 under 序号
				l.total = true
			} else if isRemark(col.text) {
				note = cell.Text
			}
			if !cell.IsEmpty() {
				others = append(others, cell)
			}
			continue
		case col != nil && col.Month && !cell.IsEmpty() && len(l.names) > 0 && written.LooksNumeric(sc.Form, cell):
			if ind, _ := sc.Index.Meet(l.names, nil, l.names.Has); ind >= 0 {
				months = append(months, Stray{Cell: cell, Label: strings.Join(l.texts, " "), Why: "是一个月的数，没有全年或者一季度的数", Candidates: []int{ind}, named: true})
				continue
			}
		case col != nil && col.isValue() && !sc.ofHeading(cell), len(sc.cols) == 0 && len(l.names) > 0 && !cell.IsEmpty() && (written.LooksNumeric(sc.Form, cell) || sc.saysHowMany(cell, &l)):
			values = true
			if sc.View.Across(cell) && (cell.Anchor() != number || !written.LooksNumeric(sc.Form, cell)) { // one number over several columns may be none's
				continue
			}
			number = cell.Anchor()
			p, s, byHead := sc.place(line, cell, col, &l)
			if cell.Kind == grid.Number || !cell.IsEmpty() && (written.LooksNumeric(sc.Form, cell) || col == nil) {
				counted++
			}
			if p == nil && s == nil && !cell.IsEmpty() {
				others = append(others, cell)
			}
			if s != nil {
				lost = append(lost, *s)
			}
			if p != nil && l.month {
				if values, counted = true, counted+1; !cell.IsEmpty() {
					months = append(months, Stray{Cell: cell, Label: strings.Join(l.texts, " "), Why: "是一个月的数，没有全年或者一季度的数", Candidates: []int{p.Indicator}, named: true})
				}
				continue
			}
			if p != nil {
				p.Unit, p.Above = unit, sc.Unit
				if p.Unit == "" {
					p.Unit = l.unit
				}
				if p.Unit == "" && col != nil {
					p.Unit = col.Unit
				}
				found = append(found, *p)
				if byHead {
					crossed++
				}
			}
			continue
		}
		if values && col != nil && col.Head == tables.HeadName { // the labels of another table stand beside
			before = append(before, l.cells...)
			l, values, unit = label{key: -1}, false, ""
		}
		if cell.IsEmpty() || sc.View.Across(cell) || sc.ofHeading(cell) {
			continue
		}
		if (values && len(sc.cols) > 0 || len(sc.cols) == 0 && l.unknown) && written.LooksNumeric(sc.Form, cell) && (col == nil || col.Head == "") {
			why := "这个数不在任何一栏下面"
			switch {
			case len(sc.cols) == 0:
				why = "对不上是哪一项指标"
			case col != nil && col.given:
				why = "“" + finding.Brief(col.text) + "”一栏没有读懂"
			}
			lost = append(lost, Stray{Cell: cell, Label: strings.Join(l.texts, " "), Why: why})
			continue
		}
		if values {
			if len(sc.cols) > 0 && sc.find(cell.Text) == nil {
				continue
			}
			before = append(before, l.cells...)
			l, values = label{key: -1}, false // another table stands beside
		}
		sc.read(cell, c, &l)
	}
	sc.months = append(sc.months, months...)
	if len(found) == 0 && len(months) == 0 {
		if l.aside && values && len(lost) == 0 && sc.within(line) { // 备注 of a table on its side
			sc.Others = append(append(sc.Others, others...), l.cells...)
			return true
		}
		if len(lost) == 0 || counted == 0 || !sc.within(line) || len(l.names) == 0 && !sc.list {
			return false
		}
	} else if counted == 0 && len(sc.cols) == 0 {
		return false
	}
	if counted == 0 && slices.ContainsFunc(found, func(p Placed) bool { return sc.isName(p.Cell) }) {
		return false // a heading below a heading
	}
	for i := range found {
		found[i].Note = note
	}
	sc.parted = sc.parted || l.department != ""
	sc.Placed, sc.Strays, sc.Labels, sc.Others = append(sc.Placed, found...), append(sc.Strays, lost...), append(append(sc.Labels, before...), l.cells...), append(sc.Others, others...)
	sc.Crossed += crossed
	sc.listed = sc.listed || sc.list
	rows := l.names.Rows(sc.Index, l.names.Has)
	sc.takeBack(found, l.tied)
	switch {
	case len(rows) > 0:
		opens := sc.opens(found)
		sc.rows, sc.under, sc.among = rows, l.names.Apart() || opens, false
		if sc.opened = nil; opens {
			sc.opened = found
		}
		sc.noteDepth(l.texts, rows)
	case l.unknown:
		sc.rows, sc.under, sc.among, sc.opened = nil, false, false, nil
		sc.noteDepth(l.texts, nil)
	}
	sc.tied = l.tied
	sc.among = sc.among || l.among
	return true
}

// howMany is how a text begins that tells a number and more: 约80, 5件（其中自然人4件）, 20余条.
var howMany = regexp.MustCompile(`^(?:大?约|近|超过|不足|不到|共计?|合计)?[0-9][0-9,.]*(?:[余多几]|万|\p{Han}{1,2}(?:$|[（(,，、；;以左]))?`)

// saysHowMany reports whether a cell beside the whole name of a number tells how many in words, so that
// it is the number's and can't be read.
func (sc *Scan) saysHowMany(cell grid.Cell, l *label) bool {
	if cell.Kind != grid.Text || utf8.RuneCountInString(cell.Text) > naming.LongestLabel || l.unknown || !howMany.MatchString(fold.Text(cell.Text)) {
		return false
	}
	ind, _ := sc.Index.Meet(l.names, nil, l.names.Has)
	return ind >= 0
}

// within reports whether a line goes on with lines of numbers or stands below their heading.
func (sc *Scan) within(line int) bool {
	return sc.Last > 0 && line-sc.Last <= 2 || len(sc.heads) > 0 && line-sc.heads[len(sc.heads)-1] <= 2
}

// read takes a cell for a part of the label.
func (sc *Scan) read(cell grid.Cell, c int, l *label) {
	if cell.Kind != grid.Text || utf8.RuneCountInString(cell.Text) > naming.LongestLabel {
		return
	}
	l.cells, l.col = append(l.cells, cell), c
	if n := sc.keyed(cell); n >= 0 {
		l.key = n
		return
	}
	l.texts = append(l.texts, cell.Text)
	l.among = l.among || strings.Contains(cell.Text, "其中")
	h := sc.headingOf(cell.Text)
	if h.Unit != "" {
		l.unit = h.Unit
	}
	name, isDepartment := sc.department(cell.Text)
	switch n := sc.find(cell.Text); {
	case n != nil:
		l.names = append(naming.Stack{n}, l.names...)
		l.total = l.total || len(n.Rows)+len(n.Inds) == 0 && isTotal(cell.Text)
	case isDepartment:
		l.department = name
	case h.Month:
		l.month = true
	case h.Head == tables.HeadEarlier || h.Head == tables.HeadOther || h.Head == tables.HeadUnit:
		l.aside = true
	case h.What != "":
		l.headed = h
	case isTotal(cell.Text):
		l.total = true
	case naming.Bare(cell.Text) != "" && !written.LooksNumeric(sc.Form, cell):
		l.unknown = true
	}
}

func (sc *Scan) keyed(cell grid.Cell) int {
	if cell.Kind != grid.Text || !strings.Contains(cell.Text, ".") || utf8.RuneCountInString(cell.Text) > naming.LongestLabel {
		return -1
	}
	return sc.Form.Find(strings.TrimSpace(cell.Text))
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
