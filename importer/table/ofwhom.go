package table

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// mask hides cells of a view: what other departments write, and the names of departments.
type mask struct {
	columns map[int]bool
	cells   map[finding.Place]bool // by anchor
}

// hides reports whether the mask hides a cell in a column of its view.
func (m *mask) hides(cell grid.Cell, col int) bool {
	return m.columns[col] || !cell.IsEmpty() && m.cells[cell.Anchor()]
}

// Whose is the cell that names the department whose the block is, of a table with columns of several,
// and the name in it; the cell is empty for any other block.
func (b *Block) Whose() (cell grid.Cell, name string) { return b.whose.cell, b.whose.name }

// whose is the department that a block is of.
type whose struct {
	cell grid.Cell
	name string
	cols []int

	names []grid.Cell // all cells that hold it
}

// tablesOf returns a crossing as tables, one a department, all of which read their columns alike.
func (r *Reader) tablesOf(c crossing, shape Shape, in Context) []*Block {
	var blocks []*Block
	for _, g := range c.groups {
		b := &Block{View: c.view, Shape: shape, Top: c.view.top, Head: c.head, Body: c.body, End: c.end, whose: whose{g.name, g.bare, g.cols, g.names}}
		b.mask = c.maskFor(g)
		b.columnsOf(r)
		b.keepEmpty(c, g)
		blocks = append(blocks, b)
	}
	r.readTogether(c, blocks, in)
	return blocks
}

// maskFor hides from a department what the others write.
func (c *crossing) maskFor(own group) *mask {
	m := &mask{columns: map[int]bool{}, cells: map[finding.Place]bool{}}
	for _, g := range c.groups {
		for _, cell := range g.names {
			m.cells[cell.At()] = true
		}
		if g.bare == own.bare {
			continue
		}
		for _, col := range g.cols {
			m.columns[col] = true
		}
	}
	return m
}

// keepEmpty keeps the columns of a department that wrote nothing: they were there to be filled in.
func (b *Block) keepEmpty(c crossing, g group) {
	for _, col := range g.cols {
		if b.Column(col) != nil {
			continue
		}
		at := slices.IndexFunc(b.Columns, func(other Column) bool { return other.Col > col })
		if at < 0 {
			at = len(b.Columns)
		}
		b.Columns = slices.Insert(b.Columns, at, Column{Col: col, At: g.name.At()})
	}
	b.index()
}

// readTogether decides what the columns of the departments are for, by what all of them hold. A
// department alone may have written a word or two.
func (r *Reader) readTogether(c crossing, blocks []*Block, in Context) {
	most := slices.MaxFunc(blocks, func(a, b *Block) int { return len(a.whose.cols) - len(b.whose.cols) })
	all := &Block{Shape: Cards, Top: 1, Head: 1, Body: 1, legend: in.Legend}
	var shared []int
	for _, col := range most.Columns {
		if !c.own(col.Col) {
			shared = append(shared, col.Col)
		}
	}
	var lines [][]grid.Cell
	for _, b := range blocks {
		for line := c.body; line <= c.end; line++ {
			cells := make([]grid.Cell, len(shared)+len(most.whose.cols))
			for i, col := range shared {
				cells[i] = b.Cell(line, col)
			}
			for _, col := range b.whose.cols {
				cells[len(shared)+b.placeIn(most, col)] = b.Cell(line, col)
			}
			lines = append(lines, cells)
		}
	}
	all.View = View{sheet: c.view.sheet, left: 1, right: len(shared) + len(most.whose.cols), top: 1, bottom: len(lines), cards: lines}
	all.End = len(lines)
	for i, col := range slices.Concat(shared, most.whose.cols) {
		one := *most.Column(col)
		one.Col, one.Filled = i+1, len(all.answers(i+1, r.known.Words))
		all.Columns = append(all.Columns, one)
	}
	r.classify(all, in)
	own := all.Columns[len(shared):]
	for i := range own {
		alone := !slices.ContainsFunc(own, func(c Column) bool { return c.Col != own[i].Col && c.Quarter == own[i].Quarter })
		if alone && !(own[i].Role == words.Status && r.statesOnly(all, own[i].Col)) && own[i].Role != words.Percent && own[i].Role != words.Completed {
			own[i].Role, own[i].By, own[i].Sure, own[i].Next = words.Progress, ByHeading, 1, "" // all that a department says
		}
	}
	r.besideStatus(all, own)
	for i := range own {
		if own[i].Heading == "" {
			own[i].By, own[i].Sure = ByHeading, 1 // the department's name heads it
		}
	}
	for _, b := range blocks {
		for _, col := range b.whose.cols {
			to, from := b.Column(col), own[b.placeIn(most, col)]
			to.Role, to.By, to.Sure, to.Next, to.Tick = from.Role, from.By, from.Sure, from.Next, from.Tick
		}
	}
}

// besideStatus makes the only text that each department writes beside its status progress, where no word
// of its heading says what else it is.
func (r *Reader) besideStatus(all *Block, own []Column) {
	text := -1
	for i := range own {
		switch {
		case own[i].Role == words.Status || own[i].Role == words.Tick:
		case own[i].Role == words.OtherText && text < 0:
			text = i
		default:
			return
		}
	}
	if text < 0 || len(own) < 2 || asksElse(bare(own[text].Heading)) || r.contentOf(all, own[text].Col).prose < mostlyProse {
		return
	}
	own[text].Role, own[text].By, own[text].Sure, own[text].Next = words.Progress, ByContent, sureMargin, words.Remarks
}

// mostlyProse is the share of sentences from which a column holds texts.
const mostlyProse = 0.6

// placeIn returns which of the columns of the department with the most a column is like: the one with
// its heading, else the one in its place.
func (b *Block) placeIn(most *Block, col int) int {
	heading := b.Column(col).Heading
	at := slices.IndexFunc(most.whose.cols, func(c int) bool { return heading != "" && most.Column(c).Heading == heading })
	if at < 0 {
		at = slices.Index(b.whose.cols, col)
	}
	return at
}

// statesOnly reports whether a column holds statuses and nothing else.
func (r *Reader) statesOnly(b *Block, col int) bool {
	return !slices.ContainsFunc(b.answers(col, r.known.Words), func(cell grid.Cell) bool { return !r.known.Status.Is(cell.Text) })
}

// setShared sets aside what stands beside the columns of several departments and would answer: nobody
// knows for whom of them it speaks.
func (b *Block) setShared() {
	for i := range b.Columns {
		col := &b.Columns[i]
		if b.whose.name == "" || slices.Contains(b.whose.cols, col.Col) {
			continue
		}
		switch col.Role {
		case words.Progress, words.Status, words.Percent, words.Completed, words.Tick, words.Evidence, words.Problems, words.NextSteps, words.Remarks:
			col.Role, col.By, col.Sure = words.OtherText, ByContent, 0
		}
	}
}
