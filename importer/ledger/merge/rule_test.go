package merge

import (
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// decide is a ruling beside the first finding with the code.
func decide(t *testing.T, l *ledger.Ledger, code finding.Code, act ruling.Act) ruling.Ruling {
	t.Helper()
	for i, s := range ruling.Subjects(l.Findings) {
		f := l.Findings[i]
		if f.Code != code {
			continue
		}
		r := ruling.Ruling{Act: act, Target: ruling.Target{File: f.Place.File(), Sheet: f.Place.Sheet(), RowKey: s.RowKey,
			Department: f.Department, Quarter: f.Quarter, Code: code, Nth: s.Nth, Sum: s.Sum}, Reason: "经核实", By: "王某", On: "2021-04-12"}
		for _, row := range l.Rows {
			if row.Key == s.RowKey {
				r.Target.Sum = row.Sum
			}
		}
		return r
	}
	t.Fatalf("no finding %s", code)
	return ruling.Ruling{}
}

func on(r ruling.Ruling, no int) ruling.Ruling {
	r.Requirement, r.Key = no, ledgertest.SmallPlan().Requirements[no-1].Key
	return r
}

func as(r ruling.Ruling, s status.Status) ruling.Ruling {
	r.Status = s
	return r
}

func ruled(t *testing.T, rulings []ruling.Ruling, rs ...returns.Return) *ledger.Ledger {
	t.Helper()
	l := Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q4, Rulings: rulings})
	for _, r := range l.Returns {
		if !r.Count.Balances() {
			t.Errorf("%s does not balance: %+v", r.File, r.Count)
		}
	}
	if len(l.Rulings)+len(l.Drafts) != len(rulings) {
		t.Errorf("%d rulings of %d", len(l.Rulings)+len(l.Drafts), len(rulings))
	}
	return l
}

// states joins the states of the rulings, and what keeps them from being applied.
func states(l *ledger.Ledger) string {
	var s []string
	for _, r := range l.Rulings {
		s = append(s, string(r.State)+r.Why)
	}
	return strings.Join(s, " ")
}

// fates joins what became of the rows, in their order.
func fates(l *ledger.Ledger) string {
	var s []string
	for _, r := range l.Rows {
		s = append(s, string(r.Fate)+":"+r.Reason+strconv.Itoa(r.Requirement))
	}
	return strings.Join(s, " ")
}

const odd = "别的一件工作"

func TestPlaceARow(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	for _, c := range []struct {
		name  string
		rs    []returns.Return
		no    int
		fates string
	}{
		{"an unmatched row", []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲"))}, 4, "merged:4"},
		{"another row of the return is told with it", []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "乙"), ledgertest.Row(odd, status.Behind, "甲"))}, 3,
			"merged:3 merged:3"},
		{"the same content is a duplicate", []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Behind, "甲"), ledgertest.Row(odd, status.Behind, "甲"))}, 3,
			"ignored:duplicate3 merged:3"},
		{"another return that is not later gives way", []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲")), ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "乙"))}, 3,
			"merged:3 ignored:superseded3"},
		{"a later return need not", []returns.Return{dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲")), 2), dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "乙")), 8)}, 3,
			"ignored:superseded3 merged:3"},
		{"nor a later version", []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(odd, status.Behind, "甲")), version(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.InProgress, "乙")), 2)}, 3,
			"ignored:superseded3 merged:3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := merged(t, c.rs...)
			l := ruled(t, []ruling.Ruling{on(decide(t, before, finding.RowUnmatched, ruling.Place), c.no)}, c.rs...)
			if got := fates(l); got != c.fates {
				t.Errorf("got %s, want %s", got, c.fates)
			}
			if states(l) != "applied" || codes(l, finding.RowUnmatched) != 0 {
				t.Errorf("state %s, %d unmatched", states(l), codes(l, finding.RowUnmatched))
			}
			placed := false
			for _, e := range l.Entries {
				placed = placed || e.Match == ledger.Match{By: "ruling", Score: 1}
			}
			if later := strings.Contains(c.name, "later ") && !strings.Contains(c.name, "not later"); placed == later {
				t.Errorf("placed by the ruling: %v", placed)
			}
			if superseded := strings.Contains(c.fates, "superseded"); (codes(l, finding.SupersededReturn) > 0) != superseded {
				t.Errorf("%d rows said to be superseded", codes(l, finding.SupersededReturn))
			}
		})
	}
}

func TestDecideBetweenTwoReturns(t *testing.T) {
	p := ledgertest.SmallPlan()
	three, four := p.Requirements[2].Text.Value, p.Requirements[3].Text.Value
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Completed, "甲"), ledgertest.Row(four, status.Ongoing, "丙")),
		ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Behind, "乙"), ledgertest.Row(four, status.Ongoing, "丁"))}
	before := merged(t, rs...)
	if before.Totals.Rows.Held != 4 {
		t.Fatalf("%+v", before.Totals.Rows)
	}
	l := ruled(t, []ruling.Ruling{on(decide(t, before, finding.DuplicateReturn, ruling.Place), 3)}, rs...)
	if got := fates(l); got != "merged:3 held:duplicate-return4 ignored:superseded3 held:duplicate-return4" {
		t.Error(got)
	}
	l = ruled(t, []ruling.Ruling{decide(t, before, finding.DuplicateReturn, ruling.Ignore)}, rs...)
	if got := fates(l); got != "ignored:ruled-out3 held:duplicate-return4 merged:3 held:duplicate-return4" {
		t.Error(got)
	}
}

func TestIgnoreOneOfTwoRows(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Completed, "甲"), ledgertest.Row(three, status.Behind, "乙"))}
	l := ruled(t, []ruling.Ruling{decide(t, merged(t, rs...), finding.DuplicateRow, ruling.Ignore)}, rs...)
	if got := fates(l); got != "ignored:ruled-out3 merged:3" || codes(l, finding.DuplicateRow) != 0 {
		t.Error(got)
	}
}

// unknown is a row whose status nobody understands.
func unknown(text string) returns.Row {
	r := ledgertest.Row(text, "", "已上会研究")
	at := finding.In("f", "Sheet1").At(4, 3)
	r.Status = grid.Read[status.Status]{Said: "已上会", At: at}
	r.Findings = []finding.Finding{finding.New(finding.StatusUnknown, at, "已上会", ""), finding.New(finding.EvidenceMissing, at, "", "")}
	return r
}

func TestTakeAStatus(t *testing.T) {
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, unknown(ledgertest.SmallPlan().Requirements[4].Text.Value))}
	before := merged(t, rs...)
	l := ruled(t, []ruling.Ruling{as(decide(t, before, finding.EvidenceMissing, ruling.Take), status.Completed)}, rs...)
	e := l.Entries[0].Row.Status
	if e.Value != status.Completed || e.Said != "已上会" {
		t.Errorf("status %+v", e)
	}
	if s := l.Standing(5, ledgertest.Q1); s.Status != status.Completed || s.Ruled {
		t.Errorf("standing %+v", s)
	}
	for _, f := range l.Findings {
		if decided := f.Code == finding.StatusUnknown || f.Code == finding.EvidenceMissing; f.Settled != decided {
			t.Errorf("%s settled: %v", f.Code, f.Settled)
		}
	}
	was, _ := before.Figures.Value("findings.warning")
	is, _ := l.Figures.Value("findings.warning")
	if is != was-2 {
		t.Errorf("warnings %v before, %v after", was, is)
	}
}

func TestAccept(t *testing.T) {
	five := ledgertest.SmallPlan().Requirements[4].Text.Value
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, unknown(five))}
	before := merged(t, rs...)
	row := decide(t, before, finding.EvidenceMissing, ruling.Accept)
	none := decide(t, before, finding.ReturnMissing, ruling.Accept)
	l := ruled(t, []ruling.Ruling{row, none}, rs...)
	settled := 0
	for _, f := range l.Findings {
		if f.Settled {
			settled++
		}
	}
	was, _ := before.Figures.Value("findings.warning")
	is, _ := l.Figures.Value("findings.warning")
	if settled != 2 || states(l) != "applied applied" || len(l.Findings) != len(before.Findings) || is != was-2 {
		t.Errorf("%d settled, %s, %d findings of %d, %v open of %v", settled, states(l), len(l.Findings), len(before.Findings), is, was)
	}
	// It was accepted as it was.
	changed := unknown(five)
	changed.Progress.Value = "另一番话"
	l = ruled(t, []ruling.Ruling{row}, ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, changed))
	if l.Rulings[0].State != ruling.Orphaned || codes(l, finding.RulingOrphaned) != 1 {
		t.Error(states(l))
	}
	// What was accepted came about after all.
	q, _ := period.ParseQuarter(none.Target.Quarter)
	l = ruled(t, []ruling.Ruling{none}, ledgertest.Ret("b.xlsx", none.Target.Department, q, unknown(five)))
	if l.Rulings[0].State != ruling.Orphaned || !strings.Contains(l.Rulings[0].Why, "未报送") {
		t.Error(states(l))
	}
}

func TestAcceptWhatAnotherQuarterShows(t *testing.T) {
	five := ledgertest.SmallPlan().Requirements[4].Text.Value
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, ledgertest.Row(five, status.Completed, "甲")), ledgertest.Ret("b.xlsx", "执法股", ledgertest.Q2, ledgertest.Row(five, status.Behind, "乙"))}
	r := decide(t, merged(t, rs...), finding.StatusRegressed, ruling.Accept)
	if l := ruled(t, []ruling.Ruling{r}, rs...); r.Target.RowKey == "" || r.Target.RowKey != l.Rows[1].Key || states(l) != "applied" {
		t.Errorf("about row %q: %s", r.Target.RowKey, states(l))
	}
}

// What the publication gate finds can be accepted like everything else.
func TestAcceptWhatIsFoundLater(t *testing.T) {
	rs := []returns.Return{ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q1, ledgertest.Row(ledgertest.SmallPlan().Requirements[4].Text.Value, status.Completed, "请联系张某"))}
	at := merged(t, rs...).Entries[0].Row.At
	at = at.At(at.Row(), 4)
	gate := []finding.Finding{finding.New(finding.PersonalInformation, at, "张某", "").For("执法股", ledgertest.Q1.String())}
	first := settle.With(merged(t, rs...), gate)
	r := decide(t, first, finding.PersonalInformation, ruling.Accept)
	if r.Target.RowKey == "" {
		t.Fatal("the finding does not know its row")
	}
	l := ruled(t, []ruling.Ruling{r}, rs...)
	if l.Rulings[0].State != ruling.Orphaned || codes(l, finding.RulingOrphaned) != 1 {
		t.Errorf("before the gate: %s", states(l))
	}
	again := settle.With(l, gate)
	if again.Rulings[0].State != ruling.Applied || codes(again, finding.RulingOrphaned) != 0 || l.Rulings[0].State != ruling.Orphaned {
		t.Errorf("after the gate: %s; before: %s", states(again), states(l))
	}
}
