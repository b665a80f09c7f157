package find

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/known"
)

// repeatedHeads cuts a view into tables side by side where one heading line prints the same texts
// twice: the same requirements may stand in both, of two quarters.
func (r *Reader) repeatedHeads(v block.View, found []known.Anchor) []block.View {
	for line := v.First(); line <= min(v.Last(), v.First()+heads.SearchedHeads); line++ {
		cells := v.Filled(line)
		n := len(cells)
		if at := r.twoHeads(v, line, cells); at > 0 {
			return cut(v, v.ColumnOf(cells[at]))
		}
		if n < 4 || n%2 != 0 || !r.looksTwice(cells) {
			continue
		}
		right := v.ColumnOf(cells[n/2])
		inLeft := slices.ContainsFunc(found, func(a known.Anchor) bool { return a.Col < right && namesIn(v, a.Col, found) })
		inRight := slices.ContainsFunc(found, func(a known.Anchor) bool { return a.Col >= right && namesIn(v, a.Col, found) })
		if (!inLeft || !inRight) && !startsTable(v, line, cells) {
			continue // one table of several quarters: 情况 | 状态 | 情况 | 状态
		}
		return cut(v, right)
	}
	return []block.View{v}
}

// cut parts a view before a column.
func cut(v block.View, right int) []block.View {
	return []block.View{v.Between(v.Left(), right-1), v.Between(right, v.Right())}
}

// twoHeads returns where the second of two headings of one line begins, 0 for none: they begin alike,
// one asks all that the other asks, and nothing stands between them: 条目 | 进展 | 状态 | 下步 | | 条目 | 进展 | 状态.
// What they ask of may have two names where nothing stands between them down to the last line.
func (r *Reader) twoHeads(v block.View, line int, cells []grid.Cell) int {
	for at := 1; at < len(cells); at++ {
		from, to := v.ColumnOf(cells[at-1])+1, v.ColumnOf(cells[at])
		fewer, more := cells[:at], cells[at:]
		if len(fewer) > len(more) {
			fewer, more = more, fewer
		}
		if from < to && isGap(v, line, from, to-1) && r.asksAlike(cells[:at], cells[at:]) {
			return at // 牵头事项 | 情况 | 状态 | | 配合事项 | 情况 | 状态
		}
		if from == to || len(fewer) < block.LeastShaped || cells[0].Text != cells[at].Text || !v.Empty(line, from, to-1) {
			continue
		}
		if len(fewer) >= block.LeastShaped && len(cells) > at+1 && cells[1].Text == cells[at+1].Text && !r.IsValue(cells[0].Text) && !r.IsValue(cells[1].Text) {
			return at // 编号 | 事项 | 成效 | | 编号 | 事项 | 差什么
		}
		asks := func(cell grid.Cell) bool {
			return cell.Kind == grid.Text && !r.IsValue(cell.Text) && slices.ContainsFunc(more, func(other grid.Cell) bool { return other.Text == cell.Text })
		}
		if !slices.ContainsFunc(fewer, func(cell grid.Cell) bool { return !asks(cell) }) {
			return at
		}
	}
	return 0
}

// asksAlike reports whether two headings ask the same of what each names in its first column, in words
// that give no period: an answer of another quarter stands in the same row.
func (r *Reader) asksAlike(left, right []grid.Cell) bool {
	if len(left) != len(right) || len(left) < 3 {
		return false
	}
	for i := range left {
		a, b := left[i], right[i]
		switch {
		case a.Kind != grid.Text || b.Kind != grid.Text || r.IsValue(a.Text) || r.IsValue(b.Text):
			return false
		case i > 0 && a.Text != b.Text, i == 0 && len(period.Mentions(b.Text)) > 0:
			return false
		}
	}
	return true
}

// isGap reports columns that hold nothing from a line down.
func isGap(v block.View, line, from, to int) bool {
	for ; line <= v.Last(); line++ {
		if !v.Empty(line, from, to) {
			return false
		}
	}
	return true
}

// startsTable reports whether the first half of a line that prints its texts twice is a whole
// heading: several different texts, and nothing before them in the lines below.
func startsTable(v block.View, line int, cells []grid.Cell) bool {
	half := len(cells) / 2
	seen := map[string]bool{}
	for _, cell := range cells[:half] {
		seen[cell.Text] = true
	}
	if half < 3 || len(seen) < half {
		return false
	}
	first := v.ColumnOf(cells[0])
	for below := line + 1; below <= v.Last(); below++ {
		for c := v.Left(); c < first; c++ {
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
		if cells[i].Kind != grid.Text || cells[i].Text != cells[half+i].Text || r.IsValue(cells[i].Text) {
			return false
		}
	}
	return true
}

// printedTwice reports a heading of which a part is printed once more to the right: two tables side
// by side.
func (r *Reader) printedTwice(v block.View, head int) bool {
	seen := map[string]int{}
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(head, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if seen[cell.Text]++; seen[cell.Text] > 1 && r.MayBeRequirement(cell) {
			return true
		}
	}
	return false
}
