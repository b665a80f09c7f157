package book

import (
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

// rowColumns are the headings of 行账.
var rowColumns = []string{"文件", "工作表", "行", "部门", "季度", "内容", "去向", "原因", "项次", "可能的项次", "去处"}

const (
	rowFate          = 7 // column of 去向
	destinationWidth = 12
)

// rows writes 行账: every row of every return, where it went, and the sum that proves
// that none is missing; below, the same for the cells of each sheet.
func (b *book) rows() {
	texts := make([]string, len(b.Rows))
	for i, r := range b.Rows {
		texts[i] = b.texts.clean(rowContent(r))
	}
	widths := []float64{32, 12, 8, 18, 11, fitWidth(texts, entryPoints, 56, 120), 9, 24, 7, 14, destinationWidth}
	s := b.sheet(rowsSheet, page{title: rowsSheet, landscape: true, head: [2]int{5, 5}, tab: "2E75B6"}, widths...)
	s.put(30, []cell{{value: "行账", look: titleLook}})
	s.put(20, []cell{{value: "报表中有内容的每一行都在这里：并入明细、列入待核对，或不计（写明原因）。读取＝并入＋待核对＋不计，差额应为0。点“行”打开原表，点“去处”看并入的条目或没有并入的原因。", look: noteLook}})
	s.heading(append(heads("读取", "并入", "待核对", "不计", "差额"), s.cellsHead()...))
	s.balance()
	s.heading(heads(rowColumns...))
	for i, r := range b.Rows {
		s.row(s.fate(i, r)...)
	}
	if len(b.Rows) == 0 {
		s.row(cell{value: "没有读到报表。", look: midLook, span: len(widths)})
	} else {
		s.filter(area(1, rowsTop-1, len(widths), s.next-1))
	}
	s.sheetCells()
	s.close()
}

func (s *sheet) balance() {
	last := rowsTop + max(len(s.Rows), 1) - 1
	fates, n, t := area(rowFate, rowsTop, rowFate, last), s.next, s.Totals.Rows
	cells := []cell{{value: t.Read, look: totalLook, formula: fmt.Sprintf(`COUNTA(%s)`, fates)}}
	for _, f := range []struct {
		fate ledger.Fate
		n    int
	}{{ledger.Merged, t.Merged}, {ledger.Held, t.Held}, {ledger.Ignored, t.Ignored}} {
		cells = append(cells, cell{value: f.n, look: totalLook, formula: countIf(fates, f.fate.Label())})
	}
	cells = append(cells, cell{value: t.Read - t.Merged - t.Held - t.Ignored, look: totalLook, formula: fmt.Sprintf("A%[1]d-B%[1]d-C%[1]d-D%[1]d", n)})
	cells = append(cells, s.cellsTotal()...)
	s.put(max(s.height(cells), 22), cells)
}

// fate is the line of the ledger's row i.
func (s *sheet) fate(i int, r ledger.Row) []cell {
	text, word := bodyLook.small(), wordLook.small()
	number := orderLook.small()
	line := cell{value: r.At.Row(), look: number, link: s.toFile(r.At)}
	if !line.link.none() {
		line.look = number.linked()
	}
	no := cell{look: word}
	if r.Requirement > 0 {
		no = cell{value: r.Requirement, look: number}
	}
	if lines := s.where.several[i]; len(lines) > 0 {
		no = cell{text: ranges(s.requirements(lines)), look: word}
	}
	s.spare = append(s.spare[:0], []cell{
		{text: r.At.File(), look: text},
		{text: r.At.Sheet(), look: text},
		line,
		{text: r.Department, look: text},
		{text: r.Quarter.Short(), look: word},
		{text: rowContent(r), look: text},
		{text: r.Fate.Label(), look: fateLook(r.Fate)},
		{text: reasonWord(r), look: text},
		no,
		{text: ranges(r.Candidates), look: word},
		s.destination(i, r, word),
	}...)
	return s.spare
}

// requirements are those that lines of 明细 are about, in ascending order.
func (s *sheet) requirements(lines []int) []int {
	list := make([]int, len(lines))
	for i, n := range lines {
		list[i] = s.Entries[n-entriesTop].Requirement
	}
	slices.Sort(list)
	return list
}

func fateLook(f ledger.Fate) look {
	k := wordLook.small()
	switch f {
	case ledger.Held:
		k.fill, k.bold, k.color = "FFC7CE", true, "9C0006"
	case ledger.Ignored:
		k.fill = "EDEDED"
	}
	return k
}

func reasonWord(r ledger.Row) string {
	switch {
	case r.Reason == "":
		return ""
	case r.Fate == ledger.Held:
		return finding.Code(r.Reason).Entry().Title
	}
	return returns.Reason(r.Reason).Label()
}

// destination leads to the line where the ledger's row i went.
func (s *sheet) destination(i int, r ledger.Row, k look) cell {
	switch r.Fate {
	case ledger.Merged:
		n := s.where.entry[i]
		if lines := s.where.several[i]; len(lines) > 0 {
			return cell{text: "明细" + ranges(lines), look: k.linked(), link: to(entriesSheet, area(1, n, len(entryColumns), n), "看并入后的第一条；其余的行号也在这里")}
		}
		if n > 0 {
			return cell{value: n, look: k.linked().counted("明细", ""), link: to(entriesSheet, area(1, n, len(entryColumns), n), "看并入后的条目")}
		}
	case ledger.Held:
		if n := s.where.why(r); n > 0 {
			return cell{value: n, look: k.linked().counted("待核对", ""), link: to(findingsSheet, area(1, n, findingsShown, n), "看为什么没有并入")}
		}
	}
	return cell{look: k}
}

// rowContent is what a row says: its requirement, and below it what it answers where no entry
// shows that.
func rowContent(r ledger.Row) string {
	switch {
	case r.Said == "":
		return r.Text
	case r.Text == "":
		return r.Said
	}
	return r.Text + "\n" + r.Said
}
