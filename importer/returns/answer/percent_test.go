package answer

import (
	"math"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/known"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// A percentage is a number that the text says, or nothing.
func FuzzPercent(f *testing.F) {
	for _, s := range []string{"80%", "80％", "约80%", "八成", "0.855", "-5%", "3项", "１２．５％", "100000000%", "1e5", "NaN", "Inf", "0x10", "1_000", "完成80%", "80%-90%", "\xff%"} {
		f.Add(s, 0.8, uint8(0), "0%")
	}
	r := &Taker{Reader: New(known.New(&plan.Plan{Year: 2021}, words.Default(), nil)), Block: &table.Block{}, Sheet: &Sheet{Sheet: &table.Sheet{}}}
	f.Fuzz(func(t *testing.T, s string, number float64, kind uint8, format string) {
		if p, ok := status.Percent(s); ok {
			if !(p >= 0) || math.IsInf(p, 0) {
				t.Fatalf("%q reads %v", s, p)
			}
			if again, ok := status.Percent(" " + s + "\u3000"); !ok || again != p {
				t.Fatalf("%q reads %v, with space around it %v", s, p, again)
			}
		}
		for _, cell := range []grid.Cell{{Kind: grid.Text, Text: s}, {Kind: grid.Number, Number: number, Text: "1", Format: format}} {
			var row returns.Row
			r.takePercent(&row, cell, scale(kind%3))
			if p := row.Percent.Value; !(p >= 0 && p <= 100000) {
				t.Fatalf("%+v reads %v", cell, p)
			}
			if row.Percent.Given() && len(row.Findings) > 0 {
				t.Fatalf("%+v is both taken and not understood", cell)
			}
			r.takeStatus(&row, cell)
			if p := row.Percent.Value; !(p >= 0 && p <= 100000) {
				t.Fatalf("as a status, %+v reads %v", cell, p)
			}
		}
	})
}
