package questions

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// Rows of a return that are like one requirement alone are called so, and joined by A where A takes just them.
func TestRowsOfOneRequirementAreJoined(t *testing.T) {
	row := func(file string, n, cause int, like ...int) ledgerbook.Question {
		at := finding.In(file, "表").At(n, 0)
		return ledgerbook.Question{Finding: finding.New(finding.RowAmbiguous, at, "", ""), Cause: cause,
			Row: &ledger.Row{At: at, Text: "演练", Fate: ledger.Held, Candidates: like}}
	}
	for _, c := range []struct {
		name, title, want string
		list              []ledgerbook.Question
	}{
		{"all of one return", "几行都像同一条要求", "2行都是这一条的，先按 A 再按 1：都归第5条", []ledgerbook.Question{row("a.xlsx", 4, 1, 5), row("a.xlsx", 7, 1, 5)}},
		{"rows of another return in the cause", "几行都像同一条要求", "第7行“演练”也归这一条的，到它那里也选“第5条”", []ledgerbook.Question{row("a.xlsx", 4, 1, 5), row("a.xlsx", 7, 1, 5), row("b.xlsx", 4, 1, 5)}},
		{"the other row has a cause of its own", "几行都像同一条要求", "第7行“演练”也归这一条的", []ledgerbook.Question{row("a.xlsx", 4, 1, 5), row("a.xlsx", 7, 2, 5)}},
		{"like several", "可能对应几条要求", "", []ledgerbook.Question{row("a.xlsx", 4, 1, 5, 6), row("a.xlsx", 7, 1, 5, 6)}},
		{"like another one", "几行都像同一条要求", "", []ledgerbook.Question{row("a.xlsx", 4, 1, 5), row("a.xlsx", 7, 1, 6)}},
	} {
		s := &Reading{Questions: c.list}
		if said := s.joining(&c.list[0], 5); !strings.HasPrefix(said, c.want) || c.want == "" && said != "" {
			t.Errorf("%s: %s", c.name, said)
		}
		if title := Title(&c.list[0]); title != c.title {
			t.Errorf("%s: it is called %s", c.name, title)
		}
	}
}

// Of a row the card tells how far it is, and the rest only where it says nothing of that.
func TestWhatARowSays(t *testing.T) {
	for said, want := range map[string]string{
		"状态：在办\n进展：做了一半。\n经办人手机：1350": "状态：在办；进展：做了一半",
		"备注：见附件": "备注：见附件",
		"":       "",
	} {
		q := &ledgerbook.Question{Row: &ledger.Row{Said: said}}
		if got := (&Reading{Ledger: &ledger.Ledger{}}).RowSaid(q); got != want {
			t.Errorf("%q is told as %q", said, got)
		}
	}
}

// A text that nobody read is said with its sheet; it is accepted as no return; and where 清单 speaks of a decision that
// is not carried out, it leads to its card.
func TestPlainWordsOfCards(t *testing.T) {
	unread := finding.New(finding.SheetUnread, finding.In("a.xlsx", "联系人").At(1, 1), "“姓名”（A1）", "")
	if said := Message(unread); !strings.Contains(said, "“联系人”") {
		t.Error(said)
	}
	s := &Reading{Ledger: &ledger.Ledger{}}
	q := &ledgerbook.Question{Finding: unread, Office: ruling.Line{Kind: ruling.NoRow}}
	options := s.Options(q)
	if len(options) != 1 || options[0].Label != "不是填报的内容，不用管（认可）" {
		t.Errorf("%+v", options)
	}
	if hint := HintHere(unread, options); !strings.Contains(hint, "不是的，按 1。") {
		t.Error(hint)
	}
	row := finding.New(finding.RowUnmatched, finding.In("a.xlsx", "表").At(4, 1), "总体情况", "")
	if hint := HintHere(row, []Option{{Key: "0"}}); !strings.HasPrefix(hint, "归哪一条的，选那一条；小标题、落款、不属于清单的工作，按 0。要部门改的，请部门把“具体要求”栏改成清单原文") {
		t.Error(hint)
	}
	gone := finding.New(finding.RulingOrphaned, finding.In("任务清单.xlsx", ""), "认可", "")
	if hint := HintHere(gone, nil); strings.Contains(hint, "黄色") || !strings.Contains(hint, "“核对”") {
		t.Error(hint)
	}
	q = &ledgerbook.Question{Finding: gone, Office: ruling.Line{Kind: ruling.NoRow}, Ruled: &ruling.Ruling{State: ruling.Orphaned, Target: ruling.Target{Department: "财务股", Quarter: "2021Q2", Code: finding.Overdue}}}
	s.Ledger.Plan = &plan.Plan{Requirements: []plan.Requirement{{No: 1}, {No: 2}}}
	s.Ledger.Plan.Requirements[0].Text.Value, s.Ledger.Plan.Requirements[1].Text.Value = "印发方案", "开展检查"
	late := finding.New(finding.Overdue, finding.Place{}, "", "").For("财务股", "2021Q2")
	late.Found = ledger.RequirementName(&s.Ledger.Plan.Requirements[1]) + "滞后"
	for sum, want := range map[string]string{
		ruling.FindingSum(late): "这条核定当时定的是：财务股第二季度，第2条“开展检查”的“已逾期”。",
		"of other words":        "这条核定当时定的是：财务股第二季度的“已逾期”。",
	} {
		if q.Ruled.Target.Sum = sum; s.Made(q) != want {
			t.Error(s.Made(q))
		}
	}
	if said := s.Made(&ledgerbook.Question{Finding: unread}); said != "" {
		t.Error(said)
	}
}
