package delimited_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/charset"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// The list as issued: a line is a row, and rows are as long as they were written.
func TestReadsBars(t *testing.T) {
	book, findings := open.Parse("任务清单.txt", []byte("工作任务 | 具体要求 | 责任部门 |\n一、甲 | 1.主动公开。 | 办公室 |\n2.做好。 |\n\n3.合并 | 各科室 | |\n | 4.空 |"))
	if book == nil || len(findings) != 0 {
		t.Fatal(findings)
	}
	want := []string{`A1 "工作任务"`, `B1 "具体要求"`, `C1 "责任部门"`, `A2 "一、甲"`, `B2 "1.主动公开。"`, `C2 "办公室"`, `A3 "2.做好。"`, `A5 "3.合并"`, `B5 "各科室"`, `B6 "4.空"`}
	if diff := cmp.Diff(want, gridtest.Dump(book.Sheets[0], true)); diff != "" {
		t.Error(diff)
	}
	if book.Format != "text" || book.Sheets[0].LastRow() != 6 || book.Sheets[0].Width() != 3 {
		t.Errorf("%s, %d rows, %d columns", book.Format, book.Sheets[0].LastRow(), book.Sheets[0].Width())
	}
}

func TestReadsText(t *testing.T) {
	tests := []struct {
		name, file, data string
		want             []string
	}{
		{"Markdown", "a.md", "| 序号 | 要求 |\n|---|:-:|\n| 1 | a\\b |\n", []string{`A1 "序号"`, `B1 "要求"`, `A3 "1"`, `B3 "a\\b"`}},
		{"Chinese bars", "a.txt", "序号｜要求｜\n1｜公开｜", []string{`A1 "序号"`, `B1 "要求"`, `A2 "1"`, `B2 "公开"`}},
		{"prose", "a.txt", "关于报送的通知，请于8日前报送,谢谢。\r\n办公室\r\n", []string{`A1 "关于报送的通知，请于8日前报送,谢谢。"`, `A2 "办公室"`}},
		{"commas in all lines", "a.txt", "序号,要求,状态\n1,公开,已完成\n", []string{`A1 "序号"`, `B1 "要求"`, `C1 "状态"`, `A2 "1"`, `B2 "公开"`, `C2 "已完成"`}},
		{"GB18030", "a.txt", gridtest.GB18030(t, "序号|要求|\n1|镕㐂|"), []string{`A1 "序号"`, `B1 "要求"`, `A2 "1"`, `B2 "镕㐂"`}},
		{"UTF-16 without a mark", "a.txt", gridtest.UTF16LE("1\t要求\n2\t公开")[2:], []string{`A1 "1"`, `B1 "要求"`, `A2 "2"`, `B2 "公开"`}},
		{"old Mac line ends", "a.csv", "a,b\rc,d", []string{`A1 "a"`, `B1 "b"`, `A2 "c"`, `B2 "d"`}},
		{"quotes", "a.csv", "a,\"b,\"\"c\"\"\nd\",e\n\n\"f\",=\"001\"", []string{`A1 "a"`, `B1 "b,\"c\"\nd"`, `C1 "e"`, `A3 "f"`, `B3 "001"`}},
		{"a quote that opens no field", "a.csv", "\"十四五\"规划,b\nc,\"d\"", []string{`A1 "\"十四五\"规划"`, `B1 "b"`, `A2 "c"`, `B2 "d"`}},
		{"named delimiter", "a.csv", "sep=;\na;b,c,d\ne;f", []string{`A1 "a"`, `B1 "b,c,d"`, `A2 "e"`, `B2 "f"`}},
		{"tabs and commas", "a.csv", "a,b,c\td\ne,f\tg\n", []string{`A1 "a,b,c"`, `B1 "d"`, `A2 "e,f"`, `B2 "g"`}},
		{"a space before the quote", "a.csv", "a, \"b, c\", d\ne,  \"f\"\"g\" ,h", []string{`A1 "a"`, `B1 "b, c"`, `C1 "d"`, `A2 "e"`, `B2 "f\"g"`, `C2 "h"`}},
		{"a lone quote inside a field", "a.csv", "a,19\" 屏,b\nc, \"d,e", []string{`A1 "a"`, `B1 "19\" 屏"`, `C1 "b"`, `A2 "c"`, `B2 "\"d"`, `C2 "e"`}},
		{"lines in a field", "a.csv", "a,b,c\n1,\"第一行\n第二行, 完\",d\n2,e,f\n", []string{`A1 "a"`, `B1 "b"`, `C1 "c"`, `A2 "1"`, `B2 "第一行\n第二行, 完"`, `C2 "d"`, `A3 "2"`, `B3 "e"`, `C3 "f"`}},
		{"a tab is named", "a.csv", "sep=\t\r\na\tb,c\r\nd\te", []string{`A1 "a"`, `B1 "b,c"`, `A2 "d"`, `B2 "e"`}},
		{"apostrophes", "a.csv", "2021年报送表\n序号'要求'状态\n1'公开, 及时'已完成\n2'归集'未启动\n", []string{`A1 "2021年报送表"`, `A2 "序号"`, `B2 "要求"`, `C2 "状态"`, `A3 "1"`, `B3 "公开, 及时"`, `C3 "已完成"`, `A4 "2"`, `B4 "归集"`, `C4 "未启动"`}},
		{"spaces", "a.csv", "序号 要求 状态\n1 公开 已完成\n", []string{`A1 "序号"`, `B1 "要求"`, `C1 "状态"`, `A2 "1"`, `B2 "公开"`, `C2 "已完成"`}},
		{"spaces in prose", "a.csv", "关于 报送 的通知\n请 于 8 日前 报送\n", []string{`A1 "关于 报送 的通知"`, `A2 "请 于 8 日前 报送"`}},
		{"two charsets", "a.csv", "序号,具体要求,状态\n1,主动公开,已完成\n" + gridtest.GB18030(t, "序号,具体要求,状态\n2,归集整理规划,推进中\n") + "3,a,b\n", []string{`A1 "序号"`, `B1 "具体要求"`, `C1 "状态"`, `A2 "1"`, `B2 "主动公开"`, `C2 "已完成"`, `A3 "序号"`, `B3 "具体要求"`, `C3 "状态"`, `A4 "2"`, `B4 "归集整理规划"`, `C4 "推进中"`, `A5 "3"`, `B5 "a"`, `C5 "b"`}},
		{"one column", "a.csv", "a\nb\n", []string{`A1 "a"`, `A2 "b"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := open.Parse(tt.file, []byte(tt.data))
			if book == nil || len(findings) != 0 {
				t.Fatal(findings)
			}
			if diff := cmp.Diff(tt.want, gridtest.Dump(book.Sheets[0], true)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRefusesBrokenText(t *testing.T) {
	long := strings.Repeat("政务公开", 20)
	for name, data := range map[string]string{
		"UTF-8 with a broken byte":                 long[:40] + "\xFF" + long[40:],
		"UTF-8 that GB18030 would read as rubbish": strings.Replace("序号,要求,主动,完成,部门\n任务,工作,推进,加强,执法", "\xE5", "\x81", 1),
		"UTF-8 cut":               long + "\xE6\x94",
		"UTF-8 mark, broken":      charset.UTF8Mark + "a,b\xFF",
		"UTF-16 cut":              gridtest.UTF16LE("序号,要求") + "x",
		"UTF-16 half a character": "\xFF\xFEa\x00\x3D\xD8",
	} {
		t.Run(name, func(t *testing.T) {
			gridtest.Refused(t, open.Parse, "a.csv", []byte(data), finding.UnreadableFile, "内容不是 逗号或制表符分隔的文本（.csv），可能已损坏")
		})
	}
	// Two charsets, and a line between them that may be either.
	gridtest.Refused(t, open.Parse, "a.csv", []byte("具体要求,状态\n"+gridtest.GB18030(t, "的,1\n归集整理规划,推进中\n")), finding.UnreadableFile, "内容不是 逗号或制表符分隔的文本（.csv），可能已损坏")
	// Two lone quotes that find each other, and the lines between them.
	gridtest.Refused(t, open.Parse, "a.csv", []byte("序号,要求,状态\n1,\"公开,已完成\n2,归集,推进中\n3,整理\",未启动\n4,a,b\n"), finding.UnreadableFile, "第 2 行有一个引号没有配对，后面的行会被当成它里面的文字")
	gridtest.Refused(t, open.Parse, "a.csv", []byte("sep=,\n序号,要求,状态\n1,\"公开,已完成\n2,归集\",推进中\n3,c,d\n"), finding.UnreadableFile, "第 3 行有一个引号没有配对，后面的行会被当成它里面的文字")
	gridtest.Refused(t, open.Parse, "a.csv", []byte("a,b\n\"c,d\ne,f\n"), finding.UnreadableFile, "第 2 行起的引号没有配对，文件可能不完整")
}

// A cell of two lines is no lone quote, though both halves of its record have as many fields.
func TestKeepsCellsOfTwoLines(t *testing.T) {
	for name, text := range map[string]string{
		"lines end in CR LF":   "意见,状态,进展\r\n同意,已完成,\"约谈8家\n移交2卷\",年检,23\r\n同意,推进中,\"注销12家\n清算中\",整治,24\r\n",
		"the heading has five": "意见,状态,进展,任务,序\n同意,已完成,\"约谈8家\n移交2卷\",年检,23\n同意,推进中,\"注销12家\n清算中\",整治,24\n同意,滞后,\"应退31万\n拖延\",收费,25\n",
	} {
		book, findings := open.Parse("a.csv", []byte(text))
		if book == nil || book.Sheets[0].Cell(2, 3).Text != "约谈8家\n移交2卷" {
			t.Errorf("%s: %+v", name, findings)
		}
	}
}

func TestSaysThatBig5IsNotRead(t *testing.T) {
	big5 := "\xA7\xC7\xB8\xB9,\xA8\xE3\xC5\xE9\xADn\xA8D,\xB6i\xAEi\xB1\xA1\xAAp,\xAA\xAC\xBAA\r\n1,\xB8\xA8\xB9\xEA\xC2\xB3\xAD\xB9\xBC\xBD\xBA\xD8\xAD\xB1\xBFn,\xBC\xBD\xBA\xD8\xA4\xA4,\xB1\xC0\xB6i\xA4\xA4\r\n"
	gridtest.Refused(t, open.Parse, "a.csv", []byte(big5), finding.UnreadableFile, "文字的编码读不了，像是繁体中文的 Big5")
}
