package importer

import (
	"math/rand/v2"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/returns/reader"
	"taizhang/importer/status"
)

// seeds is how many returns are generated; each is checked against a known truth.
const seeds = 600

// made is a generated return and what is true of it.
type made struct {
	book  *grid.Book
	truth map[int]answer // by sheet row
}

// answer is what one row truly says; requirement is 0 for an invented row.
type answer struct {
	requirement int
	status      status.Status
	completed   period.Date
}

// TestGeneratedReturns reads returns in random layouts with random noise. A wrong
// placement is worse than a held row: precision is 1, and nearly every true row is placed.
func TestGeneratedReturns(t *testing.T) {
	p, w, _, err := readPlan(Options{Folder: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	reader := reader.New(p, w, nil)
	rows, placed, statuses, dates, datesRight := 0, 0, 0, 0, 0
	for seed := range seeds {
		g := &generator{rng: rand.New(rand.NewPCG(uint64(seed), 2021)), plan: p}
		m := g.generate(seed)
		got := reader.Read(m.book)
		l := merge.Merge(p, got.Returns, got.Findings, merge.Options{AsOf: period.Quarter{Year: 2021, N: 4}, Partial: true})
		if !l.Totals.Rows.Balances() {
			t.Fatalf("seed %d: rows do not balance: %+v", seed, l.Totals.Rows)
		}
		byRow := map[int]ledger.Row{}
		for _, r := range l.Rows {
			byRow[r.At.Row()] = r
		}
		for row, want := range m.truth {
			r, ok := byRow[row]
			if !ok {
				t.Errorf("seed %d: row %d was not read", seed, row)
				continue
			}
			if r.Fate == ledger.Merged && r.Requirement != want.requirement {
				t.Errorf("seed %d: row %d %q placed on %d, truly %d", seed, row, r.Text, r.Requirement, want.requirement)
			}
			if want.requirement == 0 {
				continue
			}
			rows++
			if r.Fate == ledger.Merged {
				placed++
			}
		}
		for _, e := range l.Entries {
			want := m.truth[e.Row.At.Row()]
			if want.requirement != e.Requirement {
				continue
			}
			if e.Row.Status.Value == want.status {
				statuses++
			} else if testing.Verbose() {
				t.Logf("seed %d: row %d said %q reads %q, truly %q", seed, e.Row.At.Row(), e.Row.Status.Said, e.Row.Status.Value, want.status)
			}
			if !want.completed.IsZero() {
				dates++
				if e.Row.CompletedOn.Value == want.completed {
					datesRight++
				} else if testing.Verbose() {
					t.Logf("seed %d: row %d date %q reads %v, truly %v", seed, e.Row.At.Row(), e.Row.CompletedOn.Said, e.Row.CompletedOn.Value, want.completed)
				}
			}
		}
	}
	share := func(n, of int) float64 { return float64(n) / float64(max(1, of)) }
	t.Logf("%d returns, %d true rows: placed %.4f, status right %.4f of placed, date right %.4f of %d", seeds, rows,
		share(placed, rows), share(statuses, placed), share(datesRight, dates), dates)
	if rows < 5*seeds || dates < seeds {
		t.Fatalf("only %d rows and %d dates: the generator makes nothing", rows, dates)
	}
	if share(placed, rows) < 0.99 || share(statuses, placed) < 0.99 || share(datesRight, dates) < 0.99 {
		t.Error("below 0.99")
	}
}
