package grid

import (
	"slices"

	"taizhang/importer/grid/chars"
)

// PutRuns adds a text whose runs may be struck out, and notes what is.
func (d *Draft) PutRuns(row, col int, runs []chars.Run, c Cell) {
	if l := d.lookNow(); l.struck || l.signs != "" {
		runs = slices.Clone(runs)
		for i := range runs {
			runs[i].Struck = runs[i].Struck || l.struck && !runs[i].Own
			if !runs[i].OwnFont {
				runs[i].Text = chars.Symbols(l.signs, runs[i].Text)
			}
		}
	}
	seen, struck := chars.WithoutStruck(runs)
	if struck != "" {
		d.strike(row, col, struck)
	}
	if !chars.Blank(seen) {
		c.Kind, c.Text, c.look = Text, chars.Tidy(seen), d.look
		d.put(row, col, c, false)
	}
}

// isStruck reports whether the look that is set strikes the text out.
func (d *Draft) isStruck() bool { return d.look != 0 && d.lookNow().struck }

// lookNow returns the look that is set.
func (d *Draft) lookNow() look {
	if p := d.sheet.palette; d.look != 0 && p != nil && int(d.look) <= len(p.looks) {
		return p.looks[d.look-1]
	}
	return look{}
}

// inSigns returns a text as the look that is set shows it.
func (d *Draft) inSigns(text string) string { return chars.Symbols(d.lookNow().signs, text) }

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
