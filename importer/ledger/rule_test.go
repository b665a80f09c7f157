package ledger

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// decide is a ruling beside the first finding with the code.
func decide(t *testing.T, l *Ledger, code finding.Code, act ruling.Act) ruling.Ruling {
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
	r.Requirement, r.Key = no, smallPlan().Requirements[no-1].Key
	return r
}

func as(r ruling.Ruling, s status.Status) ruling.Ruling {
	r.Status = s
	return r
}

func ruled(t *testing.T, rulings []ruling.Ruling, rs ...returns.Return) *Ledger {
	t.Helper()
	l := Merge(smallPlan(), rs, nil, Options{AsOf: q4, Rulings: rulings})
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
func states(l *Ledger) string {
	var s []string
	for _, r := range l.Rulings {
		s = append(s, string(r.State)+r.Why)
	}
	return strings.Join(s, " ")
}

// fates joins what became of the rows, in their order.
func fates(l *Ledger) string {
	var s []string
	for _, r := range l.Rows {
		s = append(s, string(r.Fate)+":"+r.Reason+itoa(r.Requirement))
	}
	return strings.Join(s, " ")
}

const odd = "别的一件工作"

func TestPlaceARow(t *testing.T) {
	three := smallPlan().Requirements[2].Text.Value
	for _, c := range []struct {
		name  string
		rs    []returns.Return
		no    int
		fates string
	}{
		{"an unmatched row", []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, status.Behind, "甲"))}, 4, "merged:4"},
		{"another row of the return gives way", []returns.Return{ret("a.xlsx", "财务股", q1, row(three, status.InProgress, "乙"), row(odd, status.Behind, "甲"))}, 3,
			"ignored:superseded3 merged:3"},
		{"the same content is a duplicate", []returns.Return{ret("a.xlsx", "财务股", q1, row(three, status.Behind, "甲"), row(odd, status.Behind, "甲"))}, 3,
			"ignored:duplicate3 merged:3"},
		{"another return that is not later gives way", []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, status.Behind, "甲")), ret("b.xlsx", "财务股", q1, row(three, status.InProgress, "乙"))}, 3,
			"merged:3 ignored:superseded3"},
		{"a later return need not", []returns.Return{dated(ret("a.xlsx", "财务股", q1, row(odd, status.Behind, "甲")), 2), dated(ret("b.xlsx", "财务股", q1, row(three, status.InProgress, "乙")), 8)}, 3,
			"ignored:superseded3 merged:3"},
		{"nor a later version", []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, status.Behind, "甲")), version(ret("b.xlsx", "财务股", q1, row(three, status.InProgress, "乙")), 2)}, 3,
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
				placed = placed || e.Match == Match{"ruling", 1}
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
	p := smallPlan()
	three, four := p.Requirements[2].Text.Value, p.Requirements[3].Text.Value
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(three, status.Completed, "甲"), row(four, status.Ongoing, "丙")),
		ret("b.xlsx", "财务股", q1, row(three, status.Behind, "乙"), row(four, status.Ongoing, "丁"))}
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
	three := smallPlan().Requirements[2].Text.Value
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(three, status.Completed, "甲"), row(three, status.Behind, "乙"))}
	l := ruled(t, []ruling.Ruling{decide(t, merged(t, rs...), finding.DuplicateRow, ruling.Ignore)}, rs...)
	if got := fates(l); got != "ignored:ruled-out3 merged:3" || codes(l, finding.DuplicateRow) != 0 {
		t.Error(got)
	}
}

// unknown is a row whose status nobody understands.
func unknown(text string) returns.Row {
	r := row(text, "", "已上会研究")
	at := finding.In("f", "Sheet1").At(4, 3)
	r.Status = grid.Read[status.Status]{Said: "已上会", At: at}
	r.Findings = []finding.Finding{finding.New(finding.StatusUnknown, at, "已上会", ""), finding.New(finding.EvidenceMissing, at, "", "")}
	return r
}

func TestTakeAStatus(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, unknown(smallPlan().Requirements[4].Text.Value))}
	before := merged(t, rs...)
	l := ruled(t, []ruling.Ruling{as(decide(t, before, finding.EvidenceMissing, ruling.Take), status.Completed)}, rs...)
	e := l.Entries[0].Row.Status
	if e.Value != status.Completed || e.Said != "已上会" {
		t.Errorf("status %+v", e)
	}
	if s := l.Standing(5, q1); s.Status != status.Completed || s.Ruled {
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
	five := smallPlan().Requirements[4].Text.Value
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, unknown(five))}
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
	l = ruled(t, []ruling.Ruling{row}, ret("a.xlsx", "执法股", q1, changed))
	if l.Rulings[0].State != ruling.Orphaned || codes(l, finding.RulingOrphaned) != 1 {
		t.Error(states(l))
	}
	// What was accepted came about after all.
	q, _ := period.ParseQuarter(none.Target.Quarter)
	l = ruled(t, []ruling.Ruling{none}, ret("b.xlsx", none.Target.Department, q, unknown(five)))
	if l.Rulings[0].State != ruling.Orphaned || !strings.Contains(l.Rulings[0].Why, "未报送") {
		t.Error(states(l))
	}
}

func TestAcceptWhatAnotherQuarterShows(t *testing.T) {
	five := smallPlan().Requirements[4].Text.Value
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, row(five, status.Completed, "甲")), ret("b.xlsx", "执法股", q2, row(five, status.Behind, "乙"))}
	r := decide(t, merged(t, rs...), finding.StatusRegressed, ruling.Accept)
	if l := ruled(t, []ruling.Ruling{r}, rs...); r.Target.RowKey == "" || r.Target.RowKey != l.Rows[1].Key || states(l) != "applied" {
		t.Errorf("about row %q: %s", r.Target.RowKey, states(l))
	}
}

// What the publication gate finds can be accepted like everything else.
func TestAcceptWhatIsFoundLater(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, row(smallPlan().Requirements[4].Text.Value, status.Completed, "请联系张某"))}
	at := merged(t, rs...).Entries[0].Row.At
	at = at.At(at.Row(), 4)
	gate := []finding.Finding{finding.New(finding.PersonalInformation, at, "张某", "").For("执法股", q1.String())}
	first := merged(t, rs...).With(gate)
	r := decide(t, first, finding.PersonalInformation, ruling.Accept)
	if r.Target.RowKey == "" {
		t.Fatal("the finding does not know its row")
	}
	l := ruled(t, []ruling.Ruling{r}, rs...)
	if l.Rulings[0].State != ruling.Orphaned || codes(l, finding.RulingOrphaned) != 1 {
		t.Errorf("before the gate: %s", states(l))
	}
	again := l.With(gate)
	if again.Rulings[0].State != ruling.Applied || codes(again, finding.RulingOrphaned) != 0 || l.Rulings[0].State != ruling.Orphaned {
		t.Errorf("after the gate: %s; before: %s", states(again), states(l))
	}
}
