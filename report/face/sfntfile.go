package face

import (
	"encoding/binary"
	"errors"
	"maps"
	"math/bits"
	"slices"
)

// errTooMany comes where a text uses more different characters than a character map of
// 16-bit codes can list; a text would have to hold about eight thousand.
var errTooMany = errors.New("too many different characters for one face")

// characterMap returns a cmap table with a single subtable of format 4 that leads each
// code to its glyph.
func characterMap(glyphs map[rune]int) ([]byte, error) {
	type segment struct{ first, last, glyph int }
	var segments []segment
	for _, code := range slices.Sorted(maps.Keys(glyphs)) {
		c, g := int(code), glyphs[code]
		if n := len(segments); n > 0 {
			if s := &segments[n-1]; s.last+1 == c && s.glyph+c-s.first == g {
				s.last = c
				continue
			}
		}
		segments = append(segments, segment{c, c, g})
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 0}) // the format ends so
	n := len(segments)
	if 16+8*n > 0xFFFF {
		return nil, errTooMany
	}
	power := bits.Len(uint(n)) - 1
	u16 := func(b []byte, values ...int) []byte {
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		return b
	}
	table := u16(nil, 0, 1, 3, 1, 0, 12) // version, one subtable: Windows, Unicode BMP, at 12
	table = u16(table, 4, 16+8*n, 0, 2*n, 2<<power, power, 2*n-2<<power)
	for _, s := range segments {
		table = u16(table, s.last)
	}
	table = u16(table, 0)
	for _, s := range segments {
		table = u16(table, s.first)
	}
	for _, s := range segments {
		table = u16(table, s.glyph-s.first)
	}
	return append(table, make([]byte, 2*n)...), nil
}

// assemble writes tables as a TrueType file; those that are empty are left out.
func assemble(tables map[string][]byte) []byte {
	maps.DeleteFunc(tables, func(_ string, t []byte) bool { return len(t) == 0 })
	n := len(tables)
	power := bits.Len(uint(n)) - 1
	file := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		file = binary.BigEndian.AppendUint16(file, uint16(v))
	}
	at := 12 + 16*n
	var body []byte
	for _, tag := range slices.Sorted(maps.Keys(tables)) {
		table := tables[tag]
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		file = append(file, tag...)
		file = binary.BigEndian.AppendUint32(file, checksum(table))
		file = binary.BigEndian.AppendUint32(file, uint32(at+len(body)))
		file = binary.BigEndian.AppendUint32(file, uint32(len(table)))
		body = append(body, table...)
	}
	return append(file, body...)
}

func checksum(table []byte) uint32 {
	var sum uint32
	for len(table) >= 4 {
		sum += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}
