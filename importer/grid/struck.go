package grid

import (
	"slices"
	"strings"
)

// Run is a piece of a cell's text in one font.
type Run struct {
	Text   string
	Struck bool
	Own    bool // the run says by itself whether it is struck out, and not the cell's look
}

// WithoutStruck parts a text into what is left of it and what is struck out of it. A sign that
// only parted the two (已完成 / and 未完成, struck out) goes with what is struck out.
func WithoutStruck(runs []Run) (seen, struck string) {
	var out, cut strings.Builder
	open := false // what is struck out stands right before
	for _, r := range runs {
		switch {
		case r.Text == "":
		case r.Struck && Blank(r.Text):
			out.WriteString(r.Text)
		case r.Struck:
			if cut.Len() > 0 && !open {
				cut.WriteByte('\n')
			}
			cut.WriteString(r.Text)
			open = true
		default:
			text := r.Text
			if before := out.String(); open && (Blank(before) || endsParted(before)) {
				text = strings.TrimLeft(text, parting)
			}
			out.WriteString(text)
			open = open && Blank(r.Text)
		}
	}
	seen = out.String()
	if open {
		seen = strings.TrimRight(seen, parting)
	}
	return seen, cut.String()
}

// parting are the signs between alternatives of which one is struck out, and space.
const parting = " \t\u3000/／|｜\\、"

// endsParted reports whether a text ends in a sign between alternatives.
func endsParted(s string) bool {
	return strings.ContainsAny(s[len(strings.TrimRight(s, parting)):], "/／|｜\\、")
}

// PutRuns adds a text whose runs may be struck out, and notes what is.
func (d *Draft) PutRuns(row, col int, runs []Run, c Cell) {
	if d.isStruck() {
		runs = slices.Clone(runs)
		for i := range runs {
			runs[i].Struck = runs[i].Struck || !runs[i].Own
		}
	}
	seen, struck := WithoutStruck(runs)
	if struck != "" {
		d.strike(row, col, struck)
	}
	if !Blank(seen) {
		c.Kind, c.Text, c.look = Text, Tidy(seen), d.look
		d.put(row, col, c, false)
	}
}

// isStruck reports whether the look that is set strikes the text out.
func (d *Draft) isStruck() bool {
	return d.look != 0 && d.sheet.palette != nil && int(d.look) <= len(d.sheet.palette.looks) && d.sheet.palette.looks[d.look-1].struck
}

// strike notes a text that is struck out. It is seen, so that its cell is one of the sheet.
func (d *Draft) strike(row, col int, text string) {
	d.Note(row, col, Beside{Struck: text})
	d.reach(row, col)
}

// PutPicture notes a picture that is the content of a cell.
func (d *Draft) PutPicture(row, col int) {
	d.Note(row, col, Beside{Picture: true})
	d.reach(row, col)
}

// isPicture reports a text that is the formula which WPS writes for a picture in a cell.
func isPicture(text string) bool {
	return strings.HasPrefix(text, "=") && IsPictureFormula(text)
}

// IsPictureFormula reports whether a formula puts a picture into its cell: DISPIMG of WPS, IMAGE
// of Excel.
func IsPictureFormula(formula string) bool {
	f := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(formula), "="))
	for _, prefix := range []string{"_xlfn.", "_xlws.", "_xludf.", "com.sun.star.sheet.addin."} {
		if len(f) > len(prefix) && strings.EqualFold(f[:len(prefix)], prefix) {
			f = f[len(prefix):]
		}
	}
	for _, name := range []string{"DISPIMG(", "IMAGE("} {
		if len(f) > len(name) && strings.EqualFold(f[:len(name)], name) {
			return true
		}
	}
	return false
}
