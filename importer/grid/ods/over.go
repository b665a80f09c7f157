package ods

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// lying is what lies over a cell: a comment, a picture, or a control.
type lying struct {
	author, comment string
	picture         bool
	control         string // its name among the forms
	end             string // the cell in which it ends, as the file writes it
	across          int
}

// box is a check box or an option button of a form.
type box struct {
	ticked      bool
	words, link string
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
		if b, ok := t.boxes[l.control]; ok && l.control != "" {
			if r, c, ok := cellOf(b.link); !ok || r != topRow || c != leftCol {
				t.d.Box(topRow, leftCol, l.across, b.ticked, b.words)
			}
		}
	}
}

// forms reads the check boxes and option buttons among the controls of a table.
func (t *odsTable) forms() {
	x := t.x
	for tag := range x.Children() {
		switch tag {
		case "form":
			t.forms()
		case "checkbox", "radio":
			b := box{words: x.Attr("label"), link: x.Attr("linked-cell")}
			state := x.Attr("current-state")
			if state == "" {
				state = x.Attr("state")
			}
			b.ticked = state == "checked" || tag == "radio" && (x.Attr("current-selected") == "true" || x.Attr("current-selected") == "" && x.Attr("selected") == "true")
			if t.boxes == nil {
				t.boxes = map[string]box{}
			}
			t.boxes[name(x)] = b
		}
	}
}

// name returns by what name a control is called for.
func name(x *markup.Scanner) string {
	for _, a := range x.Attrs {
		if a.Name == "form:id" {
			return a.Value
		}
	}
	return x.Attr("id")
}

// cellOf reads the address of a cell: 表.D5, $表.$D$5.
func cellOf(s string) (row, col int, ok bool) {
	s = strings.ReplaceAll(s[strings.LastIndexByte(s, '.')+1:], "$", "")
	i := 0
	for ; i < len(s) && i < 4 && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z'; i++ {
		col = col*26 + int(s[i]|0x20-'a') + 1
	}
	row, ok = grid.Digits(s[i:])
	return row, col, ok && row >= 1 && col >= 1 && row <= grid.MostRows && col <= grid.MostCols
}
