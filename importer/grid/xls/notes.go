package xls

import (
	"encoding/binary"

	"taizhang/importer/grid"
	"taizhang/importer/grid/excel"
)

// Records of what lies over the cells of a sheet ([MS-XLS] 2.4.179, 2.4.181, 2.4.170, 2.4.329).
const (
	recNote    = 0x001C
	recObj     = 0x005D
	recDrawing = 0x00EC
	recTxo     = 0x01B6
)

// Kinds of objects, and the parts of one ([MS-XLS] 2.5.143).
const (
	objPicture = 0x08
	objBox     = 0x0B
	objOption  = 0x0C
	partCommon = 0x15
	partBox    = 0x0A // a check box or an option button: some programs keep its state here
	partState  = 0x12 // its state
	partLink   = 0x14 // the formula that names the cell which keeps the state
)

// object is what an OBJ record says of what lies over a sheet.
type object struct {
	kind, id int
	at       grid.Span // where it begins and ends
	middle   int       // row that its middle lies in
	share    float64   // of it that lies there
	across   int       // how far into its first column it begins
	ticked   bool
	row, col int // of the cell that keeps the state, 0 for none
	words    string
}

// mostObjects is how many objects of a sheet are looked at.
const mostObjects = 1 << 14

// over reads a record of what lies over the cells. Of a layout that isn't understood nothing is
// taken: no cell hangs on it.
func (x *xlsSheet) over(b *biff) {
	switch b.kind {
	case recDrawing:
		b.gather()
		x.drawing(&b.body)
	case recObj:
		x.object(&b.body)
	case recTxo:
		b.gather()
		x.words(&b.body)
	case recNote:
		x.note(&b.body)
	}
	b.body.short = false
}

// drawing looks for where the shapes to come lie: the records are parts of one long tree, of which
// each brings the next branch.
func (x *xlsSheet) drawing(f *fields) {
	data := f.take(f.left())
	for len(data) >= 8 {
		head := binary.LittleEndian.Uint16(data)
		kind := binary.LittleEndian.Uint16(data[2:])
		size := binary.LittleEndian.Uint32(data[4:])
		data = data[8:]
		if head&0xF == 0xF { // holds others
			continue
		}
		if uint64(size) > uint64(len(data)) {
			return
		}
		if kind == 0xF010 && size >= 18 {
			x.anchor(data[:size])
		}
		data = data[size:]
	}
}

// anchor reads where a shape begins and ends ([MS-XLS] 2.5.193). An end at the very border of a
// cell does not reach into it.
func (x *xlsSheet) anchor(b []byte) {
	at := func(i int) int { return int(binary.LittleEndian.Uint16(b[2*i:])) }
	s := grid.Span{Top: at(3) + 1, Left: at(1) + 1, Bottom: at(7) + 1, Right: at(5) + 1}
	if at(8) == 0 {
		s.Bottom--
	}
	if at(6) == 0 {
		s.Right--
	}
	s.Bottom, s.Right = max(s.Bottom, s.Top), max(s.Right, s.Left)
	x.place, x.across = s, at(2)
	x.middle, x.share = excel.RowOf(s.Top, at(4), at(7)+1, at(8), func(int) int { return 256 }) // in parts of a row
}

// object reads an OBJ record: parts behind each other, each with its kind and size.
func (x *xlsSheet) object(f *fields) {
	o := object{at: x.place, middle: x.middle, share: x.share, across: x.across}
	x.place = grid.Span{}
	stated := false
	for f.left() >= 4 && !f.short {
		part, size := f.u16(), f.u16()
		if part == 0 {
			break
		}
		if part == 0x13 || size > f.left() { // a list, whose size is said otherwise
			break
		}
		body := fields{parts: [][]byte{f.take(size)}}
		switch part {
		case partCommon:
			o.kind, o.id = body.u16(), body.u16()
		case partBox:
			o.ticked = o.ticked || !stated && body.u16() == 1
		case partState:
			o.ticked, stated = body.u16() == 1, true
		case partLink:
			o.row, o.col = linkedCell(body.take(body.left()))
		}
	}
	if len(x.objects) < mostObjects {
		if x.byID == nil {
			x.byID = map[int]int{}
		}
		x.byID[o.id] = len(x.objects)
		x.objects = append(x.objects, o)
	}
}

// linkedCell finds the cell that the formula of a link names: one reference, on this sheet or on
// another.
func linkedCell(b []byte) (row, col int) {
	if len(b) < 6 {
		return 0, 0
	}
	tokens := b[6:] // behind the size and what is unused
	switch {
	case len(tokens) >= 5 && tokens[0]&0x1F == 0x04:
		tokens = tokens[1:]
	case len(tokens) >= 7 && tokens[0]&0x1F == 0x1A:
		tokens = tokens[3:]
	default:
		return 0, 0
	}
	return int(binary.LittleEndian.Uint16(tokens)) + 1, int(binary.LittleEndian.Uint16(tokens[2:])&0xFF) + 1
}

// words reads the text of the last object: a record that says how long it is, and the text in the
// next.
func (x *xlsSheet) words(f *fields) {
	if len(x.objects) == 0 || len(f.parts) < 2 || f.left() < 12 {
		return
	}
	f.skip(10)
	n := f.u16()
	f.skip(f.left())
	if n == 0 {
		return
	}
	text := f.characters(n, f.u8()&stringWide != 0)
	if !f.short {
		x.objects[len(x.objects)-1].words = text
	}
}

// note reads a NOTE record, which ties a text to its cell.
func (x *xlsSheet) note(f *fields) {
	if f.left() < 11 {
		return
	}
	row, col := f.u16()+1, f.u16()+1
	f.skip(2)
	id := f.u16()
	author := f.string()
	if i, ok := x.byID[id]; ok {
		x.d.Comment(row, col, author, x.objects[i].words)
	}
}

// layOver lays the pictures and the check boxes over their cells, once the merges are known.
func (x *xlsSheet) layOver() {
	for _, o := range x.objects {
		if o.at.Top == 0 {
			continue
		}
		if o.kind != objPicture || o.share >= excel.OneRow {
			o.at.Top, o.at.Bottom = o.middle, o.middle
		}
		row, col, one := x.d.Over(o.at)
		switch o.kind {
		case objPicture:
			if one {
				x.d.Note(row, col, grid.Beside{Picture: true})
			}
		case objBox, objOption:
			if o.row != row || o.col != col {
				x.d.Box(row, col, o.across, o.ticked, o.words)
			}
		}
	}
}
