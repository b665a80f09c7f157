package book

import (
	"fmt"

	"taizhang/importer/finding"
	"taizhang/importer/period"
)

// findings writes 待核对: what the office has to act on first comes first.
func (b *book) findings() {
	widths := []float64{8, 17, 17, 10, 28, 11, 9, 9, 40, 44, 21}
	s := b.sheet(findingsSheet, page{title: findingsSheet, landscape: true, head: [2]int{4, 4}, freeze: 2, tab: "C00000"}, widths...)
	s.put(30, []cell{{value: "待核对的问题", look: titleLook}})
	s.put(20, []cell{{value: b.findingSummary(), look: noteLook}})
	s.put(20, []cell{{value: "强制：文件、工作表或行没有并入；核实：已并入，请看一看；提示：知道即可。点“单元格”打开来源文件，点“行账”看这一行的全文和去向。", look: noteLook}})
	s.heading(heads("程度", "问题", "部门", "季度", "文件", "工作表", "单元格", "行账", "说明", "怎么办", "代码"))
	for _, f := range b.where.lines {
		s.row(s.finding(f)...)
	}
	if len(b.where.lines) == 0 {
		s.row(cell{value: "没有需要核对的问题。", look: midLook, span: len(widths)})
	} else {
		s.filter(area(1, findingsTop-1, len(widths), s.next-1))
	}
	s.close()
}

func (b *book) findingSummary() string {
	n := func(v finding.Severity) int {
		count, _ := b.Figures.Value("findings." + string(v))
		return int(count)
	}
	return fmt.Sprintf("共%d条：强制%d条，核实%d条，提示%d条。", len(b.Findings), n(finding.Error), n(finding.Warning), n(finding.Info))
}

func heads(words ...string) []cell {
	var cells []cell
	for _, word := range words {
		cells = append(cells, cell{value: word, look: headLook})
	}
	return cells
}

func (s *sheet) finding(f finding.Finding) []cell {
	quarter := f.Quarter
	if q, ok := period.ParseQuarter(f.Quarter); ok {
		quarter = q.Short()
	}
	severity := severityLook(f.Severity())
	return []cell{
		{value: f.Severity().Label(), look: severity},
		{value: f.Code.Entry().Title, look: bodyLook},
		{value: f.Department, look: bodyLook},
		{value: quarter, look: wordLook},
		{value: f.Place.File, look: bodyLook},
		{value: f.Place.Sheet, look: bodyLook},
		s.opening(f.Place, wordLook),
		s.account(f.Place, wordLook),
		{value: f.Message, look: bodyLook},
		{value: f.Hint, look: bodyLook},
		{value: string(f.Code), look: look{frame: true, color: grey, size: 9}},
	}
}

// opening is a cell that opens the file at the place. The name of the file stands beside
// it without a link, because some programs don't wrap what is linked.
func (s *sheet) opening(at finding.Place, k look) cell {
	c := cell{value: at.Cell(), look: k, link: s.toFile(at)}
	if c.link.none() {
		return c
	}
	if c.value == "" {
		c.value = "打开"
	}
	c.look = k.linked()
	return c
}

// account is a cell that leads to the row in 行账, empty where the place is no row of a return.
func (s *sheet) account(at finding.Place, k look) cell {
	n := s.where.row[rowOf(at)]
	if n == 0 {
		return cell{look: k}
	}
	return cell{value: fmt.Sprintf("第%d行", n), look: k.linked(), link: to(rowsSheet, area(1, n, len(rowColumns), n), "看这一行在行账中的去向")}
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
