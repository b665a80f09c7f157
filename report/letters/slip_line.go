package letters

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/templates/forms"
)

// mostCells is how many cells of one cause a line names; more don't fit into it.
const mostCells = 6

// lines puts what goes back to one cause, and is mended in the same way, on one line.
func (s Slip) lines() [][]problem {
	type same struct {
		code                       finding.Code
		held                       bool
		cause, sheet, wanted, todo string
	}
	var lines [][]problem
	at := map[same]int{}
	for _, p := range s.problems {
		key := same{p.Code, p.Severity() == finding.Error, p.cause, sheetName(p), s.wanted(p), s.todo(p)}
		if i, known := at[key]; known && p.cause != "" {
			lines[i] = append(lines[i], p)
			continue
		}
		at[key] = len(lines)
		lines = append(lines, []problem{p})
	}
	return lines
}

// message says what was found in the places of a line: once where it is the same in all.
func (s Slip) message(line []problem) string {
	title := "【" + line[0].title + "】"
	if len(line) == 1 {
		return title + line[0].Message
	}
	var said []string
	for _, p := range line[:min(len(line), mostMissing)] {
		text := p.Message
		if cell := p.at.Cell(); cell != "" {
			text = cell + "：" + text
		}
		said = append(said, text)
	}
	if len(line) > mostMissing {
		said = append(said, s.words.AndMore)
	}
	if !slices.ContainsFunc(line, func(p problem) bool { return p.Message != line[0].Message }) {
		said = []string{line[0].Message}
	}
	return forms.Fill(s.words.Together, "问题", title, "条数", strconv.Itoa(len(line)), "清单", strings.Join(said, "\n"))
}

// cells names the cells of a line, the first of many.
func (s Slip) cells(line []problem) string {
	var cells []string
	for _, p := range line {
		cell := p.at.Cell()
		if p.at.Sheet() != "" && p.at.Row() == 0 {
			cell = s.words.WholeSheet
		}
		if cell != "" && !slices.Contains(cells, cell) {
			cells = append(cells, cell)
		}
	}
	if len(cells) > mostCells {
		return strings.Join(cells[:mostCells], "、") + "等"
	}
	return strings.Join(cells, "、")
}

// sheetName names the quarter, the file and the sheet that a problem lies in; where it lies in
// none, the quarter.
func sheetName(p problem) string {
	if p.at.File() == "" {
		return p.quarter.Label()
	}
	return strings.TrimSpace(p.quarter.Short() + "\n" + path.Base(p.at.File()) + "\n" + p.at.Sheet())
}
