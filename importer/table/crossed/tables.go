package crossed

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/table/block"
	"taizhang/templates/words"
)

// tablesOf returns a crossing as tables, one a department, all of which read their columns alike.
func (r *Reader) tablesOf(c crossing, shape block.Shape, in Page) []*block.Block {
	var blocks []*block.Block
	for _, g := range c.groups {
		b := &block.Block{View: c.view, Shape: shape, Top: c.view.First(), Head: c.head, Body: c.body, End: c.end, Unit: block.Unit{Cell: g.name, Name: g.bare, Cols: g.cols, Names: g.names}}
		b.Mask = c.maskFor(g)
		r.heads.ColumnsOf(b)
		keepEmpty(b, c, g)
		blocks = append(blocks, b)
	}
	r.readTogether(c, blocks, in)
	return blocks
}

// maskFor hides from a department what the others write.
func (c *crossing) maskFor(own group) *block.Mask {
	m := &block.Mask{Columns: map[int]bool{}, Cells: map[finding.Place]bool{}}
	for _, g := range c.groups {
		for _, cell := range g.names {
			m.Cells[cell.At()] = true
		}
		if g.bare == own.bare {
			continue
		}
		for _, col := range g.cols {
			m.Columns[col] = true
		}
	}
	return m
}

// keepEmpty keeps the columns of a department that wrote nothing: they were there to be filled in.
func keepEmpty(b *block.Block, c crossing, g group) {
	for _, col := range g.cols {
		if b.Column(col) != nil {
			continue
		}
		at := slices.IndexFunc(b.Columns, func(other block.Column) bool { return other.Col > col })
		if at < 0 {
			at = len(b.Columns)
		}
		b.Columns = slices.Insert(b.Columns, at, block.Column{Col: col, At: g.name.At()})
	}
	b.Index()
}

// placeIn returns which of the columns of the department with the most a column is like: the one with
// its heading, else the one in its place.
func placeIn(b *block.Block, most *block.Block, col int) int {
	heading := b.Column(col).Heading
	at := slices.IndexFunc(most.Unit.Cols, func(c int) bool { return heading != "" && most.Column(c).Heading == heading })
	if at < 0 {
		at = slices.Index(b.Unit.Cols, col)
	}
	return at
}

// SetShared sets aside what stands beside the columns of several departments and would answer: nobody
// knows for whom of them it speaks.
func SetShared(b *block.Block) {
	for i := range b.Columns {
		col := &b.Columns[i]
		if b.Unit.Name == "" || slices.Contains(b.Unit.Cols, col.Col) {
			continue
		}
		switch col.Role {
		case words.Progress, words.Status, words.Percent, words.Completed, words.Tick, words.Evidence, words.Problems, words.NextSteps, words.Remarks:
			col.Role, col.By, col.Sure = words.OtherText, block.ByContent, 0
		}
	}
}
