package xlsx

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// drawing is what a drawing part lays over a sheet.
type drawing struct {
	pictures []grid.Span
	words    map[string]string // of shapes by number: what stands beside a control
}

// anchor is where something begins and ends: cells counted from 1, and how far into its first
// cell it begins.
type anchor struct {
	grid.Span
	across int
	ok     bool
}

func readDrawing(x *markup.Scanner) drawing {
	dr := drawing{words: map[string]string{}}
	for range x.Children() {
		dr.anchors(x)
	}
	return dr
}

// anchors reads the anchors inside the innermost open element. Those of controls stand among
// alternatives.
func (dr *drawing) anchors(x *markup.Scanner) {
	for tag := range x.Children() {
		switch tag {
		case "twoCellAnchor", "oneCellAnchor":
			dr.anchor(x)
		case "AlternateContent", "Choice":
			dr.anchors(x)
		}
	}
}

// anchor reads one anchor and what hangs on it.
func (dr *drawing) anchor(x *markup.Scanner) {
	var at anchor
	for tag := range x.Children() {
		switch tag {
		case "from", "to":
			at.read(x, tag)
		default:
			if dr.shape(x, tag) && at.ok {
				dr.pictures = append(dr.pictures, at.Span)
			}
		}
	}
}

// shape reads a shape and reports whether it is a picture, or holds one. One that says something
// is a box of text, whose words may be those of a control.
func (dr *drawing) shape(x *markup.Scanner, tag string) (picture bool) {
	switch tag {
	case "pic":
		return true
	case "grpSp", "AlternateContent", "Choice":
		for tag := range x.Children() {
			picture = dr.shape(x, tag) || picture
		}
	case "sp":
		id, words := "", strings.Builder{}
		for tag := range x.Children() {
			switch tag {
			case "nvSpPr":
				for tag := range x.Children() {
					if tag == "cNvPr" {
						id = x.Attr("id")
					}
				}
			case "txBody":
				words.WriteString(strings.TrimSpace(x.Text()))
			}
		}
		dr.words[id] = words.String()
	}
	return picture
}

// read reads the one end of an anchor. An end at the very border of a cell does not reach into it.
func (a *anchor) read(x *markup.Scanner, tag string) {
	var row, col, down, across int
	for tag := range x.Children() {
		n, _ := strconv.Atoi(strings.TrimSpace(x.Text()))
		switch tag {
		case "row":
			row = n
		case "col":
			col = n
		case "rowOff":
			down = n
		case "colOff":
			across = n
		}
	}
	if tag == "from" {
		a.begin(row, col, across)
	} else {
		a.end(row, col, down, across)
	}
}

// begin and end take rows and columns counted from 0.
func (a *anchor) begin(row, col, across int) {
	a.ok = row >= 0 && col >= 0 && row < grid.MostRows && col < grid.MostCols
	a.Span = grid.Span{Top: row + 1, Left: col + 1, Bottom: row + 1, Right: col + 1}
	a.across = across
}

func (a *anchor) end(row, col, down, across int) {
	if row == 0 && col == 0 && down == 0 && across == 0 {
		a.ok = false // it has no extent: nobody has said where it lies
		return
	}
	if down == 0 {
		row--
	}
	if across == 0 {
		col--
	}
	a.Bottom, a.Right = min(max(row+1, a.Top), grid.MostRows), min(max(col+1, a.Left), grid.MostCols)
}
