// Package press compresses the parts of a workbook while they are written, several blocks at a time.
package press

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"
)

const (
	blockSize = 256 << 10 // of a text, compressed at once
	level     = flate.BestSpeed
)

// ending closes a compressed text: a last block without content (RFC 1951).
var ending = []byte{0x03, 0x00}

// Stream is a text that is compressed while it grows, in blocks that stand alone: several
// at the same time, and the bytes don't depend on how many. The zero stream is empty.
type Stream struct {
	open    []byte // of the block that is being filled
	blocks  []*block
	pending sync.WaitGroup
}

// block is a compressed piece of a text, which more can follow.
type block struct {
	packed []byte
	sum    uint32 // CRC-32 of the text
	size   int    // of the text, in bytes
}

var (
	presses = make(chan struct{}, runtime.GOMAXPROCS(0)) // bounds the blocks that are compressed at a time
	drafts  = sync.Pool{New: func() any { b := make([]byte, 0, blockSize+blockSize/4); return &b }}
)

// Write never fails.
func (s *Stream) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		n := min(blockSize-len(s.open), len(rest))
		s.open = append(s.Room(), rest[:n]...)
		rest = rest[n:]
		s.settle()
	}
	return len(b), nil
}

// WriteString never fails.
func (s *Stream) WriteString(text string) { s.Take(append(s.Room(), text...)) }

// Room is the block that is being filled, for whoever appends to it; take takes it back.
func (s *Stream) Room() []byte {
	if s.open == nil {
		s.open = (*drafts.Get().(*[]byte))[:0]
	}
	return s.open
}

// Take takes back the room with what was appended to it.
func (s *Stream) Take(room []byte) {
	s.open = room
	s.settle()
}

// Waiting returns the size of the room that the stream holds for what is not compressed yet.
func (s *Stream) Waiting() int { return cap(s.open) }

// settle has the block compressed where it is full.
func (s *Stream) settle() {
	if len(s.open) >= blockSize {
		s.Cut()
	}
}

// Cut ends the block that is being filled, however short, and gives its room back.
func (s *Stream) Cut() {
	if len(s.open) == 0 {
		return
	}
	text, b := s.open, &block{}
	s.open, s.blocks = nil, append(s.blocks, b)
	presses <- struct{}{}
	s.pending.Go(func() {
		b.press(text)
		drafts.Put(&text)
		<-presses
	})
}

// Join puts another stream behind this one. The other is not written to any more.
func (s *Stream) Join(other *Stream) {
	s.Cut()
	other.end()
	s.blocks = append(s.blocks, other.blocks...)
}

// end waits until all is compressed.
func (s *Stream) end() {
	s.Cut()
	s.pending.Wait()
}

// WriteTo writes the text as a file of a zip, without a time.
func (s *Stream) WriteTo(z *zip.Writer, name string) error {
	s.end()
	h := &zip.FileHeader{Name: name, Method: zip.Deflate,
		CompressedSize64: uint64(len(ending)), ModifiedDate: 1<<5 | 1} // 1980-01-01, where the calendar of zip begins
	for _, b := range s.blocks {
		h.CRC32 = joined(h.CRC32, b.sum, b.size)
		h.UncompressedSize64 += uint64(b.size)
		h.CompressedSize64 += uint64(len(b.packed))
	}
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	for _, b := range s.blocks {
		if _, err := w.Write(b.packed); err != nil {
			return err
		}
	}
	_, err = w.Write(ending)
	return err
}

// deflater compresses one text after the other; it is kept, because it takes a megabyte.
type deflater struct {
	out bytes.Buffer
	*flate.Writer
}

func newDeflater() *deflater {
	d := &deflater{}
	d.Writer, _ = flate.NewWriter(&d.out, level) // fails for an unknown level only
	return d
}

var deflaters = sync.Pool{New: func() any { return newDeflater() }}

func (b *block) press(text []byte) {
	d := deflaters.Get().(*deflater)
	b.pressWith(d, text)
	deflaters.Put(d)
}

func (b *block) pressWith(d *deflater, text []byte) {
	d.out.Reset()
	d.Reset(&d.out)
	_, _ = d.Write(text) // a buffer takes everything
	_ = d.Flush()
	*b = block{bytes.Clone(d.out.Bytes()), crc32.ChecksumIEEE(text), len(text)}
}

// joined returns the CRC-32 of two texts, one behind the other, from that of each and the
// second one's size: the first moves up by as many places as the second has.
func joined(first, second uint32, size int) uint32 {
	for step := uint32(1 << 23); size > 0; size >>= 1 { // x^8 and its squares
		if size&1 == 1 {
			first = times(step, first)
		}
		step = times(step, step)
	}
	return first ^ second
}

// times multiplies two polynomials over GF(2) modulo that of the CRC, the highest bit
// being the constant term.
func times(a, b uint32) uint32 {
	p := uint32(0)
	for m := uint32(1 << 31); m != 0; m >>= 1 {
		if a&m != 0 {
			p ^= b
		}
		low := b & 1
		b >>= 1
		if low == 1 {
			b ^= crc32.IEEE
		}
	}
	return p
}
