package reader

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// What a sheet puts beside its signs is read as that, wherever it stands: known words say what the sign
// means, and of others the words are asked, with the sign.
func TestWordsBesideSigns(t *testing.T) {
	for name, lines := range map[string][][]string{
		"a line":             {{"○ 正在做 △ 悬着"}},
		"a note":             {{"说明：√完成，○正在做，△悬着"}},
		"a line for each":    {{"○ 正在做"}, {"△ 悬着"}},
		"sign beside words":  {{"○", "正在做"}, {"△", "悬着"}},
		"behind a signature": {{"填报人：赵渔"}, {}, {"○ 正在做 △ 悬着"}},
	} {
		table := [][]string{{"序号", "具体要求", "完成情况", "状态"},
			{"1", "加强行政执法信息公开。", "公开12条。", "√"}, {"2", "加强信息归集工作。", "归集中。", "○"}, {"3", "加强档案归集工作。", "人手不足。", "△"}}
		own := grid1("第一季度/办公室.xlsx", append(table, lines...))
		apart := grid1("第一季度/办公室.xlsx", table)
		apart.Sheets = append(apart.Sheets, grid.FromRows("第一季度/办公室.xlsx", "图例", lines))
		for where, book := range map[string]*grid.Book{"below": own, "on its own sheet": apart} {
			if where != "below" && strings.Contains(name, "signature") {
				continue
			}
			reading := testReader().Read(book)
			rs, found := gave(reading)
			if len(rs) != 1 || rs[0].Rows[1].Status.Value != status.InProgress || rs[0].Rows[2].Status.Value != status.NoStatus {
				t.Fatalf("%s, %s: %+v", name, where, rs)
			}
			for _, row := range rs[0].Rows[3:] {
				if row.Ignored != returns.Note && row.Ignored != returns.Signature {
					t.Errorf("%s, %s: %s is %q", name, where, row.At, row.Ignored)
				}
			}
			asked := rs[0].Rows[2].Findings
			if len(asked) != 1 || asked[0].Found != "悬着" || !strings.Contains(asked[0].Message, "△（表上注明是“悬着”）") {
				t.Errorf("%s, %s: %v", name, where, asked)
			}
			for _, f := range found {
				if f.Code == finding.SheetUnread {
					t.Errorf("%s, %s: %s", name, where, f.Message)
				}
			}
		}
	}
}
