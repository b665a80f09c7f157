// Package cards reads requirements that each have a card of their own (一事一表): labels beside their
// values, gathered into a table of a line a card.
package cards

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// Reader gathers cards. It is safe for use by several goroutines.
type Reader struct{ *known.Facts }

// New returns a reader that finds cards by what is known.
func New(k *known.Facts) *Reader { return &Reader{Facts: k} }

// longestLabel is how many characters a label of a card has at the most.
const longestLabel = 16

// Cards gathers cards (一事一表), stacked on a sheet or one on it: a requirement beside a label,
// and the answers beside or below labels of their own. A card becomes a line, a label a column.
// It returns nil where the sheet is no such thing.
func (r *Reader) Cards(s *grid.Sheet, found []known.Anchor, shared map[string]bool) *block.Block {
	v := block.Whole(s)
	columns := r.labelColumns(v, found, shared)
	starts := r.starts(v, found, columns, shared)
	if len(starts) == 0 || !r.oneOfSeveral(v, starts[0], columns) {
		return nil
	}
	labels := r.recurring(v, starts)
	for cell := range s.Cells() {
		if key := fold.Key(cell.Text); shared[key] && r.MayLabel(cell) && (v.LineAt(cell) > starts[0].Line || !r.isTitle(v, cell)) {
			labels[key] = true
		}
	}
	r.inLabelColumns(v, columns, labels)
	first := starts[0].Line
	for first > 1 && r.pairs(v, first-1, labels) != nil && !r.saysWhose(v, first-1) && len(v.Filled(first-1)) > 1 {
		first--
	}
	if len(starts) > 1 && starts[1].Line-starts[0].Line < 2 {
		return nil
	}
	lead := starts[0].Line - first // lines of a card above its requirement
	c := gathering{reader: r, view: v, labels: labels, at: map[string]int{}}
	for i, a := range starts {
		end := s.LastRow()
		if i+1 < len(starts) {
			end = starts[i+1].Line - lead - 1
		}
		c.card(max(1, a.Line-lead), end)
	}
	if len(c.headings) < 2 {
		return nil
	}
	return c.block(s, first)
}

// starts returns the requirements of the cards, one a card: those behind one and the same label.
// What names a requirement behind another label is an answer. A requirement without a label that
// is more than a short name says that the sheet holds no cards.
func (r *Reader) starts(v block.View, found []known.Anchor, columns map[int]bool, shared map[string]bool) []known.Anchor {
	byLabel := map[string][]known.Anchor{}
	best, asks := "", false
	for _, a := range found {
		label := v.Before(a.Line, a.Col)
		if below := v.Cell(a.Line+1, v.ColumnOf(label)); below.Covered() && below.Anchor() == label.At() && !v.Cell(a.Line+1, a.Col).Covered() {
			return nil // one cell before several lines groups the rows of a table
		}
		if !r.isCardLabel(label) && !((columns[v.ColumnOf(label)] || shared[fold.Key(label.Text)]) && r.MayLabel(label)) {
			if a.How != list.ByShort && !columns[a.Col] {
				return nil
			}
			continue
		}
		key := fold.Key(strings.TrimRight(label.Text, ":："))
		byLabel[key] = append(byLabel[key], a)
		asked := r.Headings.Of(label.Text).Best(words.Requirement, words.Task) >= 0.6
		if best == "" || asked && !asks || asked == asks && len(byLabel[key]) > len(byLabel[best]) {
			best, asks = key, asked
		}
	}
	for key, others := range byLabel {
		if key != best && slices.ContainsFunc(others, func(a known.Anchor) bool { return a.How == list.ByText }) {
			return nil // requirements in full behind labels of several kinds: a table whose first column is short
		}
	}
	return byLabel[best]
}

// oneOfSeveral reports whether the label of a card is one of several in its column, and no cell
// of a column beside the requirement's under a common heading.
func (r *Reader) oneOfSeveral(v block.View, start known.Anchor, columns map[int]bool) bool {
	col := v.ColumnOf(v.Before(start.Line, start.Col))
	if first := v.Filled(start.Line)[0]; !columns[col] && columns[v.ColumnOf(first)] {
		col = v.ColumnOf(first) // 任务号 | 4 | 事由 | …
	}
	labels := 0
	for line := v.First(); line <= v.Last(); line++ {
		cell := v.Cell(line, col)
		if !cell.IsEmpty() && !cell.Covered() && (r.isCardLabel(cell) || columns[col] && r.MayLabel(cell)) {
			labels++
		}
	}
	return labels >= 2
}
