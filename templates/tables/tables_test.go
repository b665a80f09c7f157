package tables

import (
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	for year, want := range map[int]struct {
		id         string
		t2, t3, t4 int
	}{2019: {"2019", 22, 161, 15}, 2020: {"2019", 22, 161, 15}, 2021: {"2021", 10, 175, 15}, 2026: {"2021", 10, 175, 15}} {
		f, err := Of(year, nil)
		if err != nil {
			t.Fatal(err)
		}
		if f.ID != want.id || len(f.Tables) != 3 {
			t.Fatalf("%d: form %s with %d tables", year, f.ID, len(f.Tables))
		}
		for i, n := range []int{want.t2, want.t3, want.t4} {
			if got := len(f.Tables[i].Indicators); got != n {
				t.Errorf("%d: %s has %d numbers, want %d", year, f.Tables[i].ID, got, n)
			}
		}
	}
	if f, err := Of(2018, nil); f != nil || err != nil {
		t.Errorf("2018: %v, %v", f, err)
	}
}

var _ = strings.Join
