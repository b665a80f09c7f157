package hostile

import (
	"encoding/binary"
	"unicode/utf16"
)

const (
	sector    = 512
	endOfFile = 0xFFFFFFFE
	fatSector = 0xFFFFFFFD
	free      = 0xFFFFFFFF
)

// container is a compound file (OLE) in parts, so that each can be wrong.
type container struct {
	header    []byte
	fat       []uint32
	directory []byte
	stream    []byte
}

// compound wraps a stream as the workbook of a compound file; change may spoil it first.
func compound(stream []byte, change func(*container)) []byte {
	return compoundOf("Workbook", stream, change)
}

func compoundOf(name string, stream []byte, change func(*container)) []byte {
	le := binary.LittleEndian
	size := len(stream)
	sectors := (size + sector - 1) / sector
	fats := (sectors + 2 + sector/4 - 1) / (sector / 4)
	for fats*(sector/4) < fats+1+sectors {
		fats++
	}
	c := &container{header: make([]byte, sector), directory: make([]byte, sector), stream: append(stream, make([]byte, sectors*sector-size)...)}
	copy(c.header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		le.PutUint16(c.header[at:], v)
	}
	for at, v := range map[int]uint32{44: uint32(fats), 48: uint32(fats), 56: 4096, 60: endOfFile, 68: endOfFile} {
		le.PutUint32(c.header[at:], v)
	}
	for i := range 109 {
		v := uint32(free)
		if i < fats {
			v = uint32(i)
		}
		le.PutUint32(c.header[76+4*i:], v)
	}
	for range fats {
		c.fat = append(c.fat, fatSector)
	}
	c.fat = append(c.fat, endOfFile) // the directory
	for i := range sectors {
		next := uint32(fats + 1 + i + 1)
		if i == sectors-1 {
			next = endOfFile
		}
		c.fat = append(c.fat, next)
	}
	for len(c.fat)%(sector/4) != 0 {
		c.fat = append(c.fat, free)
	}
	directoryEntry(c.directory, "Root Entry", 5, 1, endOfFile, 0)
	directoryEntry(c.directory[128:], name, 2, free, uint32(fats+1), uint32(size))
	if change != nil {
		change(c)
	}
	data := c.header
	for _, v := range c.fat {
		data = le.AppendUint32(data, v)
	}
	return append(append(data, c.directory...), c.stream...)
}

func directoryEntry(b []byte, name string, kind byte, child, start, size uint32) {
	le := binary.LittleEndian
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		le.PutUint16(b[2*i:], u)
	}
	le.PutUint16(b[64:], uint16(2*len(units)+2))
	b[66], b[67] = kind, 1
	for at, v := range map[int]uint32{68: free, 72: free, 76: child, 116: start, 120: size} {
		le.PutUint32(b[at:], v)
	}
}
