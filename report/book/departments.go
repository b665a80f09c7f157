package book

import (
	"fmt"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/status"

	"github.com/xuri/excelize/v2"
)

// Columns of 部门情况: six before the statuses, 逾期 behind them.
const (
	departmentsHead   = 4
	departmentsTop    = 5
	departmentsStatus = 7
)

// departments writes 部门情况: counts, shares, a chart, and the list that each number
// leads to, from which the department's own cell is one click away.
func (b *book) departments() {
	t := departmentTable{order: map[string][]voice{}, first: map[string]int{}}
	widths := []float64{26, 11, 10, 12, 10, 11}
	for range status.Statuses {
		widths = append(widths, 10)
	}
	widths = append(widths, 10)
	t.sheet = b.sheet(departmentsSheet, page{title: departmentsSheet, landscape: true, freeze: 1, tab: "7F6000"}, widths...)
	t.place()
	t.put(30, []cell{{value: "部门情况", look: titleLook}})
	t.put(20, []cell{{value: "按各部门自己最近一次报送的状态统计，截至" + b.AsOf.Label() + "；点数字看是哪几条，再点“单元格”打开部门的原表。", look: noteLook}})
	t.counts()
	t.shares()
	t.skip(1)
	t.breakPage()
	t.chart(plot{title: "各部门承担要求的进度（条）", kind: excelize.BarStacked, top: t.next, head: departmentsHead,
		first: departmentsTop, col: departmentsStatus, statuses: status.Statuses, categories: t.names(),
		counts: func(i int, s status.Status) int { return b.ByDepartment[i].Counts[s] },
		width:  t.width(0, len(widths)), height: barsHeight(len(b.ByDepartment))})
	t.skip(1)
	t.list()
	t.close()
}

// departmentTable knows where each department's lines of the list below will stand.
type departmentTable struct {
	*sheet
	order   map[string][]voice // by department, in the order of the statuses
	first   map[string]int     // line of the list, by department
	listTop int
	listEnd int
}

func (t *departmentTable) names() []string {
	var list []string
	for _, d := range t.ByDepartment {
		list = append(list, d.Department.Name)
	}
	return list
}

// place counts out the sheet: two tables with their headings, the chart, then the list.
func (t *departmentTable) place() {
	n := len(t.ByDepartment)
	line := departmentsTop + n + 1 // total
	line += 1 + 1 + 1 + n          // free row, section, heading, shares
	line++                         // free row
	if n > 0 {
		line += barsHeight(n)/chartRow + 2
	}
	line += 1 + 1 + 1 // free row, section, heading
	t.listTop = line
	for _, d := range t.ByDepartment {
		list := slices.Clone(t.voices(d.Department.Name))
		slices.SortStableFunc(list, func(a, b voice) int {
			return slices.Index(status.Statuses, a.counted()) - slices.Index(status.Statuses, b.counted())
		})
		t.order[d.Department.Name], t.first[d.Department.Name] = list, line
		line += len(list)
	}
	t.listEnd = line - 1
}

// barsHeight is how many pixels a chart of so many bars takes.
func barsHeight(bars int) int { return min(120+30*bars, 4000) }

// to leads to the lines of the list that fit.
func (t *departmentTable) to(department string, fits func(voice) bool) target {
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
		return target{}
	}
	return to(departmentsSheet, area(1, first, len(t.widths), last), "看是哪几条")
}

func (t *departmentTable) ref(col int) string {
	return fmt.Sprintf("$%[1]s$%[2]d:$%[1]s$%[3]d", letter(col), t.listTop, max(t.listEnd, t.listTop))
}

func (t *departmentTable) counts() {
	t.put(24, []cell{{value: "表1　承担的要求和进度（条）", look: sectionLook}})
	head := heads("部门", "类别", "承担要求", "牵头", "共同负责", "配合")
	for _, st := range status.Statuses {
		head = append(head, cell{value: statusWord(st), look: headLook})
	}
	t.heading(append(head, cell{value: "逾期", look: headLook}))
	sums := make([]int, len(t.widths))
	for _, d := range t.ByDepartment {
		name := d.Department.Name
		all := t.to(name, func(voice) bool { return true })
		number := func(n int, formula string, link target) cell {
			if n == 0 {
				link = target{}
			}
			return cell{value: n, look: clickable(countLook, link), formula: formula, link: link}
		}
		at := fmt.Sprintf(`"="&$A%d`, t.next) // a name may begin like a comparison: >办公室
		role := func(n int, r ledger.Role) cell {
			return number(n, fmt.Sprintf(`COUNTIFS(%s,%s,%s,"%s")`, t.ref(1), at, t.ref(2), r.Label()), all)
		}
		cells := []cell{{value: name, look: labelLook}, {value: string(d.Department.Kind), look: midLook},
			number(d.Of, fmt.Sprintf("COUNTIF(%s,%s)", t.ref(1), at), all),
			role(d.Leads, ledger.Lead), role(d.Joins, ledger.Joint), role(d.Supports, ledger.Support)}
		for i, st := range status.Statuses {
			head := fmt.Sprintf("%s$%d", letter(departmentsStatus+i), departmentsHead)
			cells = append(cells, number(d.Counts[st], fmt.Sprintf("COUNTIFS(%s,%s,%s,%s)", t.ref(1), at, t.ref(4), head),
				t.to(name, func(v voice) bool { return v.counted() == st })))
		}
		cells = append(cells, number(d.Overdue, fmt.Sprintf(`COUNTIFS(%s,%s,%s,"逾期")`, t.ref(1), at, t.ref(len(t.widths)-3)), t.to(name, voice.late)))
		for i, c := range cells {
			if n, ok := c.value.(int); ok {
				sums[i] += n
			}
		}
		t.row(cells...)
	}
	total := []cell{{value: "合计（部门×要求）", look: totalLook, span: 2}}
	for i := 2; i < len(t.widths); i++ {
		total = append(total, cell{value: sums[i], look: totalLook,
			formula: fmt.Sprintf("SUM(%s)", area(i+1, departmentsTop, i+1, max(t.next-1, departmentsTop)))})
	}
	t.row(total...)
}

func (t *departmentTable) shares() {
	t.skip(1)
	note := ""
	if slices.ContainsFunc(t.ByDepartment, func(d ledger.DepartmentTally) bool { return d.Rounded() }) {
		note = roundedWords
	}
	t.put(24, []cell{{value: "表2　占比（分母为承担要求；完成率的分母不含常态化和不适用" + note + "）", look: sectionLook}})
	head := heads("部门", "类别", "分母", "完成率分母", "完成率", "已报/应报")
	for _, st := range status.Statuses {
		head = append(head, cell{value: statusWord(st), look: headLook})
	}
	t.heading(append(head, cell{value: "按时报送", look: headLook}))
	for _, d := range t.ByDepartment {
		name := d.Department.Name
		all := t.to(name, func(voice) bool { return true })
		came := to(coverageSheet, "A1", "看报送情况")
		cells := []cell{{value: name, look: labelLook}, {value: string(d.Department.Kind), look: midLook},
			{value: d.Of, look: clickable(countLook, all), link: all}, {value: d.RateOf, look: clickable(countLook, all), link: all},
			rate(d.Tally, t.to(name, func(v voice) bool { return v.counted() == status.Completed })),
			{value: fmt.Sprintf("%d/%d", d.Returns.Reported, d.Returns.Expected), look: clickable(midLook, came), link: came}}
		for _, st := range status.Statuses {
			own := t.to(name, func(v voice) bool { return v.counted() == st })
			cells = append(cells, cell{value: share(d.Shares[st]), look: clickable(shareLook, own), link: own})
		}
		t.row(append(cells, cell{value: d.Returns.OnTime, look: clickable(countLook, came), link: came})...)
	}
}

// clickable colours a number that leads somewhere, and dims one that doesn't.
func clickable(k look, link target) look {
	k.color = blue
	if link.none() {
		k.color = "A6A6A6"
	}
	return k
}

// list writes each department's last word on each of its requirements.
func (t *departmentTable) list() {
	t.put(24, []cell{{value: "表3　各部门承担的要求和最近一次报送", look: sectionLook}})
	text := len(t.widths) - 4 - 5
	head := heads("部门", "责任", "项次", "状态", "报送季度")
	t.repeat(t.heading(append(head, cell{value: "具体要求", look: headLook, span: text},
		cell{value: "逾期", look: headLook}, cell{value: "来源文件", look: headLook, span: 2}, cell{value: "单元格", look: headLook})))
	for _, d := range t.ByDepartment {
		for _, v := range t.order[d.Department.Name] {
			mark, file, open := cell{look: wordLook}, cell{value: "没有报送", look: look{frame: true, color: grey}, span: 2}, cell{look: wordLook}
			if v.late() {
				mark = cell{value: "逾期", look: alarmLook}
			}
			quarter := ""
			if v.Entry != nil {
				quarter = v.Entry.Quarter.Short()
				at := spot(v.Entry)
				file, open = cell{value: at.File(), look: bodyLook, span: 2}, t.opening(at, wordLook)
			}
			t.row(cell{value: d.Department.Name, look: bodyLook}, cell{value: v.role.Label(), look: wordLook},
				cell{value: v.no, look: orderLook, link: t.toEntries(v.no)},
				cell{value: v.counted().Label(), look: statusLook(v.counted())}, cell{value: quarter, look: wordLook},
				cell{value: t.Requirement(v.no).Text.Value, look: bodyLook, span: text}, mark, file, open)
		}
	}
}
