package heads

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
)

// ColumnsOf lists the columns that hold anything, with their headings.
func (r *Reader) ColumnsOf(b *block.Block) {
	b.Columns, b.Notes = b.Columns[:0], nil
	for c := b.Left(); c <= b.Right(); c++ {
		col := block.Column{Col: c}
		col.Heading, col.Upper = b.HeadingText(c)
		for line := b.Body - 1; line >= b.Head; line-- {
			if cell := b.Cell(line, c); !cell.IsEmpty() {
				col.At = cell.Anchor()
				break
			}
		}
		for line := b.Body; line <= b.End; line++ {
			cell := b.Cell(line, c)
			if cell.IsEmpty() || cell.Covered() {
				continue
			}
			if col.Filled++; col.Filled == 1 && col.At == (finding.Place{}) {
				col.At = cell.At()
			}
			if len(col.Samples) < block.MostSamples {
				col.Samples = append(col.Samples, cell.String()) // as the eye sees it: a day, and not its number
			}
		}
		if b.Grid() != nil && b.Grid().HasBeside() {
			col.Notes = commentsOn(b, c)
		}
		if col.Heading == "" && col.Filled == 0 {
			continue
		}
		if b.Shape == block.Turned && (col.Filled == 0 && isTitle(b, c) || r.IsLabelLine(block.Whole(b.Grid()), c)) {
			b.Notes = append(b.Notes, block.Whole(b.Grid()).Filled(c)...)
			continue
		}
		col.Quarter, col.Month = heading.Quarter(col.Heading)
		b.Columns = append(b.Columns, col)
	}
	spanQuarters(b)
	b.Index()
}

// commentsOn returns comments on the heading and on the cells of a column.
func commentsOn(b *block.Block, c int) (notes []string) {
	for line := b.Head; line <= b.End && len(notes) < block.MostSamples; line++ {
		if cell := b.Cell(line, c); !cell.Covered() && cell.Beside().Comment != "" {
			notes = append(notes, cell.Beside().Comment)
		}
	}
	return notes
}

// spanQuarters gives a column that is headed with a span the quarter that the span ends with, where
// others are headed with quarters: 截至9月底状态.
func spanQuarters(b *block.Block) {
	if !slices.ContainsFunc(b.Columns, func(c block.Column) bool { return c.Quarter != 0 }) {
		return
	}
	for i := range b.Columns {
		if col := &b.Columns[i]; col.Quarter == 0 && col.Heading != "" && !heading.OfYear.MatchString(col.Heading) {
			if ms := period.Mentions(col.Heading); len(ms) == 1 && ms[0].Span {
				col.Quarter = ms[0].Quarter.N
			}
		}
	}
}

// isTitle reports whether a column of a turned block is a row of the sheet that holds nothing but
// one cell: a title, a note.
func isTitle(b *block.Block, c int) bool {
	n := 0
	for line := b.First(); line <= b.Last(); line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			n++
		}
	}
	return n == 1
}
