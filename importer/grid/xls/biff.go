package xls

import (
	"encoding/binary"
	"math"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
)

// Records of a BIFF8 stream that the reader knows ([MS-XLS] 2.3). Formulas have the numbers of
// earlier versions in what some programs write. Cells of Excel 2 are no records of this format.
const (
	recInteger2    = 0x0002
	recNumber2     = 0x0003
	recLabel2      = 0x0004
	recBoolErr2    = 0x0005
	recFormula     = 0x0006
	recFormula3    = 0x0206
	recFormula4    = 0x0406
	recEOF         = 0x000A
	recDateMode    = 0x0022
	recFilePass    = 0x002F
	recFont        = 0x0031
	recContinue    = 0x003C
	recColInfo     = 0x007D
	recBoundSheet  = 0x0085
	recPalette     = 0x0092
	recMulRK       = 0x00BD
	recMulBlank    = 0x00BE
	recRString     = 0x00D6
	recXF          = 0x00E0
	recMergeCells  = 0x00E5
	recSST         = 0x00FC
	recLabelSST    = 0x00FD
	recHLink       = 0x01B8
	recBlank       = 0x0201
	recNumber      = 0x0203
	recLabel       = 0x0204
	recBoolErr     = 0x0205
	recString      = 0x0207
	recRow         = 0x0208
	recRK          = 0x027E
	recFormat      = 0x041E
	recBOF         = 0x0809
	biff8          = 0x0600
	bofGlobals     = 0x0005
	bofSheet       = 0x0010
	stringWide     = 0x01 // UTF-16 and not one byte a character
	stringExtended = 0x04 // phonetic data follows
	stringRich     = 0x08 // formatting runs follow
)

// biff reads a stream record by record. A record that reaches beyond the stream is damage.
type biff struct {
	data []byte
	pos  int
	kind uint16
	body fields
	page *codePage // of the texts, nil for Unicode
	bad  *grid.Refusal
}

const streamCut = "工作簿内容中断，没有写完"

// next moves to the next record; false at the stream's end or on damage.
func (b *biff) next() bool {
	if b.bad != nil || b.pos == len(b.data) {
		return false
	}
	if len(b.data)-b.pos < 4 {
		b.bad = grid.Damaged(streamCut)
		return false
	}
	b.kind = binary.LittleEndian.Uint16(b.data[b.pos:])
	n := int(binary.LittleEndian.Uint16(b.data[b.pos+2:]))
	b.pos += 4
	if n > len(b.data)-b.pos {
		b.bad = grid.Damaged(streamCut)
		return false
	}
	b.body = fields{parts: [][]byte{b.data[b.pos : b.pos+n]}, page: b.page}
	b.pos += n
	return true
}

// gather adds the CONTINUE records that follow to the body.
func (b *biff) gather() {
	for len(b.data)-b.pos >= 4 && binary.LittleEndian.Uint16(b.data[b.pos:]) == recContinue {
		n := int(binary.LittleEndian.Uint16(b.data[b.pos+2:]))
		if n > len(b.data)-b.pos-4 {
			b.bad = grid.Damaged(streamCut)
			return
		}
		b.body.parts = append(b.body.parts, b.data[b.pos+4:b.pos+4+n])
		b.pos += 4 + n
	}
}

// fields takes a record's body apart. Reading past its end sets short and gives zeros.
type fields struct {
	parts [][]byte // the record and its CONTINUE records; the first is being read
	page  *codePage
	short bool
}

// left returns how many bytes the part being read still has.
func (f *fields) left() int {
	if len(f.parts) == 0 {
		return 0
	}
	return len(f.parts[0])
}

// take returns the next n bytes, which must lie in one part.
func (f *fields) take(n int) []byte {
	for len(f.parts) > 1 && len(f.parts[0]) == 0 {
		f.parts = f.parts[1:]
	}
	if n == 0 {
		return nil
	}
	if n < 0 || f.left() < n {
		f.short = true
		f.parts = nil
		return make([]byte, 8)[:min(max(n, 0), 8)]
	}
	piece := f.parts[0][:n]
	f.parts[0] = f.parts[0][n:]
	return piece
}

// skip passes over n bytes, in as many parts as they take.
func (f *fields) skip(n int) {
	for n > f.left() && len(f.parts) > 1 {
		n -= f.left()
		f.parts = f.parts[1:]
	}
	f.take(n)
}

func (f *fields) u8() int        { return int(f.take(1)[0]) }
func (f *fields) u16() int       { return int(binary.LittleEndian.Uint16(f.take(2))) }
func (f *fields) u32() uint32    { return binary.LittleEndian.Uint32(f.take(4)) }
func (f *fields) f64() float64   { return math.Float64frombits(binary.LittleEndian.Uint64(f.take(8))) }
func (f *fields) rk() float64    { return decodeRK(f.u32()) }
func (f *fields) string() string { return f.unicode(f.u16()) }

// unicode reads a string of n characters with its flags: one or two bytes a character,
// formatting runs and phonetic data behind it. Where it runs on into a CONTINUE record,
// that one begins with flags of its own.
func (f *fields) unicode(n int) string {
	if f.page != nil {
		return f.inPage(n)
	}
	flags := f.u8()
	runs, extension := 0, 0
	if flags&stringRich != 0 {
		runs = f.u16()
	}
	if flags&stringExtended != 0 {
		extension = int(f.u32())
	}
	text := f.characters(n, flags&stringWide != 0)
	f.skip(4 * runs)
	f.skip(extension)
	return text
}

func (f *fields) characters(n int, wide bool) string {
	units := make([]uint16, 0, min(n, 4096))
	for n > 0 && !f.short {
		width := 1
		if wide {
			width = 2
		}
		if f.left() < width {
			if f.left() > 0 || len(f.parts) < 2 {
				f.short = true
				break
			}
			f.parts = f.parts[1:]
			wide = f.u8()&stringWide != 0
			continue
		}
		here := min(n, f.left()/width)
		piece := f.take(here * width)
		for i := range here {
			if wide {
				units = append(units, binary.LittleEndian.Uint16(piece[2*i:]))
			} else {
				units = append(units, uint16(piece[i]))
			}
		}
		n -= here
	}
	text, ok := charset.JoinUTF16(units)
	if !ok {
		f.short = true
	}
	return strings.TrimRight(text, "\x00")
}

// decodeRK reads the packed form of a number: an integer or the upper half of a float,
// perhaps times a hundred.
func decodeRK(rk uint32) float64 {
	var v float64
	if rk&2 != 0 {
		v = float64(int32(rk) >> 2)
	} else {
		v = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		v /= 100
	}
	return v
}
