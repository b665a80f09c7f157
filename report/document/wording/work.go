package wording

import (
	"bytes"
	"errors"
)

// The parser of Markdown looks back from each mark to those before it, and from each line of a
// paragraph to its beginning; it makes all columns of a table's head in each of its rows. So a
// filled text within its limit of bytes may take hours, and each of these is held to about a
// second. A table of 5,000 rows with a pair of marks in each comes to a quarter of the first.
const (
	maxMarks = 400_000_000 // marks of a paragraph, squared, of all paragraphs together
	maxLines = 100_000_000 // lines, likewise
	maxCells = 1_000_000   // lines of a paragraph times the bars of its widest one, likewise
)

// errTangled ends the reading of such a text.
var errTangled = errors.New("写出的文字里，一段的标记（* _ [ ]）、行数或者表格的列太多")

// tangled refuses a filled text that would take too long to read.
func tangled(source []byte) error {
	var marks, lines, cells int    // of all paragraphs
	var inMarks, inLines, wide int // of the one being counted
	end := func() {
		marks += inMarks * inMarks
		lines += inLines * inLines
		cells += inLines * wide
		inMarks, inLines, wide = 0, 0, 0
	}
	for line := range bytes.Lines(source) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			end()
			continue
		}
		bars := 0
		inLines++
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '\\': // the next stands for itself
				i++
			case '*', '_', '[', ']':
				inMarks++
			case '|':
				bars++
			}
		}
		wide = max(wide, bars)
	}
	if end(); marks > maxMarks || lines > maxLines || cells > maxCells {
		return errTangled
	}
	return nil
}
