package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/status"
)

// TestOneSentenceIsOneCause: a sentence that departments fill in with other numbers from quarter
// to quarter is one thing to talk about, another sentence is another.
func TestOneSentenceIsOneCause(t *testing.T) {
	weekly := func(n string) string {
		return "每周二上午召开调度会" + n + "次，逐条过问并当场交办"
	}
	l := merged(t,
		ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(budget, status.InProgress, weekly("11"))), ledgertest.Ret("b.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(budget, status.InProgress, weekly("11"))),
		ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(budget, status.InProgress, weekly("三十"))), ledgertest.Ret("d.xlsx", "图书馆", ledgertest.Q2, ledgertest.Row(budget, status.InProgress, weekly("三十"))),
		ledgertest.Ret("e.xlsx", "执法股", ledgertest.Q1, ledgertest.Row("加强行政执法信息公开。", status.InProgress, "走访沿街商铺四百家，逐家发放告知书并登记")),
		ledgertest.Ret("f.xlsx", "办公室", ledgertest.Q1, ledgertest.Row(ledgertest.SmallPlan().Requirements[0].Text.Value, status.InProgress, "走访沿街商铺四百家，逐家发放告知书并登记")))
	var said []string
	for _, c := range l.Causes {
		if c.Code == finding.TextCopied {
			said = append(said, c.Message)
		}
	}
	if len(said) != 2 || !strings.Contains(said[0], "有 4 处进展套用同一句话") || !strings.Contains(said[1], "第一季度有 2 处进展文字一字不差") {
		t.Errorf("%q", said)
	}
}

// TestOneDepartmentsHabitIsOneCause: what a department does in one return as in the next is asked
// of it once; two departments are two.
func TestOneDepartmentsHabitIsOneCause(t *testing.T) {
	l := merged(t,
		ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(budget, status.Completed, "预算已经公开"), ledgertest.Row(debt, status.Completed, "债务已经公开")),
		ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(budget, status.InProgress, "预算又在编"), ledgertest.Row(debt, status.Completed, "债务再次公开")),
		ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q3, ledgertest.Row(budget, status.InProgress, "预算仍在编"), ledgertest.Row(debt, status.Behind, "债务没有公开")),
		ledgertest.Ret("d.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(budget, status.Completed, "本馆预算已公开")), ledgertest.Ret("e.xlsx", "图书馆", ledgertest.Q2, ledgertest.Row(budget, status.Behind, "本馆预算撤下")))
	var said []string
	for _, c := range l.Causes {
		if c.Code == finding.StatusRegressed {
			said = append(said, c.Message)
		}
	}
	if len(said) != 2 || !strings.HasPrefix(said[0], "财务股：状态倒退，共 2 处") || !strings.Contains(said[1], "现在填的是“滞后”") {
		t.Errorf("%q", said)
	}
}

// TestWhatIsCountedGoesFirst: of what is to be looked at, what is missing stands before what is
// worded alike, however often that comes.
func TestWhatIsCountedGoesFirst(t *testing.T) {
	text := "每周二上午召开调度会，逐条过问并当场交办"
	l := merged(t, ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(budget, status.InProgress, text), ledgertest.Row(debt, status.InProgress, text)), ledgertest.Ret("b.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(budget, status.InProgress, text)))
	at := map[finding.Code]int{}
	for i, c := range l.Causes {
		at[c.Code] = i + 1
	}
	if at[finding.ReturnMissing] == 0 || at[finding.TextCopied] == 0 || at[finding.ReturnMissing] > at[finding.TextCopied] {
		t.Errorf("%v", at)
	}
}
