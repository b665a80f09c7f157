package book

import (
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Columns of 总台账 before the quarters.
const (
	overviewTask  = 2
	overviewFixed = 6 // 项次, 工作任务, 具体要求, 牵头部门, 配合部门, 完成时限
	overviewTop   = 5
)

// overview writes 总台账: one line a requirement, two columns a quarter.
func (b *book) overview() {
	quarters := b.until()
	widths := []float64{6, 16, 32, 14, 14, 15}
	for _, q := range quarters {
		widths = append(widths, 8, b.progressWidth(q))
	}
	widths = append(widths, 9, 6, 9, 7)
	office := len(widths) + 1
	widths = append(widths, 13, 10, 16, 22, 9, 14, 24) // with 核定结果
	shown := len(widths)
	widths = append(widths, 18, 9, 9, 9)
	top := b.overviewFirst()
	s := b.sheet(overviewSheet, page{title: b.title(), a3: true, landscape: true, head: [2]int{top - 2, top - 1}, freeze: 3, tab: "1F4E79"}, widths...)
	s.hide(func(col int) bool { return col > shown })
	s.put(30, []cell{{value: b.title(), look: titleLook}})
	s.put(20, []cell{{value: b.summary(), look: noteLook}})
	if b.LastYear != nil {
		s.put(20, []cell{{value: b.comparison(), look: noteLook}})
	}
	s.overviewHead(quarters)
	for i := range b.Plan.Tasks {
		s.task(&b.Plan.Tasks[i], quarters)
	}
	if last := s.next - 1; last >= top {
		s.filter(area(1, top-1, len(widths), last))
		s.ruleOverview(office, top, last)
	}
	s.close()
}

// overviewFirst returns the line of the first requirement: a line on last year stands
// above it where one is known.
func (b *book) overviewFirst() int {
	if b.LastYear != nil {
		return overviewTop + 1
	}
	return overviewTop
}

// progressWidth gives the quarter that the ledger speaks of more room than those before
// it, and each more where its texts need it.
func (b *book) progressWidth(q period.Quarter) float64 {
	least, most := 30.0, 46.0
	if q == b.AsOf {
		least, most = 40, 64
	}
	var texts []string
	for i := range b.Plan.Requirements {
		text, _, _ := shorten(progress(b.Standing(i+1, q)), most)
		texts = append(texts, text)
	}
	return fitWidth(texts, progressPoints, least, most)
}

// summary is the line under the title: where the year stands, with its denominator.
func (b *book) summary() string {
	t := b.tally()
	if len(b.Returns) == 0 {
		return fmt.Sprintf("还没有报表。具体要求%d条。", t.Of)
	}
	text := fmt.Sprintf("截至%s（%s）。具体要求%d条：", b.AsOf.Label(), b.AsOf.Last().Label(), t.Of)
	for i, st := range status.Statuses {
		if i > 0 {
			text += "，"
		}
		text += fmt.Sprintf("%s%d", st.Label(), t.Counts[st])
	}
	if t.Rated {
		text += fmt.Sprintf("。完成率%s%%（分母%d条，不含常态化和不适用）", percent(t.Rate), t.RateOf)
	}
	return text + fmt.Sprintf("。逾期%d条。", t.Overdue)
}

// tally is the ledger's count at the as-of quarter.
func (b *book) tally() ledger.Tally {
	for _, q := range b.Quarters {
		if q.Quarter == b.AsOf {
			return q.Tally
		}
	}
	return ledger.Tally{}
}

func percent(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

func (s *sheet) overviewHead(quarters []period.Quarter) {
	var upper, lower []cell
	pillar := func(word string) {
		upper = append(upper, cell{value: word, look: headLook, tall: true})
		lower = append(lower, cell{look: headLook})
	}
	for _, word := range []string{"项次", "工作任务", "具体要求", "牵头部门", "配合部门", "完成时限"} {
		pillar(word)
	}
	for _, q := range quarters {
		upper = append(upper, cell{value: q.Short(), look: headLook, span: 2})
		lower = append(lower, cell{value: "状态", look: headLook}, cell{value: "进展情况", look: headLook})
	}
	for _, word := range []string{"年度进度", "逾期", "清单出处", "明细"} {
		pillar(word)
	}
	pillars := len(upper) + len(quarters)
	typed, keys := ruling.WholeTyped.Headings(), ruling.WholeHidden.Headings()
	upper = append(upper, cell{value: "办公室核定（" + s.AsOf.Short() + "末）", look: officeHead, span: len(typed) + 1})
	lower = slices.Concat(lower, officeHeads(typed), heads(ruling.ResultHeading), keyCells(keys))
	top := s.heading(upper)
	s.heading(lower)
	for col := 1; col <= pillars; col++ {
		if col <= overviewFixed || col > overviewFixed+2*len(quarters) {
			s.mergeDown(col, top, top+1)
		}
	}
}

// task writes a task's requirements. The task stands in each line under the merge, so
// that a filter on it finds them all.
func (s *sheet) task(t *plan.Task, quarters []period.Quarter) {
	title := t.Title.Value
	if t.Group != "" {
		title = t.Group + "\n" + title
	}
	needed := heightOf(lines(clean(title), room(s.widths[overviewTask-1], 10)), 10)
	first, sum := s.next, 0.0
	for i, no := range t.Requirements {
		cells := s.requirement(title, s.Requirement(no), quarters)
		h := s.height(cells)
		if sum += h; i == len(t.Requirements)-1 && sum < needed {
			h += needed - sum // a long title over few lines
		}
		s.put(h, cells)
	}
	s.mergeDown(overviewTask, first, s.next-1)
}

func (s *sheet) requirement(task string, r *plan.Requirement, quarters []period.Quarter) []cell {
	lead, support := duty(r.Duty, s.Plan.Settings.FirstLeads)
	text := r.Text.Value
	if r.Number != "" && r.Number != strconv.Itoa(r.No) {
		text = r.Number + "．" + text
	}
	cells := []cell{
		{value: r.No, look: orderLook},
		{value: task, look: bodyLook, tall: true},
		{value: text, look: bodyLook},
		{value: lead, look: bodyLook},
		{value: support, look: bodyLook},
		due(r.Due),
	}
	for _, q := range quarters {
		cells = append(cells, s.quarter(r, s.Standing(r.No, q))...)
	}
	last := s.Standing(r.No, s.AsOf)
	year, late := cell{value: "不计", look: statusLook(status.NotApplicable)}, cell{look: wordLook}
	if last.Active {
		year = cell{value: statusWord(last.Status), look: statusLook(last.Status)}
	}
	if last.Overdue {
		late = cell{value: "逾期", look: alarmLook}
	}
	cells = append(cells, year, late, s.source(r), s.more(r.No))
	return append(cells, s.whole(r)...)
}

// due shows a date as a date and everything else in its words.
func due(d period.Due) cell {
	switch {
	case !d.On.IsZero():
		return cell{value: d.On, look: dayLook}
	case d.Recurring != "":
		return cell{value: d.Recurring, look: wordLook}
	}
	return cell{value: "未明确", look: dimLook}
}

// quarter is the two cells of a quarter.
func (s *sheet) quarter(r *plan.Requirement, st *ledger.Standing) []cell {
	if !st.Active {
		note := r.Active.Note
		if note == "" {
			note = "本季度不计入"
		}
		dim := bodyLook.small()
		dim.color = grey
		return []cell{{value: "不计", look: statusLook(status.NotApplicable)}, {value: note, look: dim}}
	}
	text, points, _ := shorten(progress(st), s.widths[overviewFixed+2*st.Quarter.N-1])
	return []cell{{value: statusWord(st.Status), look: statusLook(st.Status), link: s.toEntries(r.No)},
		{value: text, look: bodyLook.sized(points)}}
}

// source leads to the requirement in the list.
func (s *sheet) source(r *plan.Requirement) cell {
	c := cell{value: r.Text.At.Cell(), look: wordLook, link: s.toFile(r.Text.At)}
	if s.Plan.Embedded {
		return cell{value: "内置清单", look: dimLook}
	}
	if c.value == "" {
		c.value = "清单"
	}
	if !c.link.none() {
		c.look = c.look.linked()
	}
	return c
}

// more leads to what the departments said of the requirement.
func (s *sheet) more(no int) cell {
	span, ok := s.where.entries[no]
	if !ok {
		return cell{value: "无", look: dimLook}
	}
	return cell{value: fmt.Sprintf("%d条", span[1]-span[0]+1), look: wordLook.linked(), link: s.toEntries(no)}
}

func (s *sheet) toEntries(no int) target {
	span, ok := s.where.entries[no]
	if !ok {
		return target{}
	}
	return to(entriesSheet, area(1, span[0], len(entryColumns), span[1]), "看这条要求的全部报送")
}
