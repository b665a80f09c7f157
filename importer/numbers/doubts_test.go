package numbers_test

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// reportOf makes a report of paragraphs around a first block of table two.
func reportOf(rowName string, paragraphs ...string) *grid.Book {
	b := bookOf(sheetText("信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n" + rowName + "|3|1|9"))
	for i, text := range paragraphs {
		b.Prose = append(b.Prose, grid.Paragraph{Text: text, At: finding.In(b.File, grid.ProseSheet).At(i+1, 0)})
	}
	return b
}

var sixSections = []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"}

// TestReportWording holds the titles, the row labels and the years of a report against its form, each
// broken once. What is no report may call its rows as it likes.
func TestReportWording(t *testing.T) {
	f := formOf(t, 2021, "")
	with := func(i int, text string) []string {
		p := append([]string(nil), sixSections...)
		p[i] = text
		return p
	}
	good := append(append([]string(nil), sixSections...), "2021年收到政府信息公开申请3件。", "与2020年相比，申请减少2件。", "根据2019年修订的条例办理申请。", "主动公开政府信息74条，其中机构信息2条，政策文件12条，工作动态42条，其他18条。", "主动公开政府信息74条，其中机构信息2条、政策文件12条等。")
	for name, c := range map[string]struct {
		book *grid.Book
		want []string
	}{
		"good":             {reportOf("行政规范性文件", good...), nil},
		"no report":        {reportOf("规范性文件", "2022年收到申请3件。"), nil},
		"title":            {reportOf("行政规范性文件", with(3, "四、政府信息公开行政复议和行政诉讼情况")...), []string{"X.4 政府信息公开行政复议、行政诉讼情况"}},
		"section missing":  {reportOf("行政规范性文件", sixSections[:5]...), []string{"X.4 六、其他需要报告的事项"}},
		"row label":        {reportOf("规范性文件", sixSections...), []string{"X.4 行政规范性文件"}},
		"classes":          {reportOf("行政规范性文件", append(append([]string(nil), sixSections...), "全年主动公开政府信息74条，其中机构信息2条，政策文件12条，工作动态42条，其他11条。")...), []string{"C.2 74"}},
		"another year":     {reportOf("行政规范性文件", append(append([]string(nil), sixSections...), "2022年没有收到政府信息公开申请。")...), []string{"X.2 2021年"}},
		"another, carried": {reportOf("行政规范性文件", append(append([]string(nil), sixSections...), "2020年，本局收到政府信息公开申请45件，结转下年2件，同比增长5%。")...), []string{"X.2 2021年"}},
		"compared":         {reportOf("行政规范性文件", append(append([]string(nil), sixSections...), "2020年收到申请20件，2021年收到30件。", "2020年收到申请20件，今年收到30件。", "由2020年结转的申请2件，已全部办结。")...), nil},
	} {
		r := readerOf(f).Read(c.book)
		y := sums.Settle(f, r.Values, r.Totals, r.Held, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4}, Slips: r.Slips})
		var got []string
		for _, res := range y.Results {
			if slices.Contains([]tables.Check{tables.Wording, tables.YearNamed, tables.Classes}, res.Rule.Check) && res.Verdict == numbers.Broken {
				got = append(got, res.Rule.ID+" "+res.Scope)
			}
		}
		if len(got) != len(c.want) || len(got) > 0 && !strings.HasSuffix(got[0], strings.Fields(c.want[0])[1]) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if len(c.want) > 0 && !saysAny(y.Findings, finding.NumberDoubtful, strings.Fields(c.want[0])[0]) {
			t.Errorf("%s: nobody is told: %v", name, y.Findings)
		}
	}
}

// TestAllZero asks about a department all of whose numbers are 0, until one is not or it says why.
func TestAllZero(t *testing.T) {
	f := formOf(t, 2021, "")
	whole := "信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n行政规范性文件|0|0|0\n||||\n" +
		"|结果维持|结果纠正|其他结果|尚未审结|总计|备注\n行政复议|0|0|0|0|0|NOTE"
	few := "信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n行政规范性文件|0|0|0"
	for text, want := range map[string]numbers.Verdict{whole: numbers.Broken, strings.Replace(whole, "规章|0|0|0", "规章|0|0|0\n行政许可|3", 1): numbers.Holds, few: numbers.Unknown} {
		y, found := settled(t, sheetText(strings.Replace(text, "NOTE", "", 1)))
		got := numbers.Unknown
		for _, r := range y.Results {
			if r.Rule.Check == tables.AllZero {
				got = r.Verdict
			}
		}
		if said := saysAny(found, finding.NumberDoubtful, "N.4"); got != want || said != (want == numbers.Broken) {
			t.Errorf("%s: %v, want %v; said %v", text, got, want, said)
		}
	}
	y := sums.Settle(f, readerOf(f).Read(bookOf(sheetText(strings.Replace(whole, "NOTE", "", 1)))).Values, nil, nil, sums.Options{AsOf: period.Quarter{Year: 2021, N: 1},
		Decisions: []numbers.Decision{{ID: "1", Act: numbers.Explain, Rule: "N.4", Scope: "办公室", Value: "本季度确实都没有发生"}}})
	if !saysAny(y.Findings, finding.NumberExplained, "N.4") || len(y.Undone) > 0 {
		t.Errorf("the explanation settles nothing: %v %v", y.Findings, y.Undone)
	}
}

// TestJoint counts once a document that two departments count, by its number in their remarks: where the
// remarks name exactly what is counted, and nobody explains that they are two.
func TestJoint(t *testing.T) {
	f := formOf(t, 2021, "")
	made := f.Find("T2.normative.made")
	for text, want := range map[string]struct {
		said bool
		sum  int64
	}{
		"市场股|0|2|示文〔2021〕3号、示文〔2021〕4号\n产业股|0|1|与市场股联合印发示文〔2021〕3号": {true, 2},
		"市场股|0|1|示文〔2021〕3号\n产业股|0|1|示文〔2021〕5号":                    {false, 2},
		"市场股|0|2|示文〔2021〕3号\n产业股|0|1|示文〔2021〕3号":                    {true, 3}, // which two is not said
		"市场股|0|1|根据国办发〔2021〕30号制定\n产业股|0|1|根据国办发〔2021〕30号制定":        {false, 2},
	} {
		r := readerOf(f).Read(bookOf(sheetText("部门|行政规范性文件废止件数|行政规范性文件制发件数|备注\n" + text)))
		y := sums.Settle(f, r.Values, r.Totals, r.Held, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4}})
		said := saysAny(y.Findings, finding.NumberDoubtful, "S.2")
		if said != want.said || y.Figures[made].Amount != numbers.Whole(want.sum) {
			t.Errorf("%s: said %v, the sum is %s: %v", text, said, y.Figures[made].Amount, y.Findings)
		}
		explained := sums.Settle(f, r.Values, r.Totals, r.Held, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4},
			Decisions: []numbers.Decision{{ID: "1", Act: numbers.Explain, Rule: "S.2", Scope: "T2.normative.made", Value: "两股各印发一件，文号写错了"}}})
		if all := explained.Figures[made]; want.said && (all.Amount != 3*numbers.One || all.Method != "" || !saysAny(explained.Findings, finding.NumberExplained, "S.2")) {
			t.Errorf("%s: explained, and the sum is %s: %v", text, all.Amount, explained.Findings)
		}
		if fig := y.Figures[made]; (fig.Method != "") != (want.sum == 2 && strings.Contains(text, "4号")) {
			t.Errorf("%s: how it was counted: %q", text, fig.Method)
		}
	}
}

// TestQuarterGoesOn asks where a quarter does not begin with what the one before left over (Q.3).
func TestQuarterGoesOn(t *testing.T) {
	f := formOf(t, 2021, "")
	for opening, broken := range map[string]bool{"4": false, "5": true} {
		y := settleLines(t, f, sums.Options{}, "T3.r25.total 甲 1 本期 4", "T3.r02.total 甲 2 本期 "+opening)
		if said := saysAny(y.Findings, finding.NumberDoubtful, "Q.3"); said != broken {
			t.Errorf("%s: said %v: %v", opening, said, y.Findings)
		}
	}
}
