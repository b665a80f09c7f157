package table

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// headingText returns the heading of a column: the texts of its heading lines, joined from top
// to bottom, each once, and those above the lowest one.
func (b *Block) headingText(col int) (joined, upper string) {
	var parts []string
	for line := b.Head; line < b.Body; line++ {
		cell := b.Cell(line, col)
		if cell.IsEmpty() || b.Down(cell) {
			continue
		}
		text := strings.TrimSpace(cell.Text)
		if line > b.Head && columnCount.MatchString(text) && b.countsColumns(line) {
			continue
		}
		if len(parts) > 0 && parts[len(parts)-1] == text {
			continue
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return "", ""
	}
	return strings.Join(parts, ""), strings.Join(parts[:len(parts)-1], "")
}

// columnsOf lists the columns that hold anything, with their headings.
func (b *Block) columnsOf(r *Reader) {
	b.Columns, b.titles = b.Columns[:0], nil
	for c := b.left; c <= b.right; c++ {
		col := Column{Col: c}
		col.Heading, col.Upper = b.headingText(c)
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
			if len(col.Samples) < mostSamples {
				col.Samples = append(col.Samples, cell.Text)
			}
		}
		if b.sheet != nil && b.sheet.HasBeside() {
			col.Notes = b.notes(c)
		}
		if col.Heading == "" && col.Filled == 0 {
			continue
		}
		if b.Shape == Turned && (col.Filled == 0 && b.isTitle(c) || r.isLabelLine(whole(b.sheet), c)) {
			b.titles = append(b.titles, b.rowCells(c)...)
			continue
		}
		col.Quarter, col.Month = quarterOf(col.Heading)
		b.Columns = append(b.Columns, col)
	}
	b.spanQuarters()
	b.index()
}

// notes returns comments on the heading and on the cells of a column.
func (b *Block) notes(c int) (notes []string) {
	for line := b.Head; line <= b.End && len(notes) < mostSamples; line++ {
		if cell := b.Cell(line, c); !cell.Covered() && cell.Beside().Comment != "" {
			notes = append(notes, cell.Beside().Comment)
		}
	}
	return notes
}

// spanQuarters gives a column that is headed with a span the quarter that the span ends with, where
// others are headed with quarters: 截至9月底状态.
func (b *Block) spanQuarters() {
	if !slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Quarter != 0 }) {
		return
	}
	for i := range b.Columns {
		if col := &b.Columns[i]; col.Quarter == 0 && col.Heading != "" && !ofYear.MatchString(col.Heading) {
			if ms := period.Mentions(col.Heading); len(ms) == 1 && ms[0].Span {
				col.Quarter = ms[0].Quarter.N
			}
		}
	}
}

// isTitle reports whether a column of a turned block is a row of the sheet that holds nothing but
// one cell: a title, a note.
func (b *Block) isTitle(c int) bool {
	n := 0
	for line := b.top; line <= b.bottom; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			n++
		}
	}
	return n == 1
}

// rowCells returns the cells of a row of the sheet that a turned block stands on.
func (b *Block) rowCells(row int) []grid.Cell { return whole(b.sheet).Filled(row) }

const mostSamples = 3
