package table

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// find finds the tables that stand under each other in a view.
func (r *Reader) find(l layout, in Context) []*Block {
	if l.block != nil {
		return []*Block{l.block}
	}
	v := l.view
	var blocks []*Block
	for from := v.top; from <= v.bottom; {
		if len(blocks) == 0 && len(l.anchors) == 0 && from > searchedRows {
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
			if last.repeats(b.Head) && !r.speaks(v, b.Top, b.Head) {
				last.repeated = append(last.repeated, b.Head)
				from = b.Body
				continue
			}
			last.End = b.Top - 1
			last.columnsOf(r)
		}
		blocks = append(blocks, b)
		from = b.Body
	}
	for _, b := range blocks {
		b.columnsOf(r)
		b.takeTopic(l)
	}
	if len(blocks) > 0 && blocks[0].Head == blocks[0].Body {
		blocks[0].goesOn(in.Before)
	}
	if len(blocks) == 0 && in.Before != nil {
		if b := r.continuation(v, in.Before); b != nil {
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 0 {
		if b := r.numbered(l); b != nil {
			blocks = append(blocks, b)
		} else if b := r.underTopic(l); b != nil {
			b.takeTopic(l)
			blocks = append(blocks, b)
		} else if b := r.shaped(l); b != nil {
			b.takeTopic(l)
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// again returns the next table under the very heading of the one above it, where a title between
// them says whose it is or of when.
func (r *Reader) again(l layout, last *Block, from int) *Block {
	for line := from; line < l.view.bottom; line++ {
		if last.repeats(line) && r.speaks(l.view, r.preamble(last, line), line) {
			return &Block{View: l.view, Shape: l.shape, Top: from, Head: line, Body: line + 1, End: l.view.bottom}
		}
	}
	return nil
}

// takeTopic takes the title above the table that names a requirement.
func (b *Block) takeTopic(l layout) {
	for _, cell := range l.topics {
		if line := b.line(cell); line >= b.Top && line < b.Body {
			b.Topic = cell
		}
	}
}

// next returns the first table from a line on, nil for none: under a known heading, or above
// and around the lines that name requirements. below reports that tables were found above.
func (r *Reader) next(l layout, from int, below bool) *Block {
	v := l.view
	anchor := 0
	for line := from; line <= v.bottom; line++ {
		if l.anchors[line] != 0 {
			anchor = line
			break
		}
	}
	b := &Block{View: v, Shape: l.shape, Top: from, End: v.bottom}
	for line := from; line <= v.bottom && (anchor == 0 || line < anchor); line++ {
		if anchor == 0 && !below && line > searchedRows {
			break
		}
		if r.headedCells(v, line) < 2 || r.isLabelLine(v, line) && r.headedCells(v, line) < 3 {
			continue
		}
		h := r.knownHead(v, line, l.anchors, below)
		b.Head, b.Body = h.first, h.body
		if anchor == 0 && !r.headsTable(b) && !l.topicAbove(line) {
			continue
		}
		if anchor > h.body { // a closer heading may stand between
			if lower := r.knownHeading(v, h.body, anchor-1); lower > 0 && r.closer(v, line, lower) {
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
	h, first, ok := r.shapedHead(v, from, anchor)
	if !ok {
		h = head{first, first}
	}
	b.Head, b.Body = h.first, h.body
	return b
}

// topicAbove reports whether a line above names a requirement by itself, which the table below
// it then answers.
func (l layout) topicAbove(line int) bool {
	return slices.ContainsFunc(l.topics, func(cell grid.Cell) bool { return l.view.line(cell) < line })
}

// nextShaped finds a further table under a heading that no vocabulary knows: a line made like
// one, under a title of its own and above a line that names a requirement.
func (r *Reader) nextShaped(l layout, b *Block, from int) *Block {
	v := l.view
	for line := from + 1; line < v.bottom; line++ {
		if l.anchors[line] != 0 || l.anchors[line+1] == 0 || !r.looksLikeHeading(v, line, line+1) {
			continue
		}
		if _, above := v.Shown(line - 1); above <= 1 || r.isLabelLine(v, line-1) {
			b.Head, b.Body = line, line+1
			return b
		}
	}
	return nil
}

// closer reports whether the lower of two heading lines is a heading of its own and not the
// second row of the upper one.
func (r *Reader) closer(v View, upper, lower int) bool { return lower-upper >= mostHeadRows }

// headsTable reports whether under a known heading both what is asked and an answer have a
// column, by the heading alone.
func (r *Reader) headsTable(b *Block) bool {
	asks, answers := false, false
	for c := b.left; c <= b.right; c++ {
		joined, _ := b.headingText(c)
		for role, fit := range r.headings.of(joined) {
			if fit < partFromFit {
				continue
			}
			switch role {
			case words.Requirement, words.Task, words.Number:
				asks = true
			case words.Progress, words.Status, words.Percent, words.Completed, words.Evidence, words.Problems:
				answers = true
			case words.Department, words.Lead, words.Support, words.Due:
				answers = answers || r.known.List == nil
			}
		}
	}
	return asks && answers
}
