package table

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// FindList finds the table of a task list on a sheet: under the first heading, known or not,
// below which some column holds requirements and another says who answers for them or by when.
// It returns nil where there is none.
func (r *Reader) FindList(s *grid.Sheet) *Block {
	v := whole(s)
	for line := v.top; line <= min(v.bottom-1, searchedRows); line++ {
		if r.isLabelLine(v, line) && r.headedCells(v, line) < 2 {
			continue
		}
		if r.headedCells(v, line) < 2 && !r.looksLikeHeading(v, line, line+1) {
			continue
		}
		h := r.knownHead(v, line, nil, false)
		b := &Block{View: v, Shape: Upright, Top: v.top, Head: h.first, Body: h.body, End: v.bottom}
		b.columnsOf(r)
		r.classify(b, Context{File: s.File})
		if b.isList() {
			return b
		}
	}
	return r.bareList(v)
}

// isList reports whether the columns are those of a list: what is to be done, and who does it,
// by when, or at least a number or task beside it.
func (b *Block) isList() bool {
	asks, beside := 0, 0
	for i := range b.Columns {
		switch col := &b.Columns[i]; col.Role {
		case words.Requirement, words.Task:
			if col.Filled > 0 {
				asks++
			}
		case words.Department, words.Lead, words.Support, words.Due, words.Number, words.Person:
			beside++
		}
	}
	return asks > 0 && (beside > 0 || asks > 1)
}

// bareList finds a list without a heading: lines of which one column holds different sentences
// and another nothing but names.
func (r *Reader) bareList(v View) *Block {
	for line := v.top; line <= min(v.bottom, searchedHeads); line++ {
		if _, n := v.Shown(line); n < 2 {
			continue
		}
		b := &Block{View: v, Shape: Upright, Top: v.top, Head: line, Body: line, End: v.bottom}
		b.columnsOf(r)
		r.classify(b, Context{File: v.sheet.File})
		if b.Has(words.Requirement) && (b.Has(words.Department) || b.Has(words.Lead)) {
			return b
		}
		return nil
	}
	return nil
}

// Titles returns the texts of lines above the heading that hold one cell.
func (b *Block) Titles() []string {
	var titles []string
	for line := b.top; line < b.Head; line++ {
		if cells := b.Filled(line); len(cells) == 1 {
			titles = append(titles, cells[0].Text)
		}
	}
	return titles
}

// IsHeadingOf reports whether a line prints the heading of a list once more, in part or whole.
func (r *Reader) IsHeadingOf(b *Block, line int) bool {
	if b.IsHeading(line) {
		return true
	}
	n, asks := r.headedCells(b.View, line), false
	for c := b.left; c <= b.right && n >= 2; c++ {
		asks = asks || r.mayBeRequirement(b.Cell(line, c))
	}
	return n >= 2 && asks && !strings.ContainsAny(b.Cell(line, b.left).Text, "0123456789")
}
