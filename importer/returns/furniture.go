package returns

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// furniture returns why a row below the heading is no row of data, "" where it is one.
// notes reports that the rows above were notes already: what follows them is too.
func (r *Reader) furniture(t *table, line int, notes bool) Reason {
	if t.isRepeatedHeading(line) {
		return RepeatedHeading
	}
	first, filled := r.shape(t, line)
	switch {
	case r.signed(t, line):
		return Signature
	case r.isTotal(first):
		return Total
	case filled == 1 && r.isNote(first.Text):
		return Note
	case filled == 1 && notes:
		return Note
	case filled == 1 && isGroupTitle(first.Text) && t.spans(line, first) && (sideways(t.sheet.Cell(line, first.At().Col()+1)) || !r.isAnswerColumn(t, first)):
		return GroupTitle
	}
	return ""
}

// shape returns the first filled cell of a line and how many cells are filled, a merge
// counting once and one that reaches down from a line above not at all.
func (r *Reader) shape(t *table, line int) (first grid.Cell, filled int) {
	for c := 1; c <= t.sheet.Width(); c++ {
		cell := t.sheet.Cell(line, c)
		if cell.IsEmpty() || sideways(cell) {
			continue
		}
		if filled == 0 {
			first = cell
		}
		filled++
	}
	return first, filled
}

func (r *Reader) isAnswerColumn(t *table, cell grid.Cell) bool {
	switch t.columns[cell.At().Col()].role {
	case words.Progress, words.Status, words.Percent, words.Completed, words.Evidence, words.Requirement:
		return true
	}
	return false
}

// spans reports whether the cell is alone because it reaches over the table, or because
// it stands in the table's first column.
func (t *table) spans(line int, cell grid.Cell) bool {
	for c := cell.At().Col() + 1; c <= t.sheet.Width(); c++ {
		if next := t.sheet.Cell(line, c); sideways(next) {
			return true
		}
	}
	for c := 1; c < cell.At().Col(); c++ {
		if t.columns[c].role != "" {
			return false
		}
	}
	return true
}

var groupTitle = regexp.MustCompile(`^\s*([一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）])`)

func isGroupTitle(s string) bool { return groupTitle.MatchString(s) }

// isNote reports whether a text opens like a note: 注：, 填表说明:, 示例.
func (r *Reader) isNote(s string) bool {
	s = strings.TrimLeft(strings.TrimSpace(s), "*＊※（(【[")
	for _, word := range r.words.Notes {
		rest, ok := strings.CutPrefix(s, word)
		if ok && (rest == "" || strings.ContainsRune(":：.．、0123456789１２３４５６７８９)）】 　", []rune(rest)[0])) {
			return true
		}
	}
	return false
}

// isTotal reports whether a row is a sum: its first cell says so and nothing else.
func (r *Reader) isTotal(cell grid.Cell) bool {
	text := strings.TrimRight(cell.Text, ":：")
	if i := strings.IndexAny(text, "(（"); i > 0 {
		text = text[:i] // 合计（共7项）
	}
	return fold.Key(text) != "" && r.words.IsTotal(text)
}

// firstText returns the first cell of a line that holds text of its own, else the cell that
// reaches down into it.
func firstText(s *grid.Sheet, line int) grid.Read[string] {
	var first grid.Read[string]
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() && first.Given() {
			continue
		}
		first = grid.Read[string]{Value: cell.String(), Said: cell.String(), At: cell.Anchor()}
		if !cell.Covered() {
			break
		}
	}
	return first
}
