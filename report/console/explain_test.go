package console

import (
	"bytes"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// strange is a ledger of one file: a table that lies upright with a second one below, a cover,
// and a scan.
func strange() *ledger.Ledger {
	const file = "第一季度/河务.xlsx"
	at := func(row, col int) finding.Place { return finding.In(file, "甲表").At(row, col) }
	columns := []table.Column{
		{Col: 1, At: at(4, 1), Heading: "编号", Role: words.Number, By: table.ByHeading, Sure: 0.9, Filled: 12, Samples: []string{"1", "2", "3"}},
		{Col: 2, At: at(5, 2), Heading: "本季做了哪些\n事情及取得的实际效果（逐条写明）", Role: words.Progress, By: table.ByContent, Sure: 0.213, Next: words.Problems, Filled: 11,
			Samples: []string{"修好三处堤，疏通两条渠，汛前检查已全部做完，台账归档。", "同上\x1b[31m"}},
		{Col: 4, At: at(5, 4), Heading: "", Role: words.OtherText, By: table.ByContent, Filled: 1, Samples: []string{strings.Repeat("很长的话", 60)}},
		{Col: 1, At: at(20, 1), Heading: "事项", Role: words.Requirement, By: table.ByPart, Sure: 0.4, Next: words.Task, Filled: 2},
		{Col: 2, At: at(20, 2), Heading: "弄好没", Role: words.Status, By: table.ByOffice, Sure: 1, Filled: 2, Samples: []string{"妥了"}},
	}
	q := period.Quarter{Year: 2021, N: 1}
	l := &ledger.Ledger{Year: 2021, Plan: &plan.Plan{Year: 2021, Source: "任务清单.xlsx", Requirements: make([]plan.Requirement, 3)},
		Inputs: []ledger.Input{
			{File: file, State: ledger.FileRead, Sheets: []returns.SheetAccount{
				{Sheet: "封面", State: table.IsInfo, Cells: table.Cells{Read: 2, Info: 2}},
				{Sheet: "甲表", State: table.IsTable, Cells: table.Cells{Read: 40, Used: 24, Heading: 5, Info: 3, Furniture: 2, Other: 5, Unread: 1}},
				{Sheet: "乙表", State: table.IsUnread, Reason: "没有一栏像是要求", Cells: table.Cells{Read: 9, Unread: 8}}}},
			{File: "第一季度/章.pdf", State: ledger.FileSkipped}},
		Returns: []ledger.Return{
			{File: file, Sheet: "甲表", Department: "河务股", Quarter: q, Whose: ledger.Spoken{Said: "填报单位：河务股（盖章）", At: at(2, 1)},
				When: ledger.Spoken{Said: "第一季度", At: finding.In(file, "甲表")}, Count: ledger.Count{Read: 3, Merged: 1, Held: 1, Ignored: 1}, Columns: columns},
			{File: file, Sheet: "甲表", Quarter: q, Columns: columns}},
		Rows: []ledger.Row{
			{At: at(6, 0), Text: "修好堤", Fate: ledger.Merged, Requirement: 2},
			{At: at(7, 0), Text: "疏通渠", Fate: ledger.Held, Reason: string(finding.RowUnmatched)},
			{At: at(21, 0), Text: "合计", Fate: ledger.Ignored, Reason: string(returns.Total)}},
		Findings: []finding.Finding{finding.New(finding.RowUnmatched, at(7, 2), "疏通渠", ""), finding.New(finding.Attachment, finding.In("第一季度/章.pdf", ""), "", "")},
	}
	l.Plan.Requirements[1] = plan.Requirement{No: 2, Number: "2"}
	return l
}

func TestExplain(t *testing.T) {
	var b bytes.Buffer
	Explain(Screen{Writer: &b}, strange())
	text := b.String()
	for _, want := range []string{
		"第一季度/河务.xlsx「封面」\n  工作表    封面：写的是后面各表是谁的、哪个季度的\n",
		"「甲表」\n  工作表    报送表\n",
		"河务股（据 A2“填报单位：河务股（盖章）”），2021年第一季度（据“第一季度”）",
		"部门不明，2021年第一季度",
		"读取 40 = 采用 24 + 表头 5 + 抬头 3 + 版式 2 + 其他 5 + 未读 1（平衡）",
		"第1个表   表头在 A4 至 B5，一行一条要求，内容在第 6 至 7 行",
		"第2个表   表头在 A20 至 B20，一行一条要求，内容在第 21 至 21 行",
		"A4      编号                     序号       表头       90%   -          12",
		"进展       内容       21%   存在问题   11",
		"（没有表头）             其他栏目   内容       0%",
		"弄好没                   状态       办公室核定 100%  -          2",
		"例：1 ┆ 2 ┆ 3",
		"读取 3 = 并入 1 + 待核对 1 + 不计 1",
		"第7行    待核对：不知道对应哪条要求",
		"问题      1 处：B7 不知道对应哪条要求",
		"「乙表」\n  工作表    没有读懂：没有一栏像是要求\n",
		"不平衡",
		"第一季度/章.pdf\n  结果      没有作为报表读取\n  问题      1 处：附件材料\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Count(text, "弄好没") != 1 {
		t.Error("a column that two returns share is told twice")
	}
	for _, line := range strings.Split(text, "\n") {
		if w := places.StringWidth(line); w > widestExplained {
			t.Errorf("%d wide: %s", w, line)
		}
		if strings.ContainsRune(line, '\x1b') {
			t.Errorf("a terminal would obey: %q", line)
		}
	}
	if t.Failed() {
		t.Log("\n" + text)
	}
}

func TestExplainOnANarrowTerminal(t *testing.T) {
	var b bytes.Buffer
	Explain(Screen{Writer: &b, Width: 80}, strange())
	for _, line := range strings.Split(b.String(), "\n") {
		if w := places.StringWidth(line); w > 79 {
			t.Errorf("%d wide: %s", w, line)
		}
	}
}
