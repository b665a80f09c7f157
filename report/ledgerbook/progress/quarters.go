package progress

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

const quartersHead, quartersTop, quartersStatus = 4, 5, 3

// roundedNote says why shares do not sum to 100%, where those of a quarter do not.
func roundedNote(b *book.Book) string {
	if slices.ContainsFunc(b.Quarters, func(q ledger.QuarterTally) bool { return q.Rounded() }) {
		return book.RoundedWords
	}
	return ""
}

// Quarters writes 季度进度: the trend, a chart, and what changed since the quarter before.
func Quarters(b *book.Book) {
	words := status.Statuses
	widths := []float64{15, 9}
	for range len(words) + 7 {
		widths = append(widths, 9)
	}
	s := &sheet{b.Start(book.QuartersSheet, xlsx.Paper{Title: book.QuartersSheet, Landscape: true, Tab: "BF8F00"}, widths...)}
	s.Put(30, []xlsx.Cell{{Value: "季度进度", Style: xlsx.TitleStyle}})
	s.Note("各季度末全部要求的进度；本季度没有报送的，沿用最近一次。", len(widths))
	s.trend(words)
	s.trendShares(words)
	s.Skip(1)
	var names []string
	for _, q := range b.Quarters {
		names = append(names, q.Quarter.Label())
	}
	high := s.ChartFits(200, 360)
	s.Chart(xlsx.Chart{Title: "各季度末的进度（条）", Top: s.Next, Head: quartersHead, First: quartersTop,
		Col: quartersStatus, Categories: names, Width: s.Width(0, len(widths)), Height: high,
		Series: book.Bars(words, len(b.Quarters), func(i int, st status.Status) int { return b.Quarters[i].Counts[st] })})
	s.Skip(1)
	s.changes()
	if b.LastYear != nil {
		s.lookBack(min(s.AsOf.N, 2) + 2)
	}
	s.Close()
}

func (s *sheet) trend(words []status.Status) {
	s.Put(24, []xlsx.Cell{{Value: "表1　进度和报送（条、份）", Style: xlsx.SectionStyle}})
	head := xlsx.Heads("季度", "具体要求")
	for _, st := range words {
		head = append(head, xlsx.Cell{Value: signs.StatusWord(st), Style: xlsx.HeadStyle})
	}
	s.Heading(append(head, xlsx.Heads("逾期", "应报", "已报", "按时", "迟报", strings.Replace(s.UndatedWord(), "按时与否", "按时与否\n", 1), "未报送")...))
	for i, q := range s.Quarters {
		column := book.OverviewSheet + "!" + fmt.Sprintf("$%[1]s$%[2]d:$%[1]s$%[3]d", xlsx.Letter(overviewFixed+2*i+1),
			overviewFirst(s.Book), overviewFirst(s.Book)+max(len(s.Plan.Requirements), 1)-1)
		cells := []xlsx.Cell{{Value: q.Quarter.Label(), Style: xlsx.LabelStyle},
			{Value: q.Of, Style: xlsx.CountStyle, Formula: fmt.Sprintf(`COUNTA(%s)-COUNTIF(%s,"不计")`, column, column)}}
		for k, st := range words {
			word := fmt.Sprintf("%s$%d", xlsx.Letter(quartersStatus+k), quartersHead)
			cells = append(cells, xlsx.Cell{Value: q.Counts[st], Style: xlsx.CountStyle, Formula: fmt.Sprintf("COUNTIF(%s,%s)", column, word)})
		}
		r := q.Returns
		for _, n := range []int{q.Overdue, r.Expected, r.Reported, r.OnTime, r.Late, r.Undated, r.Missing} {
			cells = append(cells, xlsx.Cell{Value: n, Style: xlsx.CountStyle})
		}
		s.Row(cells...)
	}
}

func (s *sheet) trendShares(words []status.Status) {
	s.Skip(1)
	s.Put(24, []xlsx.Cell{{Value: "表2　占比（分母为具体要求；完成率的分母不含常态化和不适用，各季度的相同" + roundedNote(s.Book) + "）", Style: xlsx.SectionStyle}})
	head := xlsx.Heads("季度", "分母")
	for _, st := range words {
		head = append(head, xlsx.Cell{Value: signs.StatusWord(st), Style: xlsx.HeadStyle})
	}
	s.Heading(append(head, xlsx.Cell{Value: "完成率", Style: xlsx.HeadStyle}, xlsx.Cell{Value: "完成率分母", Style: xlsx.HeadStyle, Span: 2}))
	for _, q := range s.Quarters {
		cells := []xlsx.Cell{{Value: q.Quarter.Label(), Style: xlsx.LabelStyle}, {Value: q.Of, Style: xlsx.CountStyle}}
		for _, st := range words {
			cells = append(cells, xlsx.Cell{Value: book.Share(q.Shares[st]), Style: xlsx.ShareStyle})
		}
		s.Row(append(cells, book.Rate(q.Tally, xlsx.Target{}), xlsx.Cell{Value: q.RateOf, Style: xlsx.CountStyle, Span: 2})...)
	}
}

// changes lists the requirements that stand elsewhere than a quarter ago.
func (s *sheet) changes() {
	if s.AsOf.N < 2 {
		s.Put(24, []xlsx.Cell{{Value: "第一季度没有上季度可比。", Style: xlsx.SectionStyle}})
		return
	}
	before := period.Quarter{Year: s.AsOf.Year, N: s.AsOf.N - 1}
	s.Together(book.SectionHeight + 20 + 3*fit.MinHeight)
	s.Put(24, []xlsx.Cell{{Value: fmt.Sprintf("表3　与%s相比的变化", before.Short()), Style: xlsx.SectionStyle}})
	text, lead := len(s.Widths)-9, 3
	s.Repeat(s.Heading(append(xlsx.Heads("项次"), xlsx.Cell{Value: "具体要求", Style: xlsx.HeadStyle, Span: text}, xlsx.Cell{Value: "牵头（共同负责）", Style: xlsx.HeadStyle, Span: lead},
		xlsx.Cell{Value: before.Short(), Style: xlsx.HeadStyle}, xlsx.Cell{Value: s.AsOf.Short(), Style: xlsx.HeadStyle}, xlsx.Cell{Value: "变化", Style: xlsx.HeadStyle, Span: 3})))
	none := true
	for i := range s.Plan.Requirements {
		r := &s.Plan.Requirements[i]
		was, is := s.Standing(r.No, before), s.Standing(r.No, s.AsOf)
		word := change(was, is)
		if word == "" {
			continue
		}
		none = false
		who, _ := book.Duty(r.Duty, s.Plan.Settings.FirstLeads)
		s.Row(xlsx.Cell{Value: r.No, Style: xlsx.OrderStyle, Link: s.ToEntries(r.No)},
			xlsx.Cell{Value: r.Text.Value, Style: xlsx.BodyStyle, Span: text}, xlsx.Cell{Value: who, Style: xlsx.BodyStyle, Span: lead},
			book.Standing(was), book.Standing(is), xlsx.Cell{Value: word, Style: xlsx.BodyStyle, Span: 3})
	}
	if none {
		s.Row(xlsx.Cell{Value: "没有变化。", Style: xlsx.MidStyle, Span: len(s.Widths)})
	}
}

// change says in a word how a requirement moved, "" where it did not.
func change(was, is *ledger.Standing) string {
	word := ""
	switch {
	case was.Active != is.Active && is.Active:
		word = "本季度起计入"
	case was.Active != is.Active:
		return "本季度起不再计入"
	case was.Status == is.Status:
	case is.Status == status.Completed:
		word = "新完成"
	case was.Status == status.Completed:
		word = "由已完成退回"
	case was.Status == status.NotReported:
		word = "首次报送"
	case is.Status == status.Behind:
		word = "转为滞后"
	default:
		word = "进度变化"
	}
	if is.Overdue && !was.Overdue {
		if word != "" {
			word += "；"
		}
		word += "新逾期"
	}
	return word
}
