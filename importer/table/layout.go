package table

import (
	"cmp"
	"slices"

	"taizhang/importer/grid"
)

// layout is a part of a sheet in which tables stand under each other.
type layout struct {
	view    View
	shape   Shape
	anchors map[int]int // by line of the view: the requirement that the line names first
	topics  []grid.Cell // lines of one cell that name a requirement: banners and titles
	column  int         // of the view, in which most anchors stand; 0 for none
	block   *Block      // of cards, which are found already
}

// layouts says how a sheet lies: as it is, turned, as cards, or as several tables side by
// side.
func (r *Reader) layouts(s *grid.Sheet, in Context) []layout {
	v := whole(s)
	if crossed := r.crossed(v, in); crossed != nil {
		return crossed
	}
	if h := r.knownHeading(v, v.top, v.bottom); h > 0 && r.listed(v, h) && !r.twice(v, h) {
		return []layout{r.layout(v, Upright, nil)}
	}
	found := r.anchorsOf(s)
	if b := r.onlyCard(s, found, in); b != nil {
		return []layout{{view: b.View, shape: Cards, block: b}}
	}
	if len(found) == 0 {
		return r.sides(r.repeatedHeads(v, nil), nil)
	}
	if parts := r.repeatedHeads(v, found); len(parts) > 1 {
		return r.sides(parts, found)
	}
	if l, ok := r.tableUnder(v, found); ok {
		return []layout{l}
	}
	inCols, inRows := spans(found, func(a anchor) int { return a.col }), spans(found, func(a anchor) int { return a.line })
	if inRows <= 1 {
		if b := r.cards(s, found, in); b != nil {
			return []layout{{view: b.View, shape: Cards, block: b}}
		}
	}
	if inRows > inCols && inCols <= 1 {
		return []layout{r.layout(v.turn(), Turned, turnAnchors(found))}
	}
	return r.sides(r.sideBySide(v, found), found)
}

// onlyCard returns the card of a sheet in which nothing names a requirement, or a title alone does.
func (r *Reader) onlyCard(s *grid.Sheet, found []anchor, in Context) *Block {
	for _, a := range found {
		if _, n := whole(s).Shown(a.line); n != 1 {
			return nil
		}
	}
	return r.namedCard(s, in)
}

// sides lays out tables side by side, each with its own anchors.
func (r *Reader) sides(parts []View, found []anchor) []layout {
	var all []layout
	for _, part := range parts {
		var own []anchor
		for _, a := range found {
			if a.col >= part.left && a.col <= part.right {
				own = append(own, a)
			}
		}
		all = append(all, r.layout(part, Upright, own))
	}
	return all
}

func turnAnchors(found []anchor) []anchor {
	turned := slices.Clone(found)
	for i, a := range turned {
		turned[i].line, turned[i].col = a.col, a.line
	}
	return turned
}

// layout notes where the anchors of a view stand.
func (r *Reader) layout(v View, shape Shape, found []anchor) layout {
	l := layout{view: v, shape: shape, anchors: map[int]int{}}
	found = slices.DeleteFunc(slices.Clone(found), func(a anchor) bool {
		first, n := v.Shown(a.line)
		if n == 1 && shape == Upright && v.right > v.left {
			l.topics = append(l.topics, first)
			return true
		}
		return false
	})
	count := map[int]int{}
	for _, a := range found {
		count[a.col]++
	}
	for col, n := range count {
		if l.column == 0 || n > count[l.column] || n == count[l.column] && col < l.column {
			l.column = col
		}
	}
	firm, firmFrom := 0, 0 // anchors that are more than a short name, and the first line with one
	for _, a := range found {
		if a.col == l.column && a.how != ByShort {
			if firm++; firmFrom == 0 || a.line < firmFrom {
				firmFrom = a.line
			}
		}
	}
	for _, a := range found {
		if firm >= 2 && a.how == ByShort && a.line < firmFrom {
			continue // a heading above the texts of the list: 上级要求
		}
		if a.col == l.column || a.how != ByShort {
			l.anchors[a.line] = cmp.Or(l.anchors[a.line], a.no)
		}
	}
	return l
}

// spans returns the most different requirements that stand in one row or one column.
func spans(found []anchor, of func(anchor) int) int {
	in := map[int]map[int]bool{}
	most := 0
	for _, a := range found {
		if in[of(a)] == nil {
			in[of(a)] = map[int]bool{}
		}
		in[of(a)][a.no] = true
		most = max(most, len(in[of(a)]))
	}
	return most
}

// listed reports whether the requirement's column under a known heading holds the list's own
// texts, so that there is no doubt how the sheet lies.
func (r *Reader) listed(v View, head int) bool {
	if r.known.List == nil {
		return true
	}
	for c := v.left; c <= v.right; c++ {
		if !r.mayBeRequirement(v.Cell(head, c)) {
			continue
		}
		sure := 0
		for line := head + 1; line <= min(v.bottom, head+4*mostSure); line++ {
			if cell := v.Cell(line, c); cell.Kind == grid.Text && !cell.Covered() {
				if _, how := r.requirement(cell.Text); how == ByText || how == ByLikeness {
					sure++
				}
			}
		}
		if sure >= mostSure {
			return true
		}
	}
	return false
}

// twice reports a heading of which a part is printed once more to the right: two tables side
// by side.
func (r *Reader) twice(v View, head int) bool {
	seen := map[string]int{}
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(head, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if seen[cell.Text]++; seen[cell.Text] > 1 && r.mayBeRequirement(cell) {
			return true
		}
	}
	return false
}

// sideBySide cuts a view into the tables that stand beside each other: columns in which rows
// name different requirements.
func (r *Reader) sideBySide(v View, found []anchor) []View {
	inCol := map[int]map[int]bool{}
	inRow := map[int]map[int]int{} // by row: the requirement by column
	for _, a := range found {
		if inCol[a.col] == nil {
			inCol[a.col] = map[int]bool{}
		}
		inCol[a.col][a.no] = true
		if inRow[a.line] == nil {
			inRow[a.line] = map[int]int{}
		}
		inRow[a.line][a.col] = a.no
	}
	var cols []int
	for c := range inCol {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	var starts []int // anchor columns of the tables
	for _, c := range cols {
		if len(starts) == 0 {
			starts = append(starts, c)
			continue
		}
		last := starts[len(starts)-1]
		apart, together := 0, 0
		for _, row := range inRow {
			a, b := row[last], row[c]
			switch {
			case a == 0 || b == 0:
			case a == b:
				together++
			default:
				apart++
			}
		}
		if c-last >= 2 && together == 0 && apart > 0 && (len(inCol[c]) >= 2 && namesIn(v, c, found) || r.sameHeading(v, last, c)) {
			starts = append(starts, c)
		}
	}
	if len(starts) < 2 {
		return []View{v}
	}
	var parts []View
	step := starts[1] - starts[0]
	for i, c := range starts {
		part := v
		if i > 0 {
			part.left = c - (starts[0] - firstColumn(v, starts[0], step)) // as far from its anchors as the first table
			parts[i-1].right = part.left - 1
		}
		parts = append(parts, part)
	}
	return parts
}

// namesIn reports whether most cells of a column name requirements. Long answers name one now and
// then.
func namesIn(v View, c int, found []anchor) bool {
	names, filled := 0, 0
	for _, a := range found {
		if a.col == c {
			names++
		}
	}
	for line := v.top; line <= v.bottom; line++ {
		if cell := v.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			filled++
		}
	}
	return 2*names > filled
}

// repeatedHeads cuts a view into tables side by side where one heading line prints the same texts
// twice: the same requirements may stand in both, of two quarters.
func (r *Reader) repeatedHeads(v View, found []anchor) []View {
	for line := v.top; line <= min(v.bottom, v.top+searchedHeads); line++ {
		cells := v.Filled(line)
		n := len(cells)
		if at := r.twoHeads(v, line, cells); at > 0 {
			left, right := v, v
			right.left = v.column(cells[at])
			left.right = right.left - 1
			return []View{left, right}
		}
		if n < 4 || n%2 != 0 || !r.looksTwice(cells) {
			continue
		}
		left, right := v, v
		right.left = v.column(cells[n/2])
		left.right = right.left - 1
		inLeft := slices.ContainsFunc(found, func(a anchor) bool { return a.col <= left.right && namesIn(v, a.col, found) })
		inRight := slices.ContainsFunc(found, func(a anchor) bool { return a.col >= right.left && namesIn(v, a.col, found) })
		if (!inLeft || !inRight) && !startsTable(v, line, cells) {
			continue // one table of several quarters: 情况 | 状态 | 情况 | 状态
		}
		return []View{left, right}
	}
	return []View{v}
}

// twoHeads returns where the second of two headings of one line begins, 0 for none: they begin alike,
// one asks all that the other asks, and nothing stands between them, down to the last line:
// 条目 | 进展 | 状态 | 下步 | | 条目 | 进展 | 状态.
func (r *Reader) twoHeads(v View, line int, cells []grid.Cell) int {
	for at := 1; at < len(cells); at++ {
		from, to := v.column(cells[at-1])+1, v.column(cells[at])
		fewer, more := cells[:at], cells[at:]
		if len(fewer) > len(more) {
			fewer, more = more, fewer
		}
		if from == to || len(fewer) < leastShaped || cells[0].Text != cells[at].Text || !v.empty(line, from, to-1) {
			continue
		}
		if len(fewer) >= leastShaped && len(cells) > at+1 && cells[1].Text == cells[at+1].Text && !r.isValue(cells[0].Text) && !r.isValue(cells[1].Text) {
			return at // 编号 | 事项 | 成效 | | 编号 | 事项 | 差什么
		}
		asks := func(cell grid.Cell) bool {
			return cell.Kind == grid.Text && !r.isValue(cell.Text) && slices.ContainsFunc(more, func(other grid.Cell) bool { return other.Text == cell.Text })
		}
		if !slices.ContainsFunc(fewer, func(cell grid.Cell) bool { return !asks(cell) }) {
			return at
		}
	}
	return 0
}

// empty reports whether some columns hold nothing from a line on, as far down as the table goes.
func (v View) empty(line, from, to int) bool {
	for ; line <= v.bottom && !v.Blank(line); line++ {
		for c := from; c <= to; c++ {
			if !v.Cell(line, c).IsEmpty() {
				return false
			}
		}
	}
	return true
}

// startsTable reports whether the first half of a line that prints its texts twice is a whole
// heading: several different texts, and nothing before them in the lines below.
func startsTable(v View, line int, cells []grid.Cell) bool {
	half := len(cells) / 2
	seen := map[string]bool{}
	for _, cell := range cells[:half] {
		seen[cell.Text] = true
	}
	if half < 3 || len(seen) < half {
		return false
	}
	first := v.column(cells[0])
	for below := line + 1; below <= v.bottom; below++ {
		for c := v.left; c < first; c++ {
			if !v.Cell(below, c).IsEmpty() {
				return false
			}
		}
	}
	return true
}

// looksTwice reports whether the second half of a line prints the first once more.
func (r *Reader) looksTwice(cells []grid.Cell) bool {
	half := len(cells) / 2
	for i := range half {
		if cells[i].Kind != grid.Text || cells[i].Text != cells[half+i].Text || r.isValue(cells[i].Text) {
			return false
		}
	}
	return true
}

// firstColumn returns where the first of several tables begins: not further left of its anchors
// than the next table lies to their right.
func firstColumn(v View, anchors, step int) int {
	for c := max(v.left, anchors-step+1); c < anchors; c++ {
		for line := v.top; line <= v.bottom; line++ {
			if cell := v.Cell(line, c); !cell.IsEmpty() && !v.Across(cell) {
				return c
			}
		}
	}
	return anchors
}

// sameHeading reports whether the same text heads two columns.
func (r *Reader) sameHeading(v View, a, b int) bool {
	for line := v.top; line <= min(v.bottom, v.top+searchedHeads); line++ {
		x, y := v.Cell(line, a), v.Cell(line, b)
		if !x.IsEmpty() && !x.Covered() && !y.Covered() && x.Text == y.Text {
			return true
		}
	}
	return false
}
