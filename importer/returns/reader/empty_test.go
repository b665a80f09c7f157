package reader

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
)

// A return is called empty only where nothing but the list's own texts stands in it. Lines that
// were not taken apart are not understood, whatever parts them.
func TestOnlyTheListsTextsMakeAnEmptyReturn(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want finding.Code
	}{
		{"whole lines with commas", [][]string{{"1," + asked[0] + ",做了3件事,推进中"}, {"2," + asked[1] + ",做了4件事,推进中"}}, finding.NoTable},
		{"whole lines with Chinese commas, under a heading", [][]string{{"序号，具体要求，完成情况，完成状态"}, {"1，" + asked[0] + "，做了3件事，推进中"}, {"2，" + asked[1] + "，做了4件事，推进中"}}, finding.NoTable},
		{"whole lines with bars", [][]string{{"1|" + asked[0] + "|公开3批，解读5件|推进中"}, {"2|" + asked[1] + "|回应网民留言12条|推进中"}}, finding.NoTable},
		{"the list's texts and nothing else", [][]string{{"1." + asked[0]}, {"2." + asked[1]}, {"3." + asked[2]}}, finding.EmptyReturn},
		{"a form that nobody filled in", [][]string{{"序号", "具体要求", "完成情况"}, {"1", asked[0], ""}, {"2", asked[1], ""}}, finding.EmptyReturn},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := formReader()
			book := grid1("第三季度/办公室.csv", c.rows)
			g := r.Read(book)
			var codes []finding.Code
			for _, f := range g.Findings {
				codes = append(codes, f.Code)
			}
			other := map[finding.Code]finding.Code{finding.NoTable: finding.EmptyReturn, finding.EmptyReturn: finding.NoTable}[c.want]
			if !slices.Contains(codes, c.want) || slices.Contains(codes, other) {
				t.Errorf("says %v, want %v", codes, c.want)
			}
			soundAccount(t, r, book, g)
		})
	}
}
