package export

import (
	"io"
	"slices"
	"testing"
)

// BenchmarkWrite prints 台账.json with 25,000 entries.
func BenchmarkWrite(b *testing.B) {
	l := small()
	l.Entries = slices.Repeat(l.Entries, 25000)
	l.Rows = slices.Repeat(l.Rows, 25000)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, l); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkText prints a sentence as most are.
func BenchmarkText(b *testing.B) {
	var out []byte
	for b.Loop() {
		out = appendText(out[:0], "对照任务清单，办公室开展自查33次，发现问题2个，均已建立整改台账，召开专题会议73次，印发工作方案39份。")
	}
}
