package grid

import "testing"

// A comment on a cell that a merge covers is one on the merge; what is struck out under it is not seen.
func TestCommentsUnderMerges(t *testing.T) {
	d := NewDraft("a.xlsx", "表")
	d.PutText(1, 1, "已完成")
	d.PutText(3, 3, "末")
	d.Merges = append(d.Merges, Span{1, 1, 2, 2})
	d.Comment(2, 2, "", "请核实")
	if got := d.finish().Cell(1, 1).Beside(); got.Comment != "请核实" {
		t.Errorf("beside the merge stands %+v", got)
	}
}
