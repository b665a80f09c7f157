package flow

import (
	"fmt"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// Keep has a paragraph wait for its row.
func (w *Sheets) Keep(s Said) {
	joins := w.joins
	w.joins = s.Joins && s.Shows()
	if !s.Shows() {
		return
	}
	if joins && w.line != nil {
		w.line.Add(s)
		return
	}
	w.endLine()
	if w.joins {
		w.line = &Gathered{}
		w.line.Add(s)
	}
	w.wait([]Said{s})
	w.Reading.AddParagraph(s.Text, s.Level)
}

// KeepRow has cells that stand side by side, each the paragraphs of one, wait for a row of their
// own. A cell alone is its paragraphs.
func (w *Sheets) KeepRow(cells [][]Said) {
	if len(cells) == 1 {
		for _, s := range cells[0] {
			w.Keep(s)
		}
		return
	}
	row := make([]Said, 0, len(cells))
	for _, paragraphs := range cells {
		cell := paragraphs[0]
		var all Gathered
		for _, s := range paragraphs {
			all.Add(s)
		}
		all.Into(&cell)
		row = append(row, cell)
		w.Reading.AddParagraph(cell.Text, 0)
	}
	if len(row) > 0 {
		w.endLine()
		w.wait(row)
	}
}

// endLine writes the line that several paragraphs make, where the first of them waits.
func (w *Sheets) endLine() {
	line := w.line
	if w.line = nil; line == nil || len(w.waiting) == 0 {
		return
	}
	first := &w.waiting[len(w.waiting)-1][0]
	shown := !chars.Blank(first.Text)
	line.Into(first)
	if n := len(w.Reading.Prose); shown && n > 0 && w.Reading.Prose[n-1].Table == "" {
		w.Reading.Prose[n-1].Text = chars.Tidy(strings.TrimSpace(first.Text))
	} else {
		w.Reading.AddParagraph(first.Text, first.Level)
	}
}

// wait has a row of cells wait for the next table, or for the end.
func (w *Sheets) wait(row []Said) {
	if bad := w.Reading.FitsRows(w.Row + len(w.waiting)); bad != nil {
		w.fail(bad)
		return
	}
	w.waiting = append(w.waiting, row)
}

// lay puts the rows that wait.
func (w *Sheets) lay() {
	w.endLine()
	for _, row := range w.waiting {
		w.Row++
		w.Draft.Outside(w.Row)
		for i, s := range row {
			w.Put(i+1, s)
		}
	}
	w.waiting, w.joins = nil, false
}

// Put adds a cell to the row being read.
func (w *Sheets) Put(col int, s Said) {
	if w.Row > grid.MostRows || col > grid.MostCols {
		w.fail(grid.Damaged("文档中的表格超出范围"))
		return
	}
	if bad := w.Reading.Fits(w.Draft.Size()); bad != nil {
		w.fail(bad)
		return
	}
	fill := s.Fill
	if fill == "" {
		fill = s.Looks.shared.Fill
	}
	w.Draft.Look(w.palette.Number(fill, s.Looks.shared.Color))
	if text := strings.TrimSpace(s.Text); !chars.Blank(text) {
		w.Draft.Put(w.Row, col, grid.Cell{Kind: grid.Text, Text: chars.Tidy(text), Link: s.Link})
	} else {
		w.Draft.Blank(w.Row, col, col)
	}
	if s.Beside != (grid.Beside{}) {
		w.Draft.Note(w.Row, col, s.Beside)
	}
}

// Merge notes a merge of the table and returns its number among the Draft's, -1 where there are
// too many.
func (w *Sheets) Merge(s grid.Span) int {
	if len(w.Draft.Merges) == grid.MaxMerges {
		w.fail(grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges)))
		return -1
	}
	w.Draft.Merges = append(w.Draft.Merges, s)
	return len(w.Draft.Merges) - 1
}
