package rows

import (
	"testing"

	"taizhang/importer/finding"
)

// A cell that is merged over all lines of a row comes once, also where the list was changed beside.
func TestNewCells(t *testing.T) {
	var k seen
	at := func(n int) finding.Place { return finding.Place{}.At(n, 1) }
	row, other := at(100), at(200)
	have := append([]int{1}, newOf(&k, row, []int{1}, []int{1, 2}, at)...)
	have = append(have, newOf(&k, row, have, []int{2, 3}, at)...)
	have = append(have, 4)
	if got := newOf(&k, row, have, []int{1, 4, 5}, at); len(got) != 1 || got[0] != 5 {
		t.Errorf("new are %v", got)
	}
	if got := newOf(&k, other, nil, []int{1}, at); len(got) != 1 {
		t.Errorf("new to another row are %v", got)
	}
}
