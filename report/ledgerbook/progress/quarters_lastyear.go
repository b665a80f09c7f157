package progress

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// comparison is the line of 总台账 that compares with an earlier year.
func comparison(b *book.Book) string {
	y := b.LastYear
	text := fmt.Sprintf("与%d年（截至%s）相比：%d年具体要求%d条，已完成%d条", y.Year, y.AsOf.Label(), y.Year, y.Of, y.Counts[status.Completed])
	if y.Rated {
		text += fmt.Sprintf("，完成率%s%%（分母%d条）", book.Percent(y.Rate), y.RateOf)
	}
	if y.Compared {
		if y.SameAt != y.AsOf {
			text += fmt.Sprintf("，%s末为%s%%（分母%d条）", y.SameAt.Short(), book.Percent(y.Same.Rate), y.Same.RateOf)
		}
		text += fmt.Sprintf("；%s末的完成率%s", b.AsOf.Label(), ledger.MovedLabel(y.Change))
	}
	text += fmt.Sprintf("。延续%d条，新增%d条，未再按原内容列入%d条", y.Carried, y.New, y.Ended)
	if y.Left > 0 {
		text += fmt.Sprintf("，年内清单调整不计%d条", y.Left)
	}
	if len(y.Open) == 0 {
		return text + fmt.Sprintf("。%d年没有未完成的要求。", y.Year)
	}
	return text + fmt.Sprintf("。%d年未完成的%d条，逐条见“%s”。", y.Year, len(y.Open), book.QuartersSheet)
}

// lookBack writes what 季度进度 says of an earlier year, in tables numbered from n on.
func (s *sheet) lookBack(n int) {
	y := s.LastYear
	s.Skip(1)
	s.Put(24, []xlsx.Cell{{Value: fmt.Sprintf("表%d　与%d年相比", n, y.Year), Style: xlsx.SectionStyle}})
	head := xlsx.Heads("截至", "具体要求")
	for _, st := range status.Statuses {
		head = append(head, xlsx.Cell{Value: signs.StatusWord(st), Style: xlsx.HeadStyle})
	}
	s.Heading(append(head, xlsx.Heads("逾期", "完成率", "完成率分母")...))
	s.comparedRow(y.AsOf.Label(), y.Tally)
	if !y.SameAt.IsZero() && y.SameAt != y.AsOf {
		s.comparedRow(y.SameAt.Label(), y.Same)
	}
	s.comparedRow(s.AsOf.Label(), s.Tally())
	if y.Compared {
		s.Row(xlsx.Cell{Value: "完成率与" + y.SameAt.Label() + "末相比" + ledger.MovedLabel(y.Change) + "。", Style: xlsx.LabelStyle, Span: len(status.Statuses) + 5})
	}
	s.Skip(1)
	s.Put(24, []xlsx.Cell{{Value: fmt.Sprintf("表%d　%d年未完成的要求回头看", n+1, y.Year), Style: xlsx.SectionStyle}})
	s.unfinished(y)
}

func (s *sheet) comparedRow(label string, t ledger.Tally) {
	cells := []xlsx.Cell{{Value: label, Style: xlsx.LabelStyle}, {Value: t.Of, Style: xlsx.CountStyle}}
	for _, st := range status.Statuses {
		cells = append(cells, xlsx.Cell{Value: t.Counts[st], Style: xlsx.CountStyle})
	}
	s.Row(append(cells, xlsx.Cell{Value: t.Overdue, Style: xlsx.CountStyle}, book.Rate(t, xlsx.Target{}), xlsx.Cell{Value: t.RateOf, Style: xlsx.CountStyle})...)
}

// unfinished lists what an earlier year left unfinished, with where it stands now.
func (s *sheet) unfinished(y *ledger.LastYear) {
	text, lead := len(s.Widths)-9, 3
	then, now := fmt.Sprintf("%d年", y.Year), fmt.Sprintf("%d年", s.Year)
	s.Heading(append(xlsx.Heads(then+"项次"), xlsx.Cell{Value: "具体要求", Style: xlsx.HeadStyle, Span: text}, xlsx.Cell{Value: "牵头（共同负责）", Style: xlsx.HeadStyle, Span: lead},
		xlsx.Cell{Value: then, Style: xlsx.HeadStyle}, xlsx.Cell{Value: now, Style: xlsx.HeadStyle}, xlsx.Cell{Value: "去向", Style: xlsx.HeadStyle, Span: 3}))
	for _, u := range y.Open {
		who, is, fate := "", xlsx.Cell{Value: "—", Style: xlsx.MidStyle}, xlsx.Cell{Value: "未再按原内容列入", Style: xlsx.BodyStyle, Span: 3}
		if u.Fate != ledger.Dropped {
			r := s.Requirement(u.Now)
			who, _ = book.Duty(r.Duty, s.Plan.Settings.FirstLeads)
			is = book.Standing(s.Standing(u.Now, s.AsOf))
			fate.Value, fate.Link = fmt.Sprintf("继续列入，第%d项", u.Now), s.ToEntries(u.Now)
			if u.Fate == ledger.Suspended {
				fate.Value = fmt.Sprintf("列入第%d项，年内清单调整不计", u.Now)
			}
		}
		s.Row(xlsx.Cell{Value: u.No, Style: xlsx.OrderStyle}, xlsx.Cell{Value: strings.TrimSpace(u.Text), Style: xlsx.BodyStyle, Span: text}, xlsx.Cell{Value: who, Style: xlsx.BodyStyle, Span: lead},
			xlsx.Cell{Value: signs.StatusWord(u.Status), Style: signs.StatusStyle(u.Status)}, is, fate)
	}
	if len(y.Open) == 0 {
		s.Row(xlsx.Cell{Value: fmt.Sprintf("%d年没有未完成的要求。", y.Year), Style: xlsx.MidStyle, Span: len(s.Widths)})
	}
}
