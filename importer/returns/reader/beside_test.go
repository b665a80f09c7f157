package reader

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
)

// drafted reads a form of 第三季度 whose cells below the heading are put by hand: column 1 asks,
// 2 is where it stands, 3 what was done, 4 when, 5 what proves it.
func drafted(put func(d *grid.Draft, p *grid.Palette)) (returns.Return, []finding.Finding) {
	d := grid.NewDraft("第三季度/办公室.xlsx", "表")
	var p grid.Palette
	d.Paint(&p)
	for i, heading := range []string{"具体要求", "完成状态", "进展情况", "完成时间", "佐证材料"} {
		d.PutText(1, i+1, heading)
	}
	put(d, &p)
	r := &grid.Reading{File: "第三季度/办公室.xlsx"}
	if bad := r.Add(d); bad != nil {
		panic(bad.Found)
	}
	g := formReader().Read(&grid.Book{File: r.File, Sheets: r.Sheets})
	return g.Returns[0], g.Findings
}

func TestAStruckRowAnswersNothing(t *testing.T) {
	ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
		d.PutText(2, 1, asked[0])
		d.PutText(2, 2, "推进中")
		d.PutText(2, 3, "公开3批。")
		d.Look(p.Struck("", ""))
		d.PutText(3, 1, asked[1])
		d.PutText(3, 2, "已完成")
		d.PutText(3, 3, "公开5批。")
		d.Look(0)
		d.PutText(4, 3, "另公开2批。")
		d.Look(p.Struck("", ""))
		d.PutText(5, 1, asked[2])
		d.Look(0)
		d.PutText(5, 3, "此项不再办。")
	})
	if len(ret.Rows) < 3 || ret.Rows[1].Ignored != returns.Struck || ret.Rows[1].Text.Said != asked[1] {
		t.Fatalf("rows %+v", ret.Rows)
	}
	if ret.Rows[0].Progress.Value != "公开3批。" {
		t.Errorf("what stands below a struck row goes on with the row above it: %q", ret.Rows[0].Progress.Value)
	}
	for _, row := range ret.Rows {
		if row.Ignored == "" && row.Text.Value == asked[1] {
			t.Errorf("the struck row answers: %+v", row)
		}
	}
}

func TestAStruckAnswerIsNone(t *testing.T) {
	ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
		d.PutText(2, 1, asked[0])
		d.PutRuns(2, 2, []chars.Run{{Text: "已完成"}, {Text: "/"}, {Text: "未完成", Struck: true}}, grid.Cell{})
		d.PutRuns(2, 3, []chars.Run{{Text: "公开3批。", Struck: true}, {Text: "公开5批。"}}, grid.Cell{})
		d.Look(p.Struck("", ""))
		d.PutText(2, 5, "http://a.cn/1")
	})
	row := ret.Rows[0]
	if row.Status.Value != status.Completed || row.Progress.Value != "公开5批。" || len(row.Evidence) > 0 {
		t.Errorf("reads %+v", row)
	}
}

func TestPicturesProve(t *testing.T) {
	ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
		for i := range 3 {
			d.PutText(2+i, 1, asked[i])
			d.PutText(2+i, 2, "推进中")
		}
		d.PutPicture(2, 5)
		d.PutText(3, 5, "现场照片")
		d.Note(3, 5, grid.Beside{Picture: true})
		d.Put(4, 5, grid.Cell{Kind: grid.Text, Text: `=DISPIMG("ID_1",1)`})
	})
	for i, want := range [][]string{{answer.Picture}, {answer.Picture, "现场照片"}, {answer.Picture}} {
		var got []string
		for _, e := range ret.Rows[i].Evidence {
			got = append(got, e.Value)
		}
		if !slices.Equal(got, want) {
			t.Errorf("row %d is proved by %q, want %q", i, got, want)
		}
	}
}

func TestErrorsSayNothing(t *testing.T) {
	ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
		d.PutText(2, 1, asked[0])
		d.PutText(2, 2, "推进中")
		d.Put(2, 5, grid.Cell{Kind: grid.Failed, Text: "#VALUE!"})
		d.PutText(3, 1, asked[1])
		d.Put(3, 2, grid.Cell{Kind: grid.Failed, Formula: `IF(1,"已完成","")`})
		d.Put(3, 3, grid.Cell{Kind: grid.Failed, Formula: `"已更新"&3&"次"`})
		d.PutText(4, 1, asked[2])
		d.Put(4, 3, grid.Cell{Kind: grid.Failed, Text: "#REF!"})
	})
	for i, row := range ret.Rows {
		if len(row.Evidence) > 0 || row.Progress.Given() {
			t.Errorf("row %d says %+v", i, row)
		}
		if n := len(row.Findings); n != 1 || row.Findings[0].Code != finding.FormulaWithoutValue {
			t.Errorf("row %d has the findings %v", i, row.Findings) // the sheet names the first formula itself
		}
	}
	for _, row := range ret.Rows[1:] {
		if len(row.Other) == 0 {
			t.Errorf("nothing is left of what was not understood: %+v", row)
		}
	}
}

func TestCommentsAreKeptApart(t *testing.T) {
	ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
		d.PutText(2, 1, asked[0])
		d.PutText(2, 2, "推进中")
		d.PutText(2, 3, "公开3批。")
		d.Comment(2, 3, "审核人", "审核人：\n请核对批数")
		d.Comment(2, 4, "", "日期未定")
		d.PutText(3, 1, asked[1])
		d.PutText(3, 2, "推进中")
	})
	row := ret.Rows[0]
	if row.Progress.Value != "公开3批。" || len(row.Comments) != 2 || row.Comments[0].Text != "请核对批数" || row.Comments[0].Heading != "进展情况" || row.Comments[1].Text != "日期未定" {
		t.Errorf("reads %+v", row)
	}
	if len(ret.Rows[1].Comments) > 0 {
		t.Errorf("reads %+v", ret.Rows[1])
	}
}

// 2021.10 is stored as 2021.1: it is October where the format writes two decimals, else nobody
// knows.
func TestMonthsThatLostTheirZero(t *testing.T) {
	for _, tt := range []struct {
		number float64
		format string
		want   period.Date
	}{
		{2021.1, "0.00", period.Date{Year: 2021, Month: 10, Day: 31}},
		{2021.1, "0.00_ ", period.Date{Year: 2021, Month: 10, Day: 31}},
		{2021.1, "", period.Date{}},
		{2021.1, "0.0", period.Date{}},
		{2021.1, "0.000", period.Date{}},
		{2021.11, "", period.Date{Year: 2021, Month: 11, Day: 30}},
		{2021.9, "0.00", period.Date{Year: 2021, Month: 9, Day: 30}},
		{9.3, "0.00", period.Date{Year: 2021, Month: 9, Day: 30}},
		{9.3, "", period.Date{}},
	} {
		ret, _ := drafted(func(d *grid.Draft, p *grid.Palette) {
			d.PutText(2, 1, asked[0])
			d.PutText(2, 2, "已完成")
			d.PutNumber(2, 4, tt.number, tt.format)
		})
		row := ret.Rows[0]
		said := slices.ContainsFunc(row.Findings, func(f finding.Finding) bool { return f.Code == finding.DateUnreadable })
		if row.CompletedOn.Value != tt.want || said != tt.want.IsZero() {
			t.Errorf("%v as %q is %v, said unreadable %v", tt.number, tt.format, row.CompletedOn.Value, said)
		}
	}
}
