package press

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

// inflated returns the text of a stream and checks what is said of it.
func inflated(t *testing.T, s *Stream) (text []byte, packed []byte) {
	t.Helper()
	s.end()
	sum, size := uint32(0), 0
	for _, b := range s.blocks {
		packed = append(packed, b.packed...)
		sum, size = joined(sum, b.sum, b.size), size+b.size
	}
	packed = append(packed, ending...)
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		t.Fatal(err)
	}
	if size != len(text) || sum != crc32.ChecksumIEEE(text) {
		t.Errorf("%d bytes, said to be %d; the sum is wrong: %v", len(text), size, sum != crc32.ChecksumIEEE(text))
	}
	return text, packed
}

// wording is what sentences are made of.
var wording = []string{
	"已在门户网站专栏公开“十四五”规划纲要及政策解读共12篇，点击量3.2万次。",
	"本季度组织培训2场，参训86人次；\n下一步继续做好动态更新。",
	"=HYPERLINK(\"http://example.invalid\",\"点我\")",
	"-持续推进各项工作，均按序时进度完成",
	"按照《市政府系统政策解读工作细则（试行）》要求，健全解读机制，做到解读方案、解读材料与政策文件同步组织、同步审签、同步部署。",
}

// sentences are words in no order, so many bytes of them.
func sentences(size int) []byte {
	rng := rand.New(rand.NewPCG(1, 2))
	var b []byte
	for len(b) < size {
		b = append(b, wording[rng.IntN(len(wording))]...)
	}
	return b[:size]
}

func TestStreamKeepsTheText(t *testing.T) {
	for _, size := range []int{0, 1, blockSize - 1, blockSize, blockSize + 1, 5*blockSize + 77} {
		text := sentences(size)
		var s Stream
		for piece := range slices.Chunk(text, 7001) {
			s.Write(piece)
		}
		if got, _ := inflated(t, &s); !bytes.Equal(got, text) {
			t.Errorf("%d bytes come back as %d others", size, len(got))
		}
	}
}

func TestStreamsJoin(t *testing.T) {
	text := sentences(3 * blockSize)
	var a, b, c Stream
	a.Write(text[:100])
	b.Write(text[100 : 2*blockSize])
	a.Join(&b)
	a.Join(&c)
	a.WriteString(string(text[2*blockSize:]))
	if got, _ := inflated(t, &a); !bytes.Equal(got, text) {
		t.Error("the joined text is another one")
	}
}

// What was compressed before with the same tables doesn't show.
func TestBlocksStandAlone(t *testing.T) {
	text := sentences(blockSize)
	var fresh block
	fresh.pressWith(newDeflater(), text)
	used := newDeflater()
	for i, before := range [][]byte{text, text[1000:], bytes.Repeat([]byte("x"), blockSize), sentences(77), text[:len(text)/2]} {
		var b block
		b.pressWith(used, before)
		b.pressWith(used, text)
		if !bytes.Equal(b.packed, fresh.packed) {
			t.Errorf("after text %d the same text gives other bytes", i)
		}
	}
}

// The bytes depend neither on the pieces in which a text comes nor on how many blocks
// are compressed at the same time.
func TestStreamIsStable(t *testing.T) {
	text := sentences(9*blockSize + 1)
	var want []byte
	for _, processors := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(processors)
		for _, piece := range []int{13, 4096, len(text)} {
			var s Stream
			for p := range slices.Chunk(text, piece) {
				s.Write(p)
			}
			_, got := inflated(t, &s)
			if want == nil {
				want = got
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%d processors, pieces of %d bytes: other bytes", processors, piece)
			}
		}
		runtime.GOMAXPROCS(before)
	}
}
