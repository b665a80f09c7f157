package xlsx

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/excel"
	"taizhang/importer/grid/markup"
)

// drawing is what a drawing part lays over a sheet.
type drawing struct {
	pictures []anchor
	words    map[string]string // of shapes by number: what stands beside a control
}

// anchor is where something begins and ends: cells counted from 1, and how far into its first
// cell it begins.
type anchor struct {
	grid.Span
	across     int
	into, rest int // how far down into its first and its last row it begins and ends
	last       int // row that it ends in
	ok         bool
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
				dr.pictures = append(dr.pictures, at)
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
		a.begin(row, col, down, across)
	} else {
		a.end(row, col, down, across)
	}
}

// begin and end take rows and columns counted from 0.
func (a *anchor) begin(row, col, down, across int) {
	a.ok = row >= 0 && col >= 0 && row < grid.MostRows && col < grid.MostCols
	a.Span = grid.Span{Top: row + 1, Left: col + 1, Bottom: row + 1, Right: col + 1}
	a.across, a.into, a.last = across, down, row+1
}

func (a *anchor) end(row, col, down, across int) {
	if row == 0 && col == 0 && down == 0 && across == 0 {
		a.ok = false // it has no extent: nobody has said where it lies
		return
	}
	a.last, a.rest = min(row+1, grid.MostRows), down
	if down == 0 {
		row--
	}
	if across == 0 {
		col--
	}
	a.Bottom, a.Right = min(max(row+1, a.Top), grid.MostRows), min(max(col+1, a.Left), grid.MostCols)
}

// settle gives what lies over several rows to one of them: to the one that most of it lies in, or,
// where it must have one, to the one that its middle lies in.
func (a *anchor) settle(height func(row int) int, must bool) {
	row, share := excel.RowOf(a.Top, a.into, a.last, a.rest, height)
	if must || share >= excel.OneRow {
		a.Top, a.Bottom = row, row
	}
}

// emuPerPoint is how many of its units a drawing counts to a point.
const emuPerPoint = 12700

// heights tells how high the rows of a sheet are, in the unit of drawings, out of its part. Few
// sheets are ever asked.
func heights(src string) func(row int) int {
	const usualPoints = 15
	usual, own := 0, map[int]int{}
	return func(row int) int {
		if usual == 0 {
			usual = usualPoints * emuPerPoint
			if _, tag, ok := strings.Cut(src, "<sheetFormatPr "); ok {
				if h := tagNumber(tag, "defaultRowHeight"); h > 0 {
					usual = int(h * emuPerPoint)
				}
			}
			for rest := src; ; {
				_, tag, ok := strings.Cut(rest, "<row ")
				if !ok {
					break
				}
				rest = tag
				if h := tagNumber(tag, "ht"); h > 0 {
					own[int(tagNumber(tag, "r"))] = int(h * emuPerPoint)
				}
			}
		}
		if h, ok := own[row]; ok {
			return h
		}
		return usual
	}
}

// tagNumber reads a number among the attributes of a tag that begins before s, 0 for none.
func tagNumber(s, name string) float64 {
	tag, _, _ := strings.Cut(s[:min(len(s), 1000)], ">")
	_, value, ok := strings.Cut(" "+tag, " "+name+`="`)
	value, _, _ = strings.Cut(value, `"`)
	n, err := strconv.ParseFloat(value, 64)
	if !ok || err != nil || n < 0 || n > grid.MostRows {
		return 0
	}
	return n
}
