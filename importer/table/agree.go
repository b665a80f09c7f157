package table

import "taizhang/templates/words"

// Agree lets tables of a file under the very same headings read alike: the one with the most rows
// says what a heading means, for a table of one row says little. What the office has said of a
// heading, and where the list's own texts stand, is not touched.
func Agree(blocks []*Block) {
	byHead := map[string][]*Block{}
	for _, b := range blocks {
		if b.Shape == Upright && b.Head < b.Body {
			byHead[b.headings()] = append(byHead[b.headings()], b)
		}
	}
	for _, same := range byHead {
		if len(same) < 2 {
			continue
		}
		most := same[0]
		for _, b := range same[1:] {
			if b.End-b.Body > most.End-most.Body {
				most = b
			}
		}
		for _, b := range same {
			if b != most && most.asksAlike(b) {
				b.readAs(most)
			}
		}
	}
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
