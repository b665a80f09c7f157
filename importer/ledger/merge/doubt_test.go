package merge

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

const (
	budget = "积极推进部门单位财政预算、决算及相关报表公开。"
	debt   = "持续深化地方政府债务信息公开，定期公开地方政府债务限额、余额。"
)

// besides is a row with a text under a heading that nobody knows.
func besides(r returns.Row) returns.Row {
	r.Other = []returns.Other{{Heading: "亮点", Text: "已挂网并接受查询", At: finding.In("f", "Sheet1").At(4, 9)}}
	return r
}

func unanswered(requirement string) returns.Row {
	r := ledgertest.Row(requirement, "", "")
	r.Ignored = returns.Unanswered
	return r
}

// stranger is a row of which nobody can say what it answers.
func stranger() returns.Row {
	return ledgertest.Row("食堂采购询价", status.Completed, "比了三家")
}

// TestNotUnderstoodIsNotAbsent: 财务股 answers one of its three requirements in the second
// quarter; of the others the ledger says that they are missing only where nothing is left
// that could be them.
func TestNotUnderstoodIsNotAbsent(t *testing.T) {
	read := func(sheets ...returns.SheetAccount) []ledger.Input {
		return []ledger.Input{{File: "二/财务.xlsx", State: ledger.FileRead, Sheets: sheets}}
	}
	failed := func(department string, n int) []ledger.Input {
		return append(read(), ledger.Input{File: "二/财务（补）.doc", State: ledger.FileFailed, Department: department, Quarter: ledgertest.Q2})
	}
	answer := ledgertest.Row(budget, status.InProgress, "已报送草案")
	for _, c := range []struct {
		name   string
		rows   []returns.Row
		inputs []ledger.Input
		want   int
	}{
		{"nothing is left", nil, read(), 2},
		{"a line names one and says nothing", []returns.Row{unanswered(debt)}, read(), 2},
		{"its only text has an unknown heading", []returns.Row{besides(unanswered(debt))}, read(), 1},
		{"a text under an unknown heading beside no requirement", []returns.Row{besides(unanswered(""))}, read(), 0},
		{"an answer with more under an unknown heading", []returns.Row{besides(ledgertest.Row(debt, status.Completed, "余额已公开"))}, read(), 1},
		{"a line that nobody can place", []returns.Row{stranger()}, read(), 0},
		{"cells of the sheet are unread", nil, read(returns.SheetAccount{Sheet: "Sheet1", State: table.IsTable, Cells: table.Cells{Read: 9, Used: 8, Unread: 1}}), 0},
		{"cells of another sheet are unread", nil, read(returns.SheetAccount{Sheet: "花名册", State: table.IsTable, Cells: table.Cells{Read: 1, Unread: 1}}), 2},
		{"another sheet is not understood", nil, read(returns.SheetAccount{Sheet: "续", State: table.IsUnread, Cells: table.Cells{Read: 3, Unread: 3}}), 0},
		{"all is understood", nil, read(returns.SheetAccount{Sheet: "Sheet1", State: table.IsTable, Cells: table.Cells{Read: 9, Used: 8, Other: 1}}), 2},
		{"another file of it failed", nil, failed("财务股", 2), 0},
		{"another department's file failed", nil, failed("图书馆", 2), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ledgertest.Ret("二/财务.xlsx", "财务股", ledgertest.Q2, append([]returns.Row{answer}, c.rows...)...)
			l := Merge(ledgertest.SmallPlan(), []returns.Return{r}, nil, Options{AsOf: ledgertest.Q2, Inputs: c.inputs})
			missed := 0
			for _, f := range l.Findings {
				if f.Code == finding.RequirementMissing && f.Department == "财务股" && f.Quarter == "2021Q2" {
					missed++
				}
			}
			if missed != c.want {
				t.Errorf("%d requirements are called missing, want %d", missed, c.want)
			}
		})
	}
}

// TestUnreadableIsNotMissing: a file that came and can't be read is no missing return.
func TestUnreadableIsNotMissing(t *testing.T) {
	inputs := []ledger.Input{
		{File: "一/图书馆.xls", State: ledger.FileFailed, Department: "图书馆", Quarter: ledgertest.Q1},
		{File: "一/执法股.xls", State: ledger.FileFailed, Department: "执法股"},
		{File: "一/财务股.pdf", State: ledger.FileAttachment},
	}
	office := ledgertest.Ret("一/办公室.xlsx", "办公室", ledgertest.Q1, ledgertest.Row("主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", status.InProgress, "已征求意见"))
	l := Merge(ledgertest.SmallPlan(), []returns.Return{office}, nil, Options{AsOf: ledgertest.Q1, Inputs: inputs})
	want := map[string]ledger.CoverageState{"办公室": ledger.Undated, "图书馆": ledger.Unreadable, "执法股": ledger.Missing, "财务股": ledger.Missing}
	for _, c := range l.Coverage {
		if c.State != want[c.Department] || c.Reported == (c.State == ledger.Missing) {
			t.Errorf("%s: %s, reported %v", c.Department, c.State, c.Reported)
		}
	}
	for _, f := range l.Findings {
		if f.Department == "图书馆" {
			t.Errorf("it is still told: %s", f.Message)
		}
	}
	if n := codes(l, finding.ReturnMissing); n != 2 {
		t.Errorf("%d returns are missing, want 2", n)
	}
	r := l.Quarters[0].Returns
	if r.Expected != r.OnTime+r.Late+r.Undated+r.Missing || r.Missing != 2 || r.Reported != 2 {
		t.Errorf("receipts %+v", r)
	}
}

// TestCopiesLoseNothing: of two lines that answer the same, the one that stands keeps what
// the other says under an unknown heading, once, and the return stays as it was read.
func TestCopiesLoseNothing(t *testing.T) {
	plain := ledgertest.Row(budget, status.InProgress, "已报送草案")
	rs := []returns.Return{ledgertest.Ret("甲.xlsx", "财务股", ledgertest.Q1, plain), ledgertest.Ret("乙.xlsx", "财务股", ledgertest.Q1, besides(plain)), ledgertest.Ret("丙.xlsx", "财务股", ledgertest.Q1, besides(plain))}
	l := merged(t, rs...)
	if len(l.Entries) != 1 || len(l.Entries[0].Row.Other) != 1 || l.Entries[0].Row.Other[0].Text != "已挂网并接受查询" {
		t.Errorf("%+v", l.Entries)
	}
	if len(rs[0].Rows[0].Other) != 0 {
		t.Error("the return was written to")
	}
}

// TestEmptyIsNotSaidOfWhatIsUnread: a return without an answer is called empty only where
// nothing else stands in it.
func TestEmptyIsNotSaidOfWhatIsUnread(t *testing.T) {
	unread := table.Cells{Read: 2, Unread: 2}
	for _, c := range []struct {
		name   string
		row    returns.Row
		sheets []returns.SheetAccount
		want   int
	}{
		{"nothing in it", unanswered(debt), nil, 1},
		{"cells that nobody understood", unanswered(debt), []returns.SheetAccount{{Sheet: "Sheet1", State: table.IsTable, Cells: unread}}, 0},
		{"a sheet beside it that nobody understood", unanswered(debt), []returns.SheetAccount{{Sheet: "续", State: table.IsUnread, Cells: unread}}, 0},
		{"a text under an unknown heading", besides(unanswered(debt)), nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ledgertest.Ret("空.xlsx", "财务股", ledgertest.Q1, c.row)
			r.Held = finding.EmptyReturn
			found := []finding.Finding{finding.New(finding.EmptyReturn, finding.In("空.xlsx", "Sheet1"), "", "").For("财务股", "2021Q1")}
			l := Merge(ledgertest.SmallPlan(), []returns.Return{r}, found, Options{AsOf: ledgertest.Q1, Inputs: []ledger.Input{{File: "空.xlsx", State: ledger.FileRead, Sheets: c.sheets}}})
			if n := codes(l, finding.EmptyReturn); n != c.want {
				t.Errorf("called empty %d times, want %d", n, c.want)
			}
		})
	}
}

// What the office has accepted as unread it has looked at: the requirements that are left out are missing then.
func TestAcceptedAsUnreadIsNotInDoubt(t *testing.T) {
	const file = "二/财务.xlsx"
	rs := []returns.Return{ledgertest.Ret(file, "财务股", ledgertest.Q2, ledgertest.Row(budget, status.InProgress, "已报送草案"))}
	for _, c := range []struct {
		sheet string
		state table.State
	}{{"Sheet1", table.IsTable}, {"联系人", table.IsUnread}} {
		inputs := []ledger.Input{{File: file, State: ledger.FileRead, Sheets: []returns.SheetAccount{{Sheet: c.sheet, State: c.state, Cells: table.Cells{Read: 2, Unread: 2}}}}}
		found := []finding.Finding{finding.New(finding.SheetUnread, finding.In(file, c.sheet).At(11, 1), "“钟国强”（A11）", "")}
		missing := func(rulings ...ruling.Ruling) (n int) {
			l := Merge(ledgertest.SmallPlan(), rs, found, Options{AsOf: ledgertest.Q2, Inputs: inputs, Rulings: rulings})
			for _, f := range l.Findings {
				if f.Code == finding.RequirementMissing && f.Department == "财务股" && f.Quarter == "2021Q2" {
					n++
				}
			}
			return n
		}
		accept := decide(t, Merge(ledgertest.SmallPlan(), rs, found, Options{AsOf: ledgertest.Q2, Inputs: inputs}), finding.SheetUnread, ruling.Accept)
		other := accept
		other.Target.Sum = "of another text"
		if n := missing(); n != 0 {
			t.Errorf("%s: %d missing while unread", c.sheet, n)
		}
		if n := missing(other); n != 0 {
			t.Errorf("%s: %d missing where something else was accepted", c.sheet, n)
		}
		if n := missing(accept); n != 2 {
			t.Errorf("%s: %d missing once it is accepted, want 2", c.sheet, n)
		}
	}
}

// A text under a heading that nobody knows may be the answer, until the office says what the heading means.
func TestAColumnThatTheOfficeHasNamedIsNotInDoubt(t *testing.T) {
	for by, want := range map[table.By]int{table.ByContent: 0, table.ByOffice: 2} {
		r := ledgertest.Ret("二/财务.xlsx", "财务股", ledgertest.Q2, ledgertest.Row(budget, status.InProgress, "已报送草案"), besides(unanswered("")))
		r.Columns = []table.Column{{Heading: "亮点", Role: words.OtherText, By: by}}
		l := Merge(ledgertest.SmallPlan(), []returns.Return{r}, nil, Options{AsOf: ledgertest.Q2})
		missing := 0
		for _, f := range l.Findings {
			if f.Code == finding.RequirementMissing && f.Department == "财务股" && f.Quarter == "2021Q2" {
				missing++
			}
		}
		if missing != want {
			t.Errorf("%s: %d missing, want %d", by, missing, want)
		}
	}
}
