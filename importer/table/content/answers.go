package content

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
	"taizhang/importer/table/values"
	"taizhang/templates/words"
)

// Answers returns the cells of a column below the heading that say something, a merge once;
// 无 and / say nothing of what the column is for.
func Answers(b *block.Block, c int, w *words.Words) []grid.Cell {
	var cells []grid.Cell
	for line := b.Body; line <= b.End; line++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() || len(cell.Text) <= 12 && (w.IsNothing(cell.Text) || w.IsUnanswered(cell.Text)) {
			continue
		}
		if isNoteLine(b, line, w) {
			continue
		}
		if line-b.Body > MostLines && len(cells) > MostJudged {
			break
		}
		cells = append(cells, cell)
	}
	return cells
}

// MostLines is how far down a column is looked at: a sheet of headings would else take the
// square of its rows.
const MostLines = 500

// spread returns at most n of the cells, spread over all of them.
func spread(cells []grid.Cell, n int) []grid.Cell {
	if len(cells) <= n {
		return cells
	}
	out := make([]grid.Cell, n)
	for i := range out {
		out[i] = cells[i*len(cells)/n]
	}
	return out
}

// isNoteLine reports a line that answers nothing: one that shows how to fill in the form; one
// of the legend, its sign beside its meaning; or one cell, and that a note, a signature below the
// table or, under another such line, a piece of the legend.
func isNoteLine(b *block.Block, line int, w *words.Words) bool {
	first, n := b.Shown(line)
	if n > 0 && values.ShowsHow(first.Text) || n == 2 && len(b.Legend) > 0 && status.IsSymbol(first.Text) {
		return true
	}
	if n != 1 || first.At() == (finding.Place{}) {
		return false
	}
	if w.IsNote(first.Text) || signedBy(first.Text, w) {
		return true
	}
	if isFoot(b, line) {
		return true // 综合规划科 骆工 4月2日, below an empty line
	}
	_, above := b.Shown(line - 1)
	return len(b.Legend) > 0 && line > b.Body && above <= 1 && utf8.RuneCountInString(first.Text) <= longestPiece
}

// mostFoot is how many lines the foot of a table has at the most.
const mostFoot = 6

// isFoot reports a line below which no line holds more than one cell, and above which nothing but such lines
// stands between it and an empty one: who gathered the table, who signs it and when.
func isFoot(b *block.Block, line int) bool {
	if len(b.Columns) <= 2 || b.End-line >= mostFoot {
		return false
	}
	for below := line + 1; below <= b.End; below++ {
		if _, n := b.Shown(below); n > 1 {
			return false
		}
	}
	for above := line - 1; above >= b.Body; above-- {
		switch _, n := b.Shown(above); {
		case n == 0:
			return true
		case n > 1:
			return false
		}
	}
	return false
}

// signedBy reports a short text that signs the table: 青石所 联系人：胡大勇.
func signedBy(text string, w *words.Words) bool {
	head, _, ok := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	return ok && utf8.RuneCountInString(text) <= known.LongestTitle && slices.ContainsFunc(w.Signatures, func(word string) bool { return strings.HasSuffix(strings.TrimSpace(head), word) })
}

const longestPiece = 8 // characters of a cell of a legend
