package docx

import (
	"strconv"

	"taizhang/importer/grid"
	"taizhang/importer/grid/flow"
)

// table reads a table into the draft, below the paragraphs above it.
func (w *document) table() {
	growing := map[int]int{} // by left column, the merge that grows downwards
	for tag := range w.unwrapped() {
		if tag == "tr" {
			w.Row++
			w.tableRow(growing)
		}
	}
}

func (w *document) tableRow(growing map[int]int) {
	col, deleted := 1, false
	for tag := range w.unwrapped() {
		switch tag {
		case "trPr":
			for tag := range w.x.Children() {
				switch tag {
				case "gridBefore":
					n, _ := strconv.Atoi(w.x.Attr("val"))
					col += min(max(n, 0), grid.MostCols)
				case "del":
					deleted = true
				}
			}
			if deleted {
				w.taken++
			}
		case "tc":
			col += w.tableCell(col, growing)
		}
	}
	if deleted {
		w.taken--
	}
}

// tableCell reads a cell and returns how many columns it spans.
func (w *document) tableCell(col int, growing map[int]int) int {
	width, merge, deleted := 1, "", false
	var cell flow.Said
	var all flow.Gathered
	for tag := range w.unwrapped() {
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
					cell.Fill = readShading(w.x)
				case "cellDel":
					deleted = true
				}
			}
			if deleted {
				w.taken++
			}
		case "p", "tbl":
			s := w.piece(tag)
			all.Add(s.Said)
			if cell.Link == "" {
				cell.Link = s.Link
			}
			cell.Looks.Merge(s.Looks)
		}
	}
	if deleted {
		w.taken--
	}
	w.span(col, col+width-1, merge, growing)
	all.Into(&cell)
	w.Put(col, cell)
	return width
}

// piece reads a paragraph or a table of a cell. The text of a text box in it is the cell's
// too; a table in such a box is read behind the table.
func (w *document) piece(tag string) said {
	if tag == "tbl" {
		return w.flatten()
	}
	s := w.paragraph()
	for _, o := range s.objects {
		w.inAnswer(o)
	}
	if len(s.boxes) == 0 {
		return s
	}
	var all flow.Gathered
	all.Add(s.Said)
	for _, box := range s.boxes {
		if w.holds(box, "tbl") {
			w.nested.Later(box)
			continue
		}
		w.inside(box, func() {
			for tag := range w.unwrapped() {
				if tag != "p" {
					continue
				}
				if inner := w.piece(tag); inner.Shows() || inner.Beside != (grid.Beside{}) {
					all.Add(inner.Said)
				}
			}
		})
	}
	all.Into(&s.Said)
	return s
}

// span notes the cell's merge, or lets the one above grow.
func (w *document) span(left, right int, merge string, growing map[int]int) {
	i, ok := growing[left]
	if ok && merge == "continue" && w.Draft.Merges[i].Right == right && w.Draft.Merges[i].Bottom == w.Row-1 {
		w.Draft.Merges[i].Bottom = w.Row
		return
	}
	delete(growing, left)
	if merge == "" && left == right {
		return
	}
	if i := w.Merge(grid.Span{Top: w.Row, Left: left, Bottom: w.Row, Right: right}); i >= 0 && merge != "" {
		growing[left] = i
	}
}

// flatten reads a table inside a cell as text: a line a row, cells apart by a space.
func (w *document) flatten() (table said) {
	var flat flow.Flat
	for tag := range w.unwrapped() {
		if tag != "tr" {
			continue
		}
		for tag := range w.unwrapped() {
			if tag != "tc" {
				continue
			}
			for tag := range w.unwrapped() {
				if tag != "p" && tag != "tbl" {
					continue
				}
				s := w.piece(tag)
				flat.Add(s.Said)
			}
		}
		flat.EndRow()
	}
	flat.Into(&table.Said)
	return table
}
