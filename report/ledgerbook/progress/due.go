package progress

import (
	"fmt"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/figures"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

var dueHeads = []string{"月份", "完成时限", "项次", "具体要求", "责任部门", "进度", "亮灯"}

// Due writes 时限: the requirements month by month as they fall due, then what recurs, then what
// has no date.
func Due(b *book.Book) {
	s := &sheet{b.Start(book.DueSheet, xlsx.Paper{Title: book.DueSheet, Landscape: true, Head: [2]int{3, 3}, Freeze: 1, Tab: "C55A11"}, 11, 15, 6, 58, 26, 10, 14)}
	s.Put(30, []xlsx.Cell{{Value: "完成时限一览", Style: xlsx.TitleStyle}})
	s.Note("按月排列；进度截至"+b.AsOf.Last().Label()+"。红灯：逾期；黄灯：滞后、未报或三十天内到期。点项次看这一条的全部报送。", len(dueHeads))
	s.Heading(xlsx.Heads(dueHeads...))
	dated, recurring, lasting, open := byDue(b.Ledger)
	for len(dated) > 0 {
		n := 1
		for n < len(dated) && monthOf(dated[n]) == monthOf(dated[0]) {
			n++
		}
		s.group(monthOf(dated[0]), dated[:n])
		dated = dated[n:]
	}
	if len(recurring) > 0 {
		s.group("每年、定期", recurring)
	}
	if len(lasting) > 0 {
		s.group("没有日期", lasting)
	}
	if len(open) > 0 {
		s.Row(xlsx.Cell{Value: "没有时限", Style: xlsx.MidStyle}, xlsx.Cell{Value: fmt.Sprintf("另有%d条没有写明时限：第%s条。", len(open), signs.Ranges(open)), Style: xlsx.LabelStyle, Span: len(dueHeads) - 1})
	}
	if s.Next == 4 {
		s.Row(xlsx.Cell{Value: "没有要求。", Style: xlsx.MidStyle, Span: len(dueHeads)})
	}
	s.Close()
}

// byDue splits the requirements that count in the as-of quarter: those with a date, the earliest
// first, those that recur, those whose end the list leaves open in words of its own (长期坚持), and the numbers of
// those of which it says nothing.
func byDue(l *ledger.Ledger) (dated, recurring, lasting []*plan.Requirement, open []int) {
	for i := range l.Plan.Requirements {
		r := &l.Plan.Requirements[i]
		switch {
		case !l.Standing(r.No, l.AsOf).Active:
		case !r.Due.On.IsZero():
			dated = append(dated, r)
		case r.Due.Recurring != "":
			recurring = append(recurring, r)
		case r.Due.Said != "":
			lasting = append(lasting, r)
		default:
			open = append(open, r.No)
		}
	}
	slices.SortStableFunc(dated, func(a, b *plan.Requirement) int {
		return a.Due.On.Compare(b.Due.On)
	})
	return dated, recurring, lasting, open
}

func monthOf(r *plan.Requirement) string {
	return fmt.Sprintf("%d年%d月", r.Due.On.Year, r.Due.On.Month)
}

// group writes the requirements of a month.
func (s *sheet) group(word string, list []*plan.Requirement) {
	for _, r := range list {
		st := s.Standing(r.No, s.AsOf)
		who, _ := book.Duty(r.Duty, s.Plan.Settings.FirstLeads)
		number := xlsx.Cell{Value: r.No, Style: xlsx.OrderStyle, Link: s.ToEntries(r.No)}
		if !number.Link.None() {
			number.Style = xlsx.OrderStyle.Linked()
		}
		until := due(r.Due)
		s.Row(xlsx.Cell{Value: word, Style: xlsx.WordStyle}, until, number, xlsx.Cell{Value: r.Text.Value, Style: xlsx.BodyStyle},
			xlsx.Cell{Value: who, Style: xlsx.BodyStyle}, book.Standing(st), s.lamp(r, st))
	}
}

// lamp is the light of a requirement, with the reason in a word.
func (s *sheet) lamp(r *plan.Requirement, st *ledger.Standing) xlsx.Cell {
	light, k := figures.LightOf(s.Ledger, r.No, s.AsOf), xlsx.WordStyle
	word := light.Label()
	switch light {
	case figures.Red:
		return xlsx.Cell{Value: word + "：逾期", Style: xlsx.AlarmStyle}
	case figures.Yellow:
		k.Fill, k.Bold = "FFE699", true
		if st.Status != status.Behind && st.Status != status.NotReported {
			word += "：三十天内到期"
		}
	case figures.Grey:
		k.Color = xlsx.Grey
	default:
		if on := s.FinishedLate(r.No, s.AsOf); !on.IsZero() {
			word += "：" + finishedLate + "（" + on.Label() + "）"
		}
	}
	return xlsx.Cell{Value: word, Style: k}
}
