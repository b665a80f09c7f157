package table

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// shaped finds a table in which nothing names a requirement as the list does, by its shape: a
// line made like a heading, and rows below it of which one column says a status. Which
// requirement a row means is then asked of the office, or told by what the department answers
// for; the table does not count as unread.
func (r *Reader) shaped(l layout) *Block {
	v := l.view
	if r.known.List == nil || l.shape != Upright {
		return nil
	}
	for line := v.top; line < v.bottom && line < v.top+searchedHeads; line++ {
		if _, n := v.Shown(line); n < leastShaped || r.isLabelLine(v, line) || !r.looksLikeHeading(v, line, line+1) {
			continue
		}
		b := &Block{View: v, Shape: l.shape, Top: v.top, Head: line, Body: line + 1, End: v.bottom}
		b.columnsOf(r)
		if asks, ok := r.asksByShape(b); ok {
			b.asksBy = asks
			return b
		}
		return nil
	}
	return nil
}

// underTopic finds a table of unknown headings under a title that names a requirement, which all
// its rows then answer: 措施 | 成果 | 总体完成率 under 第15项：….
func (r *Reader) underTopic(l layout) *Block {
	v := l.view
	if r.known.List == nil || len(l.topics) != 1 || len(l.anchors) > 0 || l.shape != Upright {
		return nil
	}
	head := v.nextShown(v.line(l.topics[0]))
	if _, n := v.Shown(head); head >= v.bottom || n < 2 || r.isLabelLine(v, head) || !r.looksLikeHeading(v, head, head+1) {
		return nil
	}
	b := &Block{View: v, Shape: l.shape, Top: v.top, Head: head, Body: head + 1, End: v.bottom}
	b.columnsOf(r)
	return b
}

// tableUnder lays out a sheet that names one requirement behind a label and holds a table of three
// columns or more right below: its lines all answer that requirement.
func (r *Reader) tableUnder(v View, found []anchor) (layout, bool) {
	if len(found) != 1 || found[0].how == ByShort {
		return layout{}, false
	}
	a := found[0]
	label := v.before(a.line, a.col)
	if _, n := v.Shown(a.line); n != 2 || label.IsEmpty() || !r.mayLabel(label) {
		return layout{}, false
	}
	head := v.nextShown(a.line)
	if _, n := v.Shown(head); n < leastShaped || r.isLabelLine(v, head) || r.headedCells(v, head) < 2 || !r.looksLikeHeading(v, head, head+1) {
		return layout{}, false
	}
	labels := !slices.ContainsFunc(v.Filled(head), func(cell grid.Cell) bool { return !r.mayLabel(cell) }) // 目前状态 | 推进中 | 办结日期 is a line of a card
	if _, below := v.Shown(head + 1); below >= 2 && labels {
		return layout{view: v, shape: Upright, anchors: map[int]int{}, topics: []grid.Cell{v.Cell(a.line, a.col)}}, true
	}
	return layout{}, false
}

// nextShown returns the first line below one that holds something, the last line where none does.
func (v View) nextShown(line int) int {
	for line++; line < v.bottom && v.Blank(line); line++ {
	}
	return line
}

// leastShaped is how many columns a table has at the least that is known by its shape only.
const leastShaped = 3

// asksByShape returns the column in which the rows of such a table name what they answer: the
// first of short texts, each of its own, beside a column of statuses and one of texts.
func (r *Reader) asksByShape(b *Block) (asks int, ok bool) {
	states, texts := false, false
	for i := range b.Columns {
		col := &b.Columns[i]
		k := r.contentOf(b, col.Col)
		fits := r.fitsOf(col)
		switch {
		case k.n > 0 && k.stated() >= 0.6:
			states = true
		case k.n > 0 && k.prose >= 0.5 && asks == 0 && k.distinct >= 0.99 && k.length <= longestHeading && fits.best(words.Progress, words.Problems, words.NextSteps, words.Evidence, words.Remarks) < leastFit:
			asks = col.Col
		case k.n > 0 && k.prose >= 0.5:
			texts = true
		}
	}
	return asks, states && texts && asks != 0
}
