package open

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
)

// seen is what the sheet 所见 shows, cell by cell below its heading, and what stands beside it.
var seen = []string{
	`A2 "1"`, `B2 "甲项"`, `C2 "已完成" struck "未完成"`, `D2 "85%"`, `E2 "已更新两次。" struck "已更新五次。" comment "请核对次数"`,
	`A3 "" struck "2"`, `B3 "" struck "乙项"`, `C3 "" struck "推进中"`, `D3 "" struck "0.5"`, `E3 "" struck "整行作废。"`,
	`A4 "第3项"`, `B4 "丙项"`, `C4 "已完成"`, `D4 "8.5成"`, `E4 "12,345件"`, `G4 "办公室"`,
	`A5 "4"`, `B5 "丁项"`, `C5 "√"`, `D5 "×"`, `E5 "" struck "30"`, `F5 "" unseen "7"`, `G5 "-"`,
	`A6 "5"`, `B6 "戊项"`, `C6 "已完成"`, `D6 "80%"`, `E6 "2021.1"`, `F6 "" picture`,
	`A7 "6"`, `B7 "己项"`, `C7 "☑已完成 □推进中 □未启动"`, `D7 "☑"`,
	`A8 "7"`, `B8 "工作方案"`, `C8 "☑已完成 □推进中"`, `D8 "☑"`, `E8 "#REF!"`, `F8 "" picture`, `G8 "新稿"`,
	`A9 "8"`, `B9 "辛项"`, `C9 "推进中"`, `D9 ""`, `E9 "2021-09-28"`, `G9 "公开"`,
}

// A cell shows the same in every format and by every writer. other says which cells a file tells
// otherwise: a line in place of the model's, "" for one that its writer can't say.
func TestSeenTwins(t *testing.T) {
	// LibreOffice forgets who wrote a comment, and leaves the name in it. It computes the formula.
	office := map[string]string{"E2": `E2 "已更新两次。" struck "已更新五次。" comment "审核人:\n请核对次数"`, "D9": `D9 "þ"`}
	// A document tells dates and numbers as they are typed, and has no formulas. What a revision
	// takes back is unseen, and so is a hidden run.
	document := map[string]string{"E6": `E6 "2021.10"`, "G8": `G8 "新稿" unseen "旧稿"`, "D9": "", "E9": `E9 "2021年9月28日"`, "G9": `G9 "公开" unseen "内部"`}
	tests := []struct {
		file  string
		other map[string]string
	}{
		{"openpyxl.xlsx", nil},
		{"libreoffice.xlsx", office},
		// It writes a function that it doesn't know as its error there.
		{"libreoffice.xls", with(office, "F8", `F8 "#NAME?"`)},
		// In OpenDocument it hangs controls on the page and not on a cell.
		{"libreoffice.ods", with(office, "C7", "", "D7", "")},
		{"xlwt.xls", map[string]string{"E2": `E2 "已更新两次。" struck "已更新五次。"`, "F6": "", "C7": "", "D7": ""}},
		{"web-xml2003.xls", map[string]string{"F6": "", "C7": "", "D7": ""}},
		// The numbers are told with their formats and without what they look like.
		{"odfpy.ods", map[string]string{"A4": `A4 "3"`, "D4": "", "E4": "", "G4": "", "C5": `C5 "未启动"`, "D5": "", "E5": "", "F5": "", "G5": "",
			"D6": "", "E6": "", "A7": "", "B7": "", "C7": "", "D7": "", "E8": ""}},
		{"python-docx.docx", document},
		// LibreOffice takes the mark from a prompt that it is one, and writes it again and again.
		{"libreoffice.docx", with(document, "F9", `F9 "`+strings.Repeat("单击或点击此处输入文字。", 4)+`"`)},
		// The same document, and the prompt as it was.
		{"libreoffice.odt", with(document, "F9", `F9 "单击或点击此处输入文字。"`)},
		// A page strikes out what was deleted.
		{"web.html", with(document, "G8", `G8 "新稿" struck "旧稿"`)},
		// It writes a page without the looks of pieces of a text, without what a format hides, with
		// pictures of controls, and with errors of functions that it doesn't know.
		{"libreoffice.html", map[string]string{"C2": `C2 "已完成 / 未完成"`, "E2": `E2 "已更新五次。已更新两次。" comment "审核人: 请核对次数"`, "F5": "", "E6": `E6 "2021.10"`,
			"C7": `C7 "" picture`, "D7": `D7 "" picture`, "C8": `C8 "R已完成 £推进中"`, "F8": `F8 "#NAME?"`, "D9": `D9 "þ"`, "E9": `E9 "2021年9月28日"`}},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			var want []string
			rest := maps.Clone(tt.other)
			for _, line := range seen {
				cell, _, _ := strings.Cut(line, " ")
				if other, ok := tt.other[cell]; ok {
					line = other
					delete(rest, cell)
				}
				if line != "" {
					want = append(want, line)
				}
			}
			for cell, line := range rest { // that the model does not hold
				after := slices.IndexFunc(want, func(l string) bool { return l[1] > cell[1] || l[1] == cell[1] && l[0] > cell[0] })
				want = slices.Insert(want, max(after, 0), line)
			}
			book, findings := mustRead(t, "seen/"+tt.file)
			gridtest.SoundSheet(t, book.Sheets[0])
			got := gridtest.Dump(book.Sheets[0], true)[7:] // below the heading
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			said := 0
			for _, f := range findings {
				if f.Code == finding.StruckText {
					said++
				}
			}
			if said != 1 {
				t.Errorf("what is struck out is said %d times: %v", said, findings)
			}
		})
	}
}

// with adds cells to a list of those that are told otherwise, given as cell and line in turn.
func with(other map[string]string, more ...string) map[string]string {
	other = maps.Clone(other)
	for i := 0; i < len(more); i += 2 {
		other[more[i]] = more[i+1]
	}
	return other
}

// The value of a number stays beside the words that its format says.
func TestNumbersBehindWords(t *testing.T) {
	for _, file := range []string{"openpyxl.xlsx", "libreoffice.xls", "libreoffice.ods", "xlwt.xls", "web-xml2003.xls"} {
		book, _ := mustRead(t, "seen/"+file)
		s := book.Sheets[0]
		for at, want := range map[[2]int]float64{{2, 4}: 85, {4, 1}: 3, {4, 3}: 1, {4, 4}: 8.5, {4, 5}: 12345, {5, 4}: 0} {
			if c := s.Cell(at[0], at[1]); c.Number != want || c.IsPercent() {
				t.Errorf("%s: %s is %v, percent %v, want %v", file, c.At().Cell(), c.Number, c.IsPercent(), want)
			}
		}
	}
}
