package console

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// busy is a ledger of a year in which a lot went wrong.
func busy(n int) *ledger.Ledger {
	l := &ledger.Ledger{Unit: "示例市水务局", Year: 2031, AsOf: period.Quarter{Year: 2031, N: 4}, Plan: &plan.Plan{Source: "任务清单.xlsx"}}
	l.Findings = many(finding.RowUnmatched, n)
	for i := range n {
		l.Causes = append(l.Causes, ledger.Cause{ID: fmt.Sprint(i), Code: finding.StatusUnknown, Severity: finding.Warning, Findings: n - i,
			Message: fmt.Sprintf("状态“悬着%d”看不懂，共 %d 处，在 7 份文件里。", i, n-i), Hint: fmt.Sprintf("在 任务清单.xlsx 的“词表”里加一行：状态 | 悬着%d | 推进中 |", i)})
	}
	l.Causes = append(l.Causes, ledger.Cause{Code: finding.ColumnUnused, Severity: finding.Info, Findings: 1, Message: "知道就行。"})
	for q := 1; q <= 4; q++ {
		quarter := period.Quarter{Year: 2031, N: q}
		l.Quarters = append(l.Quarters, ledger.QuarterTally{Quarter: quarter, Tally: ledger.Tally{Of: 33, Counts: map[status.Status]int{status.Completed: 33}}})
		l.Coverage = append(l.Coverage, ledger.Coverage{Department: "灌区管理所", Quarter: quarter, State: ledger.Missing})
	}
	l.Coverage = append(l.Coverage, ledger.Coverage{Department: "水文勘测队", Quarter: l.AsOf, State: ledger.Unreadable})
	l.Totals.Rows = ledger.Count{Read: 9, Merged: 9}
	l.Totals.Cells = table.Cells{Read: 21, Used: 6, Heading: 5, Info: 4, Furniture: 3, Other: 2, Unread: 1}
	l.Inputs = []ledger.Input{{State: ledger.FileRead}, {State: ledger.FileAttachment}, {State: ledger.FileSkipped}}
	return l
}

// TestRunFitsOneScreen: the causes with what to paste, the largest first, and the summary
// below them, however much went wrong.
func TestRunFitsOneScreen(t *testing.T) {
	var b bytes.Buffer
	s := Screen{Writer: &b, Width: 80}
	Problems(s, busy(200))
	Summary(s, busy(200), []string{"成果/台账.xlsx", "成果/年报附件.pdf", "成果/台账.json", "成果/退回单"})
	text := b.String()
	if n := strings.Count(text, "\n"); n > 30 {
		t.Errorf("%d lines:\n%s", n, text)
	}
	for _, want := range []string{"出自 200 个原因", "状态 | 悬着0 | 推进中 |", "状态 | 悬着1 | 推进中 |", "个原因，见台账“待核对”。",
		"格数      读取 21 = 采用 6 + 表头 5 + 抬头 4 + 版式 3 + 其他 2 + 未读 1（平衡）", "第四季度已交，未能读取：水文勘测队", "附件 1 份，没有读取 1 份"} {
		if !strings.Contains(bare(text), bare(want)) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "知道就行") {
		t.Error("what is only good to know is shown")
	}
}

// bare is a text without its spaces and line breaks, wherever it was wrapped.
func bare(text string) string { return strings.Join(strings.Fields(text), "") }

// TestOneHintIsSaidOnce: causes that follow each other and are settled alike share their hint.
func TestOneHintIsSaidOnce(t *testing.T) {
	l := &ledger.Ledger{}
	for _, c := range []struct{ message, hint string }{{"甲行对不上。", "请写序号。"}, {"乙行对不上。", "请写序号。"}, {"丙表读不出来。", "请重新报送。"}, {"丁行对不上。", "请写序号。"}, {"戊行对不上。", "请写序号。"}} {
		l.Causes = append(l.Causes, ledger.Cause{Code: finding.RowUnmatched, Severity: finding.Error, Message: c.message, Hint: c.hint, Findings: 1})
	}
	var b bytes.Buffer
	Problems(Screen{Writer: &b}, l)
	var order []string
	for _, line := range strings.Split(b.String(), "\n") {
		for _, r := range "甲乙丙丁戊→" {
			if strings.ContainsRune(line, r) {
				order = append(order, string(r))
			}
		}
	}
	if got := strings.Join(order, ""); got != "甲乙→丙→丁戊→" {
		t.Errorf("%s:\n%s", got, b.String())
	}
}

// TestProblemsAreBounded: a file gets more of them than a screen, and is told of the others.
func TestProblemsAreBounded(t *testing.T) {
	var b bytes.Buffer
	Problems(Screen{Writer: &b}, busy(200))
	if n := strings.Count(b.String(), "悬着"); n != mostLinesToRead || !strings.Contains(b.String(), "另有 189 个原因") {
		t.Errorf("%d named:\n%s", n, b.String())
	}
	b.Reset()
	Problems(Screen{Writer: &b}, busy(0))
	if b.Len() > 0 {
		t.Errorf("nothing is to be done: %s", b.String())
	}
}

// TestCheckedIsShort: a terminal gets causes, a pipe every place.
func TestCheckedIsShort(t *testing.T) {
	var piped, shown bytes.Buffer
	l := busy(3)
	Checked(Screen{Writer: &piped}, l, "taizhang check 甲 2> 问题.txt")
	Checked(Screen{Writer: &shown, Width: 80}, l, "taizhang check 甲 2> 问题.txt")
	if n := strings.Count(piped.String(), ".xlsx  "); n != 3 || !strings.HasPrefix(piped.String(), "同一原因的问题：") {
		t.Errorf("%d places in a pipe:\n%s", n, piped.String())
	}
	if n := strings.Count(shown.String(), "悬着"); n != 6 || strings.Contains(shown.String(), "1.xlsx") || !strings.Contains(shown.String(), "共 3 处，出自 4 个原因") {
		t.Errorf("%s", shown.String())
	}
}

// TestManyNames: a terminal gets the first of many names, a pipe all of them.
func TestManyNames(t *testing.T) {
	names := strings.Split("甲股 乙股 丙股 丁股 戊股 己股 庚股 辛股 壬股 癸股", " ")
	for _, c := range []struct {
		name  string
		width int
		names []string
		want  string
	}{
		{"few", 80, names[:2], "甲股、乙股"},
		{"many on a terminal", 80, names, "甲股、乙股、丙股、丁股、戊股、己股、庚股、辛股等 10 个部门，见台账“报送情况”"},
		{"many in a pipe", 0, names, strings.Join(names, "、")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := some(Screen{Width: c.width}, c.names); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
