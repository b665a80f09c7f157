package book

import (
	"taizhang/importer/period"
	"taizhang/importer/ruling"
)

// printed writes the hidden sheet that says what stands in each cell, by which the next run
// names what somebody has changed outside the ruling columns.
func (b *book) printed() {
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
	s := b.sheet(ruling.PrintedSheet, page{title: ruling.PrintedSheet, landscape: true, tab: grey}, widths...)
	for _, line := range lines {
		cells := keyCells(line)
		for i := range cells {
			cells[i].tall = true // nobody measures it
		}
		s.put(minHeight, cells)
	}
	s.close()
	// The library's SetSheetVisible reads every sheet anew to see which is selected; none of these is.
	for i := range b.file.WorkBook.Sheets.Sheet {
		if sh := &b.file.WorkBook.Sheets.Sheet[i]; sh.Name == ruling.PrintedSheet {
			sh.State = "veryHidden"
		}
	}
}

// note remembers what stands in a row, where somebody asks.
func (s *sheet) note(row int, cells []cell) {
	if s.print == nil {
		return
	}
	codes := s.codes[:0]
	for i := range cells {
		c := &cells[i]
		codes = append(codes, s.code(len(codes)+1, c))
		for range c.span - 1 {
			codes = append(codes, ruling.FreeCode)
		}
	}
	s.codes = codes
	s.print.Put(row, codes)
}

// code returns the code of a cell as the next run will read it.
func (s *sheet) code(col int, c *cell) ruling.Code {
	if c.formula != "" || c.tall || c.look == officeLook || c.look == officeWord {
		return ruling.FreeCode
	}
	if said, ok := c.said(); ok {
		t := &s.texts.list[s.textAt(col, said)]
		if t.code == (ruling.Code{}) {
			t.code = ruling.CodeOfText(t.clean)
		}
		return t.code
	}
	switch v := c.value.(type) {
	case int:
		return ruling.CodeOfNumber(float64(v))
	case float64:
		return ruling.CodeOfNumber(v)
	case period.Date:
		if !v.IsZero() {
			return ruling.CodeOfNumber(float64(serial(v)))
		}
	case bool:
		return ruling.FreeCode
	}
	return ruling.CodeOfText("")
}
