package checks

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// Columns of 读法: how headings were read, what the office decides, and hidden keys behind.
var (
	readingColumns = []string{"情况", "表头", "读作", "凭什么", "把握", "其次", "内容举例", "部门", "文件", "工作表", "单元格", "文件数", "格数"}
	readingWidths  = []float64{8, 20, 14, 11, 7, 10, 40, 15, 24, 11, 9, 7, 7}
	pointedWidths  = []float64{10, 12, 14, 20, 9, 14, 18} // with 核定结果
	ReadingsTyped  = len(readingColumns) + 1
	ReadingsShown  = len(readingColumns) + len(pointedWidths)
)

// readingsPrinted is how many columns go on paper; where each stands is for the screen.
const readingsPrinted = 8

// ReadingsTop is the first line of 读法 below its heading.
const ReadingsTop = 6

// Readings writes 读法: each heading that was met and what it was taken for, the doubtful ones
// first, and beside it what the office says of it.
func Readings(b *book.Book) {
	typed, keys := ruling.HeadingTyped.Headings(), ruling.HeadingHidden.Headings()
	widths := slices.Concat(readingWidths, pointedWidths)
	for range keys {
		widths = append(widths, 9)
	}
	s := &sheet{b.Start(book.ReadingsSheet, xlsx.Paper{Title: book.ReadingsSheet, Landscape: true, Head: [2]int{ReadingsTop - 1, ReadingsTop - 1}, Freeze: 2, Tab: "BF8F00"}, widths...)}
	s.Hide(func(col int) bool { return col > ReadingsShown })
	lines := asked.ReadingLines(b.Ledger)
	s.Put(30, []xlsx.Cell{{Value: "各栏目的读法", Style: xlsx.TitleStyle}})
	s.Note(readingSummary(lines), readingsPrinted)
	s.Note("一行一种表头。“请看”的是没认出的，或者答了会改变读法的；“推断”的是叫法没有见过、凭内容或表头里的字认的，看着不对再改；“把握”是比“其次”高出多少。没有表头的栏目不列。", readingsPrinted)
	s.Note("读得不对的，在黄色的“核定内容”里选它改读作什么，以后各季度、文件改了名都照办；“适用”不填就是全部，也可选本行的部门、本文件，或写部门名称、文件名。要撤销的，清空黄色各栏。", readingsPrinted)
	s.Heading(slices.Concat(xlsx.Heads(readingColumns...), book.OfficeHeads(typed), xlsx.Heads(ruling.ResultHeading), book.KeyCells(keys)))
	printed := s.Next + 1
	for i := range lines {
		if s.Row(s.reading(&lines[i])...); lines[i].Mood <= asked.Doubtful {
			printed = s.Next
		}
	}
	if len(lines) == 0 {
		s.Row(xlsx.Cell{Value: "没有读到表头。", Style: xlsx.MidStyle, Span: len(readingColumns)})
	} else {
		s.Filter(xlsx.Area(1, ReadingsTop-1, len(widths), s.Next-1))
		s.ruleReadings(ReadingsTop, s.Next-1)
	}
	s.Print(readingsPrinted, min(printed, s.Next)-1) // what somebody should look at
	s.Close()
}

func readingSummary(lines []asked.Reading) string {
	var n [asked.Waiting + 1]int
	for i := range lines {
		n[lines[i].Mood]++
	}
	text := fmt.Sprintf("共%d行：请看%d行，已核定%d行，推断%d行，清楚%d行", len(lines), n[asked.Doubtful], n[asked.Pointed]+n[asked.Waiting], n[asked.Assumed], n[asked.Sure]+n[asked.Taught])
	if n[asked.Empty] > 0 {
		text += fmt.Sprintf("，没有内容%d行", n[asked.Empty])
	}
	text += "。"
	if n[asked.Failed] > 0 {
		text += fmt.Sprintf("另有%d行的核定没有执行，请改。", n[asked.Failed])
	}
	return text
}

// reading is a line.
func (s *sheet) reading(r *asked.Reading) []xlsx.Cell {
	cells := append(s.Spare[:0], xlsx.Cell{Value: asked.Moods[r.Mood], Style: moodStyle(r.Mood)}, xlsx.Cell{Value: plainText(r.Heading), Style: xlsx.BodyStyle})
	cells = append(cells, s.readAs(r)...)
	r.Office.Mark = s.Mark(r.Answer, r.Office.Cells())
	typed := ruling.HeadingTyped.Headings()
	cells = append(cells, book.OfficeCells(ruling.HeadingTyped.Cells(r.Office), book.ColumnOf(typed, "核定理由"))...)
	s.Spare = append(append(cells, s.outcomeOf(r)), book.KeyCells(ruling.HeadingHidden.Cells(r.Office))...)
	return s.Spare
}

// readAs tells how the heading was read, and where the least sure of its columns stands.
func (s *sheet) readAs(r *asked.Reading) []xlsx.Cell {
	if len(r.Met) == 0 {
		return slices.Repeat([]xlsx.Cell{{Style: xlsx.BodyStyle}}, len(readingColumns)-2)
	}
	first := &r.Met[0]
	c := &first.Column
	read, by := r.Roles()
	margin := xlsx.Cell{Style: midTop("0%")}
	if r.Mood == asked.Doubtful || r.Mood == asked.Assumed || r.Mood == asked.Sure {
		margin.Value = c.Sure
	}
	return []xlsx.Cell{
		{Value: read, Style: xlsx.WordStyle},
		{Value: by, Style: xlsx.WordStyle},
		margin,
		{Value: string(c.Next), Style: xlsx.WordStyle},
		{Value: joinLines(samples(c.Samples), comments(r)), Style: xlsx.BodyStyle},
		{Value: first.Department, Style: xlsx.BodyStyle},
		{Value: first.File, Style: xlsx.BodyStyle},
		{Value: first.Sheet, Style: xlsx.BodyStyle},
		s.Opening(c.At, xlsx.WordStyle),
		{Value: r.Files(), Style: xlsx.OrderStyle},
		{Value: r.Cells(), Style: xlsx.OrderStyle},
	}
}

// outcomeOf says what became of the answer.
func (s *sheet) outcomeOf(r *asked.Reading) xlsx.Cell {
	switch {
	case r.Answer == nil:
		return xlsx.Cell{Style: xlsx.WordStyle}
	case r.Mood == asked.Failed:
		return xlsx.Cell{Value: "未执行：" + r.Answer.Why, Style: xlsx.Style{Frame: true, Fill: "FFC7CE", Color: "9C0006"}}
	case r.Mood == asked.Waiting:
		return xlsx.Cell{Value: "现在没有这个表头", Style: xlsx.DimStyle}
	}
	t := r.Answer.Target
	if role, _, said := s.Plan.Taught.Role(t.Heading, t.Department, t.File); said && role != r.Answer.Role {
		return xlsx.Cell{Value: "已执行（“词表”写的是" + string(role) + "）", Style: xlsx.WordStyle}
	}
	return xlsx.Cell{Value: "已执行", Style: xlsx.WordStyle}
}

func moodStyle(m asked.Mood) xlsx.Style {
	switch m {
	case asked.Failed:
		return signs.SeverityStyle(finding.Error)
	case asked.Doubtful:
		return signs.SeverityStyle(finding.Warning)
	case asked.Sure, asked.Assumed, asked.Taught:
		return xlsx.WordStyle
	}
	return xlsx.DimStyle
}

func midTop(format string) xlsx.Style {
	k := xlsx.WordStyle
	k.Format = format
	return k
}

// ruleReadings holds 核定 and 核定内容 to their lists. 适用 has a list too, but names may be typed there.
func (s *sheet) ruleReadings(first, last int) {
	words := ruling.HeadingTyped.Headings()
	at := func(word string) int { return ReadingsTyped + book.ColumnOf(words, word) }
	act, role, scope := at("核定"), at("核定内容"), at("适用")
	s.Validate(xlsx.Validation{Ref: xlsx.Area(act, first, act, last), Title: "核定", Input: "不选也行：选了右边的核定内容就是“" + ruling.ReadAs + "”。",
		Error: "请从列表中选。", Allowed: xlsx.OneOf(ruling.ReadAs)})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(role, first, role, last), Title: "核定内容", Input: "这一栏其实是什么，从列表中选。“其他栏目”是留着不公开，“不读”是不要；台账没有单独一栏的（如责任人），原文也在“明细”的“其他栏目”里。",
		Error: "请从列表中选。", Allowed: xlsx.OneOf(ruling.Roles()...)})
	s.Offer(xlsx.Area(scope, first, scope, last), ruling.Scopes...)
}

// samplesColumn is where samples stand in readingWidths.
const samplesColumn = 6

// samples shows what stands below a heading, a cell a line: as much of it as the line holds.
func samples(texts []string) string {
	room := fit.Room(readingWidths[samplesColumn], xlsx.BodyStyle.Points())
	var list []string
	for _, text := range texts {
		list = append(list, oneLine(plainText(text), room))
	}
	return strings.Join(list, "\n")
}

// oneLine returns the text, or as much of its beginning as stands with … on a line of so many ems.
func oneLine(text string, room float64) string {
	if fit.Lines(text, room) == 1 {
		return text
	}
	r := []rune(text)
	for r = r[:min(len(r), int(4*room))]; len(r) > 0 && fit.Lines(string(r)+"…", room) > 1; {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}

// comments shows what was noted beside a heading, or beside what stands below it.
func comments(r *asked.Reading) string {
	var list []string
	for i := range r.Met {
		for _, text := range r.Met[i].Column.Notes {
			if text = "批注：" + samples([]string{text}); !slices.Contains(list, text) && len(list) < mostComments {
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, "\n")
}

// mostComments is how many comments a line shows.
const mostComments = 3

func joinLines(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// plainText puts a text on one line.
func plainText(text string) string { return strings.Join(strings.Fields(fit.Clean(text)), " ") }
