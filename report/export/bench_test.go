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
