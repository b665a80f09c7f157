package ledgerbook

import (
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// Columns of 待核对: what is found, what the office decides, and hidden keys behind.
var (
	findingColumns = []string{"原因", "程度", "问题", "部门", "季度", "文件", "工作表", "单元格", "行账", "说明", "怎么办", "可能的项次"}
	findingWidths  = []float64{7, 8, 16, 16, 10, 26, 11, 9, 12, 40, 40, 10}
	officeWidths   = []float64{15, 9, 10, 18, 24, 9, 14, 9} // with 核定结果
	findingsTyped  = len(findingColumns) + 1
	findingsShown  = len(findingColumns) + len(officeWidths)
)

// findings writes 待核对: what holds anything back comes first, and of each severity the causes
// that explain several findings, then the findings, those of one cause together, with what
// the office decides beside them.
func (b *book) findings() {
	typed, keys := ruling.LineTyped.Headings(), ruling.LineHidden.Headings()
	widths := slices.Concat(findingWidths, officeWidths)
	for range keys {
		widths = append(widths, 9)
	}
	s := b.sheet(findingsSheet, xlsx.Paper{Title: findingsSheet, A3: true, Landscape: true, Head: [2]int{findingsTop - 1, findingsTop - 1}, Freeze: 3, Tab: "C00000"}, widths...)
	s.Hide(func(col int) bool { return col > findingsShown })
	s.Put(30, []xlsx.Cell{{Value: "待核对的问题", Style: xlsx.TitleStyle}})
	s.Put(20, []xlsx.Cell{{Value: b.findingSummary(), Style: xlsx.NoteStyle}})
	s.Put(20, []xlsx.Cell{{Value: "强制：没有并入；核实：已并入，请看一看；提示：知道即可。“原因”同号的出在同一处，解决一处就一起解决；蓝底的行是一处影响多条的原因，点号码看是哪几条，点“单元格”打开来源文件，点“行账”看这一行的去向。", Style: xlsx.NoteStyle}})
	s.Put(20, []xlsx.Cell{{Value: "黄色各栏由办公室填写：在“核定”栏选，再填项次或状态、理由、姓名；存盘关闭后重新生成台账即照办，并一直保留。排序、筛选都不影响；请不要删除行尾隐藏的几列。", Style: xlsx.NoteStyle}})
	s.Heading(slices.Concat(xlsx.Heads(findingColumns...), officeHeads(typed), xlsx.Heads(ruling.ResultHeading), keyCells(keys)))
	for _, l := range b.where.lines {
		if l.cause != nil {
			s.Row(s.cause(l)...)
			continue
		}
		s.Row(s.finding(l)...)
	}
	if len(b.where.lines) == 0 {
		s.Row(xlsx.Cell{Value: "没有需要核对的问题。", Style: xlsx.MidStyle, Span: len(findingColumns)})
	} else {
		s.Filter(xlsx.Area(1, findingsTop-1, len(widths), s.Next-1))
		s.ruleFindings(findingsTyped, findingsShown+columnOf(keys, "类别")+1, findingsTop, s.Next-1)
	}
	s.Close()
}

func (b *book) findingSummary() string {
	n := func(v finding.Severity) int {
		count, _ := b.Figures.Value("findings." + string(v))
		return int(count)
	}
	errors, warnings, notes, settled := n(finding.Error), n(finding.Warning), n(finding.Info), 0
	for _, l := range b.where.lines {
		if l.settled {
			settled++
		}
	}
	text := fmt.Sprintf("共%d条：强制%d条，核实%d条，提示%d条；出自%d个原因。", errors+warnings+notes, errors, warnings, notes, len(b.Causes))
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

func (s *sheet) finding(l line) []xlsx.Cell {
	f := l.finding
	quarter := f.Quarter
	if q, ok := period.ParseQuarter(f.Quarter); ok {
		quarter = q.Short()
	}
	degree := xlsx.Cell{Value: f.Severity().Label(), Style: signs.SeverityStyle(f.Severity())}
	hint := f.Hint
	if l.settled {
		degree, hint = xlsx.Cell{Value: "已核定", Style: xlsx.DimStyle}, settledHint
	}
	title := f.Code.Entry().Title
	if title == "" {
		title = "整条要求的状态"
	}
	candidates := ""
	if l.row != nil && l.row.Fate == ledger.Held {
		candidates = signs.Ranges(l.row.Candidates)
	}
	cells := append(s.spare[:0], []xlsx.Cell{
		causeNumber(l.no, xlsx.WordStyle),
		degree,
		{Value: title, Style: xlsx.BodyStyle},
		{Value: f.Department, Style: xlsx.BodyStyle},
		{Value: quarter, Style: xlsx.WordStyle},
		{Value: f.Place.File(), Style: xlsx.BodyStyle},
		{Value: f.Place.Sheet(), Style: xlsx.BodyStyle},
		s.opening(f.Place, xlsx.WordStyle),
		s.account(s.where.row[rowOf(f.Place)], xlsx.WordStyle),
		{Value: f.Message, Style: xlsx.BodyStyle},
		{Value: hint, Style: xlsx.BodyStyle},
		{Value: candidates, Style: xlsx.WordStyle},
	}...)
	result := outcome(l)
	if l.office.Kind == "" { // nothing to decide here
		for range ruling.LineTyped {
			cells = append(cells, xlsx.Cell{Style: xlsx.WordStyle})
		}
		s.spare = append(cells, result)
		return s.spare
	}
	l.office.Mark = s.mark(l.ruled, ruling.LineTyped.Cells(l.office))
	reason := columnOf(ruling.LineTyped.Headings(), "核定理由")
	cells = append(cells, officeCells(ruling.LineTyped.Cells(l.office), reason)...)
	s.spare = append(append(cells, result), keyCells(ruling.LineHidden.Cells(l.office))...)
	return s.spare
}

// opening is a cell that opens the file at the place. The name of the file stands beside
// it without a link, because some programs don't wrap what is linked.
func (s *sheet) opening(at finding.Place, k xlsx.Style) xlsx.Cell {
	c := xlsx.Cell{Text: at.Cell(), Style: k, Link: s.toFile(at)}
	if c.Link.None() {
		return c
	}
	if c.Text == "" {
		c.Text = "打开"
	}
	c.Style = k.Linked()
	return c
}

// account is a cell that leads to line n of 行账, empty where that is 0.
func (s *sheet) account(n int, k xlsx.Style) xlsx.Cell {
	if n == 0 {
		return xlsx.Cell{Style: k}
	}
	return xlsx.Cell{Value: n, Style: k.Linked().Counted("第", "行"), Link: xlsx.LinkTo(rowsSheet, xlsx.Area(1, n, len(rowColumns), n), "看这一行在行账中的去向")}
}
