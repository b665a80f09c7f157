package grid

import (
	"fmt"
	"strconv"
	"strings"
)

// table reads a table into the draft, below the paragraphs above it.
func (w *document) table() {
	growing := map[int]int{} // by left column, the merge that grows downwards
	for tag := range w.x.unwrapped() {
		if tag == "tr" {
			w.row++
			w.tableRow(growing)
		}
	}
}

func (w *document) tableRow(growing map[int]int) {
	col := 1
	for tag := range w.x.unwrapped() {
		switch tag {
		case "trPr":
			for tag := range w.x.children() {
				if tag == "gridBefore" {
					n, _ := strconv.Atoi(w.x.attr("val"))
					col += min(max(n, 0), lastSheetCol)
				}
			}
		case "tc":
			col += w.tableCell(col, growing)
		}
	}
}

// tableCell reads a cell and returns how many columns it spans.
func (w *document) tableCell(col int, growing map[int]int) int {
	width, merge := 1, ""
	var lines []string
	var link string
	for tag := range w.x.unwrapped() {
		switch tag {
		case "tcPr":
			for tag := range w.x.children() {
				switch tag {
				case "gridSpan":
					n, _ := strconv.Atoi(w.x.attr("val"))
					width = min(max(n, 1), lastSheetCol)
				case "vMerge":
					if merge = w.x.attr("val"); merge == "" {
						merge = "continue"
					}
				}
			}
		case "p":
			s := w.paragraph()
			lines = append(lines, s.text)
			if link == "" {
				link = s.link
			}
		case "tbl":
			lines = append(lines, w.flatten())
		}
	}
	w.span(col, col+width-1, merge, growing)
	w.put(col, said{strings.Join(lines, "\n"), link})
	return width
}

// span notes the cell's merge, or lets the one above grow.
func (w *document) span(left, right int, merge string, growing map[int]int) {
	i, ok := growing[left]
	if ok && merge == "continue" && w.d.merges[i].right == right && w.d.merges[i].bottom == w.row-1 {
		w.d.merges[i].bottom = w.row
		return
	}
	delete(growing, left)
	if merge == "" && left == right {
		return
	}
	if len(w.d.merges) == maxMerges {
		w.fail(tooLarge("合并单元格过多", fmt.Sprintf("%d 处", maxMerges)))
		return
	}
	if merge != "" {
		growing[left] = len(w.d.merges)
	}
	w.d.merges = append(w.d.merges, span{w.row, left, w.row, right})
}

// flatten reads a table inside a cell as text: a line a row, cells apart by a space.
func (w *document) flatten() string {
	var rows []string
	for tag := range w.x.unwrapped() {
		if tag != "tr" {
			continue
		}
		var cells []string
		for tag := range w.x.unwrapped() {
			if tag != "tc" {
				continue
			}
			for tag := range w.x.unwrapped() {
				text := ""
				switch tag {
				case "p":
					text = w.paragraph().text
				case "tbl":
					text = w.flatten()
				}
				if !blank(text) {
					cells = append(cells, text)
				}
			}
		}
		if len(cells) > 0 {
			rows = append(rows, strings.Join(cells, " "))
		}
	}
	return strings.Join(rows, "\n")
}
