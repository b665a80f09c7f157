package reader

import (
	"fmt"
	"testing"

	"taizhang/importer/grid"
)

// Cards that each stand in a table of their own are known by the labels that they print alike, whatever those
// are called and whatever title stands above the first; a card that nobody filled in is no answer, and takes
// the place of none.
func TestCardsOfLabelsThatNobodyKnows(t *testing.T) {
	var sheets []*grid.Sheet
	card := func(above [][]string, number, name, done, lacks, ticked string) {
		rows := append(above, []string{"局里编号", number, "讲的是啥", name}, []string{"干了哪些", done, "", ""}, []string{"卡在哪儿", lacks, "", ""}, []string{"眼下算作", ticked, "", ""})
		last := len(rows)
		sheets = append(sheets, grid.FromRows("第二季度/测绘站.docx", fmt.Sprintf("表%d", len(sheets)+1), rows,
			[4]int{last - 2, 2, last - 2, 4}, [4]int{last - 1, 2, last - 1, 4}, [4]int{last, 2, last, 4}))
	}
	card([][]string{{"测绘站一事一表"}}, "1", "开发边界勘定界桩", "埋桩四十根，拍照建档", "两村争议未决", "□办妥 ☑推进中 □滞后 □未启动")
	card(nil, "2", "撂荒地块核实", "", "", "□办妥 □推进中 □滞后 □未启动")
	card(nil, "4", "三等水准点复测", "复测六点，平差一遍", "雨多", "□办妥 □推进中 ☑滞后 □未启动")
	got := map[string]string{}
	for _, ret := range surveyors().Read(&grid.Book{File: sheets[0].File, Format: "docx", Sheets: sheets}).Returns {
		for _, row := range ret.Rows {
			if row.Ignored == "" {
				got[row.Number.Value] = string(row.Status.Value) + " " + row.Progress.Value
			}
		}
	}
	want := map[string]string{"1": "in_progress 埋桩四十根，拍照建档", "4": "behind 复测六点，平差一遍"}
	if len(got) != len(want) || got["1"] != want["1"] || got["4"] != want["4"] {
		t.Errorf("read %q, want %q", got, want)
	}
}
