package book

import (
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// Printed writes the hidden sheet that says what stands in each cell, by which the next run
// names what somebody has changed outside the ruling columns.
func (b *Book) Printed() {
	sheets, widest := b.prints, 0
	b.prints = nil
	lines := [][]string{{ruling.PrintedVersion}}
	for _, p := range sheets {
		line := p.Cells()
		lines, widest = append(lines, line), max(widest, len(line))
	}
	widths := make([]float64, widest)
	for i := range widths {
		widths[i] = 9
	}
	s := b.Start(ruling.PrintedSheet, xlsx.Paper{Title: ruling.PrintedSheet, Hidden: true, Tab: xlsx.Grey}, widths...)
	for _, line := range lines {
		cells := KeyCells(line)
		for i := range cells {
			cells[i].Tall = true // nobody measures it
		}
		s.Put(fit.MinHeight, cells)
	}
	s.Close()
	b.HideSheet(ruling.PrintedSheet)
}

// note remembers what stands in a row.
func (s *Sheet) note(row int, cells []xlsx.Cell) {
	codes := s.codes[:0]
	for i := range cells {
		c := &cells[i]
		codes = append(codes, s.code(len(codes)+1, c))
		for range c.Span - 1 {
			codes = append(codes, ruling.FreeCode)
		}
	}
	s.codes = codes
	s.print.Put(row, codes)
}

// code returns the code of a cell as the next run will read it.
func (s *Sheet) code(col int, c *xlsx.Cell) ruling.Code {
	if c.Formula != "" || c.Tall || c.Style == OfficeStyle || c.Style == OfficeWord || c.Style == OfficeShut {
		return ruling.FreeCode
	}
	if said, ok := c.Said(); ok {
		return s.codeOfText(s.ShownAt(col, said))
	}
	switch v := c.Value.(type) {
	case int:
		return ruling.CodeOfNumber(float64(v))
	case float64:
		return ruling.CodeOfNumber(v)
	case period.Date:
		if !v.IsZero() {
			return ruling.CodeOfNumber(float64(xlsx.Serial(v)))
		}
	case bool:
		return ruling.FreeCode
	}
	return ruling.CodeOfText("")
}

// codeOfText returns the code of a text, by its index in the workbook and as it is shown. Each
// is worked out once.
func (b *Book) codeOfText(index int, shown string) ruling.Code {
	if index >= len(b.known) {
		b.known = append(b.known, make([]ruling.Code, index+1-len(b.known))...)
	}
	if b.known[index] == (ruling.Code{}) {
		b.known[index] = ruling.CodeOfText(shown)
	}
	return b.known[index]
}
