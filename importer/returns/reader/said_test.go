package reader

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/table"
)

// A column is said to be read by its content only where its content has decided.
func TestAnAssumedColumnSaysByWhatItIsRead(t *testing.T) {
	seen := map[table.By]bool{}
	for _, heading := range []string{"截至目前的推进概况", "晾晒台", "本单位进展一览", "第三方"} {
		g := formReader().Read(grid1("第三季度/办公室.xlsx", [][]string{{"序号", "具体要求", heading, "状态"},
			{"1", asked[0], "公开3批规划信息。", "推进中"}, {"2", asked[1], "公开2批处罚决定，并回访。", "已完成"}, {"3", asked[2], "公开预算15家。", "已完成"}}))
		col := g.Returns[0].Columns[2]
		at := slices.IndexFunc(g.Findings, func(f finding.Finding) bool { return f.Code == finding.ColumnAssumed && f.Found == heading })
		if at < 0 {
			continue
		}
		message := g.Findings[at].Message
		if strings.Contains(message, "按内容") != (col.By == table.ByContent) || strings.Contains(message, "按栏名中的字样") != (col.By == table.ByPart) {
			t.Errorf("%s by %s: %s", heading, col.By, message)
		}
		seen[col.By] = true
	}
	if !seen[table.ByContent] || !seen[table.ByPart] {
		t.Errorf("only %v are seen", seen)
	}
}
