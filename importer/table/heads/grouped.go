package heads

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
)

// The heading of a group of columns may stand in the first of them only, and nothing be merged:
//
//	号  具体要求  一季度        二季度
//	              进展    状态  进展    状态
//
// Merges are lost in many a format, and forgotten in more. What the lower line repeats says where each
// group begins; the sheet is then read as if the groups were merged, and what stands beside them with them.

// Grouped returns the sheet as if the groups of its headings were merged; the sheet itself where there is
// nothing to mend.
func (r *Reader) Grouped(s *grid.Sheet) *grid.Sheet {
	v := block.Whole(s)
	var spans []grid.Span
	for line := v.First() + 1; line <= min(v.Last(), v.First()+SearchedHeads); line++ {
		g, ok := r.groupsOver(v, line)
		if !ok {
			continue
		}
		spans = append(spans, g.across()...)
		upper := g.upperGroups(r, v)
		spans = append(spans, upper...)
		spans = append(spans, g.down(v, len(upper) > 0)...)
		line++
	}
	if len(spans) == 0 {
		return s
	}
	return s.Spanning(spans...)
}

// grouping is two lines of a heading of which the upper one names groups of columns.
type grouping struct {
	line   int   // the lower one
	starts []int // columns in which groups begin
	end    int   // last column of the last group
}

// groupsOver finds the groups of columns that the line above one names.
func (r *Reader) groupsOver(v block.View, line int) (g grouping, ok bool) {
	g.line = line
	for c := v.Left() + 1; c < v.Right(); c++ {
		if own(v, line-1, c) && v.Cell(line-1, c+1).IsEmpty() && own(v, line, c) && own(v, line, c+1) {
			g.starts = []int{c}
			break
		}
	}
	if g.starts == nil || r.IsLabelLine(v, line-1) {
		return g, false // 填报单位：办公室 | 填报日期：9月25日 heads nothing
	}
	for c := g.starts[0]; c <= v.Right() && r.labelsColumn(v.Cell(line, c)); c++ {
		above := v.Cell(line-1, c)
		switch {
		case above.Covered():
			return g, false
		case c > g.starts[0] && !above.IsEmpty():
			g.starts = append(g.starts, c)
		}
		g.end = c
	}
	return g, g.end > g.starts[0] && r.groupsNamed(v, g) && g.comesRound(r, v) && g.besideOnce(v)
}

// own reports whether a cell holds something of its own.
func own(v block.View, line, c int) bool {
	cell := v.Cell(line, c)
	return !cell.IsEmpty() && !cell.Covered()
}

// labelsColumn reports whether a cell is short and may head a column.
func (r *Reader) labelsColumn(cell grid.Cell) bool {
	text := strings.TrimSpace(cell.Text)
	if cell.Kind != grid.Text || cell.Covered() || utf8.RuneCountInString(text) > LongestBrief+4 || strings.ContainsAny(text, "，。；、") {
		return false
	}
	if q, _ := heading.Quarter(text); q != 0 || r.Status.Word(text) != status.NoStatus {
		return true
	}
	return !r.IsValue(text) || r.OnlyNames(text)
}

// groupsNamed reports whether the upper line names each group by a short text of its own.
func (r *Reader) groupsNamed(v block.View, g grouping) bool {
	seen := map[string]bool{}
	for _, c := range g.starts {
		cell := v.Cell(g.line-1, c)
		key := fold.Key(cell.Text)
		if cell.Kind != grid.Text || seen[key] || utf8.RuneCountInString(cell.Text) > heading.Longest || strings.ContainsAny(cell.Text, "。；") {
			return false
		}
		if q, _ := heading.Quarter(cell.Text); q == 0 && r.IsValue(cell.Text) && !r.OnlyNames(cell.Text) {
			return false
		}
		seen[key] = true
	}
	return true
}

// comesRound reports whether the labels under the groups come round, or every group names a time of its
// own: 一季度 over 1月, 2月, 3月. A single group must be known by its labels.
func (g *grouping) comesRound(r *Reader, v block.View) bool {
	labels := g.labels(v)
	if len(labels) == 1 {
		return !slices.ContainsFunc(labels[0], func(label string) bool { return len(r.Headings.Whole(label)) == 0 })
	}
	timed := true
	for i, c := range g.starts {
		timed = timed && len(period.Mentions(v.Cell(g.line-1, c).Text)) > 0
		seen := map[string]bool{}
		for _, label := range labels[i] {
			if seen[label] {
				return false // the same again and again is an answer
			}
			seen[label] = true
		}
	}
	if timed && len(labels[0]) > 1 && !slices.ContainsFunc(slices.Concat(labels...), func(label string) bool { return len(period.Mentions(label)) == 0 }) {
		return true
	}
	for _, own := range labels[1:] {
		n := min(len(own), len(labels[0]))
		if !slices.Equal(own[:n], labels[0][:n]) {
			return false
		}
	}
	return len(labels[0]) > 1
}

// labels returns what the lower line says under each group.
func (g *grouping) labels(v block.View) (labels [][]string) {
	for i, c := range g.starts {
		labels = append(labels, nil)
		for ; c <= g.last(i); c++ {
			labels[i] = append(labels[i], fold.Key(v.Cell(g.line, c).Text))
		}
	}
	return labels
}

// last returns the last column of a group.
func (g *grouping) last(i int) int {
	if i+1 < len(g.starts) {
		return g.starts[i+1] - 1
	}
	return g.end
}

// besideOnce reports whether beside the groups one of the two lines heads each column, and not both: two
// lines that hold something of their own are no one heading.
func (g *grouping) besideOnce(v block.View) bool {
	heads := 0
	for c := v.Left(); c <= v.Right(); c++ {
		if c >= g.starts[0] && c <= g.end {
			continue
		}
		upper, lower := own(v, g.line-1, c), own(v, g.line, c)
		if upper && lower {
			return false
		}
		if cell := v.Cell(g.line, c); upper || lower || v.Down(cell) && !cell.IsEmpty() || own(v, g.line-2, c) {
			heads++
		}
	}
	return heads > 0
}

// across returns each group's heading with the empty cells behind it.
func (g *grouping) across() (spans []grid.Span) {
	for i, c := range g.starts {
		spans = append(spans, grid.Span{Top: g.line - 1, Left: c, Bottom: g.line - 1, Right: g.last(i)})
	}
	return spans
}

// upperGroups returns the headings of a third line, above the groups, with the empty cells behind them:
// each begins where a group does. A title above the table does not.
func (g *grouping) upperGroups(r *Reader, v block.View) (spans []grid.Span) {
	line := g.line - 2
	if line < v.First() || !own(v, line, g.starts[0]) {
		return nil
	}
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		switch {
		case cell.IsEmpty():
			continue
		case cell.Covered(), cell.Kind != grid.Text, utf8.RuneCountInString(cell.Text) > heading.Longest:
			return nil
		case c < g.starts[0] || c > g.end:
			if own(v, g.line-1, c) || own(v, g.line, c) {
				return nil
			}
		case !slices.Contains(g.starts, c):
			return nil
		default:
			if n := len(spans); n > 0 {
				spans[n-1].Right = c - 1
			}
			spans = append(spans, grid.Span{Top: line, Left: c, Bottom: line, Right: g.end})
		}
	}
	return spans
}

// down returns what stands beside the groups in an upper line, with the empty cells below it.
func (g *grouping) down(v block.View, third bool) (spans []grid.Span) {
	top := g.line - 1
	if third {
		top--
	}
	for c := v.Left(); c <= v.Right(); c++ {
		if c >= g.starts[0] && c <= g.end {
			continue
		}
		for line := top; line < g.line; line++ {
			if own(v, line, c) {
				spans = append(spans, grid.Span{Top: line, Left: c, Bottom: g.line, Right: c})
				break
			}
		}
	}
	return spans
}
