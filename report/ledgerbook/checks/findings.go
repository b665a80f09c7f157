package checks

import (
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// Columns of 待核对: what is found, what the office decides, and hidden keys behind.
var (
	findingWidths = []float64{5, 7, 12, 12, 10, 25, 12, 10, 30, 29}
	officeWidths  = []float64{15, 9, 10, 18, 24, 9, 14, 9} // with 核定结果
	findingsTyped = len(book.FindingColumns) + 1
)

// Findings writes 待核对: what holds anything back comes first, and of each severity the causes
// that explain several findings, then the findings, those of one cause together, with what
// the office decides beside them.
func Findings(b *book.Book) {
	typed, keys := ruling.LineTyped.Headings(), ruling.LineHidden.Headings()
	widths := slices.Concat(findingWidths, officeWidths)
	for range keys {
		widths = append(widths, 9)
	}
	s := &sheet{b.Start(book.FindingsSheet, xlsx.Paper{Title: book.FindingsSheet, Landscape: true, Head: [2]int{book.FindingsTop - 1, book.FindingsTop - 1}, Freeze: 3, Tab: "C00000"}, widths...)}
	s.Hide(func(col int) bool { return col > book.FindingsShown })
	s.Put(30, []xlsx.Cell{{Value: "待核对的问题", Style: xlsx.TitleStyle}})
	s.Note(findingSummary(b), len(book.FindingColumns))
	s.Note("强制：没有并入；核实：已并入，请看一看；提示：知道即可。“原因”同号的出在同一处，解决一处就一起解决；蓝底的行是一处影响多条的原因，点号码看是哪几条，点“出处”打开来源文件的那一格，点“行账”看这一行的去向。", len(book.FindingColumns))
	s.Note("黄色各栏由办公室填写：在“核定”栏选，再填项次或状态、理由、姓名；存盘关闭后重新生成台账即照办，并一直保留。排序、筛选都不影响；请不要删除行尾隐藏的几列。打印只印强制和核实的，最多"+strconv.Itoa(printedLines)+"行。", len(book.FindingColumns))
	s.Heading(slices.Concat(xlsx.Heads(book.FindingColumns...), book.OfficeHeads(typed), xlsx.Heads(ruling.ResultHeading), book.KeyCells(keys)))
	for _, l := range b.Where.Lines {
		if l.Cause != nil {
			s.Row(s.cause(l)...)
			continue
		}
		s.Row(s.finding(l)...)
	}
	if len(b.Where.Lines) == 0 {
		s.Row(xlsx.Cell{Value: "没有需要核对的问题。", Style: xlsx.MidStyle, Span: len(book.FindingColumns)})
	} else {
		s.Filter(xlsx.Area(1, book.FindingsTop-1, len(widths), s.Next-1))
		s.ruleFindings(findingsTyped, book.FindingsShown+book.ColumnOf(keys, "类别")+1, book.FindingsTop, s.Next-1)
	}
	s.Print(len(book.FindingColumns), book.FindingsTop-1+max(onPaper(b.Where.Lines), 1))
	s.Close()
}

// printedLines is how many lines of 待核对 are printed at most: who has more goes by causes, which
// stand first.
const printedLines = 150

// onPaper counts the lines that are printed: what must be mended or looked at. Notes, what is
// settled, and what is filled in are for the screen.
func onPaper(lines []asked.Line) (n int) {
	for n < len(lines) && n < printedLines && lines[n].Pressing() {
		n++
	}
	return n
}

func findingSummary(b *book.Book) string {
	n := func(v finding.Severity) int {
		count, _ := b.Figures.Value("findings." + string(v))
		return int(count)
	}
	errors, warnings, notes, settled := n(finding.Error), n(finding.Warning), n(finding.Info), 0
	for _, l := range b.Where.Lines {
		if l.Settled {
			settled++
		}
	}
	causes := 0
	for _, c := range b.Causes {
		if c.Severity != finding.Info {
			causes++
		}
	}
	text := fmt.Sprintf("要核对的%d条：强制%d条，核实%d条；出自%d个原因。", errors+warnings, errors, warnings, causes)
	if notes > 0 { // the page asks nothing of them
		text += fmt.Sprintf("另有提示%d条，知道即可，网页的“核对”里不问。", notes)
	}
	if settled > 0 {
		text += fmt.Sprintf("另有已核定%d条，列在最后。", settled)
	}
	bare := 0
	for _, r := range slices.Concat(b.Rulings, b.Readings) {
		if r.State == ruling.Applied && r.Act != ruling.Close && (r.Reason == "" || r.By == "") {
			bare++
		}
	}
	if bare > 0 {
		text += fmt.Sprintf("有%d条核定没有写理由或核定人，已经照办，请补上。", bare)
	}
	return text
}

func (s *sheet) finding(l asked.Line) []xlsx.Cell {
	f := l.Finding
	quarter := f.Quarter
	if q, ok := period.ParseQuarter(f.Quarter); ok {
		quarter = q.Short()
	}
	degree := xlsx.Cell{Value: f.Severity().Label(), Style: signs.SeverityStyle(f.Severity())}
	hint := f.Hint
	if l.Settled {
		degree, hint = xlsx.Cell{Value: "已核定", Style: xlsx.DimStyle}, asked.SettledHint
	}
	title := f.Code.Entry().Title
	if title == "" {
		title = "整条要求的状态"
	}
	candidates := ""
	if l.Row != nil && l.Row.Fate == ledger.Held {
		candidates = signs.Ranges(l.Row.Candidates)
	}
	cells := append(s.Spare[:0], []xlsx.Cell{
		causeNumber(l.No, xlsx.WordStyle),
		degree,
		{Value: title, Style: xlsx.BodyStyle},
		{Value: f.Department, Style: xlsx.BodyStyle},
		{Value: quarter, Style: xlsx.WordStyle},
		s.Source(f.Place, findingWidths[5], xlsx.BodyStyle),
		s.Account(s.Where.Row[book.RowOf(f.Place)], xlsx.WordStyle),
		{Value: candidates, Style: xlsx.WordStyle},
		{Value: f.Message, Style: xlsx.BodyStyle},
		{Value: hint, Style: xlsx.BodyStyle},
	}...)
	result := book.Outcome(l)
	if l.Office.Kind == "" { // nothing to decide here
		for range ruling.LineTyped {
			cells = append(cells, xlsx.Cell{Style: xlsx.WordStyle})
		}
		s.Spare = append(cells, result)
		return s.Spare
	}
	l.Office.Mark = s.Mark(l.Ruled, ruling.LineTyped.Cells(l.Office))
	reason := book.ColumnOf(ruling.LineTyped.Headings(), "核定理由")
	cells = append(cells, book.OfficeCells(ruling.LineTyped.Cells(l.Office), reason)...)
	s.Spare = append(append(cells, result), book.KeyCells(ruling.LineHidden.Cells(l.Office))...)
	return s.Spare
}
