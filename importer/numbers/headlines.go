package numbers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/tables"
)

// column is what the headings in force say of a column.
type column struct {
	names stack // the lowest first
	headed
	department string
	text       string
	given      bool
	odd        string // a heading under the one that makes it a column of numbers, and that nobody understands
}

// isValue reports whether numbers stand in the column.
func (c *column) isValue() bool {
	switch c.head {
	case tables.HeadName, tables.HeadUnit, tables.HeadEarlier, tables.HeadOther:
		return false
	}
	return c.what != "" || slices.ContainsFunc(c.names, (*named).names)
}

// isHeading reports whether the cells of a line are headings of numbers: at least two of them,
// or a single one that heads a column, and no number among them.
func (sc *scan) isHeading(own []grid.Cell) bool {
	n, heads := 0, false
	for _, c := range own {
		if c.Kind == grid.Number {
			return false
		}
		if utf8.RuneCountInString(c.Text) > longestLabel {
			continue
		}
		h := headedBy(sc.form, c.Text)
		names := sc.index.find(c.Text)
		if _, ok := sc.department(c.Text); ok || h.head != "" || h.unit != "" || names != nil {
			n++
		}
		heads = heads || (h.what != "" || names != nil && len(names.cols) > 0 && len(names.inside) == 0) && !strings.ContainsAny(c.Text, ":：")
	}
	return n >= 2 || heads && len(own) <= 2
}

// longestLabel is how many characters a label has at the most; a sentence is none.
const longestLabel = 60

// takeHeading takes in a heading line. The first one behind numbers puts the ones before out of
// force.
func (sc *scan) takeHeading(line int) {
	if !sc.inHead {
		if len(sc.placed) == 0 {
			sc.first, sc.headings = 0, nil // what stood above was no heading of numbers
		}
		sc.cols, sc.heads, sc.list = map[int]*column{}, nil, false
		sc.rows, sc.groups, sc.outline, sc.opened, sc.tied, sc.parted = nil, nil, nil, nil, false, false
		sc.inHead = true
	}
	if sc.first == 0 {
		sc.first = line
	}
	sc.heads, sc.headings = append(sc.heads, line), append(sc.headings, line)
	left, right := sc.view.Bounds()
	for c := left; c <= right; c++ {
		cell := sc.view.Cell(line, c)
		if cell.IsEmpty() || sc.view.Down(cell) && len(sc.heads) > 1 && sc.heads[len(sc.heads)-2] == line-1 {
			continue
		}
		sc.head(c, cell)
	}
	sc.spread(line)
}

// head notes what a heading says of a column.
func (sc *scan) head(c int, cell grid.Cell) {
	col := sc.cols[c]
	if col == nil {
		col = &column{}
		sc.cols[c] = col
	}
	col.given, col.text = true, cell.Text
	n := sc.index.find(cell.Text)
	h := headedBy(sc.form, cell.Text)
	name, ok := sc.department(cell.Text)
	if ok {
		col.department = name
	}
	if col.isValue() && n == nil && !ok && h.head == "" && h.unit == "" && bare(cell.Text) != "" && !looksNumeric(sc.form, cell) {
		col.odd = cell.Text
	}
	if n != nil {
		col.names = append(stack{n}, col.names...)
	}
	if h.head == "" && h.unit != "" && col.department == "" && len(col.names) == 0 { // 金额（元）
		h.head, h.what = tables.HeadCumulative, Cumulative
	}
	if h.head != "" && (n == nil && !h.head.Counts() || !slices.ContainsFunc(col.names, (*named).names)) || h.what != "" {
		if h.quarter == 0 {
			h.quarter = col.quarter
		}
		if h.unit == "" {
			h.unit = col.unit
		}
		col.headed = h
	}
	if h.unit != "" {
		col.unit = h.unit
	}
	if h.head == tables.HeadName || h.head == tables.HeadUnit {
		sc.list = true
	}
}

// isSubheading reports a line of texts below a heading line, all of them in columns of numbers or to
// the right of one: they tell the columns under one heading apart.
func (sc *scan) isSubheading(line int, own []grid.Cell) bool {
	if !sc.inHead || len(sc.heads) == 0 || sc.heads[len(sc.heads)-1] != line-1 {
		return false
	}
	first := 0
	for c, col := range sc.cols {
		if col.isValue() && (first == 0 || c < first) {
			first = c
		}
	}
	return first > 0 && !slices.ContainsFunc(own, func(c grid.Cell) bool {
		return sc.view.ColumnOf(c) < first || c.Kind != grid.Text || looksNumeric(sc.form, c) || utf8.RuneCountInString(c.Text) > longestHead
	})
}

// ofHeading reports a cell that a heading was merged down to.
func (sc *scan) ofHeading(cell grid.Cell) bool {
	return sc.view.Down(cell) && len(sc.heads) > 0 && sc.view.LineOf(cell) <= sc.heads[len(sc.heads)-1]
}

// bySomeOf returns the indicator whose column a heading names by a part of its name: 有效 of 现行有效件数.
// It is the only one of the rows' table that no other heading names; -1 else.
func (sc *scan) bySomeOf(col *column, rows []ref) int {
	if len(rows) != 1 || len(col.names) > 0 || headedBy(sc.form, col.text).head != "" {
		return -1
	}
	part := bare(withoutBrackets(col.text))
	if utf8.RuneCountInString(part) < 2 || slices.Contains(countWords, part) || part == "件数" {
		return -1
	}
	t := &sc.form.Tables[rows[0].table]
	found := -1
	for k, a := range t.Columns {
		ind := sc.form.At(rows[0].table, rows[0].axis, k)
		at := ref{rows[0].table, k}
		if ind < 0 || !strings.Contains(fold.Key(a.Name), part) || sc.isHeaded(at) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = ind
	}
	return found
}

func (sc *scan) isHeaded(column ref) bool {
	for _, c := range sc.cols {
		if slices.Contains(c.names.cols(), column) {
			return true
		}
	}
	return false
}

// spread lets what an upper heading says reach over the columns to its right that it was merged
// over before the file lost its merges: where the next heading line has texts of its own.
func (sc *scan) spread(line int) {
	if len(sc.heads) < 2 || sc.heads[len(sc.heads)-2] != line-1 {
		return
	}
	left, right := sc.view.Bounds()
	var over grid.Cell
	for c := left; c <= right; c++ {
		upper, cell := sc.view.Cell(line-1, c), sc.view.Cell(line, c)
		if !upper.IsEmpty() {
			over = upper
			continue
		}
		if cell.IsEmpty() || over.IsEmpty() || over.Covered() {
			continue
		}
		col := sc.cols[c]
		if n := sc.index.find(over.Text); n != nil && (len(n.rows) > 0 || len(n.groups) > 0) {
			col.names = append(col.names, n)
		}
		if h := headedBy(sc.form, over.Text); h.quarter > 0 && col.quarter == 0 {
			col.quarter = h.quarter
			if col.what == "" {
				col.headed = headed{head: h.head, what: h.what, quarter: h.quarter, unit: col.unit}
			}
		}
	}
}
