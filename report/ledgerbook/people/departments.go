package people

import (
	"fmt"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// Columns of 部门情况: six before the statuses, 逾期 behind them.
const (
	departmentsHead   = 4
	DepartmentsTop    = 5
	DepartmentsStatus = 7
)

// Departments writes 部门情况: counts, shares, a chart, and the list that each number
// leads to, from which the department's own cell is one click away.
func Departments(b *book.Book) {
	t := departmentTable{order: map[string][]voice{}, first: map[string]int{}}
	widths := []float64{22, 9, 10, 11, 10, 10}
	for range status.Statuses {
		widths = append(widths, 10)
	}
	widths = append(widths, 10)
	paper := xlsx.Paper{Title: book.DepartmentsSheet, Landscape: true, Freeze: 1, Tab: "7F6000"}
	t.sheet = &sheet{b.Start(book.DepartmentsSheet, paper, widths...)}
	t.cut(paper)
	t.place()
	t.Put(30, []xlsx.Cell{{Value: "部门情况", Style: xlsx.TitleStyle}})
	note := "按各部门自己最近一次报送的状态统计，截至" + b.AsOf.Label() + "；点数字看是哪几条，再点“单元格”打开部门的原表。"
	if len(t.pieces) > mostDrawn {
		note += "打印只印两张表。"
	}
	t.Note(note, len(widths))
	t.counts()
	t.shares()
	printed := t.Next - 1
	t.Skip(1)
	t.charts()
	t.Skip(3)
	if len(t.pieces) <= mostDrawn {
		printed = t.Next - 1
	}
	t.Print(len(widths), printed) // the list that numbers lead to is for the screen
	t.list()
	t.Close()
}

// departmentTable knows where each department's lines of the list below will stand.
type departmentTable struct {
	*sheet
	order   map[string][]voice // by department, in the order of the statuses
	first   map[string]int     // line of the list, by department
	listTop int
	listEnd int
	pieces  []piece // of the tables, each on a page
	most    float64 // points that a page holds
	apart   bool    // the two tables don't go on one page
}

// place counts out the sheet: two tables with their headings, the charts, then the list.
func (t *departmentTable) place() {
	line := t.tables() + 1 // free row
	for _, p := range t.pieces {
		if p.end > p.first {
			line += xlsx.ChartRows(t.chartHeight(p))
		}
	}
	line += 3 + 1 + 1 // free rows, section, heading
	t.listTop = line
	spoken := voices(t.Ledger)
	for _, d := range t.ByDepartment {
		list := slices.Clone(spoken[d.Department.Name])
		slices.SortStableFunc(list, func(a, b voice) int {
			return slices.Index(status.Statuses, a.counted()) - slices.Index(status.Statuses, b.counted())
		})
		t.order[d.Department.Name], t.first[d.Department.Name] = list, line
		line += len(list)
	}
	t.listEnd = line - 1
}

// to leads to the lines of the list that fit.
func (t *departmentTable) to(department string, fits func(voice) bool) xlsx.Target {
	first, last := 0, 0
	for i, v := range t.order[department] {
		if !fits(v) {
			continue
		}
		if last = t.first[department] + i; first == 0 {
			first = last
		}
	}
	if first == 0 {
		return xlsx.Target{}
	}
	return xlsx.LinkTo(book.DepartmentsSheet, xlsx.Area(1, first, len(t.Widths), last), "看是哪几条")
}

func (t *departmentTable) ref(col int) string {
	return fmt.Sprintf("$%[1]s$%[2]d:$%[1]s$%[3]d", xlsx.Letter(col), t.listTop, max(t.listEnd, t.listTop))
}

const (
	countsTitle = "表1　承担的要求和进度（条）"
	sharesTitle = "表2　占比"
)

func (t *departmentTable) counts() {
	head := xlsx.Heads("部门", "类别", "承担要求", "牵头", "共同负责", "配合")
	for _, st := range status.Statuses {
		head = append(head, xlsx.Cell{Value: signs.StatusWord(st), Style: xlsx.HeadStyle})
	}
	head = append(head, xlsx.Cell{Value: "逾期", Style: xlsx.HeadStyle})
	sums := make([]int, len(t.Widths))
	if len(t.ByDepartment) == 0 {
		t.opens(0, countsTitle, "", head)
	}
	for i, d := range t.ByDepartment {
		t.opens(i, countsTitle, "", head)
		name := d.Department.Name
		all := t.to(name, func(voice) bool { return true })
		number := func(n int, formula string, link xlsx.Target) xlsx.Cell {
			if n == 0 {
				link = xlsx.Target{}
			}
			return xlsx.Cell{Value: n, Style: clickable(xlsx.CountStyle, link), Formula: formula, Link: link}
		}
		at := fmt.Sprintf(`"="&$A%d`, t.Next) // a name may begin like a comparison: >办公室
		role := func(n int, r ledger.Role) xlsx.Cell {
			return number(n, fmt.Sprintf(`COUNTIFS(%s,%s,%s,"%s")`, t.ref(1), at, t.ref(2), r.Label()), all)
		}
		cells := []xlsx.Cell{{Value: name, Style: xlsx.LabelStyle}, {Value: string(d.Department.Kind), Style: xlsx.MidStyle},
			number(d.Of, fmt.Sprintf("COUNTIF(%s,%s)", t.ref(1), at), all),
			role(d.Leads, ledger.Lead), role(d.Joins, ledger.Joint), role(d.Supports, ledger.Support)}
		for i, st := range status.Statuses {
			head := fmt.Sprintf("%s$%d", xlsx.Letter(DepartmentsStatus+i), departmentsHead)
			cells = append(cells, number(d.Counts[st], fmt.Sprintf("COUNTIFS(%s,%s,%s,%s)", t.ref(1), at, t.ref(4), head),
				t.to(name, func(v voice) bool { return v.counted() == st })))
		}
		cells = append(cells, number(d.Overdue, fmt.Sprintf(`COUNTIFS(%s,%s,%s,"逾期")`, t.ref(1), at, t.ref(len(t.Widths)-3)), t.to(name, voice.late)))
		for i, c := range cells {
			if n, ok := c.Value.(int); ok {
				sums[i] += n
			}
		}
		t.Row(cells...)
	}
	total := []xlsx.Cell{{Value: "合计（部门×要求）", Style: xlsx.TotalStyle, Span: 2}}
	for i := 2; i < len(t.Widths); i++ {
		total = append(total, xlsx.Cell{Value: sums[i], Style: xlsx.TotalStyle,
			Formula: fmt.Sprintf("SUM(%s)", xlsx.Area(i+1, DepartmentsTop, i+1, max(t.Next-1, DepartmentsTop)))})
	}
	t.Row(total...)
}

func (t *departmentTable) shares() {
	if t.Skip(1); t.apart {
		t.BreakPage()
	}
	note := ""
	if slices.ContainsFunc(t.ByDepartment, func(d ledger.DepartmentTally) bool { return d.Rounded() }) {
		note = book.RoundedWords
	}
	head := xlsx.Heads("部门", "类别", "分母", "完成率分母", "完成率", "已报/应报")
	for _, st := range status.Statuses {
		head = append(head, xlsx.Cell{Value: signs.StatusWord(st), Style: xlsx.HeadStyle})
	}
	head = append(head, xlsx.Cell{Value: "按时报送", Style: xlsx.HeadStyle})
	remark := "（分母为承担要求；完成率的分母不含常态化和不适用" + note + "）"
	if len(t.ByDepartment) == 0 {
		t.opens(0, sharesTitle, remark, head)
	}
	for i, d := range t.ByDepartment {
		t.opens(i, sharesTitle, remark, head)
		name := d.Department.Name
		all := t.to(name, func(voice) bool { return true })
		came := xlsx.LinkTo(book.CoverageSheet, "A1", "看报送情况")
		cells := []xlsx.Cell{{Value: name, Style: xlsx.LabelStyle}, {Value: string(d.Department.Kind), Style: xlsx.MidStyle},
			{Value: d.Of, Style: clickable(xlsx.CountStyle, all), Link: all}, {Value: d.RateOf, Style: clickable(xlsx.CountStyle, all), Link: all},
			book.Rate(d.Tally, t.to(name, func(v voice) bool { return v.counted() == status.Completed })),
			{Value: fmt.Sprintf("%d/%d", d.Returns.Reported, d.Returns.Expected), Style: clickable(xlsx.MidStyle, came), Link: came}}
		for _, st := range status.Statuses {
			own := t.to(name, func(v voice) bool { return v.counted() == st })
			cells = append(cells, xlsx.Cell{Value: book.Share(d.Shares[st]), Style: clickable(xlsx.ShareStyle, own), Link: own})
		}
		t.Row(append(cells, xlsx.Cell{Value: d.Returns.OnTime, Style: clickable(xlsx.CountStyle, came), Link: came})...)
	}
}

// clickable colours a number that leads somewhere, and dims one that doesn't.
func clickable(k xlsx.Style, link xlsx.Target) xlsx.Style {
	k.Color = xlsx.Blue
	if link.None() {
		k.Color = "A6A6A6"
	}
	return k
}

// list writes each department's last word on each of its requirements.
func (t *departmentTable) list() {
	t.Put(24, []xlsx.Cell{{Value: "表3　各部门承担的要求和最近一次报送", Style: xlsx.SectionStyle}})
	text := len(t.Widths) - 4 - 5
	head := xlsx.Heads("部门", "责任", "项次", "状态", "报送季度")
	t.Repeat(t.Heading(append(head, xlsx.Cell{Value: "具体要求", Style: xlsx.HeadStyle, Span: text},
		xlsx.Cell{Value: "逾期", Style: xlsx.HeadStyle}, xlsx.Cell{Value: "来源文件", Style: xlsx.HeadStyle, Span: 2}, xlsx.Cell{Value: "单元格", Style: xlsx.HeadStyle})))
	for _, d := range t.ByDepartment {
		for _, v := range t.order[d.Department.Name] {
			mark, file, open := xlsx.Cell{Style: xlsx.WordStyle}, xlsx.Cell{Value: "没有报送", Style: xlsx.Style{Frame: true, Color: xlsx.Grey}, Span: 2}, xlsx.Cell{Style: xlsx.WordStyle}
			if v.late() {
				mark = xlsx.Cell{Value: "逾期", Style: xlsx.AlarmStyle}
			}
			quarter := ""
			if v.Entry != nil {
				quarter = v.Entry.Quarter.Short()
				at := book.Spot(v.Entry)
				file, open = xlsx.Cell{Value: at.File(), Style: xlsx.BodyStyle, Span: 2}, t.Opening(at, xlsx.WordStyle)
			}
			t.Row(xlsx.Cell{Value: d.Department.Name, Style: xlsx.BodyStyle}, xlsx.Cell{Value: v.role.Label(), Style: xlsx.WordStyle},
				xlsx.Cell{Value: v.no, Style: xlsx.OrderStyle, Link: t.ToEntries(v.no)},
				xlsx.Cell{Value: v.counted().Label(), Style: signs.StatusStyle(v.counted())}, xlsx.Cell{Value: quarter, Style: xlsx.WordStyle},
				xlsx.Cell{Value: t.Requirement(v.no).Text.Value, Style: xlsx.BodyStyle, Span: text}, mark, file, open)
		}
	}
}
