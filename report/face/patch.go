package face

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Flags of a component of a composite glyph.
const (
	wordArguments = 1 << 0
	offsets       = 1 << 1
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	matrix        = 1 << 7
)

// parts calls do with the offset at which each component of a composite glyph names its
// glyph. It stops at the glyph's end, whatever the flags say.
func parts(outline []byte, do func(at int)) {
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return
	}
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		do(at + 2)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return
		}
	}
}

// closure returns the glyphs and those that they are composed of, sorted, each once.
func (o outlines) closure(glyphs []int) []int {
	seen := map[int]bool{}
	for len(glyphs) > 0 {
		g := glyphs[len(glyphs)-1]
		glyphs = glyphs[:len(glyphs)-1]
		if seen[g] {
			continue
		}
		seen[g] = true
		outline := o.glyph(g)
		parts(outline, func(at int) {
			if part := int(binary.BigEndian.Uint16(outline[at:])); part < o.glyphs() {
				glyphs = append(glyphs, part)
			}
		})
	}
	return slices.Sorted(maps.Keys(seen))
}

// patch is the glyphs of a new font, taken from the outlines of another.
type patch struct {
	from             outlines
	index            map[int]int // old glyph to new
	glyf, loca, hmtx []byte
	count            int
}

// newPatch copies the glyphs in the order given.
func (o outlines) newPatch(order []int) *patch {
	p := &patch{from: o, index: make(map[int]int, len(order))}
	for i, g := range order {
		p.index[g] = i
	}
	for _, g := range order {
		outline := slices.Clone(o.glyph(g))
		parts(outline, func(at int) {
			part := p.index[int(binary.BigEndian.Uint16(outline[at:]))] // one that does not exist is .notdef
			binary.BigEndian.PutUint16(outline[at:], uint16(part))
		})
		p.add(outline, o.advance(g), o.bearing(g))
	}
	return p
}

func (p *patch) add(outline []byte, advance int, bearing []byte) {
	p.loca = binary.BigEndian.AppendUint32(p.loca, uint32(len(p.glyf)))
	p.glyf = append(p.glyf, outline...)
	for len(p.glyf)%4 != 0 {
		p.glyf = append(p.glyf, 0)
	}
	p.hmtx = append(binary.BigEndian.AppendUint16(p.hmtx, uint16(advance)), bearing...)
	p.count++
}

// halve adds a glyph that draws the old glyph g moved by shift, half an em wide, and
// returns its number.
func (p *patch) halve(g, shift int) int {
	old := p.from.glyph(g)
	var outline []byte
	bearing := []byte{0, 0}
	if len(old) >= 10 {
		u16 := func(v int) { outline = binary.BigEndian.AppendUint16(outline, uint16(v)) }
		at := func(i int) int { return int(int16(binary.BigEndian.Uint16(old[i:]))) }
		u16(-1) // composite
		u16(at(2) + shift)
		u16(at(4))
		u16(at(6) + shift)
		u16(at(8))
		u16(wordArguments | offsets)
		u16(p.index[g])
		u16(shift)
		u16(0)
		bearing = outline[2:4]
	}
	p.add(outline, p.from.unitsPerEm/2, bearing)
	return p.count - 1
}

// tables returns the new font's tables, but for its character map.
func (p *patch) tables() (map[string][]byte, error) {
	if p.count > 0xFFFF {
		return nil, fmt.Errorf("%d glyphs are more than a font can hold", p.count)
	}
	old := p.from.tables
	head, hhea, maxp := slices.Clone(old["head"]), slices.Clone(old["hhea"]), slices.Clone(old["maxp"])
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets in loca
	binary.BigEndian.PutUint16(head[52:], 0) // the PDF maker complains on the console of any other format
	binary.BigEndian.PutUint16(hhea[32:], 0)
	binary.BigEndian.PutUint16(hhea[34:], uint16(p.count))
	binary.BigEndian.PutUint16(maxp[4:], uint16(p.count))
	if len(maxp) >= 32 { // room for halves, which are composed of one glyph, itself perhaps composed
		raise := func(at int, to uint16) {
			binary.BigEndian.PutUint16(maxp[at:], max(binary.BigEndian.Uint16(maxp[at:]), to))
		}
		raise(10, binary.BigEndian.Uint16(maxp[6:])) // points
		raise(12, binary.BigEndian.Uint16(maxp[8:])) // contours
		raise(28, 1)
		raise(30, 2)
	}
	return map[string][]byte{
		"glyf": p.glyf, "loca": binary.BigEndian.AppendUint32(p.loca, uint32(len(p.glyf))), "hmtx": p.hmtx,
		"head": head, "hhea": hhea, "maxp": maxp,
		"OS/2": whole(old["OS/2"]),
		"name": {0, 0, 0, 0, 0, 6}, // no names: the PDF gives it one
		"post": append([]byte{0, 3, 0, 0}, make([]byte, 28)...),
		"cvt ": old["cvt "], "fpgm": old["fpgm"], "prep": old["prep"],
	}, nil
}

// whole returns a copy of an OS/2 table that is as long as its version says, else nothing:
// a PDF does well without one.
func whole(os2 []byte) []byte {
	if len(os2) < 78 || len(os2) < 96 && binary.BigEndian.Uint16(os2) > 1 {
		return nil
	}
	return slices.Clone(os2)
}
