package annex

import (
	"taizhang/report/chart"
	"taizhang/report/face"
	"taizhang/report/publish"
	"taizhang/report/typeset"
)

// officialSize is the size of the text of an official table, in points: the widest has ten columns.
const officialSize = 8.0

// officialTables sets the tables of the annual report, each under its title with the sentences that
// its numbers make.
func (c *composer) officialTables() []box {
	c.boxes = nil
	for i := range c.edition.Numbers {
		t := &c.edition.Numbers[i]
		c.blank()
		from := len(c.boxes)
		title := t.Title
		if t.Section != "" {
			title = "年报第" + t.Section + "部分　" + title
		}
		c.heading(title, headingStyle, 0)
		c.anchored(from, "年报:"+t.ID)
		for _, s := range t.Sentences {
			c.text(s, bodyStyle)
		}
		if n := len(c.boxes); n > 0 {
			c.boxes[n-1].keep = true
		}
		c.boxes = append(c.boxes, c.officialBox(t))
		for _, note := range t.Notes {
			c.text(note, remarkStyle)
		}
		for _, f := range t.Figures {
			ch := chart.Numbers(c.edition, f, c.chartPage())
			c.boxes = append(c.boxes, c.chartBox(ch, ch.Title, "年报:"+t.ID))
		}
	}
	return c.boxes
}

// officialWidths shares the width of the area out to the columns: those of labels take what the
// numbers leave.
func officialWidths(t *publish.NumberTable) []float64 {
	number := make([]bool, t.Width+1)
	upright := make([]bool, t.Width+1)
	for _, cell := range t.Cells {
		if cell.Number && cell.Cols == 1 {
			number[cell.Col] = true
		}
		upright[cell.Col] = upright[cell.Col] || cell.Upright
	}
	widths := make([]float64, t.Width)
	left, labels := float64(areaWidth), 0
	for i := range widths {
		switch {
		case number[i+1]:
			widths[i] = min(float64(areaWidth)/float64(t.Width), 34)
			if t.Width <= 4 {
				widths[i] = float64(areaWidth) / float64(t.Width)
			}
		case upright[i+1]:
			widths[i] = 22
		default:
			labels++
			continue
		}
		left -= widths[i]
	}
	for i := range widths {
		switch {
		case widths[i] == 0:
			widths[i] = left / float64(labels)
		case labels == 0:
			widths[i] *= float64(areaWidth) / (float64(areaWidth) - left)
		}
	}
	return widths
}

// officialBox draws a table as one box with the spans of the form.
func (c *composer) officialBox(t *publish.NumberTable) box {
	widths := officialWidths(t)
	xs := make([]float64, t.Width+1)
	for i, w := range widths {
		xs[i+1] = xs[i] + w
	}
	s := style{role: face.Body, size: officialSize, pitch: officialSize * 1.35, centre: true}
	last := 0
	lines := make([][]typeset.Line, len(t.Cells))
	for i, cell := range t.Cells {
		last = max(last, cell.Row+cell.Rows-1)
		width := xs[cell.Col-1+cell.Cols] - xs[cell.Col-1] - 4
		if cell.Upright {
			width = s.size * 1.3 // a character a line
		}
		lines[i] = typeset.Break(cell.Text, c.ink.advance(s.role), s.measure(max(width, s.size*1.3)))
	}
	ys := rowEdges(t, last, func(i int) float64 { return float64(len(lines[i]))*s.pitch + 4 })
	b := box{height: ys[last] + 3}
	for i, cell := range t.Cells {
		x, y := xs[cell.Col-1], ys[cell.Row-1]
		w, h := xs[cell.Col-1+cell.Cols]-x, ys[cell.Row-1+cell.Rows]-y
		b.marks = append(b.marks, ruled(x, y, x+w, y, hairline), ruled(x, y+h, x+w, y+h, hairline), ruled(x, y, x, y+h, hairline), ruled(x+w, y, x+w, y+h, hairline))
		at := y + (h-float64(len(lines[i]))*s.pitch)/2
		for _, l := range lines[i] {
			b.marks = append(b.marks, c.ink.line(cell.Text, l, s, x+(w-l.Width)/2, at+s.baseline())...)
			at += s.pitch
		}
	}
	return b
}

// rowEdges returns where each row ends, so that every cell has the height that it needs. What a cell
// over several rows needs beyond them is shared out among them.
func rowEdges(t *publish.NumberTable, last int, need func(cell int) float64) []float64 {
	heights := make([]float64, last+1)
	for i, cell := range t.Cells {
		if cell.Rows == 1 {
			heights[cell.Row] = max(heights[cell.Row], need(i))
		}
	}
	for i, cell := range t.Cells {
		sum := 0.0
		for row := cell.Row; row < cell.Row+cell.Rows; row++ {
			sum += heights[row]
		}
		for row := cell.Row; row < cell.Row+cell.Rows && need(i) > sum; row++ {
			heights[row] += (need(i) - sum) / float64(cell.Rows)
		}
	}
	for row := 1; row <= last; row++ {
		heights[row] += heights[row-1]
	}
	return heights
}
