package xlsx

import (
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

// stream is a text that is compressed while it grows, in blocks that stand alone: several
// at the same time, and the bytes don't depend on how many. The zero stream is empty.
type stream struct {
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
func (s *stream) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		n := min(blockSize-len(s.open), len(rest))
		s.open = append(s.room(), rest[:n]...)
		rest = rest[n:]
		s.settle()
	}
	return len(b), nil
}

// WriteString never fails.
func (s *stream) WriteString(text string) { s.open = append(s.room(), text...); s.settle() }

// room is the block that is being filled, for whoever appends to it; settle takes it back.
func (s *stream) room() []byte {
	if s.open == nil {
		s.open = (*drafts.Get().(*[]byte))[:0]
	}
	return s.open
}

// settle has the block compressed where it is full.
func (s *stream) settle() {
	if len(s.open) >= blockSize {
		s.cut()
	}
}

func (s *stream) cut() {
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

// join puts another stream behind this one. The other is not written to any more.
func (s *stream) join(other *stream) {
	s.cut()
	other.end()
	s.blocks = append(s.blocks, other.blocks...)
}

// end waits until all is compressed.
func (s *stream) end() {
	s.cut()
	s.pending.Wait()
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
