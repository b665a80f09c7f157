package inbox

import (
	"testing"

	"taizhang/importer/ledger"
)

// A file bears the sign that the board gives the same state: ✕ is what could not be read, ▲ what waits.
func TestTheSignOfAFile(t *testing.T) {
	for want, files := range map[string][]Dropped{
		"✕": {{Scan: true}, {Wrong: []string{"空表"}}},
		"▲": {{Wrong: []string{"对不上"}, Rows: ledger.Count{Merged: 3, Held: 1}}, {Wrong: []string{"部门不明"}, Rows: ledger.Count{Held: 3}},
			{Doubts: []string{"请看"}, Rows: ledger.Count{Merged: 3}}, {Rows: ledger.Count{Merged: 3, Held: 1}}, {Other: 2}},
		"●": {{Rows: ledger.Count{Merged: 3}}},
		"＝": {{Held: "第一季度/办公室.xlsx", Wrong: []string{"空表"}}},
	} {
		for _, d := range files {
			if got := d.Sign(); got != want {
				t.Errorf("%+v: %s, want %s", d, got, want)
			}
		}
	}
}
