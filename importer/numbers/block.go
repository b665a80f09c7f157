package numbers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table"
	"taizhang/templates/tables"
)

// placed is a cell that was found to be a number's.
type placed struct {
	indicator  int
	what       What
	quarter    int    // 1 to 4 where a heading names one
	department string // where the row or a heading names one
	cell       grid.Cell
	unit, note string
	total      bool // what somebody typed as a sum of departments
}

// stray is a cell that holds a number which nobody can place.
type stray struct {
	cell       grid.Cell
	label      string
	why        string
	candidates []int
}

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

// scan goes through a sheet from top to bottom: headings hold until others come, and a line
// whose labels meet them is a line of numbers.
type scan struct {
	*Reader
	view     table.View
	cols     map[int]*column
	heads    []int // lines of the heading in force
	inHead   bool
	rows     []ref    // that a line of the list named last for those below it
	groups   []string // that stand above in the list, the last one last
	unit     string   // that a line above the tables states for all
	list     bool     // the heading in force is that of a list: 指标, 单位
	placed   []placed
	strays   []stray
	labels   []grid.Cell // cells that name rows
	others   []grid.Cell // known and not numbers: codes, remarks, earlier values
	headings []int       // all heading lines
	first    int         // line of the first heading or number
	last     int         // line of the last number
	crossed  int         // cells that a heading above helped to place
	listed   bool        // some heading was that of a list
	turned   bool        // lines are columns of the sheet
}

// scanSheet goes through a sheet as it lies, and on its side where more is found there.
func (r *Reader) scanSheet(s *grid.Sheet) *scan {
	upright := r.scanView(table.Whole(s))
	if s.LastRow() > mostTurned {
		return upright
	}
	if turned := r.scanView(table.OnSide(s)); turned.holds() && (!upright.holds() || turned.worth() > upright.worth()) {
		turned.turned = true
		return turned
	}
	return upright
}

// mostTurned is how many rows a sheet has at the most whose lines are columns.
const mostTurned = 80

// worth says how well a scan fits the sheet: numbers that were placed, less what was placed
// twice, and texts that were taken for numbers.
func (sc *scan) worth() int {
	type slot struct {
		indicator, quarter int
		what               What
		department         string
	}
	taken := map[slot]bool{}
	n := 0
	for _, p := range sc.placed {
		if p.cell.IsEmpty() {
			continue
		}
		at := slot{p.indicator, p.quarter, p.what, p.department}
		if looksNumeric(sc.form, p.cell) && !taken[at] {
			n++
		} else {
			n--
		}
		taken[at] = true
	}
	return n
}

func (r *Reader) scanView(v table.View) *scan {
	sc := &scan{Reader: r, view: v, cols: map[int]*column{}}
	_, bottom := v.Lines()
	for line := 1; line <= bottom; line++ {
		own := sc.view.Filled(line)
		switch {
		case len(own) == 0:
			sc.inHead = false
		case sc.takeLine(line):
			sc.inHead = false
			sc.last = line
			if sc.first == 0 {
				sc.first = line
			}
		case sc.isHeading(own):
			sc.takeHeading(line)
		default:
			sc.takeOther(line, own)
		}
	}
	return sc
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
		if _, ok := sc.department(c.Text); ok || h.head != "" || names != nil {
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

// takeOther takes a line that is neither a heading nor numbers: a title, a group, a note.
func (sc *scan) takeOther(line int, own []grid.Cell) {
	sc.inHead = false
	sc.rows = nil
	for _, c := range own {
		if n := sc.index.find(c.Text); n != nil {
			if len(n.rows) > 0 {
				sc.rows = n.rows
			}
			if len(n.groups) > 0 {
				sc.groups = append(sc.groups, n.groups...)
			}
			if sc.last > 0 {
				sc.labels = append(sc.labels, c)
			}
		}
		if unitLabel.MatchString(c.Text) {
			if u := unitIn(sc.form, c.Text); u != "" {
				sc.unit = u
			}
		}
	}
}

// label is what stands to the left of a number in its line.
type label struct {
	names      stack
	texts      []string
	cells      []grid.Cell
	headed     headed
	department string
	unknown    bool // a text that names nothing
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
			unit = unitIn(sc.form, cell.Text)
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
				p.unit = unit
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
		sc.rows = rows
	} else if l.unknown {
		sc.rows = nil
	}
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
	h := headedBy(sc.form, cell.Text)
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
		ind = sc.index.cross(sc.rows, l.names.cols())
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
