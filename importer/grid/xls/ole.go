package xls

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"

	"taizhang/importer/grid"
)

// Streams of a compound file that hold a workbook: of Excel 97 and later, of Excel 5.0 and 95.
const (
	StreamWorkbook = "Workbook"
	StreamBook     = "Book"
)

// canonical are the names of streams that somebody asks for, as the formats spell them. A
// compound file knows no letter case, and some writers use their own.
var canonical = []string{StreamWorkbook, StreamBook, "WordDocument", "PowerPoint Document", "EncryptedPackage", "EncryptionInfo", "Package", "CONTENTS"}

// Stream is a stream of a compound file. It is read as it is asked for.
type Stream struct {
	Size  int64 // as the directory has it
	file  *compound
	start uint32
	rest  *bytes.Reader // what Read has left
}

const fileCut = "文件不完整，可能没有下载或复制完"

// Streams opens a compound file and returns its root streams by name. What lies in storages, and
// may lie in others without end, is passed over.
func Streams(data []byte) (map[string]*Stream, *grid.Refusal) {
	c, ok := openCompound(data)
	if !ok {
		return nil, grid.Damaged(fileCut)
	}
	byName := map[string]*Stream{}
	for _, e := range c.root() {
		name := e.name
		for _, known := range canonical {
			if strings.EqualFold(name, known) {
				name = known
			}
		}
		if byName[name] == nil {
			byName[name] = &Stream{Size: e.size, file: c, start: e.start}
		}
	}
	return byName, nil
}

// Bytes returns what the stream holds. Nobody may write into it.
func (s *Stream) Bytes() ([]byte, *grid.Refusal) {
	data, ok := s.file.stream(s.start, s.Size)
	if !ok {
		return nil, grid.Damaged(fileCut)
	}
	return data, nil
}

// Read reads on in the stream.
func (s *Stream) Read(p []byte) (int, error) {
	if s.rest == nil {
		data, bad := s.Bytes()
		if bad != nil {
			return 0, io.ErrUnexpectedEOF
		}
		s.rest = bytes.NewReader(data)
	}
	return s.rest.Read(p)
}

// compound is a compound file ([MS-CFB]): a small file system of sectors.
type compound struct {
	data       []byte
	shift      uint     // of the size of a sector
	fat        []uint32 // the sector behind each
	miniFAT    []uint32
	mini       []byte // the stream that the small streams lie in
	miniCutoff int64  // a stream that is smaller lies there
	directory  []byte
}

// Numbers of sectors that are none.
const (
	maxSector  = 0xFFFFFFFA
	noEntry    = 0xFFFFFFFF
	headerSize = 512
	entrySize  = 128
	miniShift  = 6
)

// Kinds of directory entries.
const (
	kindStream = 2
	kindRoot   = 5
)

func openCompound(data []byte) (*compound, bool) {
	if len(data) < headerSize {
		return nil, false
	}
	le := binary.LittleEndian
	c := &compound{data: data, shift: uint(le.Uint16(data[30:])), miniCutoff: int64(le.Uint32(data[56:]))}
	if c.shift != 9 && c.shift != 12 || le.Uint16(data[32:]) != miniShift || c.miniCutoff > 1<<16 {
		return nil, false
	}
	if !c.readFAT() {
		return nil, false
	}
	var ok bool
	if c.directory, ok = c.chain(le.Uint32(data[48:])); !ok || len(c.directory) < entrySize || c.directory[66] != kindRoot {
		return nil, false
	}
	if first := le.Uint32(data[60:]); first < maxSector {
		table, ok := c.chain(first)
		if !ok {
			return nil, false
		}
		c.miniFAT = numbers(table)
		root := entryOf(c.directory[:entrySize], c.shift)
		if c.mini, ok = c.chain(root.start); !ok {
			return nil, false
		}
		c.mini = c.mini[:min(int64(len(c.mini)), root.size)]
	}
	return c, true
}

// readFAT gathers the table of sectors. Where its own sectors lie stands in the header, and for
// a large file in sectors of that kind, each naming the next.
func (c *compound) readFAT() bool {
	lists := [][]byte{c.data[76:headerSize]}
	next, size := binary.LittleEndian.Uint32(c.data[68:]), 1<<c.shift
	for range len(c.data)>>c.shift + 1 {
		if next >= maxSector {
			break
		}
		s := c.sector(next)
		if len(s) < size {
			return false
		}
		lists = append(lists, s[:size-4])
		next = binary.LittleEndian.Uint32(s[size-4:])
	}
	if next < maxSector {
		return false // a ring
	}
	most := len(c.data)>>c.shift/(size/4) + 1 // so many cover the file
	for _, list := range lists {
		for _, n := range numbers(list) {
			if n >= maxSector {
				continue
			}
			s := c.sector(n)
			if len(s) < size || most < 0 {
				return false
			}
			c.fat = append(c.fat, numbers(s)...)
			most--
		}
	}
	return len(c.fat) > 0
}

func numbers(b []byte) []uint32 {
	ns := make([]uint32, len(b)/4)
	for i := range ns {
		ns[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return ns
}

// sector returns the bytes of a sector, fewer where the file ends in it, nil outside it.
func (c *compound) sector(n uint32) []byte {
	from := (int64(n) + 1) << c.shift
	if from >= int64(len(c.data)) {
		return nil
	}
	return c.data[from:min(int64(len(c.data)), from+1<<c.shift)]
}

// chain returns the sectors of a chain one behind the other; ok is false where it breaks or
// comes back to where it was. Sectors that lie in a row, as they mostly do, are not copied.
func (c *compound) chain(first uint32) (data []byte, ok bool) {
	run, inRow := c.run(first)
	if inRow {
		return run, true
	}
	for n, left := first, len(c.fat); n < maxSector; left-- {
		s := c.sector(n)
		if s == nil || int(n) >= len(c.fat) || left == 0 {
			return nil, false
		}
		data = append(data, s...)
		n = c.fat[n]
	}
	return data, true
}

// run returns a chain whose sectors lie in a row.
func (c *compound) run(first uint32) (data []byte, ok bool) {
	if first >= maxSector || int(first) >= len(c.fat) {
		return nil, first >= maxSector
	}
	last := first
	for c.fat[last] == last+1 && int(last+1) < len(c.fat) {
		last++
	}
	from, to := (int64(first)+1)<<c.shift, (int64(last)+2)<<c.shift
	if c.fat[last] < maxSector || from >= int64(len(c.data)) || to-1<<c.shift >= int64(len(c.data)) {
		return nil, false
	}
	return c.data[from:min(to, int64(len(c.data)))], true
}

// stream returns the bytes of a stream.
func (c *compound) stream(start uint32, size int64) (data []byte, ok bool) {
	if size < 0 || size > int64(len(c.data)) {
		return nil, false
	}
	if size >= c.miniCutoff {
		data, ok = c.chain(start)
		if !ok || int64(len(data)) < size {
			return nil, false
		}
		return data[:size], true
	}
	const sector = 1 << miniShift
	for n := start; int64(len(data)) < size; n = c.miniFAT[n] {
		from := int64(n) << miniShift
		if n >= maxSector || int(n) >= len(c.miniFAT) || from >= int64(len(c.mini)) {
			return nil, false
		}
		data = append(data, c.mini[from:min(int64(len(c.mini)), from+sector)]...)
	}
	return data[:size], true
}

// entry is an entry of the directory.
type entry struct {
	name               string
	kind               byte
	left, right, child uint32
	start              uint32
	size               int64
}

func entryOf(b []byte, shift uint) entry {
	le := binary.LittleEndian
	e := entry{kind: b[66], left: le.Uint32(b[68:]), right: le.Uint32(b[72:]), child: le.Uint32(b[76:]), start: le.Uint32(b[116:]), size: int64(le.Uint64(b[120:]))}
	if shift == 9 {
		e.size &= 0xFFFFFFFF // old writers leave rubbish in the upper half
	}
	if n := int(le.Uint16(b[64:])); n >= 2 && n <= 64 {
		units := make([]uint16, n/2-1)
		for i := range units {
			units[i] = le.Uint16(b[2*i:])
		}
		e.name = string(utf16.Decode(units))
	}
	return e
}

// root returns the streams at the root, in the order of the directory's tree. Each entry is
// looked at once, so that a tree which is none ends too.
func (c *compound) root() []entry {
	count := uint32(len(c.directory) / entrySize)
	at := func(n uint32) entry { return entryOf(c.directory[n*entrySize:][:entrySize], c.shift) }
	seen := make([]bool, count)
	var streams []entry
	waiting := []uint32{at(0).child}
	for len(waiting) > 0 {
		n := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if n == noEntry || n >= count || seen[n] {
			continue
		}
		seen[n] = true
		e := at(n)
		if e.kind == kindStream {
			streams = append(streams, e)
		}
		waiting = append(waiting, e.right, e.left)
	}
	return streams
}
