package grid

import "testing"

// A sheet reads as if ranges were merged, and what stood there before stays.
func TestSpanning(t *testing.T) {
	s := FromRows("a.csv", "表", [][]string{{"甲", "上半年", "", "下半年"}, {"", "做", "看", "做"}, {"一", "二", "三", "四"}})
	m := s.Spanning(Span{1, 2, 1, 3}, Span{1, 1, 2, 1}, Span{2, 1, 2, 2}, Span{1, 4, 2, 4})
	for _, c := range []struct {
		row, col int
		text     string
		covered  bool
	}{{1, 1, "甲", false}, {2, 1, "甲", true}, {1, 2, "上半年", false}, {1, 3, "上半年", true}, {1, 4, "下半年", false}, {2, 4, "做", false}, {3, 4, "四", false}} {
		if got := m.Cell(c.row, c.col); got.Text != c.text || got.Covered() != c.covered {
			t.Errorf("%d,%d: %q covered %v", c.row, c.col, got.Text, got.Covered())
		}
	}
	if !s.Cell(1, 3).IsEmpty() || s.Spanning() != s {
		t.Error("the sheet itself changes")
	}
	n := 0
	for c := range m.Cells() {
		if !c.Covered() {
			n++
		}
	}
	if n != 10 {
		t.Errorf("%d cells of their own, want 10", n)
	}
}
