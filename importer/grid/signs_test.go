package grid

import "testing"

// A text in a font of signs reads as what it looks like; a word that was set in one by mistake stays.
func TestSymbols(t *testing.T) {
	for _, tt := range []struct{ font, text, want string }{
		{"Wingdings", "þ", "☑"}, {"wingdings 2", "R £", "☑ □"}, {" Wingdings", "\uf0fe已完成", "☑已完成"}, {"Marlett", "v", "※"},
		{"Symbol", "OK", "※※"}, {"Wingdings", "https://a.cn", "https://a.cn"}, {"Wingdings", "ooo", "□□□"}, {"宋体", "þ", "þ"}, {"", "R", "R"},
	} {
		if got := Symbols(tt.font, tt.text); got != tt.want {
			t.Errorf("%q in %s reads %q, want %q", tt.text, tt.font, got, tt.want)
		}
	}
}

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
