package grid_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

func TestFromRows(t *testing.T) {
	s := grid.FromRows("第一季度/办公室.xlsx", "表", [][]string{{"题"}, {"任务", "", "部门"}, {"", "要求", " 　"}}, [4]int{1, 1, 1, 3}, [4]int{2, 1, 9, 1})
	if s.LastRow() != 3 || s.Width() != 3 {
		t.Errorf("%d rows, %d columns", s.LastRow(), s.Width())
	}
	c := s.Cell(1, 3)
	if c.Text != "题" || !c.Covered() || c.Anchor().Cell() != "A1" || c.At() != finding.In("第一季度/办公室.xlsx", "表").At(1, 3) {
		t.Errorf("C1 is %+v", c)
	}
	if c := s.Cell(1, 1); c.Covered() || c.Anchor().Cell() != "A1" {
		t.Errorf("A1 is %+v", c)
	}
	if c := s.Cell(3, 1); c.Text != "任务" || c.Anchor().Cell() != "A2" {
		t.Errorf("A3 is %+v", c)
	}
	if c := s.Cell(3, 3); !c.IsEmpty() || c.Text != "" {
		t.Errorf("a cell of nothing but space is %+v", c)
	}
	for _, at := range [][2]int{{4, 1}, {1, 4}, {100, 100}, {2, 2}} {
		if c := s.Cell(at[0], at[1]); !c.IsEmpty() || c.At().Row() != at[0] || c.At().Col() != at[1] || c.Anchor() != c.At() {
			t.Errorf("outside: %+v", c)
		}
	}
	if empty := grid.FromRows("a", "b", nil); empty.LastRow() != 0 || empty.Width() != 0 {
		t.Error("an empty sheet holds something")
	}
}

// Cells in any order and merges that overlap, held against a plain map.
func TestDraftAgainstMap(t *testing.T) {
	const side = 12
	random := rand.New(rand.NewPCG(20210928, 2))
	for round := range 500 {
		d := grid.NewDraft("a", "b")
		texts := map[[2]int]string{}
		last, width := 0, 0
		for range random.IntN(30) {
			at := [2]int{1 + random.IntN(side), 1 + random.IntN(side)}
			if texts[at] != "" {
				continue
			}
			texts[at] = fmt.Sprint(round, at)
			last, width = max(last, at[0]), max(width, at[1])
			d.PutText(at[0], at[1], texts[at])
		}
		anchors := map[[2]int][2]int{}
		for range random.IntN(6) {
			m := grid.Span{Top: 1 + random.IntN(side), Left: 1 + random.IntN(side)}
			m.Bottom, m.Right = m.Top+random.IntN(4), m.Left+random.IntN(4)
			d.Merges = append(d.Merges, m)
			first := [2]int{m.Top, m.Left}
			bottom, right := min(m.Bottom, last), min(m.Right, width)
			if bottom < m.Top || right < m.Left || first == [2]int{bottom, right} {
				continue
			}
			if a, ok := anchors[first]; ok {
				first = a
			}
			for row := m.Top; row <= bottom; row++ {
				for col := m.Left; col <= right; col++ {
					if _, ok := anchors[[2]int{row, col}]; !ok {
						anchors[[2]int{row, col}] = first
					}
				}
			}
		}
		r := &grid.Reading{File: "a"}
		if bad := r.Add(d); bad != nil {
			t.Fatal(bad.Found)
		}
		s := r.Sheets[0]
		gridtest.SoundSheet(t, s)
		for row := 1; row <= side+1; row++ {
			for col := 1; col <= side+1; col++ {
				at := [2]int{row, col}
				anchor, merged := anchors[at]
				if !merged {
					anchor = at
				}
				c := s.Cell(row, col)
				if c.Text != texts[anchor] || c.Covered() != (anchor != at) || c.Anchor().Row() != anchor[0] || c.Anchor().Col() != anchor[1] {
					t.Fatalf("round %d: %v is %+v, want %q of %v", round, at, c, texts[anchor], anchor)
				}
			}
		}
	}
}
