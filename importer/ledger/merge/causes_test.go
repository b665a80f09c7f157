package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/causes"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// puzzled is a row whose status word nobody understood.
func puzzled(requirement, word, progress string) returns.Row {
	r := ledgertest.Row(requirement, "", progress)
	r.Status.Said = word
	r.Findings = []finding.Finding{finding.New(finding.StatusUnknown, finding.In("f", "Sheet1").At(4, 3), word, "")}
	return r
}

func causeOf(t *testing.T, l *ledger.Ledger, code finding.Code) ledger.Cause {
	t.Helper()
	i := slices.IndexFunc(l.Causes, func(c ledger.Cause) bool { return c.Code == code })
	if i < 0 {
		t.Fatalf("no cause %s among %+v", code, l.Causes)
	}
	return l.Causes[i]
}

// TestOneWordIsOneCause: however many departments write it and however it is spaced.
func TestOneWordIsOneCause(t *testing.T) {
	l := merged(t,
		ledgertest.Ret("甲.xlsx", "财务股", ledgertest.Q1, puzzled(budget, "八字有一撇", "一"), puzzled(debt, "八字有 一撇", "二")),
		ledgertest.Ret("乙.xlsx", "图书馆", ledgertest.Q1, puzzled(budget, "八字有一撇", "三")),
		ledgertest.Ret("丙.xlsx", "执法股", ledgertest.Q1, puzzled("加强行政执法信息公开。", "悬着", "四")))
	c := causeOf(t, l, finding.StatusUnknown)
	if c.Findings != 3 || c.Rows != 3 || c.Severity != finding.Warning {
		t.Errorf("%+v", c)
	}
	if !strings.Contains(c.Message, "“八字有一撇”") || !strings.Contains(c.Message, "3 处") || !strings.HasSuffix(c.Hint, "状态 | 八字有一撇 | 推进中 |") {
		t.Errorf("%s %s", c.Message, c.Hint)
	}
	n := 0
	for _, c := range l.Causes {
		if c.Code == finding.StatusUnknown {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d causes, want a cause a word", n)
	}
}

// TestOneHeadingIsOneCause: what is sure in one file and doubtful in another is asked once;
// the reader's own key goes before what is found.
func TestOneHeadingIsOneCause(t *testing.T) {
	at := func(file string) finding.Place { return finding.In(file, "表一").At(3, 5) }
	keyed := finding.New(finding.ColumnUnused, at("丁.xlsx"), "领导批示情况", "")
	keyed.Cause = "批示"
	again := keyed
	again.Place, again.Found = at("戊.xlsx"), "领导批示"
	l := Merge(ledgertest.SmallPlan(), nil, []finding.Finding{
		finding.New(finding.ColumnAssumed, at("甲.xlsx"), "晾晒台", "进展"), finding.New(finding.ColumnAmbiguous, at("乙.xlsx"), "晾晒台", "存在问题"),
		finding.New(finding.ColumnAssumed, at("丙.xlsx"), "晾 晒 台", "进展"), keyed, again}, Options{AsOf: ledgertest.Q1})
	c := causeOf(t, l, finding.ColumnAmbiguous)
	if c.Findings != 3 || !strings.Contains(c.Hint, "把“晾晒台”改读作“存在问题”") {
		t.Errorf("%+v", c)
	}
	if c := causeOf(t, l, finding.ColumnUnused); c.Findings != 2 || c.Severity != finding.Info {
		t.Errorf("%+v", c)
	}
}

// TestAHeadingSaysByWhatItWasRead: one heading may be read by its words over one column, and by
// what stands in it over another.
func TestAHeadingSaysByWhatItWasRead(t *testing.T) {
	byContent := finding.New(finding.ColumnAssumed, finding.In("甲.xlsx", "表一").At(3, 5), "晾晒进展", "进展")
	byWords := byContent
	byWords.Place, byWords.Basis = finding.In("乙.xlsx", "表一").At(3, 5), "栏名中的字样"
	for want, fs := range map[string][]finding.Finding{"按内容当作": {byContent}, "按栏名中的字样当作": {byWords}, "按内容或栏名中的字样当作": {byWords, byContent}} {
		if c := causeOf(t, Merge(ledgertest.SmallPlan(), nil, fs, Options{AsOf: ledgertest.Q1}), finding.ColumnAssumed); !strings.Contains(c.Message, want) {
			t.Errorf("%s does not say %s", c.Message, want)
		}
	}
}

// TestOneFileIsOneCause: whatever is said of a file that can't be used is one thing to do,
// and what one return leaves out is one letter to write.
func TestOneFileIsOneCause(t *testing.T) {
	l := Merge(ledgertest.SmallPlan(), []returns.Return{ledgertest.Ret("财务.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(budget, status.InProgress, "报了"))}, []finding.Finding{
		finding.New(finding.NoTable, finding.In("散文.docx", ""), "", ""), finding.New(finding.SheetUnread, finding.In("散文.docx", "正文"), "……", ""),
		finding.New(finding.PasswordProtected, finding.In("锁着.xlsx", ""), "", "")}, Options{AsOf: ledgertest.Q1})
	c := causeOf(t, l, finding.NoTable)
	if c.Findings != 2 || c.Severity != finding.Error || !strings.Contains(c.Message, "散文.docx") {
		t.Errorf("%+v", c)
	}
	if c := causeOf(t, l, finding.PasswordProtected); c.Findings != 1 || !strings.HasPrefix(c.Message, "锁着.xlsx：") {
		t.Errorf("%+v", c)
	}
	if c := causeOf(t, l, finding.RequirementMissing); c.Findings != 2 || !strings.Contains(c.Message, "财务股第一季度的报表有 2 条要求没有填：第1条、第4条（财务.xlsx「Sheet1」）") {
		t.Errorf("%+v", c)
	}
	if c := causeOf(t, l, finding.ReturnMissing); c.Findings != 3 || !strings.Contains(c.Message, "第一季度有 3 个部门没有报送：办公室、图书馆、执法股") {
		t.Errorf("%+v", c)
	}
}

// TestHeldSheetTouchesItsRows: one finding that holds a sheet back explains all of its rows.
func TestHeldSheetTouchesItsRows(t *testing.T) {
	r := ledgertest.Ret("无名.xlsx", "", ledgertest.Q1, ledgertest.Row(budget, status.InProgress, "一"), ledgertest.Row(debt, status.InProgress, "二"))
	r.Held = finding.DepartmentUnknown
	l := Merge(ledgertest.SmallPlan(), []returns.Return{r}, []finding.Finding{finding.New(finding.DepartmentUnknown, finding.In("无名.xlsx", "Sheet1"), "财务口", "")}, Options{AsOf: ledgertest.Q1})
	c := causeOf(t, l, finding.DepartmentUnknown)
	if c.Findings != 1 || c.Rows != 2 || !strings.Contains(c.Hint, "部门 | 财务口 | ") {
		t.Errorf("%+v", c)
	}
}

// TestCausesAddUp: each open finding has a cause of the list, the numbers add up, and nothing
// depends on the order in which findings came.
func TestCausesAddUp(t *testing.T) {
	var found []finding.Finding
	for i := range 40 {
		file := fmt.Sprintf("%d季度/%d.xlsx", i%3+1, i%7)
		e := finding.Catalogue[(i*5)%len(finding.Catalogue)]
		found = append(found, finding.New(e.Code, finding.In(file, "甲").At(i%4, i%3), fmt.Sprint("词", i%6), "").For([]string{"财务股", "图书馆", ""}[i%3], "2021Q1"))
	}
	rs := []returns.Return{ledgertest.Ret("甲.xlsx", "财务股", ledgertest.Q1, puzzled(budget, "没准", "一"), stranger())}
	l := Merge(ledgertest.SmallPlan(), rs, found, Options{AsOf: ledgertest.Q1})
	slices.Reverse(found)
	if back := Merge(ledgertest.SmallPlan(), rs, found, Options{AsOf: ledgertest.Q1}); !slices.Equal(back.Causes, l.Causes) {
		t.Error("the order of findings changes the causes")
	}
	of, left := causes.IDOf(l), map[string]int{}
	for i := range l.Findings {
		left[of(&l.Findings[i])]++
	}
	for _, c := range l.Causes {
		if left[c.ID] != c.Findings || c.Message == "" || c.Hint == "" {
			t.Errorf("%+v: %d findings have it", c, left[c.ID])
		}
		delete(left, c.ID)
		if strings.Contains(c.Message, "%!") || strings.Contains(c.Hint, "%!") || strings.Contains(c.Message, "（）") {
			t.Errorf("%s %s", c.Message, c.Hint)
		}
	}
	if len(left) > 0 {
		t.Errorf("causes that the list lacks: %v", left)
	}
}

// TestSettledHasNoCause: what the office has decided on is nothing to do.
func TestSettledHasNoCause(t *testing.T) {
	r := ledgertest.Ret("甲.xlsx", "财务股", ledgertest.Q1, puzzled(budget, "没准", "一"))
	l := merged(t, r)
	take := as(decide(t, l, finding.StatusUnknown, ruling.Take), status.InProgress)
	l = ruled(t, []ruling.Ruling{take}, r)
	for _, c := range l.Causes {
		if c.Code == finding.StatusUnknown {
			t.Errorf("%+v", c)
		}
	}
	for i := range l.Findings {
		if f := &l.Findings[i]; f.Settled && causes.IDOf(l)(f) != "" {
			t.Errorf("%s has a cause", f.Code)
		}
	}
}

// TestOneForeignTextIsOneCause: what several departments write and the list does not have is
// one thing; what one return alone writes goes with that return.
func TestOneForeignTextIsOneCause(t *testing.T) {
	other := ledgertest.Row("车辆年检", status.Completed, "办了")
	more := ledgertest.Row("门前三包", status.Completed, "也办了")
	l := merged(t, ledgertest.Ret("甲.xlsx", "财务股", ledgertest.Q1, stranger(), other, more), ledgertest.Ret("乙.xlsx", "图书馆", ledgertest.Q1, stranger()), ledgertest.Ret("丙.xlsx", "执法股", ledgertest.Q2, stranger()))
	sizes := map[int]string{}
	for _, c := range l.Causes {
		if c.Code == finding.RowUnmatched {
			sizes[c.Findings] = c.Message
		}
	}
	if len(sizes) != 2 || !strings.Contains(sizes[3], "“食堂采购询价”，共 3 处") || !strings.Contains(sizes[2], "财务股第一季度的报表") {
		t.Errorf("%v", sizes)
	}
}

// TestContradictedRequirementIsNamed: causes of several requirements are told apart.
func TestContradictedRequirementIsNamed(t *testing.T) {
	one := ledgertest.SmallPlan().Requirements[0].Text.Value
	l := merged(t,
		ledgertest.Ret("a.xlsx", "办公室", ledgertest.Q1, ledgertest.Row(one, status.Completed, "规划已公开")),
		ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(one, status.InProgress, "正在整理材料")),
		ledgertest.Ret("c.xlsx", "图书馆", ledgertest.Q1, ledgertest.Row(one, status.Behind, "本馆规划没有写完")))
	c := causeOf(t, l, finding.LeadSupportConflict)
	if want := "第1条，配合部门与牵头部门说法不一，共 2 处：图书馆、财务股"; !strings.HasPrefix(c.Message, want) {
		t.Errorf("%s, want %s……", c.Message, want)
	}
}
