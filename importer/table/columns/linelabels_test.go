package columns

import (
	"testing"

	"taizhang/importer/grid"
)

// Labels come round, or they are no labels of lines.
func TestCycle(t *testing.T) {
	for _, c := range []struct {
		labels []string
		want   int
	}{
		{[]string{"情况", "评价", "情况", "评价"}, 2},
		{[]string{"做了啥", "到哪步", "难处", "做了啥", "到哪步", "难处"}, 3},
		{[]string{"情况", "评价"}, 0},
		{[]string{"情况", "评价", "评价", "情况"}, 0},
		{[]string{"情况", "情况", "情况"}, 0},
		{[]string{"情况", "评价", "情况"}, 0},
		{nil, 0},
	} {
		var cells []grid.Cell
		for _, label := range c.labels {
			cells = append(cells, grid.Cell{Kind: grid.Text, Text: label})
		}
		if got := cycle(cells); got != c.want {
			t.Errorf("%v comes round after %d, want %d", c.labels, got, c.want)
		}
	}
}
