package book

import (
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
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
	s := b.sheet(findingsSheet, page{title: findingsSheet, a3: true, landscape: true, head: [2]int{findingsTop - 1, findingsTop - 1}, freeze: 3, tab: "C00000"}, widths...)
	s.hide(func(col int) bool { return col > findingsShown })
	s.put(30, []cell{{value: "待核对的问题", look: titleLook}})
	s.put(20, []cell{{value: b.findingSummary(), look: noteLook}})
	s.put(20, []cell{{value: "强制：没有并入；核实：已并入，请看一看；提示：知道即可。“原因”同号的出在同一处，解决一处就一起解决；蓝底的行是一处影响多条的原因，点号码看是哪几条，点“单元格”打开来源文件，点“行账”看这一行的去向。", look: noteLook}})
	s.put(20, []cell{{value: "黄色各栏由办公室填写：在“核定”栏选，再填项次或状态、理由、姓名；存盘关闭后重新生成台账即照办，并一直保留。排序、筛选都不影响；请不要删除行尾隐藏的几列。", look: noteLook}})
	s.heading(slices.Concat(heads(findingColumns...), officeHeads(typed), heads(ruling.ResultHeading), keyCells(keys)))
	for _, l := range b.where.lines {
		if l.cause != nil {
			s.row(s.cause(l)...)
			continue
		}
		s.row(s.finding(l)...)
	}
	if len(b.where.lines) == 0 {
		s.row(cell{value: "没有需要核对的问题。", look: midLook, span: len(findingColumns)})
	} else {
		s.filter(area(1, findingsTop-1, len(widths), s.next-1))
		s.ruleFindings(findingsTyped, findingsShown+columnOf(keys, "类别")+1, findingsTop, s.next-1)
	}
	s.close()
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

func heads(words ...string) []cell {
	var cells []cell
	for _, word := range words {
		cells = append(cells, cell{value: word, look: headLook})
	}
	return cells
}

func (s *sheet) finding(l line) []cell {
	f := l.finding
	quarter := f.Quarter
	if q, ok := period.ParseQuarter(f.Quarter); ok {
		quarter = q.Short()
	}
	degree := cell{value: f.Severity().Label(), look: severityLook(f.Severity())}
	hint := f.Hint
	if l.settled {
		degree, hint = cell{value: "已核定", look: dimLook}, settledHint
	}
	title := f.Code.Entry().Title
	if title == "" {
		title = "整条要求的状态"
	}
	candidates := ""
	if l.row != nil && l.row.Fate == ledger.Held {
		candidates = ranges(l.row.Candidates)
	}
	cells := append(s.spare[:0], []cell{
		causeNumber(l.no, wordLook),
		degree,
		{value: title, look: bodyLook},
		{value: f.Department, look: bodyLook},
		{value: quarter, look: wordLook},
		{value: f.Place.File(), look: bodyLook},
		{value: f.Place.Sheet(), look: bodyLook},
		s.opening(f.Place, wordLook),
		s.account(s.where.row[rowOf(f.Place)], wordLook),
		{value: f.Message, look: bodyLook},
		{value: hint, look: bodyLook},
		{value: candidates, look: wordLook},
	}...)
	result := outcome(l)
	if l.office.Kind == "" { // nothing to decide here
		for range ruling.LineTyped {
			cells = append(cells, cell{look: wordLook})
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
func (s *sheet) opening(at finding.Place, k look) cell {
	c := cell{text: at.Cell(), look: k, link: s.toFile(at)}
	if c.link.none() {
		return c
	}
	if c.text == "" {
		c.text = "打开"
	}
	c.look = k.linked()
	return c
}

// account is a cell that leads to line n of 行账, empty where that is 0.
func (s *sheet) account(n int, k look) cell {
	if n == 0 {
		return cell{look: k}
	}
	return cell{value: n, look: k.linked().counted("第", "行"), link: to(rowsSheet, area(1, n, len(rowColumns), n), "看这一行在行账中的去向")}
}

func severityLook(v finding.Severity) look {
	k := wordLook
	switch v {
	case finding.Error:
		return alarmLook
	case finding.Warning:
		k.fill, k.bold = "FFEB9C", true
	default:
		k.color = grey
	}
	return k
}
