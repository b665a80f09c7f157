package cards

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// leastLabels is how many short texts stand in a column of labels of which one is known.
const leastLabels = 4

// isCardLabel reports whether a cell may label the one beside it.
func (r *Reader) isCardLabel(cell grid.Cell) bool {
	if cell.Kind != grid.Text {
		return false
	}
	text := strings.TrimSpace(cell.Text)
	if utf8.RuneCountInString(strings.Join(strings.Fields(text), "")) > longestLabel {
		return false
	}
	if strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") || r.pointedAt(cell) {
		return true
	}
	if len(r.Headings.Whole(text)) > 0 && r.Status.Word(text) == "" && r.labelFit(text) >= 0.6 {
		return true
	}
	return r.MayLabel(cell) && r.labelFit(text) >= 0.6 && r.Status.Word(text) == "" && !r.Status.Is(text)
}

// pointedAt reports whether the office has said what a text means as a heading of its file.
func (r *Reader) pointedAt(cell grid.Cell) bool {
	if r.Office == nil {
		return false
	}
	_, said := r.Office(known.Asked{Heading: strings.TrimSpace(cell.Text), File: cell.At().File()})
	return said
}

// labelFit is how well a text names any role but those that stand in info lines.
func (r *Reader) labelFit(text string) float64 {
	if r.List.Task(text) || r.OnlyNames(text) || list.Cited(text) != nil {
		return 0
	}
	return r.Headings.Of(text).Best(words.Requirement, words.Task, words.Progress, words.Status, words.Percent, words.Completed, words.Due,
		words.Evidence, words.Problems, words.NextSteps, words.Department, words.Lead, words.Remarks, words.Number)
}

// MayLabel reports whether a cell is made as a label is: short, no value, no figures.
func (r *Reader) MayLabel(cell grid.Cell) bool {
	text := strings.TrimSpace(cell.Text)
	return cell.Kind == grid.Text && utf8.RuneCountInString(text) <= longestLabel && !strings.ContainsAny(text, "0123456789。；，") &&
		!r.IsValue(text) && r.Status.Word(text) == "" && !r.Status.Is(text) && !r.List.Task(text)
}

// isTitle reports whether a cell is all that its line shows.
func (r *Reader) isTitle(v block.View, cell grid.Cell) bool {
	first, n := v.Shown(v.LineAt(cell))
	return n == 1 && first.At() == cell.At()
}

// recurring returns the folded texts that stand in every card, or that are labels by themselves.
func (r *Reader) recurring(v block.View, starts []known.Anchor) map[string]bool {
	count := map[string]int{}
	for cell := range v.Grid().Cells() {
		if cell.Kind == grid.Text && !cell.Covered() && utf8.RuneCountInString(cell.Text) <= longestLabel {
			count[fold.Key(cell.Text)]++
		}
	}
	labels := map[string]bool{}
	for key, n := range count {
		if len(starts) > 1 && n >= len(starts) && r.Status.Word(key) == "" && !r.IsValue(key) {
			labels[key] = true
		}
	}
	return labels
}

// labelColumns returns the columns in which labels stand: at least two that are known or that
// other sheets of the file print in the same place, and no values. One is enough before a
// requirement in full, where nothing but short texts stands below it.
func (r *Reader) labelColumns(v block.View, found []known.Anchor, shared map[string]bool) map[int]bool {
	columns := map[int]bool{}
	firm := map[int]bool{} // columns right before a requirement in full, or behind one label again and again
	again := map[string]int{}
	for _, a := range found {
		label := v.Before(a.Line, a.Col)
		if a.How == list.ByNumber && !label.IsEmpty() {
			again[label.Text]++
		}
		if a.How == list.ByText || a.How == list.ByLikeness || again[label.Text] > 1 {
			firm[v.ColumnOf(label)] = true
		}
	}
	alone := titles(v)
	for c := v.Left(); c < v.Right(); c++ {
		known, other, values := 0, 0, 0
		for line := v.First(); line <= v.Last(); line++ {
			cell := v.Cell(line, c)
			if cell.IsEmpty() || cell.Covered() || alone[line-v.First()] == c && !(len(found) > 0 && shared[fold.Key(cell.Text)] && line > found[0].Line) {
				continue // what stands alone below a requirement is a label without a value
			}
			switch {
			case r.isCardLabel(cell), shared[fold.Key(cell.Text)] && r.MayLabel(cell):
				known++
			case r.MayLabel(cell):
				other++
			default:
				values++
			}
		}
		columns[c] = known >= 2 && known+1 >= other && known > values || firm[c] && known >= 1 && known+other >= leastLabels && values == 0 ||
			values == 0 && other >= leastLabels && r.onlyPairs(v, c, found)
	}
	return columns
}

// titles returns the column of each line's title, a cell that is all that its line shows, and
// 0 for a line that shows more. A line is looked through once, however wide it is.
func titles(v block.View) []int {
	columns := make([]int, max(v.Last()-v.First()+1, 0))
	for i := range columns {
		if first, n := v.Shown(v.First() + i); n == 1 {
			columns[i] = v.ColumnOf(first)
		}
	}
	return columns
}

// inLabelColumns adds the short texts that stand in a column of labels, before a value.
func (r *Reader) inLabelColumns(v block.View, columns map[int]bool, labels map[string]bool) {
	for c := v.Left(); c < v.Right(); c++ {
		for line := v.First(); columns[c] && line <= v.Last(); line++ {
			if cell := v.Cell(line, c); !cell.IsEmpty() && !cell.Covered() && r.MayLabel(cell) {
				labels[fold.Key(cell.Text)] = true
			}
		}
	}
}

// saysWhose reports a line that states whose the sheet is or when, and belongs to no card: it
// holds a label for that, or several cells of which each has its label and its value in itself.
func (r *Reader) saysWhose(v block.View, line int) bool {
	cells := v.Filled(line)
	whole := 0
	for _, cell := range cells {
		label, value, _ := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
		switch r.Words.Label(label) {
		case words.Whose, words.When, words.On:
			return true
		}
		if strings.TrimSpace(value) != "" {
			whole++
		}
	}
	return whole > 1 && whole == len(cells)
}
