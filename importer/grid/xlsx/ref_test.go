package xlsx

import (
	"testing"

	"taizhang/importer/grid"
)

func TestReferences(t *testing.T) {
	for ref, want := range map[string][2]int{"A1": {1, 1}, "$D$17": {17, 4}, "xfd1048576": {1048576, 16384}, "AA10": {10, 27}} {
		if row, col, ok := parseRef(ref); !ok || row != want[0] || col != want[1] {
			t.Errorf("%s is %d, %d, %v", ref, row, col, ok)
		}
	}
	for _, ref := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "1A", "A-1", "AAAAA1", "甲1"} {
		if _, _, ok := parseRef(ref); ok {
			t.Errorf("%q is taken for a cell", ref)
		}
	}
	for ref, want := range map[string]grid.Span{"B2:D4": {Top: 2, Left: 2, Bottom: 4, Right: 4}, "D4:B2": {Top: 2, Left: 2, Bottom: 4, Right: 4}, "C3": {Top: 3, Left: 3, Bottom: 3, Right: 3}, "A:B": {Top: 1, Left: 1, Bottom: 1048576, Right: 2}, "$2:$3": {Top: 2, Left: 1, Bottom: 3, Right: 16384}} {
		if got, ok := parseSpan(ref); !ok || got != want {
			t.Errorf("%s is %v, %v", ref, got, ok)
		}
	}
	for _, ref := range []string{"", ":", "A1:", "A:1", "B:A", "3:1", "A1:B2:C3"} {
		if _, ok := parseSpan(ref); ok {
			t.Errorf("%q is taken for a range", ref)
		}
	}
}
