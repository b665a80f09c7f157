package returns

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
)

// A text that grows line by line is what plain joining gives, also where others grow beside it and
// one of them turns back.
func TestGrowingTexts(t *testing.T) {
	var g growing
	texts, want := make([]string, 12), make([]string, 12)
	for line := range 40 {
		for i := range texts {
			more := strings.Repeat(string(rune('a'+i)), 300+line)
			texts[i], want[i] = g.join(texts[i], more), want[i]+more
		}
		if line == 30 {
			texts[1], want[1] = texts[0], want[0]
			texts[2], want[2] = texts[2][:5000], want[2][:5000]
		}
	}
	for i := range texts {
		if texts[i] != want[i] {
			t.Errorf("text %d is %d bytes, not %d", i, len(texts[i]), len(want[i]))
		}
	}
}

// A cell that is merged over all lines of a row comes once, also where the list was changed beside.
func TestNewCells(t *testing.T) {
	var k known
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
