package reader

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/templates/words"
)

// What follows a card in a document signs it: no empty field of the card takes it in.
func TestWhatFollowsACard(t *testing.T) {
	card := `<p>办公室2021年第一季度任务台账</p><table><tr><td>任务内容</td><td>加强行政执法信息公开。</td></tr>` +
		`<tr><td>工作情况</td><td>公开三批。</td></tr><tr><td>完成情况</td><td>推进中</td></tr><tr><td>难点堵点</td><td></td></tr></table>`
	for below, dated := range map[string]bool{
		"<p>2021年4月2日</p>":             true,
		"<p>办公室</p><p>2021年4月2日</p>":   true,
		"<p>主任：李四</p><p>2021年4月2日</p>": true,
		"<p>以上情况均已经分管领导审阅，并在本室公示三天，没有收到不同意见，特此说明。</p>": false,
	} {
		book, _ := open.Parse("第一季度/台账.html", []byte("<html><meta charset=utf-8><body>"+card+below+"</body></html>"))
		rs, _ := gave(listReader().Read(book))
		if len(rs) != 1 || len(rs[0].Rows) != 1 {
			t.Fatalf("%s: %+v", below, rs)
		}
		if row := rs[0].Rows[0]; row.Problems.Given() || row.Progress.Value != "公开三批。" || row.Other != nil {
			t.Errorf("%s: problems %q, %+v", below, row.Problems.Value, row)
		}
		if on := rs[0].StatedOn.Value; (on == period.Date{Year: 2021, Month: 4, Day: 2}) != dated {
			t.Errorf("%s: stated on %v", below, on)
		}
	}
}

// A workbook draws no line between card and signature: a date or a department is no problem.
func TestDateBelowACard(t *testing.T) {
	for _, below := range [][]string{{"2021年4月2日"}, {"办公室"}} {
		rs, _ := gave(listReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"办公室2021年第一季度任务台账"},
			{"任务内容", "加强行政执法信息公开。"}, {"工作情况", "公开三批。"}, {"完成情况", "推进中"}, {"难点堵点", ""}, below})))
		if len(rs) != 1 || len(rs[0].Rows) != 1 || rs[0].Rows[0].Problems.Given() {
			t.Errorf("%v: %+v", below, rs)
		}
	}
}

// Labels at the foot stand before their values in cells of their own, with or without a colon.
func TestFootInPairs(t *testing.T) {
	for _, foot := range [][]string{{"填报日期", "2021年4月8日"}, {"填报人", "张三", "填报日期", "2021年4月8日"}, {"填报日期：", "2021年4月8日"}} {
		rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"任务", "进展情况", "状态"},
			{"加强行政执法信息公开。", "公开三批。", "推进中"}, {"加强信息归集工作。", "归集两批。", "推进中"}, foot})))
		if len(rs) != 1 || len(rs[0].Rows) != 3 {
			t.Fatalf("%v: %+v", foot, rs)
		}
		if row := rs[0].Rows[2]; row.Ignored != returns.Signature {
			t.Errorf("%v: %+v", foot, row)
		}
		if want := (period.Date{Year: 2021, Month: 4, Day: 8}); rs[0].StatedOn.Value != want {
			t.Errorf("%v: stated on %v", foot, rs[0].StatedOn.Value)
		}
	}
	rs, _ := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{{"任务", "进展情况", "状态"},
		{"加强行政执法信息公开。", "公开三批。", "推进中"}, {"填报日期", "另行通知", "推进中"}})))
	if len(rs) != 1 || rs[0].Rows[1].Ignored == returns.Signature {
		t.Errorf("no date: %+v", rs)
	}
}

// listReader reads against a list of two requirements.
func listReader() *Reader {
	p := &plan.Plan{Year: 2021}
	p.Roster.Departments = []plan.Department{{Name: "办公室", Kind: plan.Section}, {Name: "计划财务股", Kind: plan.Section}}
	for i, text := range []string{"加强行政执法信息公开。", "加强信息归集工作。"} {
		p.Requirements = append(p.Requirements, plan.Requirement{No: i + 1, Text: grid.Read[string]{Value: text, Said: text}})
	}
	return New(p, words.Default(), nil)
}
