package block

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
)

// HeadingText returns the heading of a column: the texts of its heading lines, joined from top
// to bottom, each once, and those above the lowest one.
func (b *Block) HeadingText(col int) (joined, upper string) {
	var parts []string
	for line := b.Head; line < b.Body; line++ {
		cell := b.Cell(line, col)
		if cell.IsEmpty() || b.Down(cell) {
			continue
		}
		text := strings.TrimSpace(cell.Text)
		if line > b.Head && columnCount.MatchString(text) && b.CountsColumns(line) {
			continue
		}
		if len(parts) > 0 && parts[len(parts)-1] == text {
			continue
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return "", ""
	}
	return strings.Join(parts, ""), strings.Join(parts[:len(parts)-1], "")
}

// Repeats reports whether a line prints the heading once more, as after a page break.
func (b *Block) Repeats(line int) bool {
	same := 0
	for c := b.left; c <= b.right; c++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || b.Across(cell) || b.Down(cell) {
			continue
		}
		joined, _ := b.HeadingText(c)
		if key := fold.Key(cell.Text); key == "" || !strings.Contains(fold.Key(joined), key) {
			return false
		}
		same++
	}
	return same >= 2
}

// IsHeading reports whether a line below the heading prints it once more.
func (b *Block) IsHeading(line int) bool {
	return slices.Contains(b.Repeated, line) || b.Head < b.Body && b.Repeats(line)
}
