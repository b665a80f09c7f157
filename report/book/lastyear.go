package book

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// comparison is the line of 总台账 that compares with an earlier year.
func (b *book) comparison() string {
	y := b.LastYear
	text := fmt.Sprintf("与%d年（截至%s）相比：%d年具体要求%d条，已完成%d条", y.Year, y.AsOf.Label(), y.Year, y.Of, y.Counts[status.Completed])
	if y.Rated {
		text += fmt.Sprintf("，完成率%s%%（分母%d条）", percent(y.Rate), y.RateOf)
	}
	if y.Compared {
		if y.SameAt != y.AsOf {
			text += fmt.Sprintf("，%s末为%s%%（分母%d条）", y.SameAt.Short(), percent(y.Same.Rate), y.Same.RateOf)
		}
		text += fmt.Sprintf("；%s末的完成率%s", b.AsOf.Label(), moved(y.Change))
	}
	text += fmt.Sprintf("。延续%d条，新增%d条，未再按原内容列入%d条", y.Carried, y.New, y.Ended)
	if y.Left > 0 {
		text += fmt.Sprintf("，年内清单调整不计%d条", y.Left)
	}
	if len(y.Open) == 0 {
		return text + fmt.Sprintf("。%d年没有未完成的要求。", y.Year)
	}
	return text + fmt.Sprintf("。%d年未完成的%d条，逐条见“%s”。", y.Year, len(y.Open), quartersSheet)
}

// moved says how a share changed.
func moved(points float64) string {
	switch {
	case points > 0:
		return fmt.Sprintf("上升%.1f个百分点", points)
	case points < 0:
		return fmt.Sprintf("下降%.1f个百分点", -points)
	}
	return "持平"
}

// lookBack writes what 季度进度 says of an earlier year, in tables numbered from n on.
func (s *sheet) lookBack(n int) {
	y := s.LastYear
	s.skip(1)
	s.put(24, []cell{{value: fmt.Sprintf("表%d　与%d年相比", n, y.Year), look: sectionLook}})
	head := heads("截至", "具体要求")
	for _, st := range status.Statuses {
		head = append(head, cell{value: statusWord(st), look: headLook})
	}
	s.heading(append(head, heads("逾期", "完成率", "完成率分母")...))
	s.comparedRow(y.AsOf.Label(), y.Tally)
	if !y.SameAt.IsZero() && y.SameAt != y.AsOf {
		s.comparedRow(y.SameAt.Label(), y.Same)
	}
	s.comparedRow(s.AsOf.Label(), s.tally())
	if y.Compared {
		s.row(cell{value: "完成率与" + y.SameAt.Label() + "末相比" + moved(y.Change) + "。", look: labelLook, span: len(status.Statuses) + 5})
	}
	s.skip(1)
	s.put(24, []cell{{value: fmt.Sprintf("表%d　%d年未完成的要求回头看", n+1, y.Year), look: sectionLook}})
	s.unfinished(y)
}

func (s *sheet) comparedRow(label string, t ledger.Tally) {
	cells := []cell{{value: label, look: labelLook}, {value: t.Of, look: countLook}}
	for _, st := range status.Statuses {
		cells = append(cells, cell{value: t.Counts[st], look: countLook})
	}
	s.row(append(cells, cell{value: t.Overdue, look: countLook}, rate(t, target{}), cell{value: t.RateOf, look: countLook})...)
}

// unfinished lists what an earlier year left unfinished, with where it stands now.
func (s *sheet) unfinished(y *ledger.LastYear) {
	text, lead := len(s.widths)-9, 3
	then, now := fmt.Sprintf("%d年", y.Year), fmt.Sprintf("%d年", s.Year)
	s.heading(append(heads(then+"项次"), cell{value: "具体要求", look: headLook, span: text}, cell{value: "牵头（共同负责）", look: headLook, span: lead},
		cell{value: then, look: headLook}, cell{value: now, look: headLook}, cell{value: "去向", look: headLook, span: 3}))
	for _, u := range y.Open {
		who, is, fate := "", cell{value: "—", look: midLook}, cell{value: "未再按原内容列入", look: bodyLook, span: 3}
		if u.Fate != ledger.Dropped {
			r := s.Requirement(u.Now)
			who, _ = duty(r.Duty, s.Plan.Settings.FirstLeads)
			is = standing(s.Standing(u.Now, s.AsOf))
			fate.value, fate.link = fmt.Sprintf("继续列入，第%d项", u.Now), s.toEntries(u.Now)
			if u.Fate == ledger.Suspended {
				fate.value = fmt.Sprintf("列入第%d项，年内清单调整不计", u.Now)
			}
		}
		s.row(cell{value: u.No, look: orderLook}, cell{value: strings.TrimSpace(u.Text), look: bodyLook, span: text}, cell{value: who, look: bodyLook, span: lead},
			cell{value: statusWord(u.Status), look: statusLook(u.Status)}, is, fate)
	}
	if len(y.Open) == 0 {
		s.row(cell{value: fmt.Sprintf("%d年没有未完成的要求。", y.Year), look: midLook, span: len(s.widths)})
	}
}
