package open

import (
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
}

// A cell shows the same in every format and by every writer. other says which cells a file tells
// otherwise: a line in place of the model's, "" for one that its writer can't say.
func TestSeenTwins(t *testing.T) {
	tests := []struct {
		file  string
		other map[string]string
	}{
		{"openpyxl.xlsx", nil},
		// LibreOffice forgets who wrote a comment, and leaves the name in it.
		{"libreoffice.xlsx", map[string]string{"E2": `E2 "已更新两次。" struck "已更新五次。" comment "审核人:\n请核对次数"`}},
		{"libreoffice.xls", map[string]string{"E2": `E2 "已更新两次。" struck "已更新五次。" comment "审核人:\n请核对次数"`}},
		// In OpenDocument it hangs controls on the page and not on a cell.
		{"libreoffice.ods", map[string]string{"E2": `E2 "已更新两次。" struck "已更新五次。" comment "审核人:\n请核对次数"`, "C7": "", "D7": ""}},
		{"xlwt.xls", map[string]string{"E2": `E2 "已更新两次。" struck "已更新五次。"`, "F6": "", "C7": "", "D7": ""}},
		{"web-xml2003.xls", map[string]string{"F6": "", "C7": "", "D7": ""}},
		// The numbers are told with their formats and without what they look like.
		{"odfpy.ods", map[string]string{"A4": `A4 "3"`, "D4": "", "E4": "", "G4": "", "C5": `C5 "未启动"`, "D5": "", "E5": "", "F5": "", "G5": "",
			"D6": "", "E6": "", "A7": "", "B7": "", "C7": "", "D7": ""}},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			var want []string
			for _, line := range seen {
				cell, _, _ := strings.Cut(line, " ")
				if other, ok := tt.other[cell]; ok {
					line = other
				}
				if line != "" {
					want = append(want, line)
				}
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
