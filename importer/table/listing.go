package table

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heads"
	"taizhang/templates/words"
)

// FindList finds the table of a task list on a sheet: under the first heading, known or not,
// below which some column holds requirements and another says who answers for them or by when.
// It returns nil where there is none.
func (r *Reader) FindList(s *grid.Sheet) *Block {
	v := block.Whole(s)
	for line := v.First(); line <= min(v.Last()-1, heads.SearchedRows); line++ {
		if r.heads.IsLabelLine(v, line) && r.heads.HeadedCells(v, line) < 2 {
			continue
		}
		if r.heads.HeadedCells(v, line) < 2 && !r.heads.LooksLikeHeading(v, line, line+1) {
			continue
		}
		h := r.heads.KnownHead(v, line, nil, false)
		b := &Block{View: v, Shape: Upright, Top: v.First(), Head: h.First, Body: h.Body, End: v.Last()}
		r.heads.ColumnsOf(b)
		r.columns.Classify(b, s.File, "")
		r.columns.AskByContent(b)
		if isList(b) {
			return b
		}
	}
	return r.bareList(v)
}

// isList reports whether the columns are those of a list: what is to be done, and who does it,
// by when, or at least a number or task beside it.
func isList(b *Block) bool {
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
	for line := v.First(); line <= min(v.Last(), heads.SearchedHeads); line++ {
		if _, n := v.Shown(line); n < 2 {
			continue
		}
		b := &Block{View: v, Shape: Upright, Top: v.First(), Head: line, Body: line, End: v.Last()}
		r.heads.ColumnsOf(b)
		r.columns.Classify(b, v.Grid().File, "")
		if b.Has(words.Requirement) && (b.Has(words.Department) || b.Has(words.Lead)) {
			return b
		}
		return nil
	}
	return nil
}

// IsHeadingOf reports whether a line prints the heading of a list once more, in part or whole.
func (r *Reader) IsHeadingOf(b *Block, line int) bool {
	if b.IsHeading(line) {
		return true
	}
	n, asks := r.heads.HeadedCells(b.View, line), false
	for c := b.Left(); c <= b.Right() && n >= 2; c++ {
		asks = asks || r.facts.MayBeRequirement(b.Cell(line, c))
	}
	return n >= 2 && asks && !strings.ContainsAny(b.Cell(line, b.Left()).Text, "0123456789")
}
