package html_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func TestReadsPages(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"tags left open", `<html><table><tr><td>甲<td>乙<tr><td>丙</table>`, []string{`A1 "甲" kind 1`, `B1 "乙" kind 1`, `A2 "丙" kind 1`}},
		{"cells without a row", `<html><p>题</p><table><td>甲</td><td>乙</td><tr><td>丙</table>`, []string{`A1 "题" kind 1`, `A2 "甲" kind 1`, `B2 "乙" kind 1`, `A3 "丙" kind 1`}},
		{"spans", `<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2<tr><td>3<td>4<td>5</table>`,
			[]string{`A1 "甲" kind 1`, `B1 "乙" kind 1`, `C1 "乙" kind 1 under B1`, `A2 "甲" kind 1 under A1`, `B2 "1" kind 1`, `C2 "2" kind 1`, `A3 "3" kind 1`, `B3 "4" kind 1`, `C3 "5" kind 1`}},
		{"text of a cell", "<table><tr><td>  一\n  二<br>三<p>四</p><td><a href='http://a.cn?b=1&amp;c'>公告</a> &lt;&nbsp;<script>x</script></table>",
			[]string{`A1 "一 二\n三\n四" kind 1`, "B1 \"公告 <\" kind 1 link http://a.cn?b=1&c"}},
		{"a table in a cell", `<table><tr><td>外<table><tr><td>内1<td>内2<tr><td>内3</table>尾<td>乙<tr><td>下<td>右</table>`, []string{`A1 "外\n内1 内2\n内3尾" kind 1`, `B1 "乙" kind 1`, `A2 "下" kind 1`, `B2 "右" kind 1`}},
		{"the number behind a rounded display", `<table><tr><td x:num="0.85499999999999998">86%<td x:num>3</table>`, []string{`A1 "85.5%" kind 2 percent`, `B1 "3" kind 1`}},
		{"hidden", `<table><col><col style="DISPLAY: none"><tr><td>甲<td>乙<tr style='display:none'><td>丙</table>`, []string{`A1 "甲" kind 1`, `B1 "乙" kind 1 hidden`, `A2 "丙" kind 1 hidden`}},
		{"text around the table", `<html><head><title>名</title></head><h1>题</h1>单位：甲<table><tr><td>乙</table><div>落款</div>`,
			[]string{`A1 "题" kind 1`, `A2 "单位：甲" kind 1`, `A3 "乙" kind 1`, `A4 "落款" kind 1`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse("a.html", []byte(tt.page))
			if book == nil || len(findings) > 0 {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSeveralTablesOnAPage(t *testing.T) {
	book, _ := open.Parse("a.html", []byte(`<html><table><tr><td>甲</table><p>乙题</p><table><tr><td>乙</table>`))
	if book == nil || len(book.Sheets) != 2 {
		t.Fatal(book)
	}
	if diff := cmp.Diff([]string{`A1 "乙题"`, `A2 "乙"`}, gridtest.Words(book.Sheets[1])); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesCutPage(t *testing.T) {
	gridtest.Refused(t, open.Parse, "a.xls", []byte(`<html><table><tr><td>甲</td>`), finding.UnreadableFile, "网页中的表格没有写完")
}

// LibreOffice leaves hidden rows out and rounds what it shows; a page can't say more.
func TestReadsExportedPage(t *testing.T) {
	book, _ := open.Parse("libreoffice-html.xls", gridtest.Fixture(t, "return/libreoffice-html.xls"))
	s := book.Sheets[0]
	for at, want := range map[[2]int]string{{1, 8}: "2021年第三季度政务公开工作完成情况表", {5, 2}: "做好各类规划主动公开。", {5, 8}: "第一行\n第二行 <a> & b", {5, 5}: "86%"} {
		if got := s.Cell(at[0], at[1]).String(); got != want {
			t.Errorf("%v is %q, want %q", at, got, want)
		}
	}
	if link := s.Cell(4, 7).Link; link != "http://www.example.gov.cn/zwgk/content/post_1234.html?id=1&page=2" {
		t.Errorf("link %q", link)
	}
}
