package people

import (
	"math"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
)

// piece is what a page holds of a table with a line for each department: a heading of its own
// stands above it, since the two tables of the sheet have different ones and a sheet repeats only
// one of them. Each piece has a chart, which is drawn from lines that lie together.
type piece struct{ first, end int } // indices of departments, end behind the last

const (
	departmentsBand = 24   // points of a table's title
	departmentsOver = 30   // of the sheet's title
	headingHigh     = 40   // of a heading and of the remark, no more than two lines each
	counted         = 0.93 // of a page; programs differ a little in how much goes on one
	barHigh         = 30   // pixels of a bar
	aroundBars      = 120
	mostDrawn       = 4 // pages of charts that go on paper; more are for the screen
)

// cut parts the departments into pieces.
func (t *departmentTable) cut(paper xlsx.Paper) {
	t.most = counted * paper.Tall() / paper.Scale(t.Width(0, len(t.Widths)))
	used := float64(departmentsOver + departmentsBand + 2*headingHigh)
	t.pieces = []piece{{}}
	for i := range t.ByDepartment {
		last := &t.pieces[len(t.pieces)-1]
		high := t.Height([]xlsx.Cell{{Value: t.ByDepartment[i].Department.Name, Style: xlsx.LabelStyle}})
		if i == len(t.ByDepartment)-1 {
			used += t.Height(nil) // the total stands below the last one
		}
		if used += high; used > t.most && i > last.first {
			used = departmentsBand + headingHigh + high
			t.pieces = append(t.pieces, piece{i, i})
			last = &t.pieces[len(t.pieces)-1]
		}
		last.end = i + 1
	}
	t.apart = len(t.pieces) > 1 || 2*used-departmentsOver-headingHigh > t.most
}

// tables returns the line behind both tables: of each two lines open a piece, a total ends the first
// one and a free line parts them.
func (t *departmentTable) tables() int {
	both := 2 * (2*len(t.pieces) + len(t.ByDepartment))
	return departmentsHead - 1 + both + 1 + 1
}

// line is where a department stands in the first table.
func (t *departmentTable) line(i int) int {
	at := departmentsHead - 1
	for _, p := range t.pieces {
		at += 2
		if i < p.end {
			break
		}
	}
	return at + i
}

// opens writes the title and the heading of a piece, where one begins with the department. What the
// title remarks is said once, above the first.
func (t *departmentTable) opens(i int, title, remark string, head []xlsx.Cell) {
	for k, p := range t.pieces {
		if p.first != i {
			continue
		}
		if k > 0 {
			t.BreakPage()
			remark = "（续）"
		}
		title += remark
		t.Put(departmentsBand, []xlsx.Cell{{Value: title, Style: xlsx.SectionStyle}})
		t.Heading(head)
	}
}

// charts draws a chart for each piece, each on a page and all to one scale.
func (t *departmentTable) charts() {
	most := 0
	for i := range t.ByDepartment {
		most = max(most, t.ByDepartment[i].Of)
	}
	for k, p := range t.pieces {
		title := "各部门承担要求的进度（条）"
		if k > 0 {
			title = "各部门承担要求的进度（续，条）"
		}
		if len(t.pieces) == 1 {
			most = 0
		}
		part := t.ByDepartment[p.first:p.end]
		t.BreakPage()
		t.Chart(xlsx.Chart{Title: title, Across: true, Top: t.Next, Head: departmentsHead,
			First: t.line(p.first), Col: DepartmentsStatus, Categories: names(part), Most: most,
			Series: book.Bars(status.Statuses, len(part), func(i int, s status.Status) int { return part[i].Counts[s] }),
			Width:  t.Width(0, len(t.Widths)), Height: t.chartHeight(p)})
	}
}

// chartHeight is how many pixels the chart of a piece takes, a page at most and nothing without bars.
func (t *departmentTable) chartHeight(p piece) int {
	return min(aroundBars+barHigh*(p.end-p.first), int(math.Floor(t.most*4/3))-aroundBars/2)
}

func names(departments []ledger.DepartmentTally) (list []string) {
	for i := range departments {
		list = append(list, departments[i].Department.Name)
	}
	return list
}
