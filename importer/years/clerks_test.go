package years

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/numbers"
)

const clerks = "testdata/clerks"

// TestClerks reads base data in layouts that were written without the reader in mind: each number is what
// its clerk meant or is held, no number is made up, and what is held is said.
func TestClerks(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(clerks, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]map[string]any
	if err := json.Unmarshal(text, &truth); err != nil {
		t.Fatal(err)
	}
	if len(truth) < 6 {
		t.Fatalf("%d layouts", len(truth))
	}
	for name, want := range truth {
		l, err := importer.Load(context.Background(), importer.Options{Folder: filepath.Join(clerks, name, "2021")})
		if err != nil {
			t.Fatal(err)
		}
		for i, ind := range l.Numbers.Form.Indicators() {
			fig := l.Numbers.Figures[i]
			var have any = string(fig.State)
			if fig.State.Counts() {
				have = fig.Amount.Float()
			}
			w, known := want[ind.ID]
			if !known && fig.State.Counts() || known && have != w {
				t.Errorf("%s: %s is %v, want %v", name, ind.ID, have, w)
			}
			if fig.State == numbers.Text && !saidOf(l, fig) {
				t.Errorf("%s: nobody is told of %s", name, ind.ID)
			}
		}
		if cells := l.Totals.Cells; cells.Unread > 0 {
			t.Errorf("%s: %d cells unread", name, cells.Unread)
		}
	}
}

// saidOf reports whether a finding names a cell of a number that can't be read.
func saidOf(l *ledger.Ledger, fig numbers.Figure) bool {
	for _, f := range l.Findings {
		for _, p := range fig.Parts {
			if f.Code == finding.NumberUnreadable && f.Place == p.At {
				return true
			}
		}
	}
	return false
}
