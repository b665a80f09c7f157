package columns

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// Agree lets tables of a file under the very same headings read alike: all their rows together say
// what a heading means, for a table of one row says little. What the office has said of a heading,
// and where the list's own texts stand, is not touched. A column that nobody knows takes what its heading
// means in all other tables of the file.
func (r *Reader) Agree(blocks []*block.Block, file, department string) {
	byHead := map[string][]*block.Block{}
	for _, b := range blocks {
		if b.Shape == block.Upright && b.Head < b.Body || b.Shape == block.Cards {
			key := string(b.Shape) + "\n" + headings(b)
			byHead[key] = append(byHead[key], b)
		}
	}
	for _, same := range byHead {
		if len(same) < 2 {
			continue
		}
		most := slices.MaxFunc(same, func(a, b *block.Block) int { return (a.End - a.Body) - (b.End - b.Body) })
		if most.End-most.Body < content.MostJudged {
			if all := r.together(same, file, department); upholds(all, most, same) {
				most = all
			}
		}
		for _, b := range same {
			if b != most && asksAlike(most, b) {
				readAs(b, most)
			}
		}
	}
	r.fromOthers(blocks)
}

// fromOthers gives a column that a table does not know the role that its heading has in all other tables of
// the file: 年终怎么样, over two rows on one sheet and over eight on the next.
func (r *Reader) fromOthers(blocks []*block.Block) {
	if len(blocks) < 2 {
		return
	}
	means := map[string]*block.Column{} // by heading; nil where tables differ
	for _, b := range blocks {
		for i := range b.Columns {
			col := &b.Columns[i]
			if col.Heading == "" || !told[col.Role] {
				continue
			}
			if other, seen := means[col.Heading]; !seen {
				means[col.Heading] = col
			} else if other != nil && other.Role != col.Role {
				means[col.Heading] = nil
			}
		}
	}
	for _, b := range blocks {
		for i := range b.Columns {
			col := &b.Columns[i]
			from := means[col.Heading]
			if col.Role != words.OtherText || col.By == block.ByOffice || from == nil || says(b, from.Role) || heading.AsksElse(heading.Bare(col.Heading)) {
				continue
			}
			col.Role, col.By, col.Sure, col.Next = from.Role, from.By, min(from.Sure, SureMargin), words.OtherText
			b.Index()
		}
	}
}

// told are the roles of what a department tells in its own words.
var told = map[words.Role]bool{words.Progress: true, words.Problems: true, words.NextSteps: true, words.Evidence: true, words.Remarks: true}

// together reads tables under the same headings as one.
func (r *Reader) together(same []*block.Block, file, department string) *block.Block {
	all := *same[0]
	all.Shape, all.Top, all.Head, all.Body, all.Columns = block.Cards, 1, 1, 1, slices.Clone(all.Columns)
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
	all.View = block.Gathered(all.Grid(), len(all.Columns), lines)
	all.End = len(lines)
	r.Classify(&all, file, department)
	return &all
}

// upholds reports whether a reading of several tables together agrees with all that the largest of
// them is sure of, and with what any of them has by the word of its heading.
func upholds(b *block.Block, most *block.Block, same []*block.Block) bool {
	for i := range b.Columns {
		if own := &most.Columns[i]; own.Filled > 0 && own.Sure >= SureMargin && own.Role != b.Columns[i].Role {
			return false
		}
		for _, one := range same {
			if own := &one.Columns[i]; own.By == block.ByHeading && own.Role != b.Columns[i].Role {
				return false
			}
		}
	}
	return true
}

// headings joins the headings of a table, column by column.
func headings(b *block.Block) (joined string) {
	for i := range b.Columns {
		joined += b.Columns[i].Heading + "\n"
	}
	return joined
}

// asksAlike reports whether two tables name what a row answers in the same column.
func asksAlike(b *block.Block, other *block.Block) bool {
	for i := range b.Columns {
		if (b.Columns[i].Role == words.Requirement) != (other.Columns[i].Role == words.Requirement) {
			return false
		}
	}
	return true
}

// readAs takes over the roles of a table under the same headings.
func readAs(b *block.Block, most *block.Block) {
	for i := range b.Columns {
		from, col := &most.Columns[i], &b.Columns[i]
		if col.By == block.ByOffice || col.By == block.ByKey || from.Heading == "" || from.Filled == 0 {
			continue
		}
		col.Role, col.By, col.Sure, col.Next, col.Tick = from.Role, from.By, from.Sure, from.Next, from.Tick
	}
	b.Index()
}
