// Package delimited reads text files: cells between bars, commas or tabs, one line a row.
package delimited

import (
	"iter"
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
	r.Budget.Hold(len(text))
	if !strings.Contains(text, "|") {
		text = strings.ReplaceAll(text, "｜", "|") // a bar typed with a Chinese keyboard
	}
	d := grid.NewDraft(r.File, textSheet)
	framed := allFramed(Lines(text))
	table := false // the line before belongs to a table
	i := -1
	for text := range Lines(text) {
		i++
		if len(text) > grid.MaxTextBytes {
			return grid.TooLarge("一行文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
		if text == "" {
			table = false
			continue
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
		if bad := r.Room(d); bad != nil {
			return bad
		}
	}
	return r.Add(d)
}

// textSheet names the one table of a text file.
const textSheet = "表1"

// Lines yields the lines of a text, cut at every kind of line break. The text is not cut as a
// whole: it may be nothing but line breaks.
func Lines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			end := strings.IndexAny(text, "\r\n")
			if end < 0 {
				yield(text)
				return
			}
			if !yield(text[:end]) {
				return
			}
			if strings.HasPrefix(text[end:], "\r\n") {
				end++
			}
			text = text[end+1:]
		}
	}
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
func allFramed(lines iter.Seq[string]) bool {
	any := false
	for text := range lines {
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
