package book

import (
	"fmt"
	"io"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// wideYear is the year of a bureau with so many departments.
func wideYear(tb testing.TB, departments int) *ledger.Ledger {
	tb.Helper()
	p := issued(tb, len(roster), 15)
	for i := len(roster); i < departments; i++ {
		p.Roster.Departments = append(p.Roster.Departments[:i:i], plan.Department{Name: fmt.Sprintf("第%d文化站", i), Kind: plan.Affiliate})
	}
	var rs []returns.Return
	var inputs []ledger.Input
	for n := 1; n <= 4; n++ {
		for d, dept := range p.Roster.Departments {
			r := sent(p, dept.Name, d, period.Quarter{Year: 2021, N: n})
			rs = append(rs, r)
			inputs = append(inputs, ledger.Input{File: r.File, Sum: r.Sum, Format: "xlsx", State: ledger.FileRead})
		}
	}
	return ledger.Merge(p, rs, nil, ledger.Options{AsOf: period.Quarter{Year: 2021, N: 4}, Inputs: inputs})
}

// BenchmarkWrite writes 台账.xlsx of 40 and of 1,000 returns.
func BenchmarkWrite(b *testing.B) {
	for _, departments := range []int{10, 250} {
		l := wideYear(b, departments)
		b.Run(fmt.Sprintf("%d returns", departments*4), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, l, "..", "v1"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSlip writes the slip of one department, without its own sheets.
func BenchmarkSlip(b *testing.B) {
	slips := Slips(wideYear(b, 10), "test")
	b.ReportAllocs()
	for b.Loop() {
		if err := slips[0].Write(io.Discard, func(string) *grid.Book { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSlips finds out what each department of 1,000 returns has to mend.
func BenchmarkSlips(b *testing.B) {
	l := wideYear(b, 250)
	b.ReportAllocs()
	for b.Loop() {
		Slips(l, "test")
	}
}
