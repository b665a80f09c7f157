package letters

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
)

func slipFor(t *testing.T, l *ledger.Ledger, department string) Slip {
	t.Helper()
	for _, s := range Slips(l, "test") {
		if s.Department == department {
			return s
		}
	}
	t.Fatalf("no slip for %s", department)
	return Slip{}
}

// A slip is of all open quarters, and each problem speaks of its own.
func TestASlipIsOfAllOpenQuarters(t *testing.T) {
	l := merge.Merge(trial.List(t, len(trial.Departments), 3), nil, nil, merge.Options{AsOf: period.Quarter{Year: 2021, N: 2}})
	s := slipFor(t, l, "办公室")
	if s.quarters() != "2021年第一季度、第二季度" {
		t.Errorf("of %s", s.quarters())
	}
	var wanted, where []string
	for _, line := range s.lines() {
		if len(line) != 1 || line[0].Code != finding.ReturnMissing {
			t.Fatalf("%+v", line)
		}
		wanted, where = append(wanted, s.wanted(line[0])), append(where, sheetName(line[0]))
	}
	if !slices.Equal(where, []string{"2021年第一季度", "2021年第二季度"}) ||
		!slices.Equal(wanted, []string{"2021年第一季度的报送表应于2021年4月8日前报送办公室。", "2021年第二季度的报送表应于2021年7月8日前报送办公室。"}) {
		t.Errorf("%q in %q", wanted, where)
	}
}

// A contradiction between lead and support goes to the lead, and asks both to look.
func TestAContradictionGoesToTheLead(t *testing.T) {
	p := trial.List(t, len(trial.Departments), 3)
	first := period.Quarter{Year: 2021, N: 1}
	req := &p.Requirements[0]
	req.Duty.Lead, req.Duty.Support, req.Duty.Joint = []plan.Party{{Name: "办公室"}}, []plan.Party{{Name: "文化馆"}, {Name: "图书馆"}}, nil
	says := func(d int, department string, st status.Status) returns.Return {
		r := trial.Sent(p, department, d, first)
		row := trial.Answer(r.File, 5, req, 0, d, first)
		row.Status = trial.Status(st, st.Label(), r.File, r.Sheet, 5)
		r.Rows = []returns.Row{row}
		return r
	}
	lead := says(0, "办公室", status.Completed)
	l := merge.Merge(p, []returns.Return{lead, says(1, "文化馆", status.InProgress), says(2, "图书馆", status.NotStarted)}, nil, merge.Options{AsOf: first})
	var said []string
	for _, s := range Slips(l, "test") {
		for _, one := range s.problems {
			if one.Code != finding.LeadSupportConflict {
				continue
			}
			said = append(said, s.Department+" "+one.Department)
			if one.at.File() != lead.File || one.asked != req.Text.Value {
				t.Errorf("%s: at %v, of %q", s.Department, one.at, one.asked)
			}
			if !strings.Contains(s.message([]problem{one}), "配合部门"+one.Department+"对这条要求的说法与牵头部门不一") || !strings.Contains(s.todo(one), "请会同"+one.Department+"核实，各自照实际情况填写") {
				t.Errorf("%s %s", s.message([]problem{one}), s.todo(one))
			}
		}
	}
	slices.Sort(said)
	if !slices.Equal(said, []string{"办公室 图书馆", "办公室 文化馆"}) {
		t.Errorf("told: %v", said)
	}
}

// What has one cause and is mended in one way stands on one line, with all its cells.
func TestOneCauseIsOneLine(t *testing.T) {
	p := trial.List(t, len(trial.Departments), 5)
	first := period.Quarter{Year: 2021, N: 1}
	r := trial.Sent(p, "办公室", 0, first)
	r.Rows = nil
	var found []finding.Finding
	for i := range 5 {
		row := trial.Answer(r.File, 5+i, &p.Requirements[i], i, 0, first)
		row.Status = trial.Status(status.NoStatus, "尚可", r.File, r.Sheet, 5+i)
		r.Rows = append(r.Rows, row)
		found = append(found, finding.New(finding.StatusUnknown, finding.In(r.File, r.Sheet).At(5+i, 4), "尚可", "").For("办公室", "2021Q1"))
	}
	l := merge.Merge(p, []returns.Return{r}, found, merge.Options{AsOf: first})
	s := slipFor(t, l, "办公室")
	n := 0
	for _, line := range s.lines() {
		if line[0].Code != finding.StatusUnknown {
			continue
		}
		n++
		if len(line) != 5 || s.cells(line) != "D5、D6、D7、D8、D9" || s.message(line) != "【状态看不懂】共5处：\n看不出完成状态：尚可。" {
			t.Errorf("%d at %s: %s", len(line), s.cells(line), s.message(line))
		}
	}
	if n != 1 {
		t.Errorf("%d lines", n)
	}
}
