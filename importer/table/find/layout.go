package find

import (
	"cmp"
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
)

// Layout is a part of a sheet in which tables stand under each other.
type Layout struct {
	view    block.View
	shape   block.Shape
	anchors map[int]int  // by line of the view: the requirement that the line names first
	topics  []grid.Cell  // lines of one cell that name a requirement: banners and titles
	column  int          // of the view, in which most anchors stand; 0 for none
	block   *block.Block // of cards, which are found already
}

// Layouts says how a sheet lies: as it is, turned, as cards, or as several tables side by
// side.
func (r *Reader) Layouts(s *grid.Sheet, labels map[string]bool) []Layout {
	v := block.Whole(s)
	if h := r.heads.FirstHeading(v, v.First(), v.Last()); h > 0 && r.listed(v, h) && !r.printedTwice(v, h) {
		return []Layout{r.layout(v, block.Upright, nil)}
	}
	found := r.AnchorsOf(s)
	if b := r.cards.TitledCards(s, found); b != nil {
		return []Layout{{view: b.View, shape: block.Cards, block: b}}
	}
	if b := r.onlyCard(s, found, labels); b != nil {
		return []Layout{{view: b.View, shape: block.Cards, block: b}}
	}
	if len(found) == 0 {
		return r.eachSide(r.repeatedHeads(v, nil), nil)
	}
	if parts := r.repeatedHeads(v, found); len(parts) > 1 {
		return r.eachSide(parts, found)
	}
	if l, ok := r.tableUnder(v, found); ok {
		return []Layout{l}
	}
	inCols, inRows := spans(found, func(a known.Anchor) int { return a.Col }), spans(found, func(a known.Anchor) int { return a.Line })
	if inRows <= 1 {
		if b := r.cards.Cards(s, found, labels); b != nil {
			return []Layout{{view: b.View, shape: block.Cards, block: b}}
		}
	}
	if inRows > inCols && inCols <= 1 {
		return []Layout{r.layout(v.Turn(), block.Turned, turnAnchors(found))}
	}
	return r.eachSide(r.sideBySide(v, found), found)
}

// onlyCard returns the card of a sheet in which nothing names a requirement, or a title alone does.
func (r *Reader) onlyCard(s *grid.Sheet, found []known.Anchor, labels map[string]bool) *block.Block {
	for _, a := range found {
		if _, n := block.Whole(s).Shown(a.Line); n != 1 {
			return nil
		}
	}
	return r.cards.NamedCard(s, labels)
}

// eachSide lays out tables side by side, each with its own anchors.
func (r *Reader) eachSide(parts []block.View, found []known.Anchor) []Layout {
	var all []Layout
	for _, part := range parts {
		var own []known.Anchor
		for _, a := range found {
			if a.Col >= part.Left() && a.Col <= part.Right() {
				own = append(own, a)
			}
		}
		all = append(all, r.layout(part, block.Upright, own))
	}
	return all
}

func turnAnchors(found []known.Anchor) []known.Anchor {
	turned := slices.Clone(found)
	for i, a := range turned {
		turned[i].Line, turned[i].Col = a.Col, a.Line
	}
	return turned
}

// layout notes where the anchors of a view stand.
func (r *Reader) layout(v block.View, shape block.Shape, found []known.Anchor) Layout {
	l := Layout{view: v, shape: shape, anchors: map[int]int{}}
	found = slices.DeleteFunc(slices.Clone(found), func(a known.Anchor) bool {
		first, n := v.Shown(a.Line)
		if n == 1 && shape == block.Upright && v.Right() > v.Left() {
			l.topics = append(l.topics, first)
			return true
		}
		return false
	})
	count := map[int]int{}
	for _, a := range found {
		count[a.Col]++
	}
	for col, n := range count {
		if l.column == 0 || n > count[l.column] || n == count[l.column] && col < l.column {
			l.column = col
		}
	}
	firm, firmFrom := 0, 0 // anchors that are more than a short name, and the first line with one
	for _, a := range found {
		if a.Col == l.column && a.How != list.ByShort {
			if firm++; firmFrom == 0 || a.Line < firmFrom {
				firmFrom = a.Line
			}
		}
	}
	for _, a := range found {
		if firm >= 2 && a.How == list.ByShort && a.Line < firmFrom {
			continue // a heading above the texts of the list: 上级要求
		}
		if a.Col == l.column || a.How != list.ByShort {
			l.anchors[a.Line] = cmp.Or(l.anchors[a.Line], a.No)
		}
	}
	return l
}

// spans returns the most different requirements that stand in one row or one column.
func spans(found []known.Anchor, of func(known.Anchor) int) int {
	in := map[int]map[int]bool{}
	most := 0
	for _, a := range found {
		if in[of(a)] == nil {
			in[of(a)] = map[int]bool{}
		}
		in[of(a)][a.No] = true
		most = max(most, len(in[of(a)]))
	}
	return most
}

// listed reports whether the requirement's column under a known heading holds the list's own
// texts, so that there is no doubt how the sheet lies.
func (r *Reader) listed(v block.View, head int) bool {
	if r.List == nil {
		return true
	}
	for c := v.Left(); c <= v.Right(); c++ {
		if !r.MayBeRequirement(v.Cell(head, c)) {
			continue
		}
		sure := 0
		for line := head + 1; line <= min(v.Last(), head+4*known.MostSure); line++ {
			if cell := v.Cell(line, c); cell.Kind == grid.Text && !cell.Covered() {
				if _, how := r.Requirement(cell.Text); how == list.ByText || how == list.ByLikeness {
					sure++
				}
			}
		}
		if sure >= known.MostSure {
			return true
		}
	}
	return false
}

// topicAbove reports whether a line above names a requirement by itself, which the table below
// it then answers.
func (l Layout) topicAbove(line int) bool {
	return slices.ContainsFunc(l.topics, func(cell grid.Cell) bool { return l.view.LineAt(cell) < line })
}
