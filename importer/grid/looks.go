package grid

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/importer/grid/chars"
)

// look is how a cell looks, as far as a clerk may mean something by it.
type look struct {
	fill, color string
	struck      bool
	signs       string // the font of signs that the text is written in, "" for one of letters
}

// Palette numbers the looks of a book, so that a cell that has one holds a small number. The
// zero Palette is ready for use; number 0 is the plain look. It may be shared by books once
// it is complete.
type Palette struct {
	looks  []look
	number map[look]uint16
}

const mostLooks = 1<<16 - 1

// Number returns the number of a look: its fill and the color of its text, each as six hex
// digits RRGGBB or "" for none. A white fill and a black text are none, and so is what is no
// color. Looks beyond the first 65,535 of a book are plain.
func (p *Palette) Number(fill, color string) uint16 { return p.enter(look{fill: fill, color: color}) }

// Struck returns the number of a look as Number does, whose text is struck out.
func (p *Palette) Struck(fill, color string) uint16 {
	return p.enter(look{fill: fill, color: color, struck: true})
}

// Signs returns the number of a look whose text is written in a font: the same one, unless it is a
// font of signs (see Symbol).
func (p *Palette) Signs(number uint16, font string) uint16 {
	if font == "" || !chars.IsSymbolFont(font) {
		return number
	}
	l := look{}
	if number > 0 {
		l = p.looks[number-1]
	}
	l.signs = font
	return p.enter(l)
}

func (p *Palette) enter(l look) uint16 {
	l.fill, l.color = plain(l.fill, "FFFFFF"), plain(l.color, "000000")
	if l == (look{}) {
		return 0
	}
	if n, ok := p.number[l]; ok {
		return n
	}
	if len(p.looks) == mostLooks {
		return 0
	}
	if p.number == nil {
		p.number = map[look]uint16{}
	}
	p.looks = append(p.looks, l)
	p.number[l] = uint16(len(p.looks))
	return p.number[l]
}

// plain returns a color in capitals, "" where it is the usual one or none.
func plain(color, usual string) string {
	if len(color) != 6 || strings.Trim(color, "0123456789abcdefABCDEF") != "" {
		return ""
	}
	if color = strings.ToUpper(color); color == usual {
		return ""
	}
	return color
}

// Fill returns the color that the cell is filled with, as six hex digits RRGGBB in capitals;
// "" for none and for white. A cell that holds nothing has one too, inside the range of rows
// and columns that hold anything.
func (c Cell) Fill() string {
	if c.look == 0 || c.sheet == nil || c.sheet.palette == nil {
		return ""
	}
	return c.sheet.palette.looks[c.look-1].fill
}

// Color returns the color of the cell's text, as Fill does; "" for black and for automatic.
func (c Cell) Color() string {
	if c.look == 0 || c.sheet == nil || c.sheet.palette == nil {
		return ""
	}
	return c.sheet.palette.looks[c.look-1].color
}

// blanks are cells side by side that hold nothing, and look like something.
type blanks struct {
	row, left, right int32
	look             uint16
}

// mostBlanks is how many runs of empty cells of a sheet keep their look.
const mostBlanks = 1 << 18

// Paint says which palette the numbers of the looks are of.
func (d *Draft) Paint(p *Palette) { d.sheet.palette = p }

// Look sets the look of the cells that are put from now on.
func (d *Draft) Look(number uint16) { d.look = number }

// Blank gives the look that is set to cells of a row that hold nothing. Of two for one cell
// the later counts, and a cell that holds something has a look of its own.
func (d *Draft) Blank(row, left, right int) {
	if d.look == 0 && !d.paintedRows[row] && len(d.colLooks) == 0 {
		return // as it looks anyway
	}
	if i := len(d.blanks) - 1; i >= 0 && d.blanks[i].row == int32(row) && d.blanks[i].look == d.look && d.blanks[i].right == int32(left)-1 {
		d.blanks[i].right = int32(right)
		return
	}
	if len(d.blanks) < mostBlanks {
		d.blanks = append(d.blanks, blanks{int32(row), int32(left), int32(right), d.look})
	}
}

// mostAlike is how many rows at once get the looks of one.
const mostAlike = 1000

// RepeatBlanks gives the empty cells of the rows behind the last, n of them, the looks that
// the empty cells of the last have.
func (d *Draft) RepeatBlanks(last, n int) {
	from := len(d.blanks)
	for from > 0 && d.blanks[from-1].row == int32(last) {
		from--
	}
	for _, b := range slices.Clone(d.blanks[from:]) {
		for i := range min(n, mostAlike) {
			if len(d.blanks) == mostBlanks {
				return
			}
			b.row = int32(last + i + 1)
			d.blanks = append(d.blanks, b)
		}
	}
}

// LookRow gives the look that is set to the cells of a row that are not put.
func (d *Draft) LookRow(row int) {
	if d.look == 0 && len(d.colLooks) == 0 {
		return
	}
	if d.paintedRows == nil {
		d.paintedRows = map[int]bool{}
	}
	d.paintedRows[row] = true
	if len(d.blanks) < mostBlanks {
		d.blanks = append(d.blanks, blanks{int32(row), 1, MostCols, d.look})
	}
}

// LookCols gives the look that is set to the cells of columns that are not put.
func (d *Draft) LookCols(left, right int) {
	if d.look != 0 && len(d.colLooks) < MostCols {
		d.colLooks = append(d.colLooks, blanks{0, int32(left), int32(right), d.look})
	}
}

// keepBlanks hands the sheet the looks of empty cells inside the range that it uses.
func (d *Draft) keepBlanks() {
	s := d.sheet
	kept := d.blanks[:0]
	for _, b := range d.blanks {
		if int(b.row) <= s.last && int(b.left) <= s.width {
			kept = append(kept, b)
		}
	}
	slices.SortStableFunc(kept, func(a, b blanks) int { return cmp.Compare(a.row, b.row) })
	s.blanks, s.colLooks = slices.Clone(kept), d.colLooks
}

// blank returns the cell at an address where none is kept.
func (s *Sheet) blank(row, col int) Cell {
	c := Cell{sheet: s, row: int32(row), col: int32(col)}
	if (s.blanks != nil || s.colLooks != nil) && row <= s.last && col <= s.width {
		c.look = s.blankLook(c.row, c.col)
	}
	return c
}

// blankLook returns the look of a cell that holds nothing: its own, else its row's, else its
// column's.
func (s *Sheet) blankLook(row, col int32) uint16 {
	end, _ := slices.BinarySearchFunc(s.blanks, row+1, func(b blanks, row int32) int { return cmp.Compare(b.row, row) })
	for i := end - 1; i >= 0 && s.blanks[i].row == row; i-- {
		if b := s.blanks[i]; b.left <= col && col <= b.right {
			return b.look
		}
	}
	for _, b := range slices.Backward(s.colLooks) {
		if b.left <= col && col <= b.right {
			return b.look
		}
	}
	return 0
}
