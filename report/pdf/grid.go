package pdf

import (
	"taizhang/report/document"
	"taizhang/report/typeset"
)

// gridSide is between the text of a cell and its sides in a table whose cells span rows.
const gridSide = 1.2

func (s setting) spansRows() bool {
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Rows > 1 {
				return true
			}
		}
	}
	return false
}

// gridBox draws a table as one box, each cell over the rows and columns that it spans, its text in the
// middle.
func (c *composer) gridBox(s setting, table *node) box {
	pitch := s.Size * lead
	type placed struct {
		document.Cell
		row   int
		lines []typeset.Line
		node  *node
	}
	var cells []placed
	for i, r := range s.Rows {
		tr := table.Child("TR")
		for _, cl := range r.Cells {
			p := placed{Cell: cl, row: i, node: cell(tr, cl)}
			p.lines = c.evenLines(s, cl)
			cells = append(cells, p)
		}
	}
	ys := rowEdges(len(s.Rows), len(cells), func(i int) (row, rows int, height float64) {
		return cells[i].row, cells[i].Rows, float64(len(cells[i].lines))*pitch + 2*gridSide
	})
	b := box{height: ys[len(s.Rows)]}
	for _, cl := range cells {
		x, y := s.edges[cl.Col], ys[cl.row]
		w, h := s.edges[min(cl.Col+cl.Cols, len(s.edges)-1)]-x, ys[min(cl.row+cl.Rows, len(s.Rows))]-y
		b.marks = append(b.marks, ruled(x, y, x+w, y, hairline), ruled(x, y+h, x+w, y+h, hairline), ruled(x, y, x, y+h, hairline), ruled(x+w, y, x+w, y+h, hairline))
		st, room := s.style(cl.Cell), s.gridWidth(cl.Cell)
		st.pitch = pitch
		at := y + (h-float64(len(cl.lines))*pitch)/2
		for _, line := range c.lines(cl.Text, cl.lines, st, room, cl.node) {
			for _, m := range line.marks {
				b.marks = append(b.marks, m.moved(x+(w-room)/2, at))
			}
			at += pitch
		}
	}
	return b
}

// evenLines breaks the text of a cell into as few lines as its width allows, as equally long as may be:
// 结果 above 维持, not 结果维 above 持.
func (c *composer) evenLines(s setting, cl document.Cell) []typeset.Line {
	st, room := s.style(cl), s.gridWidth(cl)
	lines := typeset.Break(cl.Text.Plain, c.ink.advance(st.role), st.measure(room))
	for cl.Centre && len(lines) > 1 && room > 2*st.size {
		room -= st.size / 2
		narrower := typeset.Break(cl.Text.Plain, c.ink.advance(st.role), st.measure(room))
		if len(narrower) != len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// gridWidth is the room for a cell's lines: a character for what is set upright.
func (s setting) gridWidth(c document.Cell) float64 {
	one := s.Size * 1.3
	if c.Upright {
		return one
	}
	return max(s.edges[min(c.Col+c.Cols, len(s.edges)-1)]-s.edges[c.Col]-2*gridSide, one)
}

// rowEdges returns where each row begins, so that every cell has the height that it needs. What a cell
// over several rows needs beyond them is shared out among them.
func rowEdges(rows, cells int, need func(cell int) (row, rows int, height float64)) []float64 {
	heights := make([]float64, rows)
	for i := range cells {
		if row, n, height := need(i); n == 1 {
			heights[row] = max(heights[row], height)
		}
	}
	for i := range cells {
		row, n, height := need(i)
		n = min(n, rows-row)
		sum := 0.0
		for k := range n {
			sum += heights[row+k]
		}
		for k := range n {
			if height > sum {
				heights[row+k] += (height - sum) / float64(n)
			}
		}
	}
	edges := make([]float64, rows+1)
	for i, h := range heights {
		edges[i+1] = edges[i] + h
	}
	return edges
}
