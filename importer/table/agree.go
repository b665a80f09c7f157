package table

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// Agree lets tables of a file under the very same headings read alike: all their rows together say
// what a heading means, for a table of one row says little. What the office has said of a heading,
// and where the list's own texts stand, is not touched.
func (r *Reader) Agree(blocks []*Block, in Context) {
	byHead := map[string][]*Block{}
	for _, b := range blocks {
		if b.Shape == Upright && b.Head < b.Body || b.Shape == Cards {
			key := string(b.Shape) + "\n" + b.headings()
			byHead[key] = append(byHead[key], b)
		}
	}
	for _, same := range byHead {
		if len(same) < 2 {
			continue
		}
		most := slices.MaxFunc(same, func(a, b *Block) int { return (a.End - a.Body) - (b.End - b.Body) })
		if most.End-most.Body < mostJudged {
			if all := r.together(same, in); all.upholds(most, same) {
				most = all
			}
		}
		for _, b := range same {
			if b != most && most.asksAlike(b) {
				b.readAs(most)
			}
		}
	}
}

// together reads tables under the same headings as one.
func (r *Reader) together(same []*Block, in Context) *Block {
	all := *same[0]
	all.Shape, all.Top, all.Head, all.Body, all.Columns = Cards, 1, 1, 1, slices.Clone(all.Columns)
	for i := range all.Columns {
		col := &all.Columns[i]
		col.Col, col.Filled = i+1, 0
		col.Role, col.By, col.Sure, col.Next, col.Tick = "", "", 0, "", ""
	}
	var lines [][]grid.Cell
	for _, b := range same {
		for line := b.Body; line <= b.End; line++ {
			cells := make([]grid.Cell, len(all.Columns))
			for i := range all.Columns {
				if cells[i] = b.Cell(line, b.Columns[i].Col); !cells[i].IsEmpty() {
					all.Columns[i].Filled++
				}
			}
			lines = append(lines, cells)
		}
	}
	all.View = View{sheet: all.sheet, left: 1, right: len(all.Columns), top: 1, bottom: len(lines), cards: lines}
	all.End = len(lines)
	r.classify(&all, in)
	return &all
}

// upholds reports whether a reading of several tables together agrees with all that the largest of
// them is sure of, and with what any of them has by the word of its heading.
func (b *Block) upholds(most *Block, same []*Block) bool {
	for i := range b.Columns {
		if own := &most.Columns[i]; own.Filled > 0 && own.Sure >= sureMargin && own.Role != b.Columns[i].Role {
			return false
		}
		for _, one := range same {
			if own := &one.Columns[i]; own.By == ByHeading && own.Role != b.Columns[i].Role {
				return false
			}
		}
	}
	return true
}

// headings joins the headings of a table, column by column.
func (b *Block) headings() (joined string) {
	for i := range b.Columns {
		joined += b.Columns[i].Heading + "\n"
	}
	return joined
}

// asksAlike reports whether two tables name what a row answers in the same column.
func (b *Block) asksAlike(other *Block) bool {
	for i := range b.Columns {
		if (b.Columns[i].Role == words.Requirement) != (other.Columns[i].Role == words.Requirement) {
			return false
		}
	}
	return true
}

// readAs takes over the roles of a table under the same headings.
func (b *Block) readAs(most *Block) {
	for i := range b.Columns {
		from, col := &most.Columns[i], &b.Columns[i]
		if col.By == ByOffice || col.By == ByKey || from.Heading == "" || from.Filled == 0 {
			continue
		}
		col.Role, col.By, col.Sure, col.Next, col.Tick = from.Role, from.By, from.Sure, from.Next, from.Tick
	}
	b.index()
}

// beside returns the table that a view holds under the very heading of another one beside it, though
// nothing in it is known.
func (r *Reader) beside(l layout, blocks []*Block) []*Block {
	for _, other := range blocks {
		if l.shape != Upright || other.Shape != Upright || other.Head == other.Body || other.sheet != l.view.sheet || other.turned {
			continue
		}
		theirs, ours := other.Filled(other.Head), l.view.Filled(other.Head)
		if len(ours) < 2 || !slices.EqualFunc(theirs, ours, func(a, b grid.Cell) bool { return a.Text == b.Text }) {
			continue
		}
		b := &Block{View: l.view, Shape: Upright, Top: l.view.top, Head: other.Head, Body: other.Body, End: l.view.bottom}
		b.columnsOf(r)
		for i := range other.Columns {
			if other.Columns[i].Role == words.Requirement && i < len(b.Columns) {
				b.asksBy = b.Columns[i].Col
			}
		}
		return []*Block{b}
	}
	return nil
}
