package letters

import (
	"taizhang/importer/ruling"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// prints are the pages of a slip as they are drawn, by which one that nobody has changed is known
// when it comes back.
type prints struct{ pages []*ruling.Printed }

// watch remembers what is put into a page from here on.
func (p *prints) watch(s *xlsx.Worksheet, name string) {
	page := &ruling.Printed{Name: name, Width: max(len(s.Widths), 1)}
	p.pages = append(p.pages, page)
	s.Noted = func(row int, cells []xlsx.Cell) {
		codes := make([]ruling.Code, 0, page.Width)
		for i := range cells {
			codes = append(codes, codeOf(s, len(codes)+1, &cells[i]))
			for range cells[i].Span - 1 {
				codes = append(codes, ruling.FreeCode)
			}
		}
		page.Put(row, codes)
	}
}

// codeOf returns the code of a cell as it will be read.
func codeOf(s *xlsx.Worksheet, col int, c *xlsx.Cell) ruling.Code {
	if c.Formula != "" {
		return ruling.FreeCode
	}
	if said, ok := c.Said(); ok {
		_, shown := s.ShownAt(col, said)
		return ruling.CodeOfText(shown)
	}
	switch v := c.Value.(type) {
	case int:
		return ruling.CodeOfNumber(float64(v))
	case float64:
		return ruling.CodeOfNumber(v)
	case bool:
		return ruling.FreeCode
	}
	return ruling.CodeOfText("")
}

// write adds the hidden sheet that holds them, where there are any.
func (p *prints) write(b *xlsx.Workbook) {
	if len(p.pages) == 0 {
		return
	}
	lines, widest := [][]string{{ruling.PrintedVersion}}, 1
	for _, page := range p.pages {
		line := page.Cells()
		lines, widest = append(lines, line), max(widest, len(line))
	}
	widths := make([]float64, widest)
	for i := range widths {
		widths[i] = 9
	}
	s := b.Add(ruling.PrintedSheet, xlsx.Paper{Title: ruling.PrintedSheet, Hidden: true, Tab: xlsx.Grey}, widths...)
	for _, line := range lines {
		cells := make([]xlsx.Cell, len(line))
		for i, text := range line {
			cells[i] = xlsx.Cell{Value: text, Tall: true} // nobody measures it
		}
		s.Put(fit.MinHeight, cells)
	}
	s.Close()
	b.HideSheet(ruling.PrintedSheet)
}
