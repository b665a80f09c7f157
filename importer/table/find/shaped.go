package find

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// shaped finds a table in which nothing names a requirement as the list does, by its shape: a
// line made like a heading, and rows below it of which one column says a status. Which
// requirement a row means is then asked of the office, or told by what the department answers
// for; the table does not count as unread.
func (r *Reader) shaped(l Layout) *block.Block {
	v := l.view
	if r.List == nil || l.shape != block.Upright {
		return nil
	}
	for line := v.First(); line < v.Last() && line < v.First()+heads.SearchedHeads; line++ {
		if _, n := v.Shown(line); n < block.LeastShaped || r.heads.IsLabelLine(v, line) || !r.heads.LooksLikeHeading(v, line, line+1) {
			continue
		}
		b := &block.Block{View: v, Shape: l.shape, Top: v.First(), Head: line, Body: line + 1, End: v.Last()}
		r.heads.ColumnsOf(b)
		if asks, ok := r.asksByShape(b); ok {
			b.AsksBy = asks
			return b
		}
		return nil
	}
	return nil
}

// underTopic finds a table of unknown headings under a title that names a requirement, which all
// its rows then answer: 措施 | 成果 | 总体完成率 under 第15项：….
func (r *Reader) underTopic(l Layout) *block.Block {
	v := l.view
	if r.List == nil || len(l.topics) != 1 || len(l.anchors) > 0 || l.shape != block.Upright {
		return nil
	}
	head := nextShown(v, v.LineAt(l.topics[0]))
	for head < v.Last() && statesOfTopic(v, head) {
		head = nextShown(v, head)
	}
	if _, n := v.Shown(head); head >= v.Last() || n < 2 || r.heads.IsLabelLine(v, head) || !r.heads.LooksLikeHeading(v, head, head+1) {
		return nil
	}
	b := &block.Block{View: v, Shape: l.shape, Top: v.First(), Head: head, Body: head + 1, End: v.Last()}
	r.heads.ColumnsOf(b)
	return b
}

// statesOfTopic reports a line between the name of a requirement and the table under it that holds one label with
// its value: 状态：推进中.
func statesOfTopic(v block.View, line int) bool {
	cell, n := v.Shown(line)
	return n == 1 && cell.Kind == grid.Text && utf8.RuneCountInString(cell.Text) <= heading.Longest && strings.ContainsAny(cell.Text, ":：")
}

// underTopics finds a table without a heading whose rows stand under lines that name what they answer, each
// with the same sign before it:
//
//	◆旅游厕所
//	         完工8座   推进中
//
// The first of these lines is the table's topic; the others are banners within it.
func (r *Reader) underTopics(l Layout) *block.Block {
	v := l.view
	if r.List == nil || len(l.topics) < 2 || len(l.anchors) > 0 || l.shape != block.Upright {
		return nil
	}
	sign := block.Bullet(l.topics[0].Text)
	first, col := v.LineAt(l.topics[0]), v.ColumnOf(l.topics[0])
	if sign == "" || slices.ContainsFunc(l.topics, func(c grid.Cell) bool {
		return block.Bullet(c.Text) != sign || v.ColumnOf(c) != col || v.LineAt(c) < first
	}) {
		return nil
	}
	for _, topic := range l.topics {
		below := nextShown(v, v.LineAt(topic))
		if _, n := v.Shown(below); n < 2 || r.heads.HeadedCells(v, below) >= 2 || r.heads.IsLabelLine(v, below) {
			return nil
		}
	}
	b := &block.Block{View: v, Shape: l.shape, Top: v.First(), Head: first + 1, Body: first + 1, End: v.Last(), Topic: l.topics[0]}
	r.heads.ColumnsOf(b)
	b.Columns = slices.DeleteFunc(b.Columns, func(c block.Column) bool { return c.Col == col && holdsOnly(v, col, b.Body, sign) })
	b.Index()
	return b
}

// holdsOnly reports whether all that stands in a column from a line on begins with a sign.
func holdsOnly(v block.View, col, from int, sign string) bool {
	for line := from; line <= v.Last(); line++ {
		if cell := v.Cell(line, col); !cell.IsEmpty() && block.Bullet(cell.Text) != sign {
			return false
		}
	}
	return true
}

// tableUnder lays out a sheet that names one requirement behind a label and holds a table of three
// columns or more right below: its lines all answer that requirement.
func (r *Reader) tableUnder(v block.View, found []known.Anchor) (Layout, bool) {
	if len(found) != 1 || found[0].How == list.ByShort {
		return Layout{}, false
	}
	a := found[0]
	label := v.Before(a.Line, a.Col)
	if _, n := v.Shown(a.Line); n != 2 || label.IsEmpty() || !r.cards.MayLabel(label) {
		return Layout{}, false
	}
	head := nextShown(v, a.Line)
	if _, n := v.Shown(head); n < block.LeastShaped || r.heads.IsLabelLine(v, head) || r.heads.HeadedCells(v, head) < 2 || !r.heads.LooksLikeHeading(v, head, head+1) {
		return Layout{}, false
	}
	labels := !slices.ContainsFunc(v.Filled(head), func(cell grid.Cell) bool { return !r.cards.MayLabel(cell) }) // 目前状态 | 推进中 | 办结日期 is a line of a card
	if _, below := v.Shown(head + 1); below >= 2 && labels {
		return Layout{view: v, shape: block.Upright, anchors: map[int]int{}, topics: []grid.Cell{v.Cell(a.Line, a.Col)}}, true
	}
	return Layout{}, false
}

// nextShown returns the first line below one that holds something, the last line where none does.
func nextShown(v block.View, line int) int {
	for line++; line < v.Last() && v.Blank(line); line++ {
	}
	return line
}

// asksByShape returns the column in which the rows of such a table name what they answer: the
// first of short texts, each of its own, beside a column of statuses and one of texts.
func (r *Reader) asksByShape(b *block.Block) (asks int, ok bool) {
	states, texts := false, false
	for i := range b.Columns {
		col := &b.Columns[i]
		k := r.content.Of(b, col.Col)
		fits := r.FitsOf(col)
		switch {
		case k.N > 0 && k.Stated() >= 0.6:
			states = true
		case k.N > 0 && k.Prose >= 0.5 && asks == 0 && k.Distinct >= 0.99 && k.Length <= heading.Longest && fits.Best(words.Progress, words.Problems, words.NextSteps, words.Evidence, words.Remarks) < heading.LeastFit:
			asks = col.Col
		case k.N > 0 && k.Prose >= 0.5:
			texts = true
		}
	}
	return asks, states && texts && asks != 0
}
