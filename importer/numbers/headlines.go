package numbers

import (
	"slices"
	"unicode/utf8"

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
		heads = heads || h.what != "" || names != nil && len(names.cols) > 0 && len(names.inside) == 0
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
		sc.rows, sc.groups = nil, nil
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
	if n := sc.index.find(cell.Text); n != nil {
		col.names = append(stack{n}, col.names...)
	}
	h := headedBy(sc.form, cell.Text)
	if name, ok := sc.department(cell.Text); ok {
		col.department = name
	}
	if h.head == "" && h.unit != "" && col.department == "" && len(col.names) == 0 { // 金额（元）
		h.head, h.what = tables.HeadCumulative, Cumulative
	}
	if h.head != "" && !slices.ContainsFunc(col.names, (*named).names) || h.what != "" {
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
