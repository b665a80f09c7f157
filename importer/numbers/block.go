package numbers

import (
	"taizhang/importer/grid"
	"taizhang/importer/table"
)

// placed is a cell that was found to be a number's.
type placed struct {
	indicator  int
	what       What
	quarter    int    // 1 to 4 where a heading names one
	department string // where the row or a heading names one
	cell       grid.Cell
	unit, note string
	above      string // unit that a line above states for all
	total      bool   // what somebody typed as a sum of departments
}

// stray is a cell that holds a number which nobody can place.
type stray struct {
	cell       grid.Cell
	label      string
	why        string
	candidates []int
	named      bool // the number is known, and its column is not
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
	under    bool     // the row was named in a line or a cell of its own
	tied     bool     // the line before goes on with the rows of one above it
	opened   []placed // what the last line was taken to say that names a row and holds no number
	outline  []outlined
	parted   bool     // some line below the heading in force names a department
	among    bool     // 其中 stands before the lines below it
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
	for _, s := range sc.strays {
		if s.named {
			n++
		}
	}
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
		case sc.isMarks(line, own):
			sc.heads, sc.headings = append(sc.heads, line), append(sc.headings, line)
		case sc.takeLine(line):
			sc.inHead = false
			sc.last = line
			if sc.first == 0 {
				sc.first = line
			}
		case sc.isHeading(own), sc.isSubheading(line, own):
			sc.takeHeading(line)
		default:
			sc.takeOther(line, own)
		}
	}
	return sc
}

// takeOther takes a line that is neither a heading nor numbers: a title, a group, a note.
func (sc *scan) takeOther(line int, own []grid.Cell) {
	sc.inHead = false
	sc.rows, sc.under, sc.among, sc.tied, sc.opened = nil, false, false, false, nil
	for _, c := range own {
		n := sc.index.find(c.Text)
		if n != nil {
			sc.noteDepth([]string{c.Text}, n.rows)
		} else {
			sc.noteDepth([]string{c.Text}, nil)
		}
		if n != nil {
			if len(n.rows) > 0 {
				sc.rows, sc.under = n.rows, true
			}
			if len(n.groups) > 0 {
				sc.groups = append(sc.groups, n.groups...)
			}
			if sc.last > 0 {
				sc.labels = append(sc.labels, c)
			}
		}
		if u := lineUnit(sc.form, c.Text); u != "" && c.Kind == grid.Text {
			if _, ok := sc.department(u); !ok {
				sc.unit = u
			}
		}
	}
}
