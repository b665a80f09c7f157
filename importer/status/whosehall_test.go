package status

import (
	"testing"

	"taizhang/templates/words"
)

// TestWhoseHall: any hall that a district has may open what is said of its status, and no act of one.
func TestWhoseHall(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"美术馆已完成": Completed, "区档案馆正在推进": InProgress, "县图书馆已完成": Completed,
	} {
		if got := g.Cell(text).Status; got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}
