package checks

import (
	"fmt"

	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// cause is the line of a cause: what is wrong, in how many places, and what settles it. Its
// number leads to its findings.
func (s *sheet) cause(l asked.Line) []xlsx.Cell {
	c := l.Cause
	tinted := func(k xlsx.Style) xlsx.Style {
		k.Fill, k.Bold = "DDEBF7", true
		return k
	}
	text, word := tinted(xlsx.BodyStyle), tinted(xlsx.WordStyle)
	number := causeNumber(l.No, word)
	if at := s.Where.Cause[l.No]; at[0] > 0 {
		number.Style, number.Link = word.Linked(), xlsx.LinkTo(book.FindingsSheet, xlsx.Area(1, at[0], book.FindingsShown, at[1]), "看是哪几条")
	}
	title := fmt.Sprintf("%s %d处", c.Code.Entry().Title, c.Findings)
	if c.Rows > 0 && c.Rows != c.Findings {
		title = fmt.Sprintf("%s %d处、%d行", c.Code.Entry().Title, c.Findings, c.Rows)
	}
	cells := append(s.Spare[:0], number, xlsx.Cell{Value: c.Severity.Label(), Style: signs.SeverityStyle(c.Severity)}, xlsx.Cell{Value: title, Style: text})
	for len(cells) < book.ColumnOf(book.FindingColumns, "说明") {
		cells = append(cells, xlsx.Cell{Style: word})
	}
	cells = append(cells, xlsx.Cell{Value: c.Message, Style: text}, xlsx.Cell{Value: c.Hint, Style: text})
	for len(cells) < book.FindingsShown {
		cells = append(cells, xlsx.Cell{Style: word})
	}
	s.Spare = append(cells, book.KeyCells(make([]string, len(ruling.LineHidden.Headings())))...)
	return s.Spare
}

// causeNumber is the cell with the number of a cause, empty for 0.
func causeNumber(no int, k xlsx.Style) xlsx.Cell {
	if no == 0 {
		return xlsx.Cell{Style: k}
	}
	return xlsx.Cell{Value: no, Style: k}
}
