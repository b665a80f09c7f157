package archive

import (
	"archive/zip"
	"bytes"
	"hash/maphash"
	"sync/atomic"
)

// Parts that come the same in file after file (styles, a theme, relations: nearly half of a
// return's bytes) are inflated and checked once. One is kept when its bytes come for the
// second time, so that sheets, which are never the same, push nothing out.
const (
	commonPlaces = 256
	commonPacked = 4 << 10  // bytes of the largest part that is kept, as it lies in the file
	CommonText   = 64 << 10 // and inflated
)

// commonPlace is where parts with one remainder of their hash lie: the last that came, by
// its hash, and one that came twice.
type commonPlace struct {
	last atomic.Uint64
	part atomic.Pointer[commonPart]
}

type commonPart struct {
	packed []byte
	sum    uint32
	text   string
}

var (
	commons    [commonPlaces]commonPlace
	commonSeed = maphash.MakeSeed()
)

// mayBeCommon reports whether a part is small enough to be kept.
func mayBeCommon(f *zip.File, packed []byte) bool {
	return len(packed) <= commonPacked && f.UncompressedSize64 <= CommonText
}

// common returns the text of a part that has been inflated and checked before.
func common(f *zip.File, packed []byte) (text string, ok bool) {
	p := commonAt(maphash.Bytes(commonSeed, packed)).part.Load()
	if p == nil || p.sum != f.CRC32 || uint64(len(p.text)) != f.UncompressedSize64 || !bytes.Equal(p.packed, packed) {
		return "", false
	}
	return p.text, true
}

// keepCommon keeps a part that has just been inflated and checked, where it comes again.
func keepCommon(f *zip.File, packed []byte, text string) {
	hash := maphash.Bytes(commonSeed, packed)
	at := commonAt(hash)
	if at.last.Swap(hash) == hash {
		at.part.Store(&commonPart{bytes.Clone(packed), f.CRC32, text})
	}
}

func commonAt(hash uint64) *commonPlace { return &commons[hash%commonPlaces] }
