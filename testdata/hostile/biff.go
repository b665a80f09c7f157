package hostile

import (
	"encoding/binary"
	"unicode/utf16"
)

// biff is the record stream of an Excel 97-2003 workbook in parts.
type biff struct {
	globals, sheet []byte // their records, without beginning and end
	strings        []string
	count          uint32 // of strings, as the table claims
	offset         uint32 // of the sheet as claimed; 0 for where it is
	again          int    // how many more sheets are claimed to begin there
}

func record(kind uint16, body []byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, kind)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(body)))
	return append(b, body...)
}

func words16(values ...uint16) []byte {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	return b
}

// wide is a string of the format: its length, flags and UTF-16.
func wide(s string, length int) []byte {
	units := utf16.Encode([]rune(s))
	b := words16(uint16(len(units)))[:length]
	return append(append(b, 1), words16(units...)...)
}

// biff is the patient's return as records.
func (p *Patient) biff() *biff {
	b := &biff{globals: record(0x00E0, make([]byte, 20))}
	for row, cells := range p.table() {
		for col, s := range cells {
			b.sheet = append(b.sheet, record(0x00FD, append(words16(uint16(row), uint16(col), 0), binary.LittleEndian.AppendUint32(nil, uint32(len(b.strings)))...))...)
			b.strings = append(b.strings, s)
		}
	}
	b.count = uint32(len(b.strings))
	return b
}

// bytes puts the records together, and fills up to what a stream of its own takes.
func (b *biff) bytes() []byte {
	table := binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, b.count), b.count)
	for _, s := range b.strings {
		table = append(table, wide(s, 2)...)
	}
	data := record(0x0809, words16(0x0600, 0x0005, 0, 0, 0, 0, 0, 0))
	data = append(data, b.globals...)
	data = append(data, record(0x00FC, table)...)
	bound := append(make([]byte, 6), wide("报送表", 1)...)
	at := uint32(len(data) + (4+len(bound))*(1+b.again) + 4)
	if b.offset != 0 {
		at = b.offset
	}
	binary.LittleEndian.PutUint32(bound, at)
	for range 1 + b.again {
		data = append(data, record(0x0085, bound)...)
	}
	data = append(data, record(0x000A, nil)...)
	data = append(data, record(0x0809, words16(0x0600, 0x0010, 0, 0, 0, 0, 0, 0))...)
	data = append(append(data, b.sheet...), record(0x000A, nil)...)
	for len(data) < 4096 {
		data = append(data, record(0, nil)...) // nothing, so often
	}
	return data
}
