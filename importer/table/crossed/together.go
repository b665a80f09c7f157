package crossed

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/columns"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// readTogether decides what the columns of the departments are for, by what all of them hold. A
// department alone may have written a word or two.
func (r *Reader) readTogether(c crossing, blocks []*block.Block, in Page) {
	most := slices.MaxFunc(blocks, func(a, b *block.Block) int { return len(a.Unit.Cols) - len(b.Unit.Cols) })
	all := &block.Block{Shape: block.Cards, Top: 1, Head: 1, Body: 1, Legend: in.Legend}
	var shared []int
	for _, col := range most.Columns {
		if !c.own(col.Col) {
			shared = append(shared, col.Col)
		}
	}
	var lines [][]grid.Cell
	for _, b := range blocks {
		for line := c.body; line <= c.end; line++ {
			cells := make([]grid.Cell, len(shared)+len(most.Unit.Cols))
			for i, col := range shared {
				cells[i] = b.Cell(line, col)
			}
			for _, col := range b.Unit.Cols {
				cells[len(shared)+placeIn(b, most, col)] = b.Cell(line, col)
			}
			lines = append(lines, cells)
		}
	}
	all.View = block.Gathered(c.view.Grid(), len(shared)+len(most.Unit.Cols), lines)
	all.End = len(lines)
	for i, col := range slices.Concat(shared, most.Unit.Cols) {
		one := *most.Column(col)
		one.Col, one.Filled = i+1, len(content.Answers(all, i+1, r.Words))
		all.Columns = append(all.Columns, one)
	}
	r.columns.Classify(all, in.File, in.Department)
	own := all.Columns[len(shared):]
	for i := range own {
		alone := !slices.ContainsFunc(own, func(c block.Column) bool { return c.Col != own[i].Col && c.Quarter == own[i].Quarter })
		if alone && !(own[i].Role == words.Status && r.statesOnly(all, own[i].Col)) && own[i].Role != words.Percent && own[i].Role != words.Completed {
			own[i].Role, own[i].By, own[i].Sure, own[i].Next = words.Progress, block.ByHeading, 1, "" // all that a department says
		}
	}
	r.besideStatus(all, own)
	for i := range own {
		if own[i].Heading == "" {
			own[i].By, own[i].Sure = block.ByHeading, 1 // the department's name heads it
		}
	}
	for _, b := range blocks {
		for _, col := range b.Unit.Cols {
			to, from := b.Column(col), own[placeIn(b, most, col)]
			to.Role, to.By, to.Sure, to.Next, to.Tick = from.Role, from.By, from.Sure, from.Next, from.Tick
		}
	}
}

// besideStatus makes the only text that each department writes beside its status progress, where no word
// of its heading says what else it is.
func (r *Reader) besideStatus(all *block.Block, own []block.Column) {
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
	if text < 0 || len(own) < 2 || heading.AsksElse(heading.Bare(own[text].Heading)) || r.content.Of(all, own[text].Col).Prose < mostlyProse {
		return
	}
	own[text].Role, own[text].By, own[text].Sure, own[text].Next = words.Progress, block.ByContent, columns.SureMargin, words.Remarks
}

// mostlyProse is the share of sentences from which a column holds texts.
const mostlyProse = 0.6

// statesOnly reports whether a column holds statuses and nothing else.
func (r *Reader) statesOnly(b *block.Block, col int) bool {
	return !slices.ContainsFunc(content.Answers(b, col, r.Words), func(cell grid.Cell) bool { return !r.Status.Is(cell.Text) })
}
