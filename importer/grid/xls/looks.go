package xls

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/excel"
)

// xf is a cell style: what it names, and its fill.
type xf struct{ format, font, fill int }

// noColor is a number that no color has.
const noColor = -1

// readXF reads a cell style ([MS-XLS] 2.4.353).
func readXF(f *fields, version int) xf {
	s := xf{font: f.u16(), format: f.u16(), fill: noColor}
	if version == biff5 {
		if f.left() >= 8 {
			f.skip(4)
			bits := f.u32()
			s.paint(bits>>16&0x3F, int(bits))
		}
		return s
	}
	if f.left() < 16 {
		return s
	}
	f.skip(10)
	pattern := f.u32() >> 26
	s.paint(pattern, f.u16())
	return s
}

// paint sets the fill of a pattern in two colors, seven bits each. Of a pattern that lets the
// ground through it is the ground that counts.
func (s *xf) paint(pattern uint32, colors int) {
	switch {
	case pattern == 1:
		s.fill = colors & 0x7F
	case pattern > 1:
		s.fill = colors >> 7 & 0x7F
	}
}

// readFont returns the number of a font's color, with struckBit where it strikes its text out, and
// above that the number of a font of signs.
func readFont(f *fields) int {
	if f.left() < 6 {
		return noColor
	}
	f.skip(2)
	flags := f.u16()
	font := f.u16()
	if flags&0x08 != 0 {
		font |= struckBit
	}
	if f.left() > 8 {
		f.skip(8)
		name := f.take(f.left())
		if n := int(name[0]); len(name) == 1+n { // of an older Excel
			return font | signsBits(string(name[1:]))
		}
		body := fields{parts: [][]byte{name}} // no file hangs on it
		font |= signsBits(body.unicode(body.u8()))
	}
	return font
}

// readPalette returns the workbook's own colors, from number 8 on.
func readPalette(f *fields) []string {
	own := make([]string, 0, 56)
	if f.left() < 2 {
		return own
	}
	for n := min(f.u16(), 56); n > 0 && f.left() >= 4; n-- {
		c := f.take(4)
		own = append(own, excel.RGB(c[0], c[1], c[2]))
	}
	return own
}

// readLooks numbers the looks of the cell styles.
func (w *legacy) readLooks(styles []xf, fonts []int, own []string) {
	w.palette = &grid.Palette{}
	for _, font := range fonts {
		w.texts.marked = w.texts.marked || font >= struckBit
	}
	for _, s := range styles {
		color := noColor
		if font := fontOf(s.font); font < len(fonts) {
			color = fonts[font]
		}
		enter, signs := w.palette.Number, ""
		if color > 0 {
			signs = signsOf(color)
			if color&struckBit != 0 {
				enter = w.palette.Struck
			}
			color &= struckBit - 1
		}
		w.looks = append(w.looks, w.palette.Signs(enter(excel.Color(s.fill, own), excel.Color(color, own)), signs))
	}
}

// look sets the look of a style for the cells to come.
func (x *xlsSheet) look(style int) {
	n := uint16(0)
	if style < len(x.looks) {
		n = x.looks[style]
	}
	x.d.Look(n)
}

// blank reads cells that have a look and nothing else: one of a style, or several of theirs.
func (x *xlsSheet) blank(kind uint16, f *fields) {
	if f.left() < 6 {
		return // nothing but looks is lost
	}
	row, col := f.u16()+1, f.u16()+1
	if kind == recBlank {
		x.look(f.u16())
		x.d.Blank(row, col, col)
		return
	}
	for f.left() >= 2+2 { // the last column stands behind the styles
		x.look(f.u16())
		x.d.Blank(row, col, col)
		col++
	}
}
