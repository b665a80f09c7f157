package book

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"

	"github.com/xuri/excelize/v2"
)

const coverageTop = 5

// coverage writes 报送情况: departments down, quarters across, then who is to be reminded.
func (b *book) coverage() {
	quarters := b.until()
	widths := []float64{24, 11}
	for range quarters {
		widths = append(widths, 17, 17)
	}
	widths = append(widths, 8, 8)
	shown := len(widths)
	widths = append(widths, 9)
	s := b.sheet(coverageSheet, page{title: coverageSheet, landscape: true, head: [2]int{3, 4}, freeze: 1, tab: "548235"}, widths...)
	s.hide(func(col int) bool { return col > shown })
	s.put(30, []cell{{value: "报送情况", look: titleLook}})
	s.put(20, []cell{{value: "应报＝按时＋迟报＋日期不详（含已交而未能读取的）＋未报送。收到日期取报表上的填报日期，没有的取报送登记；文件的修改时间不作数。", look: noteLook}})
	s.coverageHead(quarters)
	for _, d := range b.Departments {
		s.row(s.coverageOf(d.Name, string(d.Kind), quarters)...)
	}
	if last := s.next - 1; last >= coverageTop {
		s.coverageTotals(quarters, last)
	}
	s.closings(quarters)
	s.reminders()
	s.close()
}

func (s *sheet) coverageHead(quarters []period.Quarter) {
	upper := []cell{{value: "部门", look: headLook, tall: true}, {value: "类别", look: headLook, tall: true}}
	lower := []cell{{look: headLook}, {look: headLook}}
	for _, q := range quarters {
		word := q.Short()
		if due := s.deadline(q); !due.IsZero() {
			word += "（截止" + due.Label() + "）"
		}
		upper = append(upper, cell{value: word, look: headLook, span: 2})
		lower = append(lower, cell{value: "情况", look: headLook}, cell{value: "收到日期", look: headLook})
	}
	upper = append(upper, cell{value: "应报", look: headLook, tall: true}, cell{value: "已报", look: headLook, tall: true})
	lower = append(lower, cell{look: headLook}, cell{look: headLook})
	top := s.heading(upper)
	s.heading(lower)
	for _, col := range []int{1, 2, len(upper) + len(quarters) - 1, len(upper) + len(quarters)} {
		s.mergeDown(col, top, top+1)
	}
}

// deadline is the last day on which a return of the quarter is on time.
func (b *book) deadline(q period.Quarter) period.Date {
	for _, c := range b.Coverage {
		if c.Quarter == q && !c.Due.IsZero() {
			return c.Due
		}
	}
	return period.Date{}
}

func (s *sheet) coverageOf(department, kind string, quarters []period.Quarter) []cell {
	cells := []cell{{value: department, look: labelLook}, {value: kind, look: midLook}}
	states := map[period.Quarter]ledger.Coverage{}
	for i := range s.Coverage {
		if c := &s.Coverage[i]; c.Department == department {
			states[c.Quarter] = *c
		}
	}
	for _, q := range quarters {
		c, ok := states[q]
		if !ok {
			c.State = ledger.NotExpected
		}
		cells = append(cells, cell{value: stateWord(c), look: stateLook(c.State)}, cell{value: c.ReceivedOn, look: midLook})
	}
	line := area(3, s.next, 2+2*len(quarters), s.next)
	var r ledger.Receipts
	for i := range s.ByDepartment {
		if d := &s.ByDepartment[i]; d.Department.Name == department {
			r = d.Returns
		}
	}
	reported := countIf(line, "按时") + "+" + countIf(line, "迟报*") + "+" + countIf(line, "已报送*") + "+" + countIf(line, unreadable)
	return append(cells,
		cell{value: r.Expected, look: countLook, formula: reported + "+" + countIf(line, "未报送")},
		cell{value: r.Reported, look: countLook, formula: reported})
}

// unreadable is what a return is called that came and could not be read.
var unreadable = ledger.Unreadable.Label()

func countIf(ref, word string) string { return fmt.Sprintf(`COUNTIF(%s,"%s")`, ref, word) }

func stateWord(c ledger.Coverage) string {
	if c.State == ledger.Late && c.LateDays > 0 {
		return fmt.Sprintf("迟报%d天", c.LateDays)
	}
	return c.State.Label()
}

func stateLook(s ledger.CoverageState) look {
	k := midLook
	switch s {
	case ledger.OnTime:
		k.fill = "B7DDA0"
	case ledger.Late:
		k.fill, k.bold = "FFE699", true
	case ledger.Missing:
		k.fill, k.bold, k.color = "F4A9A8", true, "7F0000"
	case ledger.Unreadable:
		k.fill, k.bold = "F8CBAD", true
	case ledger.NotExpected:
		k.color = grey
	}
	return k
}

// coverageTotals closes the table with a quarter's sums, as formulas over the words above.
func (s *sheet) coverageTotals(quarters []period.Quarter, last int) {
	rows := []struct {
		word  string
		terms []string
		count func(ledger.Receipts) int
	}{
		{"应报", []string{"按时", "迟报*", "已报送*", unreadable, "未报送"}, func(r ledger.Receipts) int { return r.Expected }},
		{"已报", []string{"按时", "迟报*", "已报送*", unreadable}, func(r ledger.Receipts) int { return r.Reported }},
		{"其中：按时", []string{"按时"}, func(r ledger.Receipts) int { return r.OnTime }},
		{"　　　迟报", []string{"迟报*"}, func(r ledger.Receipts) int { return r.Late }},
		{"　　　日期不详", []string{"已报送*", unreadable}, func(r ledger.Receipts) int { return r.Undated }},
		{"未报送", []string{"未报送"}, func(r ledger.Receipts) int { return r.Missing }},
	}
	left := totalLook
	left.align = "left"
	for _, row := range rows {
		cells := []cell{{value: row.word, look: left, span: 2}}
		year, sum := ledger.Receipts{}, []string(nil)
		for i, q := range quarters {
			ref := area(3+2*i, coverageTop, 3+2*i, last)
			var terms []string
			for _, term := range row.terms {
				terms = append(terms, countIf(ref, term))
			}
			r := s.receipts(q)
			year, sum = add(year, r), append(sum, name(3+2*i, s.next))
			cells = append(cells, cell{value: row.count(r), look: totalLook, formula: strings.Join(terms, "+"), span: 2})
		}
		cells = append(cells, cell{value: row.count(year), look: totalLook, formula: strings.Join(sum, "+"), span: 2})
		s.row(cells...)
	}
}

func (b *book) receipts(q period.Quarter) ledger.Receipts {
	for _, t := range b.Quarters {
		if t.Quarter == q {
			return t.Returns
		}
	}
	return ledger.Receipts{}
}

func add(a, b ledger.Receipts) ledger.Receipts {
	return ledger.Receipts{Expected: a.Expected + b.Expected, Reported: a.Reported + b.Reported, OnTime: a.OnTime + b.OnTime,
		Late: a.Late + b.Late, Undated: a.Undated + b.Undated, Missing: a.Missing + b.Missing}
}

// closings is the row in which the office makes a quarter final.
func (s *sheet) closings(quarters []period.Quarter) {
	cells := []cell{{value: ruling.CloseRow, look: officeHead, span: 2}}
	var marks []ruling.Closing
	for _, q := range quarters {
		c := ruling.Closing{Quarter: q.String()}
		shown := s.where.closed[c.Quarter]
		if shown != nil {
			c.Said = shown.Closing().Said
		}
		c.Mark = s.mark(shown, []string{c.Said})
		marks = append(marks, c)
		cells = append(cells, cell{value: c.Said, look: officeWord, span: 2})
	}
	cells = append(cells, cell{look: wordLook, span: 2}, cell{value: ruling.Closings(marks), look: keyLook})
	at := s.row(cells...)
	for i, q := range quarters {
		s.rule(name(3+2*i, at), ruling.CloseRow, "填“"+ruling.CloseWord+"”，"+q.Short()+"就此定稿：以后才来的、改过的报表都先不并入，列在“待核对”里等办公室核定。清空就是撤销。",
			"请填“"+ruling.CloseWord+"”，或者清空。", func(v *excelize.DataValidation) error { return v.SetDropList([]string{ruling.CloseWord}) })
	}
}

// reminders writes, for each department that is missing, late or unreadable in the as-of quarter,
// words that the office can paste into a message.
func (s *sheet) reminders() {
	s.skip(1)
	s.put(24, []cell{{value: s.AsOf.Label() + "催报提醒（可直接复制发送）", look: sectionLook}})
	wide := len(s.widths) - 3 // without the hidden one
	s.heading(append(heads("部门", "情况"), cell{value: "提醒文字", look: headLook, span: wide}))
	none := true
	for _, c := range s.Coverage {
		if c.Quarter != s.AsOf || c.State != ledger.Missing && c.State != ledger.Late && c.State != ledger.Unreadable {
			continue
		}
		none = false
		s.row(cell{value: c.Department, look: labelLook}, cell{value: stateWord(c), look: stateLook(c.State)},
			cell{value: s.reminder(c), look: labelLook, span: wide})
	}
	if none {
		s.row(cell{value: "没有缺报、迟报的部门。", look: midLook, span: len(s.widths) - 1})
	}
}

func (b *book) reminder(c ledger.Coverage) string {
	report := c.Quarter.Label() + "工作任务落实情况报表"
	if c.State == ledger.Late {
		return fmt.Sprintf("%s：你部门%s于%s收到，比截止日（%s）迟%d天。请今后按时报送。",
			c.Department, report, c.ReceivedOn.Label(), c.Due.Label(), c.LateDays)
	}
	if c.State == ledger.Unreadable {
		return fmt.Sprintf("%s：你部门%s已交，未能读取%s，内容没有并入。请把自己留存的那一份改成能用 Excel 或 WPS 打开、没有密码的报送表，重新报送。",
			c.Department, report, b.whyUnreadable(c))
	}
	text := c.Department + "：你部门" + report
	if !c.Due.IsZero() {
		text += "应于" + c.Due.Label() + "前报送，"
	}
	text += "尚未收到。"
	if own := b.own(c.Department); len(own) > 0 {
		text += fmt.Sprintf("本季度需报%d条：第%s条。", len(own), ranges(own))
	}
	return text + "请尽快报送；已经报送的，请与我们核对文件所在的季度和填报单位。"
}

// whyUnreadable names, in brackets, the file that came from a department for a quarter and why
// it was of no use.
func (b *book) whyUnreadable(c ledger.Coverage) string {
	for _, in := range b.Inputs {
		if in.State == ledger.FileFailed && in.Department == c.Department && in.Quarter == c.Quarter {
			return "（" + in.File + "：" + strings.TrimRight(in.Reason, "。") + "）"
		}
	}
	return ""
}

// ranges shortens ascending numbers: 1—3、7、9—12.
func ranges(list []int) string {
	var parts []string
	for i := 0; i < len(list); {
		k := i
		for k+1 < len(list) && list[k+1] == list[k]+1 {
			k++
		}
		switch {
		case k == i:
			parts = append(parts, strconv.Itoa(list[i]))
		case k == i+1:
			parts = append(parts, strconv.Itoa(list[i]), strconv.Itoa(list[k]))
		default:
			parts = append(parts, fmt.Sprintf("%d—%d", list[i], list[k]))
		}
		i = k + 1
	}
	return strings.Join(parts, "、")
}
