package reader

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/grid/open"
	"taizhang/importer/returns"
)

// paragraphs is a document of paragraphs, from its lines; "## " before a line makes it a heading.
func paragraphs(lines ...string) string {
	var b strings.Builder
	b.WriteString("<html><meta charset=utf-8><body>")
	for _, l := range lines {
		tag := "p"
		if head, ok := strings.CutPrefix(l, "## "); ok {
			tag, l = "h2", head
		}
		fmt.Fprintf(&b, "<%s>%s</%s>", tag, l, tag)
	}
	return b.String() + "</body></html>"
}

// TestGeneralParts: a heading that stands beside those of the answers and names problems, next steps or advice
// is the document's own, with what stands under it. It answers nothing, blames nobody, and is kept.
func TestGeneralParts(t *testing.T) {
	const title = "办公室2021年第一季度工作情况"
	for _, tt := range []struct {
		name  string
		lines []string
		rows  []string // the reason and what is said of each
	}{
		{"counted on", []string{"一、行政执法信息公开", "推进中。公开三批。", "二、信息归集工作", "推进中。归集两批。", "三、存在问题", "人手不足。", "四、下一步打算", "加强培训。", "办公室", "2021年4月2日"},
			[]string{"推进中。公开三批。", "推进中。归集两批。", "general 人手不足。", "general 加强培训。"}},
		{"with its text behind it", []string{"一、行政执法信息公开：推进中，公开三批。", "二、信息归集工作：推进中，归集两批。", "三、存在的主要困难和问题。信息归集工作人手不足。", "四、意见建议：统一培训一次。"},
			[]string{"推进中，公开三批。", "推进中，归集两批。", "general 信息归集工作人手不足。", "general 统一培训一次。"}},
		{"points of its own", []string{"（一）行政执法信息公开", "推进中。公开三批。", "（二）信息归集工作", "推进中。归集两批。", "（三）工作中存在的不足", "1.行政执法信息公开的形式单一。", "2.知晓率不高。"},
			[]string{"推进中。公开三批。", "推进中。归集两批。", "general 1.行政执法信息公开的形式单一。\n2.知晓率不高。"}},
		{"above the answers", []string{"一、工作情况", "（一）行政执法信息公开", "推进中。公开三批。", "（二）信息归集工作", "推进中。归集两批。", "二、问题和建议", "人手不足。"},
			[]string{"推进中。公开三批。", "推进中。归集两批。", "general 人手不足。"}},
		{"not counted", []string{"行政执法信息公开：推进中，公开三批。", "信息归集工作：推进中，归集两批。", "存在的问题", "人手不足。", "工作建议", "统一培训一次。"},
			[]string{"推进中，公开三批。", "推进中，归集两批。", "general 人手不足。", "general 统一培训一次。"}},
		{"a heading of the document", []string{"## 行政执法信息公开", "推进中。公开三批。", "## 信息归集工作", "推进中。归集两批。", "## 存在问题", "人手不足。"},
			[]string{"推进中。公开三批。", "推进中。归集两批。", "general 人手不足。"}},
		{"signed and dated in one line", []string{"一、行政执法信息公开", "推进中。公开三批。", "二、信息归集工作", "推进中。归集两批。", "办公室2021年4月2日"},
			[]string{"推进中。公开三批。", "推进中。归集两批。"}},
		{"of each answer", []string{"一、行政执法信息公开", "推进中。公开三批。", "存在问题：人手不足。", "二、信息归集工作", "推进中。归集两批。", "存在问题：系统卡顿。"},
			[]string{"推进中。公开三批。", "推进中。归集两批。"}},
		{"counted below each answer", []string{"一、行政执法信息公开", "1.进展：推进中，公开三批。", "2.存在问题：人手不足。", "二、信息归集工作", "1.进展：推进中，归集两批。", "2.存在问题：系统卡顿。"},
			[]string{"推进中，公开三批。", "推进中，归集两批。"}},
		{"answers that follow", []string{"一、行政执法信息公开", "推进中。公开三批。", "二、存在问题", "人手不足。", "三、信息归集工作", "推进中。归集两批。"},
			[]string{"推进中。公开三批。", "general 人手不足。", "推进中。归集两批。"}},
	} {
		book, _ := open.Parse("第一季度/办公室.html", []byte(paragraphs(append([]string{title}, tt.lines...)...)))
		rs, _ := gave(listReader().Read(book))
		var got []string
		for _, ret := range rs {
			for _, row := range ret.Rows {
				said := row.Progress.Value
				if row.Ignored == returns.General {
					said = "general " + row.Problems.Value + row.NextSteps.Value + row.Remarks.Value
				}
				got = append(got, said)
			}
		}
		if strings.Join(got, "|") != strings.Join(tt.rows, "|") {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.rows)
		}
	}
}

// TestGeneralPartsAreCounted: each paragraph of such a part is kept with its heading in the account of cells.
func TestGeneralPartsAreCounted(t *testing.T) {
	book, _ := open.Parse("第一季度/办公室.html", []byte(paragraphs("办公室2021年第一季度工作情况", "一、行政执法信息公开", "推进中。公开三批。", "二、信息归集工作", "推进中。归集两批。", "三、存在问题", "人手不足。", "系统卡顿。")))
	for _, s := range listReader().Read(book).Sheets {
		if s.Cells.Other != 3 || s.Cells.Unread != 0 {
			t.Errorf("%+v", s.Cells)
		}
	}
}
