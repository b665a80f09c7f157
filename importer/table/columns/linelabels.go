package columns

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/templates/words"
)

// A table may print several lines an item, each under a label of its own in one column:
//
//	事项      栏目  第一季度      第二季度
//	村规修订  情况  印发模板      收回修订稿104份
//	          评价  推进中        推进中
//
// Then the label says what the line's cells are for, and not the heading of their column.

const (
	fewestLabels = 2
	mostLabels   = 5
	lineLabel    = 8 // characters of such a label
)

// LabelLines finds the column of labels and what each line is for. It leaves the block alone where
// the labels do not come round in the same order, or say nothing that tells the lines apart.
func (r *Reader) LabelLines(b *block.Block) {
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != words.OtherText || col.Quarter != 0 {
			continue
		}
		cells := labelsDown(b, col.Col)
		period := cycle(cells)
		if period == 0 {
			continue
		}
		lines := map[int]words.Role{}
		kinds := map[words.Role]bool{}
		for k := range period {
			role := r.lineRole(b, col.Col, cells, k, period)
			kinds[role] = true
			for at := k; at < len(cells); at += period {
				lines[b.LineAt(cells[at])] = role
			}
		}
		if len(kinds) < fewestLabels {
			continue
		}
		col.Role, col.By, col.Sure = words.Skip, block.ByContent, 1
		b.LineRoles = lines
		return
	}
}

// labelsDown returns the cells of a column, nil where one is missing or too long for a label. Lines
// at the end that hold one cell sign the table.
func labelsDown(b *block.Block, c int) []grid.Cell {
	var cells []grid.Cell
	for line := b.Body; line <= b.End; line++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() {
			if _, n := b.Shown(line); n > 1 {
				return nil
			}
			continue
		}
		if cell.Covered() || cell.Kind != grid.Text || utf8.RuneCountInString(cell.Text) > lineLabel {
			return nil
		}
		cells = append(cells, cell)
	}
	return cells
}

// cycle returns after how many labels they come round, 0 where they do not, or but once.
func cycle(cells []grid.Cell) int {
	seen := map[string]bool{}
	period := 0
	for i, cell := range cells {
		key := fold.Key(cell.Text)
		switch {
		case period == 0 && !seen[key]:
			seen[key] = true
		case period == 0:
			period = i
			fallthrough
		default:
			if key != fold.Key(cells[i-period].Text) {
				return 0
			}
		}
	}
	if period < fewestLabels || period > mostLabels || len(cells)%period != 0 {
		return 0
	}
	return period
}

// lineRole returns what the lines under the k-th of the labels are for: by the label where it is a
// word of the vocabulary, else by what stands in the lines.
func (r *Reader) lineRole(b *block.Block, labels int, cells []grid.Cell, k, period int) words.Role {
	known := r.Label(cells[k].Text)
	switch known {
	case words.Problems, words.NextSteps, words.Evidence, words.Completed, words.Percent, words.Remarks, words.Plan:
		return known
	}
	stated, n := 0, 0
	for at := k; at < len(cells); at += period {
		for c := labels + 1; c <= b.Right(); c++ {
			text := strings.TrimSpace(b.Cell(b.LineAt(cells[at]), c).Text)
			if text == "" {
				continue
			}
			if n++; r.Status.Is(text) {
				stated++
			}
		}
	}
	if n > 0 && 2*stated > n {
		return words.Status
	}
	if known == words.Status {
		return words.OtherText
	}
	return words.Progress
}
