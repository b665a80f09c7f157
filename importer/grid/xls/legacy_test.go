package xls_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func dumped(t *testing.T, name string, data []byte) []string {
	t.Helper()
	book, findings := open.Parse(name, data)
	if book == nil {
		t.Fatalf("%s: %+v", name, findings)
	}
	var out []string
	for _, s := range book.Sheets {
		out = append(append(out, s.Name), gridtest.Dump(s, false)...)
	}
	return out
}

// A workbook whose structure is protected is encrypted with a password that nobody is asked for.
func TestDefaultPassword(t *testing.T) {
	want := dumped(t, "libreoffice.xls", gridtest.Fixture(t, "return/libreoffice.xls"))
	for _, name := range []string{"legacy/rc4.xls", "legacy/cryptoapi-128.xls", "legacy/cryptoapi-40.xls"} {
		if diff := cmp.Diff(want, dumped(t, name, gridtest.Fixture(t, name))); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	gridtest.Refused(t, open.Parse, "a.xls", gridtest.Fixture(t, "legacy/own-password.xls"), finding.PasswordProtected, "")
}

// Texts of Excel 95 are bytes in a code page.
func TestExcel95(t *testing.T) {
	data := gridtest.Fixture(t, "legacy/excel95-936.xls")
	want := []string{"第三季度",
		`A1 "图书馆2021年第三季度政务公开报送表" kind 1`,
		`A2 "序号" kind 1`, `B2 "具体要求" kind 1`, `C2 "完成状态" kind 1`, `D2 "完成率" kind 1`, `E2 "完成时间" kind 1`, `F2 "进展情况" kind 1`,
		`A3 "1" kind 2`, `B3 "1.主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。" kind 1`, `C3 "已完成" kind 1`, `D3 "100%" kind 2 percent`, `E3 "2021-09-28" kind 2 date 2021-09-28`, `F3 "已公开3份，镕基图书馆同步上墙。" kind 1`,
		`A4 "2" kind 2`, `B4 "2.做好“十一五”规划至“十三五”规划等各项规划的归集整理和主动公开工作。" kind 1`, `C4 "推进中" kind 1`, `D4 "85.5%" kind 2 percent`, `F4 "第一行\n第二行" kind 1`,
		`B5 "合计公开两项" kind 1`}
	if diff := cmp.Diff(want, dumped(t, "a.xls", data)); diff != "" {
		t.Error(diff)
	}
	book, _ := open.Parse("a.xls", data)
	if c := book.Sheets[0].Cell(2, 1); c.Fill() != "FFFF00" || c.Color() != "FF0000" {
		t.Errorf("A2 looks %s on %s", c.Color(), c.Fill())
	}
	// A page that nobody in China writes, and none at all: what bytes mean is not guessed.
	page := []byte{0x42, 0, 2, 0, 0xA8, 0x03}
	gridtest.Refused(t, open.Parse, "a.xls", bytes.Replace(data, page, []byte{0x42, 0, 2, 0, 0xE3, 0x04}, 1), finding.UnsupportedFormat, "文字编码（代码页 1251）不常见的 Excel 5.0/95 工作簿")
	gridtest.Refused(t, open.Parse, "a.xls", bytes.Replace(data, page, []byte{0x43, 0, 2, 0, 0xA8, 0x03}, 1), finding.UnreadableFile, "工作簿的公共部分已损坏")
}

// A compound file knows no letter case in the names of its streams, and either name may hold
// either version.
func TestStreamNames(t *testing.T) {
	data := gridtest.Fixture(t, "legacy/cryptoapi-128.xls")
	name := func(s string) []byte {
		var b []byte
		for _, r := range s {
			b = append(b, byte(r), 0)
		}
		return b
	}
	want := dumped(t, "a.xls", data)
	for _, other := range []string{"WORKBOOK", "workbook", "wOrkBook"} {
		if diff := cmp.Diff(want, dumped(t, other, bytes.Replace(data, name("Workbook"), name(other), 1))); diff != "" {
			t.Errorf("%s:\n%s", other, diff)
		}
	}
	old := gridtest.Fixture(t, "legacy/excel95-936.xls")
	want = dumped(t, "a.xls", old)
	for _, other := range []string{"BOOK", "book"} {
		if diff := cmp.Diff(want, dumped(t, other, bytes.Replace(old, name("Book"), name(other), 1))); diff != "" {
			t.Errorf("%s:\n%s", other, diff)
		}
	}
}
