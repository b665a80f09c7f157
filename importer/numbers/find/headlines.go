package find

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/naming"
	"taizhang/importer/numbers/written"
	"taizhang/templates/tables"
)

// column is what the headings in force say of a column.
type column struct {
	names naming.Stack // the lowest first
	written.Heading
	department string
	text       string
	given      bool
	odd        string // a heading under the one that makes it a column of numbers, and that nobody understands
}

// isValue reports whether numbers stand in the column.
func (c *column) isValue() bool {
	switch c.Head {
	case tables.HeadName, tables.HeadUnit, tables.HeadEarlier, tables.HeadOther:
		return false
	}
	return c.What != "" || slices.ContainsFunc(c.names, (*naming.Named).Names)
}

// isHeading reports whether the cells of a line are headings of numbers: at least two of them,
// or a single one that heads a column, and no number among them.
func (sc *Scan) isHeading(own []grid.Cell) bool {
	n, heads := 0, false
	for _, c := range own {
		if c.Kind == grid.Number {
			return false
		}
		if utf8.RuneCountInString(c.Text) > naming.LongestLabel {
			continue
		}
		names := sc.find(c.Text)
		h := sc.heading(c.Text, names)
		if _, ok := sc.department(c.Text); ok || h.Head != "" || h.Unit != "" || names != nil {
			n++
		}
		said := sc.headingOf(c.Text) // a year alone is also a title
		heads = heads || (said.What != "" || names != nil && len(names.Cols) > 0 && len(names.Inside) == 0) && !strings.ContainsAny(c.Text, ":：")
	}
	return n >= 2 || heads && len(own) <= 2
}

// takeHeading takes in a heading line. The first one behind numbers puts the ones before out of
// force.
func (sc *Scan) takeHeading(line int) {
	if !sc.inHead {
		if len(sc.Placed) == 0 {
			sc.First, sc.Headings = 0, nil // what stood above was no heading of numbers
		}
		sc.cols, sc.heads, sc.list, sc.peopled = map[int]*column{}, nil, false, false
		sc.rows, sc.groups, sc.outline, sc.opened, sc.tied, sc.parted = nil, nil, nil, nil, false, false
		sc.inHead = true
	}
	if sc.First == 0 {
		sc.First = line
	}
	sc.heads, sc.Headings = append(sc.heads, line), append(sc.Headings, line)
	left, right := sc.View.Bounds()
	for c := left; c <= right; c++ {
		cell := sc.View.Cell(line, c)
		if cell.IsEmpty() || sc.View.Down(cell) && len(sc.heads) > 1 && sc.heads[len(sc.heads)-2] == line-1 {
			continue
		}
		sc.head(c, cell)
	}
	sc.spread(line)
}

// head notes what a heading says of a column.
func (sc *Scan) head(c int, cell grid.Cell) {
	col := sc.cols[c]
	if col == nil {
		col = &column{}
		sc.cols[c] = col
	}
	col.given, col.text = true, cell.Text
	n := sc.find(cell.Text)
	h := sc.heading(cell.Text, n)
	name, ok := sc.department(cell.Text)
	if ok {
		col.department = name
		if h.Head == "" && n == nil && sc.list { // a department's numbers of the list's rows
			h.Head, h.What = tables.HeadCumulative, numbers.Cumulative
			sc.peopled = true
		}
	}
	if col.isValue() && n == nil && !ok && h.Head == "" && h.Unit == "" && naming.Bare(cell.Text) != "" && !written.LooksNumeric(sc.Form, cell) {
		col.odd = cell.Text
	}
	if n != nil {
		col.names = append(naming.Stack{n}, col.names...)
	}
	if h.Head == "" && h.Unit != "" && col.department == "" && len(col.names) == 0 { // 金额（元）
		h.Head, h.What = tables.HeadCumulative, numbers.Cumulative
	}
	if h.Head != "" && (n == nil && !h.Head.Counts() || !slices.ContainsFunc(col.names, (*naming.Named).Names)) || h.What != "" {
		if h.Quarter == 0 {
			h.Quarter = col.Quarter
		}
		if h.Unit == "" {
			h.Unit = col.Unit
		}
		col.Heading = h
	}
	if h.Unit != "" {
		col.Unit = h.Unit
	}
	col.Month = col.Month || h.Month
	if h.Head == tables.HeadName || h.Head == tables.HeadUnit {
		sc.list = true
	}
}

// yearHead is a heading that names a year: 2021年, 2021年度, 2021年1-12月.
var yearHead = regexp.MustCompile(`^(20[0-9]{2})\s*年度?(?:[0-9]{1,2}月?[-—~至到]+[0-9]{1,2}月|全年|实际|累计|完成|发生|末|底)?(?:数量?|值|额)?(?:[（(].*[)）])?$`)

// heading reads a heading. One that names the report's year heads the year's numbers, one that names
// another year those of that year, whatever else it says.
func (sc *Scan) heading(text string, names *naming.Named) written.Heading {
	h := sc.headingOf(text)
	m := yearHead.FindStringSubmatch(fold.Text(text))
	if m == nil || sc.year == 0 || names != nil || utf8.RuneCountInString(text) > written.LongestHead || strings.ContainsAny(text, "：:") {
		return h
	}
	switch year, _ := strconv.Atoi(m[1]); {
	case year != sc.year:
		h.Head, h.What, h.Quarter = tables.HeadEarlier, "", 0
	case h.Head == "":
		h.Head, h.What = tables.HeadCumulative, numbers.Cumulative
	}
	return h
}

// isSubheading reports a line of texts below a heading line, all of them in columns of numbers or to
// the right of one: they tell the columns under one heading apart.
func (sc *Scan) isSubheading(line int, own []grid.Cell) bool {
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
		return sc.View.ColumnOf(c) < first || c.Kind != grid.Text || written.LooksNumeric(sc.Form, c) || utf8.RuneCountInString(c.Text) > written.LongestHead
	})
}

// ofHeading reports a cell that a heading was merged down to.
func (sc *Scan) ofHeading(cell grid.Cell) bool {
	return sc.View.Down(cell) && len(sc.heads) > 0 && sc.View.LineOf(cell) <= sc.heads[len(sc.heads)-1]
}

// bySomeOf returns the indicator whose column a heading names by a part of its name: 有效 of 现行有效件数.
// It is the only one of the rows' table that no other heading names; -1 else.
func (sc *Scan) bySomeOf(col *column, rows []naming.Ref) int {
	if len(rows) != 1 || len(col.names) > 0 || sc.headingOf(col.text).Head != "" {
		return -1
	}
	part := naming.Bare(naming.WithoutBrackets(col.text))
	if utf8.RuneCountInString(part) < 2 || slices.Contains(written.CountWords, part) || part == "件数" {
		return -1
	}
	t := &sc.Form.Tables[rows[0].Table]
	found := -1
	for k, a := range t.Columns {
		ind := sc.Form.At(rows[0].Table, rows[0].Axis, k)
		at := naming.Ref{Table: rows[0].Table, Axis: k}
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

func (sc *Scan) isHeaded(column naming.Ref) bool {
	for _, c := range sc.cols {
		if slices.Contains(c.names.Cols(), column) {
			return true
		}
	}
	return false
}

// spread lets what an upper heading says reach over the columns to its right that it was merged
// over before the file lost its merges: where the next heading line has texts of its own.
func (sc *Scan) spread(line int) {
	if len(sc.heads) < 2 || sc.heads[len(sc.heads)-2] != line-1 {
		return
	}
	left, right := sc.View.Bounds()
	var over grid.Cell
	for c := left; c <= right; c++ {
		upper, cell := sc.View.Cell(line-1, c), sc.View.Cell(line, c)
		if !upper.IsEmpty() {
			over = upper
			continue
		}
		if cell.IsEmpty() || over.IsEmpty() || over.Covered() {
			continue
		}
		col := sc.cols[c]
		if n := sc.find(over.Text); n != nil && (len(n.Rows) > 0 || len(n.Groups) > 0) {
			col.names = append(col.names, n)
		}
		if h := sc.headingOf(over.Text); h.Quarter > 0 && col.Quarter == 0 {
			col.Quarter = h.Quarter
			if col.What == "" {
				col.Heading = written.Heading{Head: h.Head, What: h.What, Quarter: h.Quarter, Unit: col.Unit}
			}
		}
	}
}
