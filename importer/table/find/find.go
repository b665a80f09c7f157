package find

import (
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/heads"
	"taizhang/templates/words"
)

// Find finds the tables that stand under each other in a view.
func (r *Reader) Find(l Layout, before *block.Block) []*block.Block {
	if l.block != nil {
		return []*block.Block{l.block}
	}
	v := l.view
	var blocks []*block.Block
	for from := v.First(); from <= v.Last(); {
		if len(blocks) == 0 && len(l.anchors) == 0 && from > heads.SearchedRows {
			break
		}
		b := r.next(l, from, len(blocks) > 0)
		if b == nil && len(blocks) > 0 {
			b = r.again(l, blocks[len(blocks)-1], from)
		}
		if b == nil {
			break
		}
		if n := len(blocks); n > 0 {
			last := blocks[n-1]
			if b.Head == b.Body {
				break // what follows belongs to the table above
			}
			b.Top = r.preamble(last, b.Head)
			if last.Repeats(b.Head) && !r.speaks(v, b.Top, b.Head) {
				last.Repeated = append(last.Repeated, b.Head)
				from = b.Body
				continue
			}
			last.End = b.Top - 1
			r.heads.ColumnsOf(last)
		}
		blocks = append(blocks, b)
		from = b.Body
	}
	for _, b := range blocks {
		r.heads.ColumnsOf(b)
		takeTopic(b, l)
	}
	if len(blocks) > 0 && blocks[0].Head == blocks[0].Body {
		goesOn(blocks[0], before)
	}
	if len(blocks) == 0 && before != nil {
		if b := r.continuation(v, before); b != nil {
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 0 {
		if b := r.numbered(l); b != nil {
			blocks = append(blocks, b)
		} else if b := r.underTopic(l); b != nil {
			takeTopic(b, l)
			blocks = append(blocks, b)
		} else if b := r.underTopics(l); b != nil {
			blocks = append(blocks, b)
		} else if b := r.shaped(l); b != nil {
			takeTopic(b, l)
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// again returns the next table under the very heading of the one above it, where a title between
// them says whose it is or of when.
func (r *Reader) again(l Layout, last *block.Block, from int) *block.Block {
	for line := from; line < l.view.Last(); line++ {
		if last.Repeats(line) && r.speaks(l.view, r.preamble(last, line), line) {
			return &block.Block{View: l.view, Shape: l.shape, Top: from, Head: line, Body: line + 1, End: l.view.Last()}
		}
	}
	return nil
}

// takeTopic takes the title above the table that names a requirement.
func takeTopic(b *block.Block, l Layout) {
	for _, cell := range l.topics {
		if line := b.LineAt(cell); line >= b.Top && line < b.Body {
			b.Topic = cell
		}
	}
}

// next returns the first table from a line on, nil for none: under a known heading, or above
// and around the lines that name requirements. below reports that tables were found above.
func (r *Reader) next(l Layout, from int, below bool) *block.Block {
	v := l.view
	anchor := 0
	for line := from; line <= v.Last(); line++ {
		if l.anchors[line] != 0 {
			anchor = line
			break
		}
	}
	b := &block.Block{View: v, Shape: l.shape, Top: from, End: v.Last()}
	for line := from; line <= v.Last() && (anchor == 0 || line < anchor); line++ {
		if anchor == 0 && !below && line > heads.SearchedRows {
			break
		}
		if r.heads.HeadedCells(v, line) < 2 || r.heads.IsLabelLine(v, line) && r.heads.HeadedCells(v, line) < 3 {
			continue
		}
		h := r.heads.KnownHead(v, line, l.anchors, below)
		b.Head, b.Body = h.First, h.Body
		if anchor == 0 && !r.headsTable(b) && !l.topicAbove(line) {
			continue
		}
		if anchor > h.Body { // a closer heading may stand between
			if lower := r.heads.FirstHeading(v, h.Body, anchor-1); lower > 0 && r.closer(v, line, lower) {
				continue
			}
		}
		return b
	}
	if anchor == 0 {
		return nil
	}
	if below {
		return r.nextShaped(l, b, from)
	}
	h, first, ok := r.heads.ShapedHead(v, from, anchor)
	if !ok {
		h = heads.Head{First: first, Body: first}
	}
	b.Head, b.Body = h.First, h.Body
	return b
}

// nextShaped finds a further table under a heading that no vocabulary knows: a line made like
// one, under a title of its own and above a line that names a requirement.
func (r *Reader) nextShaped(l Layout, b *block.Block, from int) *block.Block {
	v := l.view
	for line := from + 1; line < v.Last(); line++ {
		if l.anchors[line] != 0 || l.anchors[line+1] == 0 || !r.heads.LooksLikeHeading(v, line, line+1) {
			continue
		}
		if above, n := v.Shown(line - 1); n == 0 || n == 1 && !rightOf(v, above, line) || r.heads.IsLabelLine(v, line-1) {
			b.Head, b.Body = line, line+1
			return b
		}
	}
	return nil
}

// rightOf reports whether a cell stands right of where a line begins: what goes on in the table above does,
// a title does not.
func rightOf(v block.View, cell grid.Cell, line int) bool {
	first, _ := v.Shown(line)
	return v.ColumnOf(cell) > v.ColumnOf(first)
}

// closer reports whether the lower of two heading lines is a heading of its own and not the
// second row of the upper one.
func (r *Reader) closer(v block.View, upper, lower int) bool { return lower-upper >= heads.MostRows }

// headsTable reports whether under a known heading both what is asked and an answer have a
// column, by the heading alone.
func (r *Reader) headsTable(b *block.Block) bool {
	asks, answers := false, false
	for c := b.Left(); c <= b.Right(); c++ {
		joined, _ := b.HeadingText(c)
		for role, fit := range r.Headings.Of(joined) {
			if fit < heading.PartFromFit {
				continue
			}
			switch role {
			case words.Requirement, words.Task, words.Number:
				asks = true
			case words.Progress, words.Status, words.Percent, words.Completed, words.Evidence, words.Problems:
				answers = true
			case words.Department, words.Lead, words.Support, words.Due:
				answers = answers || r.List == nil
			}
		}
	}
	return asks && answers
}
