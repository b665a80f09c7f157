package html_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// besides writes down what stands beside the cells of a sheet.
func besides(s *grid.Sheet) (out []string) {
	for c := range s.Cells() {
		if b := c.Beside(); b != (grid.Beside{}) {
			out = append(out, fmt.Sprintf("%s -%s ?%s #%s %v", c.At().Cell(), b.Struck, b.Hidden, b.Comment, b.Picture))
		}
	}
	return out
}

// A form that was saved as a page reads as a person sees it: in a layout table, what was typed
// and chosen, without what is struck out or not shown.
func TestReadsSavedForm(t *testing.T) {
	book, findings := open.Parse("web-form.html", gridtest.Fixture(t, "kinds/web-form.html"))
	if book == nil || len(book.Sheets) != 1 {
		t.Fatal(findings)
	}
	want := []string{`A1 "第三季度报表"`, `A2 "填报单位"`, `B2 "办公室"`, `A3 "序号"`, `B3 "要求"`, `C3 "状态"`, `D3 "进展"`, `E3 "时间"`, `F3 "说明"`,
		`A4 "1"`, `B4 "甲"`, `C4 "推进中"`, `D4 "第一行\n第二行"`, `E4 "2021年9月20日"`, `A5 "2"`, `B5 "乙"`, `C5 "□已完成 ☑推进中"`, `D5 "新"`, `E5 "2021-09-20"`, `F5 "留"`,
		`A6 "3"`, `B6 "丙"`, `C6 "☑已完成 □推进中"`, `D6 "看得见"`, `A8 "5"`, `B8 "戊"`, `D8 "☑甲□乙"`, `E8 "未启动"`}
	if diff := cmp.Diff(want, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	beside := []string{"C3 - ?编号 # false", "C4 - ?9f3a # false", "C5 - ?77b0 # false", "D5 -旧旧\n旧 ? # false", "F5 -旧 ? # false", "C6 - ?c # false", "D6 - ?内部意见看不见 # false", "F6 -旧 ?空白 # false",
		"A7 -4 ? # false", "B7 -丁 ? # false", "C7 -已完成 ?d # false", "D7 -整行作废 ? # false", "C8 - ?e # false", "F8 - ? # true"}
	if diff := cmp.Diff(beside, besides(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	var codes []string
	for _, f := range findings {
		codes = append(codes, string(f.Code))
	}
	if diff := cmp.Diff([]string{"hidden-content", "hidden-content", "struck-text"}, codes); diff != "" || !strings.Contains(findings[0].Found, "模板") {
		t.Error(diff, findings)
	}
}

// A list shows its first entry where nothing is chosen; on a page that keeps no choices at all
// that is nobody's answer.
func TestListsWithoutChoice(t *testing.T) {
	for page, want := range map[string]string{
		`<table><tr><td><select><option>已完成<option>推进中</select><td>x</table>`:                                            `B1 "x"`,
		`<table><tr><td><select><option>已完成<option>推进中</select><td><select><option>甲<option selected>乙</select></table>`: `A1 "已完成" B1 "乙"`,
		`<table><tr><td><select multiple><option>甲<option selected>乙<option selected>丙</select><td>x</table>`:            `A1 "乙、丙" B1 "x"`,
		`<table><tr><td><select><option value="" selected>请选择<option>甲</select><td>x`:                                    "",
		`<table><tr><td><select><option selected>甲<td>x</table>`:                                                         `A1 "甲" B1 "x"`,
	} {
		book, _ := open.Parse("a.html", []byte("<html>"+page))
		if book == nil {
			if want != "" {
				t.Errorf("%s is not read", page)
			}
			continue
		}
		if got := strings.Join(gridtest.Words(book.Sheets[0]), " "); got != want {
			t.Errorf("%s reads %s", page, got)
		}
	}
}

// Rules of a style sheet hold by tag, class and name; the element's own style beats them.
func TestStyleSheets(t *testing.T) {
	page := `<html><style>@import "a.css"; s2, .a.b, p .c {display:none} .gone, td.out {display:none} #one {visibility:hidden} u {text-decoration:underline line-through} @media screen { .x { display:none } }</style>
<table><tr><td class="Gone">甲<td class=out>乙<td><span id=one>丙<b style="visibility:visible">丁</b></span><td><u>戊</u>己<u style="text-decoration:none">未</u><td><i class=gone style="display:inline">庚</i><i class=x>辛</i><i class=c>壬</i></table>`
	book, _ := open.Parse("a.html", []byte(page))
	if diff := cmp.Diff([]string{`A1 "丁"`, `B1 "己未"`, `C1 "庚壬"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// What marks a text ends with its element, also where tags are left open.
func TestMarksEnd(t *testing.T) {
	page := `<html><p style="display:none">甲<table><tr style="text-decoration:line-through"><td>乙<tr><td><s>丙<td>丁<div><s>戊<div>己</div></s>庚</div><tr><td><div style="display:none"><div>辛</div>壬</div>癸</table><s>子</s>丑`
	book, _ := open.Parse("a.html", []byte(page))
	if diff := cmp.Diff([]string{`B2 "丁\n庚"`, `A3 "癸"`, `A4 "丑"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// A workbook that Excel saved as one file is read sheet by sheet, its notes too.
func TestReadsPagesInOneFile(t *testing.T) {
	book, findings := open.Parse("python-email.mht", gridtest.Fixture(t, "kinds/python-email.mht"))
	if book == nil || len(book.Sheets) != 2 || book.Format != "mht" {
		t.Fatal(findings)
	}
	s := book.Sheets[0]
	if diff := cmp.Diff([]string{`A1 "序号"`, `B1 "状态"`, `A2 "1"`, `B2 "已完成"`, `A3 "2"`, `A4 "3"`, `B4 "推进中"`}, gridtest.Words(s)); diff != "" || s.Name != "第三季度" {
		t.Error(s.Name, diff)
	}
	if diff := cmp.Diff([]string{"B2 - ? #数字要核实 false", "B3 -未完成 ? # false", "B4 -未启动 ? # false"}, besides(s)); diff != "" {
		t.Error(diff)
	}
	if book.Sheets[1].Name != "草稿" || !book.Sheets[1].Hidden {
		t.Errorf("second sheet %s, hidden %v", book.Sheets[1].Name, book.Sheets[1].Hidden)
	}
	one := "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><table><tr><td>=E7=94=B2=\r\n</td></tr></table></html>\r\n"
	if book, findings = open.Parse("a.mhtml", []byte(one)); book == nil || book.Sheets[0].Cell(1, 1).Text != "甲" {
		t.Error(findings)
	}
}

// A table in tables that only arrange it is a table, however deep it lies.
func TestLayoutTables(t *testing.T) {
	page := `<html><table><tr><td>题<table><tr><td><table><tr><td>序号<td>要求<tr><td>1<td>甲</table></table><tr><td>填报人<td>某</table>`
	book, _ := open.Parse("a.html", []byte(page))
	if book == nil || len(book.Sheets) != 1 {
		t.Fatal(book)
	}
	if diff := cmp.Diff([]string{`A1 "题"`, `A2 "序号"`, `B2 "要求"`, `A3 "1"`, `B3 "甲"`, `A4 "填报人"`, `B4 "某"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesFrames(t *testing.T) {
	gridtest.Refused(t, open.Parse, "a.htm", gridtest.Fixture(t, "kinds/frameset.html"), finding.UnsupportedFormat, "网页框架，表格不在这个文件里")
	for _, text := range []string{"MIME-Version: 1.0\r\n", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>"} {
		gridtest.Refused(t, open.Parse, "a.mht", []byte(text), finding.UnsupportedFormat, "单个文件网页（.mht）")
	}
}
