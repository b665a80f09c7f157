package ledgerbook

import (
	"fmt"
	"io"
	"testing"

	"taizhang/report/document"
	"taizhang/report/internal/trial"
)

// BenchmarkWrite writes 台账.xlsx of 40 and of 1,000 returns.
func BenchmarkWrite(b *testing.B) {
	for _, departments := range []int{10, 250} {
		l := trial.Wide(b, departments)
		b.Run(fmt.Sprintf("%d returns", departments*4), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, l, document.Document{}, "..", "v1"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
