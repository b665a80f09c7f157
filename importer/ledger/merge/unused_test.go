package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// Who has sent a file is not told that nothing came: a scan, and a table that names another quarter than
// its folder, have come and are of no use. Where somebody's file is nobody's yet, who is missing is
// told of it.
func TestWhatCameIsNotMissing(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Settings.Deadline, _ = period.ParseDeadline("次月8日", 2021)
	one := ledgertest.Row(p.Requirements[4].Text.Value, status.InProgress, "甲")
	misfiled := ledgertest.Ret("第一季度/办公室.xlsx", "办公室", ledgertest.Q2, one)
	misfiled.Held = finding.ReturnMisfiled
	nobodys := ledgertest.Ret("第一季度/平安办.xlsx", "", ledgertest.Q1, one)
	nobodys.Held = finding.DepartmentUnknown
	said := finding.New(finding.ReturnMisfiled, finding.In(misfiled.File, "表1"), "表题写的是2021年第二季度，文件夹名写的是“第一季度”", "2021年第一季度").For("办公室", "2021Q2")
	l := Merge(p, []returns.Return{misfiled, nobodys}, []finding.Finding{said}, Options{AsOf: ledgertest.Q1, Inputs: []ledger.Input{
		{File: "第一季度/财务股扫描件.pdf", State: ledger.FileAttachment, Department: "财务股", Quarter: ledgertest.Q1},
		{File: "第一季度/办公室.xlsx", State: ledger.FileRead}, {File: "第一季度/平安办.xlsx", State: ledger.FileRead}}})
	want := map[string]struct {
		state ledger.CoverageState
		kind  ledger.UnusedKind
		said  string
	}{
		"办公室": {ledger.Unreadable, ledger.Misfiled, ""},
		"财务股": {ledger.Unreadable, ledger.OnlyScan, "财务股扫描件.pdf"},
		"图书馆": {ledger.Missing, 0, "第一季度/平安办.xlsx"},
	}
	messages := map[string]string{}
	for _, f := range l.Findings {
		switch f.Code {
		case finding.ReturnMissing:
			messages[f.Department] = f.Message
		case finding.RequirementMissing:
			t.Errorf("asked for what stands in a file that nobody has read: %+v", f)
		}
	}
	for _, c := range l.Coverage {
		w, ok := want[c.Department]
		if !ok {
			continue
		}
		if c.State != w.state || c.State == ledger.Unreadable && (len(c.Unused) != 1 || c.Unused[0].Kind != w.kind) {
			t.Errorf("%s: %+v", c.Department, c)
		}
		if got := messages[c.Department]; w.said == "" && got != "" || !strings.Contains(got, w.said) {
			t.Errorf("%s: %q, want %q in it", c.Department, got, w.said)
		}
	}
	if pending := l.Pending(); pending.Scans != 1 || !pending.Draft() {
		t.Errorf("pending: %+v", pending)
	}
}

// A scan beside a return that was read is its signed copy, and takes nothing away from it.
func TestAScanBesideAReturn(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: "外单位", Kind: plan.Outside})
	ret := ledgertest.Ret("第一季度/财务股.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(p.Requirements[4].Text.Value, status.InProgress, "甲"))
	asked := func(inputs ...ledger.Input) (n int) {
		l := Merge(p, []returns.Return{ret}, nil, Options{AsOf: ledgertest.Q1, Inputs: inputs})
		for _, f := range l.Findings {
			if f.Code == finding.RequirementMissing {
				n++
			}
		}
		for _, c := range l.Coverage {
			if c.Department == "财务股" && c.State != ledger.Undated {
				t.Errorf("%+v", c)
			}
		}
		return n
	}
	read := ledger.Input{File: ret.File, State: ledger.FileRead}
	scan := ledger.Input{File: "第一季度/财务股.pdf", State: ledger.FileAttachment, Department: "财务股", Quarter: ledgertest.Q1}
	if with, without := asked(read, scan), asked(read); with != without || with == 0 {
		t.Errorf("%d requirements asked for beside a scan, %d without it", with, without)
	}
}

// A sheet that is held because nobody knows its quarter is no return of the quarter that it names: it is
// neither late nor received there, counts once, and is told of where nothing else came.
func TestAHeldSheetCountsNowhereElse(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Settings.Deadline, _ = period.ParseDeadline("次月8日", 2021)
	of := func(file string, held finding.Code) returns.Return {
		r := ledgertest.Ret(file, "办公室", ledgertest.Q1, ledgertest.Row(p.Requirements[0].Text.Value, status.InProgress, "甲"))
		r.StatedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: 7, Day: 2}, Said: "2021年7月2日"}
		r.Held = held
		return r
	}
	wrong := finding.New(finding.ReturnMisfiled, finding.In("第二季度/办公室.xlsx", "Sheet1"), "表题写的是2021年第一季度", "2021年第二季度").For("办公室", "2021Q1")
	both := finding.New(finding.QuarterConflict, finding.In("来件.xlsx", "Sheet1"), "表题同时写了第一季度和第二季度", "").For("办公室", "2021Q1")
	for name, c := range map[string]struct {
		ret    returns.Return
		said   finding.Finding
		states [2]ledger.CoverageState
		file   string // that who is asked for the first quarter is told of
	}{
		"misfiled":     {of("第二季度/办公室.xlsx", finding.ReturnMisfiled), wrong, [2]ledger.CoverageState{ledger.Missing, ledger.Unreadable}, "第二季度/办公室.xlsx"},
		"two quarters": {of("来件.xlsx", finding.QuarterConflict), both, [2]ledger.CoverageState{ledger.Unreadable, ledger.Missing}, ""},
		"not held":     {of("第一季度/办公室.xlsx", ""), finding.Finding{}, [2]ledger.CoverageState{ledger.Late, ledger.Missing}, ""},
	} {
		var said []finding.Finding
		if c.said.Code != "" {
			said = append(said, c.said)
		}
		l := Merge(p, []returns.Return{c.ret}, said, Options{AsOf: ledgertest.Q2, Inputs: []ledger.Input{{File: c.ret.File, State: ledger.FileRead}}})
		came := 0
		for _, cover := range l.Coverage {
			if cover.Department != "办公室" {
				continue
			}
			if cover.Reported {
				came++
			}
			if want := c.states[cover.Quarter.N-1]; cover.State != want || want != ledger.Late && cover.LateDays != 0 {
				t.Errorf("%s: %s is %s, want %s", name, cover.Quarter, cover.State, want)
			}
		}
		if came != 1 {
			t.Errorf("%s: one sheet counts %d times", name, came)
		}
		for _, f := range l.Findings {
			if f.Code == finding.ReturnMissing && f.Department == "办公室" && f.Quarter == "2021Q1" && !strings.Contains(f.Message, c.file) {
				t.Errorf("%s: %s", name, f.Message)
			}
			if f.Code == finding.ReturnLate && c.ret.Held != "" {
				t.Errorf("%s: %s", name, f.Message)
			}
		}
	}
}
