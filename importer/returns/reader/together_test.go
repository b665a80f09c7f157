package reader

import (
	"strconv"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// cardsOf is a workbook with a card for each requirement on a sheet of its own.
func cardsOf(cards ...[2]string) *grid.Book {
	book := &grid.Book{File: "第三季度/办公室.xlsx"}
	for i, c := range cards {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, asked[i], [][]string{
			{"第几条", strconv.Itoa(i + 1)},
			{"具体事项", asked[i]},
			{"干了啥", "第" + asked[i] + "开了三次碰头会，形成纪要一份。"},
			{"成色", c[0], "销号日期", c[1]},
		}))
	}
	return book
}

// TestCardsOnSheetsSpeakTogether reads what a single card does not tell: what 成色 asks for, and what
// stands behind 销号日期 where a card leaves it empty.
func TestCardsOnSheetsSpeakTogether(t *testing.T) {
	rs, _ := gave(formReader().Read(cardsOf([2]string{"正在弄", ""}, [2]string{"已全部落实到位", "8月20日"}, [2]string{"尚未着手", ""}, [2]string{"常抓不懈", ""})))
	var got []status.Status
	on := 0
	for _, r := range rs {
		for _, row := range r.Rows {
			got = append(got, row.Status.Value)
			if row.CompletedOn.Said != "" {
				on++
			}
		}
	}
	want := []status.Status{status.InProgress, status.Completed, status.NotStarted, status.Ongoing}
	if len(got) != len(want) || on != 1 {
		t.Fatalf("%v, %d dates", got, on)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("card %d: %q, want %q", i+1, got[i], want[i])
		}
	}
}

// TestSheetsNamedAfterAStatus gives each row the status of its sheet, in words that no list knows.
func TestSheetsNamedAfterAStatus(t *testing.T) {
	book := &grid.Book{File: "第三季度/办公室.xlsx"}
	for i, name := range []string{"已办结", "正在办", "尚未办"} {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, name, [][]string{
			{"具体要求", "进展"}, {asked[i], "开了三次碰头会，形成纪要一份。"}}))
	}
	rs, _ := gave(formReader().Read(book))
	var got []status.Status
	for _, r := range rs {
		for _, row := range r.Rows {
			got = append(got, row.Status.Value)
		}
	}
	if len(got) != 3 || got[0] != status.Completed || got[1] != status.InProgress || got[2] != status.NotStarted {
		t.Errorf("%v", got)
	}
}

// TestLabelsAreComposed reads whose a return is behind a label of two known words that no list has together.
func TestLabelsAreComposed(t *testing.T) {
	rs, _ := gave(testReader().Read(sheetOf("收件/材料3.xlsx", "2021年三季度情况", "呈报科室（盖章）：办公室", plainRows...)))
	if len(rs) != 1 || rs[0].Department.Value != "办公室" {
		t.Errorf("%+v", rs)
	}
}
