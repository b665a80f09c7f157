package checks

import (
	"cmp"
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/publish"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// withheldCodes are what keeps a text from being published, contradicting what makes two
// statements stand against each other.
var (
	withheldCodes = []finding.Code{finding.PersonalInformation, finding.SecrecyMarking, finding.SensitiveWording, finding.PersonDoubtful}
	contradicting = []finding.Code{finding.LeadSupportConflict, finding.StatusContradiction, finding.StatusRegressed,
		finding.LastYearConflict, finding.TextContradictsStatus}
)

// finalWidths are of 程度, 部门, 季度, 文件, 工作表, 单元格, 说明 and 怎么办.
var finalWidths = []float64{8, 13, 10, 23, 10, 9, 42, 37}

// Final writes 定稿核对: whether anything stands in the way, what was left out of the annex and
// why, what contradicts itself, what is carried from earlier quarters, the causes that are
// open, and each figure of the annex with the way to its cells.
func Final(b *book.Book) {
	s := &sheet{b.Start(book.FinalSheet, xlsx.Paper{Title: book.FinalSheet, Landscape: true, Tab: "7030A0"}, finalWidths...)}
	s.Put(30, []xlsx.Cell{{Value: "定稿核对", Style: xlsx.TitleStyle}})
	s.Note("年报附件签发以前请看这一页：点“单元格”打开来源文件，点项次看这一条要求的全部填报。", len(finalWidths))
	s.verdict()
	s.told("二、没有并入的内容和没有报送的报表", "没有。", func(f *finding.Finding) bool {
		return !f.Settled && (f.Severity() == finding.Error || f.Code == finding.ReturnMissing)
	})
	s.told("三、年报附件没有公开的内容和原因", "没有。", func(f *finding.Finding) bool {
		return slices.Contains(withheldCodes, f.Code) || f.Code == finding.TextContradictsStatus && !f.Settled
	}, s.unquoted()...)
	s.told("四、说法不一的地方", "没有。", func(f *finding.Finding) bool { return !f.Settled && slices.Contains(contradicting, f.Code) })
	s.carried()
	s.openCauses()
	s.printed()
	s.Print(len(finalWidths), s.Next-1) // one goes from line to line on the screen
	s.grounds()
	s.Close()
}

// verdict says whether the annex is a draft, and how much the office has decided.
func (s *sheet) verdict() {
	s.Section("一、能不能定稿")
	wide := len(finalWidths)
	text, k := "没有强制问题，应报的报表都已报送或者认可，年报附件不再印“草稿”。", xlsx.LabelStyle
	if p := s.Pending(); p.Draft() {
		text = "还不能：" + p.Words() + "。年报附件每页印着“草稿”。"
		k.Bold, k.Fill, k.Color = true, "FFC7CE", "9C0006"
	}
	s.Row(xlsx.Cell{Value: text, Style: k, Span: wide})
	settled := 0
	for i := range s.Findings {
		if s.Findings[i].Settled {
			settled++
		}
	}
	if settled > 0 {
		s.Row(xlsx.Cell{Value: fmt.Sprintf("办公室已核定 %d 个问题，理由见“%s”。", settled, book.FindingsSheet), Style: xlsx.LabelStyle.Linked(), Link: xlsx.LinkTo(book.FindingsSheet, "A1", ""), Span: wide})
	}
}

// part writes a section with its heading and rows, none where there are none. Title, heading and the
// first row stand on one page.
func (s *sheet) part(title string, heading []xlsx.Cell, rows [][]xlsx.Cell, none string) {
	if len(rows) == 0 {
		rows = [][]xlsx.Cell{{{Value: none, Style: xlsx.MidStyle, Span: len(finalWidths)}}}
	}
	s.Together(book.SectionHeight + max(s.Height(heading), 20) + s.Height(rows[0]))
	s.Section(title)
	s.Heading(heading)
	for _, cells := range rows {
		s.Row(cells...)
	}
}

// unquoted lists what the annex does not quote as the office took another status.
func (s *sheet) unquoted() (rows [][]xlsx.Cell) {
	for _, u := range publish.Unquoteds(s.Ledger) {
		e := u.Voice.Entry
		at := book.Spot(e)
		rows = append(rows, []xlsx.Cell{{Value: "已核定", Style: xlsx.DimStyle}, {Value: u.Voice.Department, Style: xlsx.BodyStyle}, {Value: e.Quarter.Short(), Style: xlsx.WordStyle},
			{Value: at.File(), Style: xlsx.BodyStyle}, {Value: at.Sheet(), Style: xlsx.BodyStyle}, s.Opening(at, xlsx.WordStyle),
			{Value: fmt.Sprintf("第%d条核定为“%s”，部门填的与它不一致：%s", u.Requirement, u.Taken.Label(), e.Row.Progress.Value), Style: xlsx.BodyStyle},
			{Value: "年报附件不引用这段文字，只印核定的进度；应当引用的，请部门按核定的进度改写后重报。", Style: xlsx.BodyStyle}})
	}
	return rows
}

// told lists the findings of a kind, and more below them.
func (s *sheet) told(title, none string, of func(*finding.Finding) bool, more ...[]xlsx.Cell) {
	var told []*finding.Finding
	for i := range s.Findings {
		if f := &s.Findings[i]; of(f) {
			told = append(told, f)
		}
	}
	slices.SortStableFunc(told, func(a, b *finding.Finding) int { // what must be mended goes first
		return cmp.Compare(asked.Rank(*a), asked.Rank(*b))
	})
	var rows [][]xlsx.Cell
	for _, f := range told {
		degree, quarter := xlsx.Cell{Value: f.Severity().Label(), Style: signs.SeverityStyle(f.Severity())}, f.Quarter
		if f.Settled {
			degree = xlsx.Cell{Value: "已核定", Style: xlsx.DimStyle}
		}
		if q, ok := period.ParseQuarter(f.Quarter); ok {
			quarter = q.Short()
		}
		rows = append(rows, []xlsx.Cell{degree, {Value: f.Department, Style: xlsx.BodyStyle}, {Value: quarter, Style: xlsx.WordStyle}, {Value: f.Place.File(), Style: xlsx.BodyStyle},
			{Value: f.Place.Sheet(), Style: xlsx.BodyStyle}, s.Opening(f.Place, xlsx.WordStyle), {Value: f.Message, Style: xlsx.BodyStyle}, {Value: f.Hint, Style: xlsx.BodyStyle}})
	}
	s.part(title, xlsx.Heads("程度", "部门", "季度", "文件", "工作表", "单元格", "说明", "怎么办"), append(rows, more...), none)
}

// carried lists the requirements whose standing rests on an earlier quarter.
func (s *sheet) carried() {
	var rows [][]xlsx.Cell
	for i := range s.Plan.Requirements {
		st := s.Standing(i+1, s.AsOf)
		if !st.Active || st.From.IsZero() {
			continue
		}
		var names []string
		for _, v := range st.Deciders {
			if v.Carried {
				names = append(names, v.Department+"（"+v.Entry.Quarter.Short()+"）")
			}
		}
		rows = append(rows, []xlsx.Cell{s.requirementNo(i + 1), book.Standing(st), {Value: st.From.Short(), Style: xlsx.WordStyle},
			{Value: s.Requirement(i + 1).Text.Value, Style: xlsx.BodyStyle, Span: 4}, {Value: few(names), Style: xlsx.BodyStyle}})
	}
	heading := append(xlsx.Heads("项次", "进度", "沿用自"), xlsx.Cell{Value: "具体要求", Style: xlsx.HeadStyle, Span: 4}, xlsx.Cell{Value: "由谁决定", Style: xlsx.HeadStyle})
	s.part("五、沿用以前季度填报的进度", heading, rows, "没有，都是本季度填报的。")
}

// openCauses lists what is still open by its roots, each with the way to its findings.
func (s *sheet) openCauses() {
	var rows [][]xlsx.Cell
	for i := range s.Causes {
		c := &s.Causes[i]
		if c.Severity == finding.Info {
			continue
		}
		number := xlsx.Cell{Value: i + 1, Style: xlsx.OrderStyle}
		if at := s.Where.Cause[i+1]; at[0] > 0 {
			number.Style, number.Link = xlsx.OrderStyle.Linked(), xlsx.LinkTo(book.FindingsSheet, xlsx.Area(1, at[0], book.FindingsShown, at[1]), "看是哪几条")
		}
		rows = append(rows, []xlsx.Cell{number, {Value: c.Severity.Label(), Style: signs.SeverityStyle(c.Severity)}, {Value: c.Findings, Style: xlsx.CountStyle},
			{Value: c.Message, Style: xlsx.BodyStyle, Span: 4}, {Value: c.Hint, Style: xlsx.BodyStyle}})
	}
	heading := append(xlsx.Heads("原因", "程度", "处数"), xlsx.Cell{Value: "说明", Style: xlsx.HeadStyle, Span: 4}, xlsx.Cell{Value: "怎么办", Style: xlsx.HeadStyle})
	s.part("六、还没有解决的原因", heading, rows, "没有。")
}

// requirementNo is a requirement's number with the way to all that was said of it.
func (s *sheet) requirementNo(no int) xlsx.Cell {
	c := xlsx.Cell{Value: no, Style: xlsx.OrderStyle, Link: s.ToEntries(no)}
	if !c.Link.None() {
		c.Style = xlsx.OrderStyle.Linked()
	}
	return c
}

// few joins names, a dash where there are none.
func few(names []string) string {
	if len(names) == 0 {
		return "—"
	}
	text := names[0]
	for _, name := range names[1:] {
		text += "、" + name
	}
	return text
}

// standsAt returns the requirements that count at the as-of quarter and fit.
func (s *sheet) standsAt(fits func(*ledger.Standing) bool) (numbers []int) {
	for i := range s.Plan.Requirements {
		if st := s.Standing(i+1, s.AsOf); st.Active && fits(st) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// isAt fits what stands at one status.
func isAt(want status.Status) func(*ledger.Standing) bool {
	return func(st *ledger.Standing) bool { return st.Status == want }
}
