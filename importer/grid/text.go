package grid

import "strings"

// readText reads lines of cells between bars (a | b |), as a table looks when it is
// pasted as text. Line n is row n. A bar at the end of a line closes its last cell; empty
// cells before it are kept, for a merged cell may have left them.
func (r *reading) readText(data []byte) *refusal {
	text, ok := decodeText(data)
	if !ok {
		return damaged("文字编码已损坏")
	}
	if !strings.Contains(text, "|") {
		text = strings.ReplaceAll(text, "｜", "|") // a bar typed with a Chinese keyboard
	}
	d := newDraft(r.file, textSheet)
	lines := textLines(text)
	framed := allFramed(lines)
	for i, text := range lines {
		if len(text) > maxTextBytes {
			return tooLarge("一行文字过长", size(maxTextBytes))
		}
		cells := bars(text, framed)
		if framed && ruler(cells) {
			continue
		}
		for j, cell := range cells {
			if j == lastSheetCol {
				return damaged("第 %d 行的列数超出表格范围", i+1)
			}
			d.text(i+1, j+1, cell)
		}
		if bad := r.fits(len(d.cells)); bad != nil {
			return bad
		}
	}
	return r.add(d)
}

// textSheet names the one table of a text file.
const textSheet = "表1"

// textLines cuts a text at every kind of line break.
func textLines(text string) []string {
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

// textFormat tells a table between bars from one between tabs or commas. Commas stand in
// prose too: without a name that says so, all lines must agree on the number of cells.
func textFormat(text, file string) format {
	switch ending(file) {
	case ".csv", ".tsv", ".tab":
		return formatCSV
	}
	lines, barred, tabbed := 0, 0, 0
	for _, s := range textLines(text) {
		if strings.TrimSpace(s) == "" {
			continue
		}
		lines++
		if strings.ContainsAny(s, "|｜") {
			barred++
		}
		if strings.Contains(strings.TrimSpace(s), "\t") {
			tabbed++
		}
	}
	switch {
	case barred*2 >= lines:
		return formatText
	case tabbed*2 >= lines:
		return formatCSV
	case lines > 1 && agreement(text, ',') >= 3*min(lines, 60) && uniform(text, ','):
		return formatCSV
	}
	return formatText
}

// uniform reports whether all records have the same number of fields.
func uniform(text string, delimiter byte) bool {
	p := records{text: text, delimiter: delimiter, line: 1}
	width := 0
	for {
		fields, ok := p.next()
		if !ok {
			return p.bad == nil
		}
		if len(fields) == 1 && strings.TrimSpace(fields[0]) == "" {
			continue
		}
		if width == 0 {
			width = len(fields)
		}
		if len(fields) != width {
			return false
		}
	}
}
