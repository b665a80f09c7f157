package grid

import "testing"

// The name of a sheet is read as its cells are.
func TestNameOfASheetOfRadicals(t *testing.T) {
	if s := NewDraft("a.xlsx", "第⼀季度"); s.Name() != "第一季度" {
		t.Errorf("sheet %s", s.Name())
	}
}
