package checks

import (
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

const (
	rowFate          = 7 // column of 去向
	destinationWidth = 12
	rowPoints        = 9
)

// Rows writes 行账: every row of every return, where it went, and the sum that proves
// that none is missing; below, the same for the cells of each sheet.
func Rows(b *book.Book) {
	texts := make([]string, len(b.Rows))
	for i, r := range b.Rows {
		texts[i] = b.Shown(rowContent(r))
	}
	widths := []float64{32, 12, 8, 18, 11, fit.Width(texts, rowPoints, 56, 120), 9, 24, 7, 14, destinationWidth}
	s := &sheet{b.Start(book.RowsSheet, xlsx.Paper{Title: book.RowsSheet, Landscape: true, Head: [2]int{book.RowsTop - 1, book.RowsTop - 1}, Tab: "2E75B6"}, widths...)}
	s.Put(30, []xlsx.Cell{{Value: "行账", Style: xlsx.TitleStyle}})
	s.OnScreen("每一行的去处在电脑上查", 5)
	s.Put(20, []xlsx.Cell{{Value: "报表中有内容的每一行都在这里：并入明细、列入待核对，或不计（写明原因）。读取＝并入＋待核对＋不计，差额应为0。点“行”打开原表，点“去处”看并入的条目或没有并入的原因。", Style: xlsx.NoteStyle}})
	s.Heading(append(xlsx.Heads("读取", "并入", "待核对", "不计", "差额"), s.cellsHead()...))
	s.balance()
	s.Heading(xlsx.Heads(book.RowColumns...))
	for i, r := range b.Rows {
		s.Row(s.fate(i, r)...)
	}
	if len(b.Rows) == 0 {
		s.Row(xlsx.Cell{Value: "没有读到报表。", Style: xlsx.MidStyle, Span: len(widths)})
	} else {
		s.Filter(xlsx.Area(1, book.RowsTop-1, len(widths), s.Next-1))
	}
	s.sheetCells()
	s.Close()
}

func (s *sheet) balance() {
	last := book.RowsTop + max(len(s.Rows), 1) - 1
	fates, n, t := xlsx.Area(rowFate, book.RowsTop, rowFate, last), s.Next, s.Totals.Rows
	cells := []xlsx.Cell{{Value: t.Read, Style: xlsx.TotalStyle, Formula: fmt.Sprintf(`COUNTA(%s)`, fates)}}
	for _, f := range []struct {
		fate ledger.Fate
		n    int
	}{{ledger.Merged, t.Merged}, {ledger.Held, t.Held}, {ledger.Ignored, t.Ignored}} {
		cells = append(cells, xlsx.Cell{Value: f.n, Style: xlsx.TotalStyle, Formula: book.CountIf(fates, f.fate.Label())})
	}
	cells = append(cells, xlsx.Cell{Value: t.Read - t.Merged - t.Held - t.Ignored, Style: xlsx.TotalStyle, Formula: fmt.Sprintf("A%[1]d-B%[1]d-C%[1]d-D%[1]d", n)})
	cells = append(cells, s.cellsTotal()...)
	s.Put(max(s.Height(cells), 22), cells)
}

// fate is the line of the ledger's row i.
func (s *sheet) fate(i int, r ledger.Row) []xlsx.Cell {
	text, word := xlsx.BodyStyle.Small(), xlsx.WordStyle.Small()
	number := xlsx.OrderStyle.Small()
	line := xlsx.Cell{Value: r.At.Row(), Style: number, Link: s.ToFile(r.At)}
	if !line.Link.None() {
		line.Style = number.Linked()
	}
	no := xlsx.Cell{Style: word}
	if r.Requirement > 0 {
		no = xlsx.Cell{Value: r.Requirement, Style: number}
	}
	if lines := s.Where.Several[i]; len(lines) > 0 {
		no = xlsx.Cell{Text: signs.Ranges(s.requirements(lines)), Style: word}
	}
	s.Spare = append(s.Spare[:0], []xlsx.Cell{
		{Text: r.At.File(), Style: text},
		{Text: r.At.Sheet(), Style: text},
		line,
		{Text: r.Department, Style: text},
		{Text: r.Quarter.Short(), Style: word},
		{Text: rowContent(r), Style: text},
		{Text: r.Fate.Label(), Style: fateStyle(r.Fate)},
		{Text: reasonWord(r), Style: text},
		no,
		{Text: signs.Ranges(r.Candidates), Style: word},
		s.destination(i, r, word),
	}...)
	return s.Spare
}

// requirements are those that lines of 明细 are about, in ascending order.
func (s *sheet) requirements(lines []int) []int {
	list := make([]int, len(lines))
	for i, n := range lines {
		list[i] = s.Entries[n-book.EntriesTop].Requirement
	}
	slices.Sort(list)
	return list
}

func fateStyle(f ledger.Fate) xlsx.Style {
	k := xlsx.WordStyle.Small()
	switch f {
	case ledger.Held:
		k.Fill, k.Bold, k.Color = "FFC7CE", true, "9C0006"
	case ledger.Ignored:
		k.Fill = "EDEDED"
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
func (s *sheet) destination(i int, r ledger.Row, k xlsx.Style) xlsx.Cell {
	switch r.Fate {
	case ledger.Merged:
		n := s.Where.Entry[i]
		if lines := s.Where.Several[i]; len(lines) > 0 {
			return xlsx.Cell{Text: "明细" + signs.Ranges(lines), Style: k.Linked(), Link: xlsx.LinkTo(book.EntriesSheet, xlsx.Area(1, n, len(book.EntryColumns), n), "看并入后的第一条；其余的行号也在这里")}
		}
		if n > 0 {
			return xlsx.Cell{Value: n, Style: k.Linked().Counted("明细", ""), Link: xlsx.LinkTo(book.EntriesSheet, xlsx.Area(1, n, len(book.EntryColumns), n), "看并入后的条目")}
		}
	case ledger.Held:
		if n := s.Where.Why(r); n > 0 {
			return xlsx.Cell{Value: n, Style: k.Linked().Counted("待核对", ""), Link: xlsx.LinkTo(book.FindingsSheet, xlsx.Area(1, n, book.FindingsShown, n), "看为什么没有并入")}
		}
	}
	return xlsx.Cell{Style: k}
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
