// Package delimited reads text files: cells between bars, commas or tabs, one line a row.
package delimited

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
)

// ReadText reads lines of cells between bars (a | b |), as a table looks when it is
// pasted as text. Line n is row n. A bar at the end of a line closes its last cell; empty
// cells before it are kept, for a merged cell may have left them.
func ReadText(r *grid.Reading, data []byte) *grid.Refusal {
	text, ok := charset.Decode(data)
	if !ok {
		return grid.Damaged("文字编码已损坏")
	}
	if !strings.Contains(text, "|") {
		text = strings.ReplaceAll(text, "｜", "|") // a bar typed with a Chinese keyboard
	}
	d := grid.NewDraft(r.File, textSheet)
	lines := Lines(text)
	framed := allFramed(lines)
	table := false // the line before belongs to a table
	for i, text := range lines {
		if len(text) > grid.MaxTextBytes {
			return grid.TooLarge("一行文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
		switch barred := strings.Contains(text, "|"); {
		case !barred:
			table = false
			r.AddLine(text, 0, i+1)
		case !table:
			table = true
			r.AddTable(d, i+1)
		}
		cells := bars(text, framed)
		if framed && ruler(cells) {
			continue
		}
		for j, cell := range cells {
			if j == grid.MostCols {
				return grid.Damaged("第 %d 行的列数超出表格范围", i+1)
			}
			d.PutText(i+1, j+1, cell)
		}
		if bad := r.Fits(d.Size()); bad != nil {
			return bad
		}
	}
	return r.Add(d)
}

// textSheet names the one table of a text file.
const textSheet = "表1"

// Lines cuts a text at every kind of line break.
func Lines(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}

// bars cuts a line at its bars. framed says that every line starts with one too.
func bars(text string, framed bool) []string {
	text = strings.TrimSpace(text)
	if framed {
		text = strings.TrimPrefix(text, "|")
	}
	text = strings.TrimSuffix(text, "|")
	cells := strings.Split(text, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// allFramed reports whether every line that has bars starts with one (Markdown).
func allFramed(lines []string) bool {
	any := false
	for _, text := range lines {
		text = strings.TrimSpace(text)
		if !strings.Contains(text, "|") {
			continue
		}
		if !strings.HasPrefix(text, "|") {
			return false
		}
		any = true
	}
	return any
}

// ruler reports whether a line is Markdown's |---|---| under the heading.
func ruler(cells []string) bool {
	for _, cell := range cells {
		if !strings.Contains(cell, "-") || strings.Trim(cell, ":-") != "" {
			return false
		}
	}
	return true
}
