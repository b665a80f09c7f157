package find

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/naming"
	"taizhang/importer/numbers/written"
	"taizhang/importer/table"
)

// Placed is a cell that was found to be a number's.
type Placed struct {
	Indicator  int
	What       numbers.What
	Quarter    int    // 1 to 4 where a heading names one
	Department string // where the row or a heading names one
	Cell       grid.Cell
	Unit, Note string
	Above      string // unit that a line above states for all
	Total      bool   // what somebody typed as a sum of departments
}

// Stray is a cell that holds a number which nobody can place.
type Stray struct {
	Cell       grid.Cell
	Label      string
	Why        string
	Candidates []int
	named      bool // the number is known, and its column is not
}

// Scan goes through a sheet from top to bottom: headings hold until others come, and a line
// whose labels meet them is a line of numbers.
type Scan struct {
	*Finder
	View     table.View
	cols     map[int]*column
	heads    []int // lines of the heading in force
	inHead   bool
	rows     []naming.Ref // that a line of the list named last for those below it
	under    bool         // the row was named in a line or a cell of its own
	tied     bool         // the line before goes on with the rows of one above it
	opened   []Placed     // what the last line was taken to say that names a row and holds no number
	outline  []outlined
	parted   bool     // some line below the heading in force names a department
	among    bool     // 其中 stands before the lines below it
	groups   []string // that stand above in the list, the last one last
	Unit     string   // that a line above the tables states for all
	peopled  bool     // columns of the list in force are departments
	list     bool     // the heading in force is that of a list: 指标, 单位
	Placed   []Placed
	Strays   []Stray
	months   []Stray     // numbers of single months
	Labels   []grid.Cell // cells that name rows
	Others   []grid.Cell // known and not numbers: codes, remarks, earlier values
	Headings []int       // all heading lines
	First    int         // line of the first heading or number
	Last     int         // line of the last number
	Crossed  int         // cells that a heading above helped to place
	listed   bool        // some heading was that of a list
	Turned   bool        // lines are columns of the sheet
}

// scanSheet goes through a sheet as it lies, and on its side where more is found there.
func (r *Finder) Sheet(s *grid.Sheet) *Scan {
	upright := r.scanView(table.Whole(s))
	if s.LastRow() > mostTurned || upright.Whole(s) {
		return upright
	}
	if turned := r.scanView(table.OnSide(s)); turned.Holds() && (!upright.Holds() || turned.Worth() > upright.Worth()) {
		turned.Turned = true
		return turned
	}
	return upright
}

// Whole reports whether a scan has placed every number of the sheet, so that no other way to look at it
// finds more.
func (sc *Scan) Whole(s *grid.Sheet) bool {
	if len(sc.Strays) > 0 || !sc.Holds() {
		return false
	}
	n := 0
	for c := range s.Cells() {
		if !c.IsEmpty() && !c.Covered() && written.LooksNumeric(sc.Form, c) {
			n++
		}
	}
	return sc.Worth() >= n
}

// mostTurned is how many rows a sheet has at the most whose lines are columns.
const mostTurned = 80

// Worth says how well a scan fits the sheet: numbers that were placed, less what was placed
// twice, and texts that were taken for numbers.
func (sc *Scan) Worth() int {
	type slot struct {
		indicator, quarter int
		what               numbers.What
		department         string
	}
	taken := map[slot]bool{}
	n := 0
	for _, s := range sc.Strays {
		if s.named {
			n++
		}
	}
	for _, p := range sc.Placed {
		if p.Cell.IsEmpty() {
			continue
		}
		at := slot{p.Indicator, p.Quarter, p.What, p.Department}
		if written.LooksNumeric(sc.Form, p.Cell) && !taken[at] {
			n++
		} else {
			n--
		}
		taken[at] = true
	}
	return n
}

func (r *Finder) scanView(v table.View) *Scan {
	sc := &Scan{Finder: r, View: v, cols: map[int]*column{}}
	_, bottom := v.Lines()
	for line := 1; line <= bottom; line++ {
		own := sc.View.Filled(line)
		switch {
		case len(own) == 0:
			sc.inHead = false
		case sc.isMarks(line, own):
			sc.heads, sc.Headings = append(sc.heads, line), append(sc.Headings, line)
		case sc.takeLine(line):
			sc.inHead = false
			sc.Last = line
			if sc.First == 0 {
				sc.First = line
			}
		case sc.isHeading(own), sc.isSubheading(line, own):
			sc.takeHeading(line)
		default:
			sc.takeOther(line, own)
		}
	}
	sc.settleMonths()
	return sc
}

// takeOther takes a line that is neither a heading nor numbers: a title, a group, a note.
func (sc *Scan) takeOther(line int, own []grid.Cell) {
	sc.inHead = false
	sc.rows, sc.under, sc.among, sc.tied, sc.opened = nil, false, false, false, nil
	for _, c := range own {
		n := sc.find(c.Text)
		if n != nil {
			sc.noteDepth([]string{c.Text}, n.Rows)
		} else {
			sc.noteDepth([]string{c.Text}, nil)
		}
		if n != nil {
			if len(n.Rows) > 0 {
				sc.rows, sc.under = n.Rows, true
			}
			if len(n.Groups) > 0 {
				sc.groups = append(sc.groups, n.Groups...)
			}
			if sc.Last > 0 {
				sc.Labels = append(sc.Labels, c)
			}
		}
		if u := written.UnitOfLine(sc.Form, c.Text); u != "" && c.Kind == grid.Text {
			if _, ok := sc.department(u); !ok {
				sc.Unit = u
			}
		}
	}
}

// settleMonths gives up the numbers of single months where the year's or a quarter's stand beside them;
// else they are held.
func (sc *Scan) settleMonths() {
	for _, m := range sc.months {
		if slices.ContainsFunc(sc.Placed, func(p Placed) bool { return p.Indicator == m.Candidates[0] && !p.Cell.IsEmpty() }) {
			sc.Others = append(sc.Others, m.Cell)
			continue
		}
		sc.Strays = append(sc.Strays, m)
	}
}
