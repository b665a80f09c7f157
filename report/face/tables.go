package face

import (
	"encoding/binary"
)

// maxTables bounds the directory of a font; real ones have up to thirty tables.
const maxTables = 256

// readTables returns the tables of the font whose directory begins at offset, each inside
// the file.
func readTables(data []byte, offset int) (map[string][]byte, error) {
	if offset < 0 || offset > len(data)-12 {
		return nil, errNotFont
	}
	switch string(data[offset : offset+4]) {
	case "\x00\x01\x00\x00", "true", "OTTO":
	default:
		return nil, errNotFont
	}
	n := int(binary.BigEndian.Uint16(data[offset+4:]))
	if n > maxTables || len(data) < offset+12+16*n {
		return nil, errNotFont
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		record := data[offset+12+16*i:]
		from := uint64(binary.BigEndian.Uint32(record[8:]))
		size := uint64(binary.BigEndian.Uint32(record[12:]))
		if from+size > uint64(len(data)) {
			return nil, errNotFont
		}
		if size > 0 {
			tables[string(record[:4])] = data[from : from+size : from+size]
		}
	}
	return tables, nil
}

// embeddable reports whether the face's licence bits let a subset of it go into a
// document. A face without an OS/2 table says nothing against it.
func embeddable(os2 []byte) bool {
	if len(os2) < 10 {
		return true
	}
	bits := binary.BigEndian.Uint16(os2[8:])
	restricted := bits&0x000E == 0x0002
	return !restricted && bits&0x0300 == 0
}

// outlines is what of a TrueType font a subset is cut from. Every glyph of it lies inside
// its tables.
type outlines struct {
	tables     map[string][]byte
	unitsPerEm int
	loca       []uint32 // where glyph i begins in glyf; one more than there are glyphs
	metrics    int      // full entries in hmtx
}

func readOutlines(tables map[string][]byte) (outlines, error) {
	head, hhea, maxp := tables["head"], tables["hhea"], tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return outlines{}, errNotFont
	}
	glyphs := int(binary.BigEndian.Uint16(maxp[4:]))
	o := outlines{
		tables:     tables,
		unitsPerEm: int(binary.BigEndian.Uint16(head[18:])),
		metrics:    int(binary.BigEndian.Uint16(hhea[34:])),
		loca:       make([]uint32, glyphs+1),
	}
	long := binary.BigEndian.Uint16(head[50:]) != 0
	width := 2
	if long {
		width = 4
	}
	loca, glyf := tables["loca"], uint32(len(tables["glyf"]))
	if len(loca) < width*(glyphs+1) || o.unitsPerEm < 16 || o.metrics < 1 || o.metrics > glyphs ||
		len(tables["hmtx"]) < 4*o.metrics+2*(glyphs-o.metrics) {
		return outlines{}, errNotFont
	}
	for i := range o.loca {
		if long {
			o.loca[i] = binary.BigEndian.Uint32(loca[4*i:])
		} else {
			o.loca[i] = 2 * uint32(binary.BigEndian.Uint16(loca[2*i:]))
		}
		if o.loca[i] > glyf || i > 0 && o.loca[i] < o.loca[i-1] {
			return outlines{}, errNotFont
		}
	}
	return o, nil
}

// glyphs returns how many glyphs there are.
func (o outlines) glyphs() int { return len(o.loca) - 1 }

// advance returns the width of glyph g in font units.
func (o outlines) advance(g int) int {
	return int(binary.BigEndian.Uint16(o.tables["hmtx"][4*min(g, o.metrics-1):]))
}

// bearing returns the two bytes of glyph g's left side bearing.
func (o outlines) bearing(g int) []byte {
	at := 4*g + 2
	if g >= o.metrics {
		at = 4*o.metrics + 2*(g-o.metrics)
	}
	return o.tables["hmtx"][at : at+2]
}

// glyph returns the outline of glyph g, empty for one that prints nothing or does not exist.
func (o outlines) glyph(g int) []byte {
	if g < 0 || g >= o.glyphs() {
		return nil
	}
	return o.tables["glyf"][o.loca[g]:o.loca[g+1]]
}
