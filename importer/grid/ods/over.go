package ods

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/numfmt"
)

// lying is what lies over a cell: a comment, a picture, or a control.
type lying struct {
	author, comment string
	picture         bool
	control         string // its name among the forms
	end             string // the cell in which it ends, as the file writes it
	across          int
}

// lay reads what lies over the cell. A drawing of something else, as a chart, has a picture of it
// beside it and is none.
func (r *reader) lay(kind string) {
	x := r.x
	l := lying{control: x.Attr("control"), end: x.Attr("end-cell-address"), across: across(x.Attr("x"))}
	if kind == "annotation" {
		var text []string
		for tag := range x.Children() {
			switch tag {
			case "creator":
				l.author = x.Text()
			case "p":
				text = append(text, strings.TrimSpace(x.Text()))
			}
		}
		l.comment = strings.Join(text, "\n")
	} else {
		other := false
		for tag := range x.Children() {
			l.picture = l.picture || tag == "image" && kind == "frame"
			other = other || tag == "object" || tag == "object-ole" || tag == "text-box"
		}
		l.picture = l.picture && !other
	}
	r.c.over = append(r.c.over, l)
}

// across reads a length as a number to order by.
func across(s string) int {
	n, err := strconv.ParseFloat(strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz%"), 64)
	if err != nil || n < 0 || n > 1e6 {
		return 0
	}
	return int(n * 1000)
}

// layOver lays over a cell what the file lays over it.
func (t *odsTable) layOver(row, col int, over []lying) {
	for _, l := range over {
		t.d.Comment(row, col, l.author, l.comment)
		s := grid.Span{Top: row, Left: col, Bottom: row, Right: col}
		if endRow, endCol, ok := cellOf(l.end); ok {
			s.Bottom, s.Right = max(endRow, row), max(endCol, col)
		}
		topRow, leftCol, one := t.d.Over(s)
		if l.picture && one {
			t.d.Note(topRow, leftCol, grid.Beside{Picture: true})
		}
		if b := t.controls[l.control]; b.Box && l.control != "" {
			if r, c, ok := cellOf(b.Link); !ok || r != topRow || c != leftCol {
				t.d.Box(topRow, leftCol, l.across, b.Ticked, b.Words)
			}
		}
	}
}

// cellOf reads the address of a cell: 表.D5, $表.$D$5.
func cellOf(s string) (row, col int, ok bool) {
	s = strings.ReplaceAll(s[strings.LastIndexByte(s, '.')+1:], "$", "")
	i := 0
	for ; i < len(s) && i < 4 && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z'; i++ {
		col = col*26 + int(s[i]|0x20-'a') + 1
	}
	row, ok = numfmt.Digits(s[i:])
	return row, col, ok && row >= 1 && col >= 1 && row <= grid.MostRows && col <= grid.MostCols
}
