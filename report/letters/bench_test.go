package letters

import (
	"io"
	"testing"

	"taizhang/importer/grid"
	"taizhang/report/internal/trial"
)

// BenchmarkSlip writes the slip of one department, without its own sheets.
func BenchmarkSlip(b *testing.B) {
	slips := Slips(trial.Wide(b, 10), "test")
	b.ReportAllocs()
	for b.Loop() {
		if err := slips[0].Write(io.Discard, func(string) *grid.Book { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSlips finds out what each department of 1,000 returns has to mend.
func BenchmarkSlips(b *testing.B) {
	l := trial.Wide(b, 250)
	b.ReportAllocs()
	for b.Loop() {
		Slips(l, "test")
	}
}
