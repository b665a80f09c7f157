package docx

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/grid"
)

// table reads a table into the draft, below the paragraphs above it.
func (w *document) table() {
	growing := map[int]int{} // by left column, the merge that grows downwards
	for tag := range unwrapped(w.x) {
		if tag == "tr" {
			w.row++
			w.tableRow(growing)
		}
	}
}

func (w *document) tableRow(growing map[int]int) {
	col := 1
	for tag := range unwrapped(w.x) {
		switch tag {
		case "trPr":
			for tag := range w.x.Children() {
				if tag == "gridBefore" {
					n, _ := strconv.Atoi(w.x.Attr("val"))
					col += min(max(n, 0), grid.MostCols)
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
	var cell said
	for tag := range unwrapped(w.x) {
		switch tag {
		case "tcPr":
			for tag := range w.x.Children() {
				switch tag {
				case "gridSpan":
					n, _ := strconv.Atoi(w.x.Attr("val"))
					width = min(max(n, 1), grid.MostCols)
				case "vMerge":
					if merge = w.x.Attr("val"); merge == "" {
						merge = "continue"
					}
				case "shd":
					cell.fill = readShading(w.x)
				}
			}
		case "p":
			s := w.paragraph()
			lines = append(lines, s.text)
			if cell.link == "" {
				cell.link = s.link
			}
			cell.looks.merge(s.looks)
		case "tbl":
			lines = append(lines, w.flatten())
		}
	}
	w.span(col, col+width-1, merge, growing)
	cell.text = strings.Join(lines, "\n")
	w.put(col, cell)
	return width
}

// span notes the cell's merge, or lets the one above grow.
func (w *document) span(left, right int, merge string, growing map[int]int) {
	i, ok := growing[left]
	if ok && merge == "continue" && w.d.Merges[i].Right == right && w.d.Merges[i].Bottom == w.row-1 {
		w.d.Merges[i].Bottom = w.row
		return
	}
	delete(growing, left)
	if merge == "" && left == right {
		return
	}
	if len(w.d.Merges) == grid.MaxMerges {
		w.fail(grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges)))
		return
	}
	if merge != "" {
		growing[left] = len(w.d.Merges)
	}
	w.d.Merges = append(w.d.Merges, grid.Span{Top: w.row, Left: left, Bottom: w.row, Right: right})
}

// flatten reads a table inside a cell as text: a line a row, cells apart by a space.
func (w *document) flatten() string {
	var rows []string
	for tag := range unwrapped(w.x) {
		if tag != "tr" {
			continue
		}
		var cells []string
		for tag := range unwrapped(w.x) {
			if tag != "tc" {
				continue
			}
			for tag := range unwrapped(w.x) {
				text := ""
				switch tag {
				case "p":
					text = w.paragraph().text
				case "tbl":
					text = w.flatten()
				}
				if !grid.Blank(text) {
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
