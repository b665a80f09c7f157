package grid

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/importer/grid/chars"
)

// Signs of check boxes, as people type them.
const (
	Ticked   = "☑"
	Unticked = "□"
)

// box is a check box that lies over a cell, as a person sees it: its sign and what stands beside
// it.
type box struct {
	row, col, order int
	text            string
}

// mostBoxes is how many check boxes of a sheet are read.
const mostBoxes = 1 << 14

// Box lays a check box over the cell at row and col, with the words beside it. Several in one
// cell stand in the order of their places across, whatever unit those are in.
func (d *Draft) Box(row, col, order int, ticked bool, words string) {
	if len(d.boxes) == mostBoxes || row < 1 || col < 1 || row > MostRows || col > MostCols {
		return
	}
	sign := Unticked
	if ticked {
		sign = Ticked
	}
	d.boxes = append(d.boxes, box{row, col, order, sign + strings.TrimSpace(chars.Tidy(words))})
}

// putBoxes writes the boxes into the cells that they lie over, in front of the text there.
func (d *Draft) putBoxes() {
	if len(d.boxes) == 0 {
		return
	}
	slices.SortStableFunc(d.boxes, func(a, b box) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col), cmp.Compare(a.order, b.order))
	})
	at := map[[2]int32]int{}
	for i := range d.cells {
		at[[2]int32{d.cells[i].row, d.cells[i].col}] = i
	}
	d.look = 0
	for i := 0; i < len(d.boxes); {
		first, text := d.boxes[i], d.boxes[i].text
		for i++; i < len(d.boxes) && d.boxes[i].row == first.row && d.boxes[i].col == first.col; i++ {
			text += " " + d.boxes[i].text
		}
		under, ok := at[[2]int32{int32(first.row), int32(first.col)}]
		if !ok {
			d.Put(first.row, first.col, Cell{Kind: Text, Text: text})
			continue
		}
		switch c := &d.cells[under]; c.Kind {
		case Text:
			if strings.HasSuffix(text, Ticked) || strings.HasSuffix(text, Unticked) {
				c.Text = text + c.Text // its words stand in the cell
			} else {
				c.Text = text + " " + c.Text
			}
		case Empty:
			c.Kind, c.Text = Text, text
		}
	}
}
