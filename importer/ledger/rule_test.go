package ledger

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"

	"github.com/google/go-cmp/cmp"
)

// decide is a ruling beside the first finding with the code.
func decide(t *testing.T, l *Ledger, code finding.Code, act ruling.Act) ruling.Ruling {
	t.Helper()
	for i, s := range ruling.Subjects(l.Findings) {
		f := l.Findings[i]
		if f.Code != code {
			continue
		}
		r := ruling.Ruling{Act: act, Target: ruling.Target{File: f.Place.File, Sheet: f.Place.Sheet, RowKey: s.RowKey,
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

func as(r ruling.Ruling, s returns.Status) ruling.Ruling {
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
		{"an unmatched row", []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))}, 4, "merged:4"},
		{"another row of the return gives way", []returns.Return{ret("a.xlsx", "财务股", q1, row(three, returns.InProgress, "乙"), row(odd, returns.Behind, "甲"))}, 3,
			"ignored:superseded3 merged:3"},
		{"the same content is a duplicate", []returns.Return{ret("a.xlsx", "财务股", q1, row(three, returns.Behind, "甲"), row(odd, returns.Behind, "甲"))}, 3,
			"ignored:duplicate3 merged:3"},
		{"another return that is not later gives way", []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲")), ret("b.xlsx", "财务股", q1, row(three, returns.InProgress, "乙"))}, 3,
			"merged:3 ignored:superseded3"},
		{"a later return need not", []returns.Return{dated(ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲")), 2), dated(ret("b.xlsx", "财务股", q1, row(three, returns.InProgress, "乙")), 8)}, 3,
			"ignored:superseded3 merged:3"},
		{"nor a later version", []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲")), version(ret("b.xlsx", "财务股", q1, row(three, returns.InProgress, "乙")), 2)}, 3,
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
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(three, returns.Completed, "甲"), row(four, returns.Ongoing, "丙")),
		ret("b.xlsx", "财务股", q1, row(three, returns.Behind, "乙"), row(four, returns.Ongoing, "丁"))}
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
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(three, returns.Completed, "甲"), row(three, returns.Behind, "乙"))}
	l := ruled(t, []ruling.Ruling{decide(t, merged(t, rs...), finding.DuplicateRow, ruling.Ignore)}, rs...)
	if got := fates(l); got != "ignored:ruled-out3 merged:3" || codes(l, finding.DuplicateRow) != 0 {
		t.Error(got)
	}
}

// unknown is a row whose status nobody understands.
func unknown(text string) returns.Row {
	r := row(text, "", "已上会研究")
	at := finding.Place{File: "f", Sheet: "Sheet1", Row: 4, Col: 3}
	r.Status = grid.Read[returns.Status]{Said: "已上会", At: at}
	r.Findings = []finding.Finding{finding.New(finding.StatusUnknown, at, "已上会", ""), finding.New(finding.EvidenceMissing, at, "", "")}
	return r
}

func TestTakeAStatus(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, unknown(smallPlan().Requirements[4].Text.Value))}
	before := merged(t, rs...)
	l := ruled(t, []ruling.Ruling{as(decide(t, before, finding.EvidenceMissing, ruling.Take), returns.Completed)}, rs...)
	e := l.Entries[0].Row.Status
	if e.Value != returns.Completed || e.Said != "已上会" {
		t.Errorf("status %+v", e)
	}
	if s := l.Standing(5, q1); s.Status != returns.Completed || s.Ruled {
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
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, row(five, returns.Completed, "甲")), ret("b.xlsx", "执法股", q2, row(five, returns.Behind, "乙"))}
	r := decide(t, merged(t, rs...), finding.StatusRegressed, ruling.Accept)
	if l := ruled(t, []ruling.Ruling{r}, rs...); r.Target.RowKey == "" || r.Target.RowKey != l.Rows[1].Key || states(l) != "applied" {
		t.Errorf("about row %q: %s", r.Target.RowKey, states(l))
	}
}

// What the publication gate finds can be accepted like everything else.
func TestAcceptWhatIsFoundLater(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "执法股", q1, row(smallPlan().Requirements[4].Text.Value, returns.Completed, "请联系张某"))}
	at := merged(t, rs...).Entries[0].Row.At
	at.Col = 4
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

// A ruling finds its row whatever became of the file, and is kept where there is no row.
func TestRulingsFindTheirRow(t *testing.T) {
	three := smallPlan().Requirements[2].Text.Value
	twins := func(a, b string) []returns.Row {
		return []returns.Row{row(three, returns.Behind, a), row(three, returns.Completed, b)}
	}
	first := ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))
	place := on(decide(t, merged(t, first), finding.RowUnmatched, ruling.Place), 4)
	two := ret("a.xlsx", "财务股", q1, twins("甲", "乙")...)
	ignore := decide(t, merged(t, two), finding.DuplicateRow, ruling.Ignore)
	said := "甲"
	if merged(t, two).Rows[1].Key == ignore.Target.RowKey {
		said = "乙"
	}
	for _, c := range []struct {
		name    string
		r       ruling.Ruling
		rs      []returns.Return
		state   ruling.State
		ignored string // progress of the row that is ruled out
	}{
		{"renamed and moved down", place, []returns.Return{ret("第一季度/改名.xlsx", "财务股", q1, row(three, returns.Behind, "乙"), row(odd, returns.Behind, "甲"))}, ruling.Applied, ""},
		{"written a little otherwise", place, []returns.Return{ret("a.xlsx", "财务股", q1, row("别的  一件工作。", returns.Behind, "甲"))}, ruling.Applied, ""},
		{"with another answer", place, []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Completed, "丙"))}, ruling.Applied, ""},
		{"the row among twins, by what it said", place, []returns.Return{first, ret("b.xlsx", "财务股", q1, row(odd, returns.Behind, "丁"))}, ruling.Applied, ""},
		{"another department", place, []returns.Return{ret("a.xlsx", "图书馆", q1, row(odd, returns.Behind, "甲"))}, ruling.Orphaned, ""},
		{"another quarter", place, []returns.Return{ret("a.xlsx", "财务股", q2, row(odd, returns.Behind, "甲"))}, ruling.Orphaned, ""},
		{"no return at all", place, nil, ruling.Orphaned, ""},
		{"a twin, the other way round", ignore, []returns.Return{ret("z.xlsx", "财务股", q1, row(three, returns.Completed, "乙"), row(three, returns.Behind, "甲"))}, ruling.Applied, said},
		{"a twin in a file of its own", ignore, []returns.Return{ret("b.xlsx", "财务股", q1, twins("甲", "乙")[0]), ret("a.xlsx", "财务股", q1, twins("甲", "乙")[1])}, ruling.Applied, said},
		{"a third twin", ignore, []returns.Return{ret("a.xlsx", "财务股", q1, append(twins("甲", "乙"), row(three, returns.NotStarted, "丙"))...)}, ruling.Applied, said},
		{"a twin that changed is not guessed", ignore, []returns.Return{ret("a.xlsx", "财务股", q1, twins("戊", "己")...)}, ruling.Orphaned, ""},
		{"nor is the one that is left", ignore, []returns.Return{ret("a.xlsx", "财务股", q1, row(three, returns.InProgress, "庚"))}, ruling.Orphaned, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := ruled(t, []ruling.Ruling{c.r}, c.rs...)
			if l.Rulings[0].State != c.state || (codes(l, finding.RulingOrphaned) == 1) != (c.state == ruling.Orphaned) {
				t.Errorf("%s, %d orphans: %s", states(l), codes(l, finding.RulingOrphaned), fates(l))
			}
			progress := map[finding.Place]string{}
			for _, r := range c.rs {
				for _, row := range r.Rows {
					progress[row.At] = row.Progress.Value
				}
			}
			for _, r := range l.Rows {
				if out := r.Reason == string(returns.RuledOut); out != (c.ignored != "" && progress[r.At] == c.ignored) {
					t.Errorf("row %s: %s", progress[r.At], r.Reason)
				}
			}
			// The next run reads what this one shows, and does the same.
			next := ruled(t, l.Rulings, c.rs...)
			if diff := cmp.Diff(l.Rulings, next.Rulings); diff != "" {
				t.Errorf("the next run has it otherwise:\n%s", diff)
			}
		})
	}
}

func TestTwinsThatSayTheSame(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"), row(odd, returns.Behind, "甲"))}
	before := merged(t, rs...)
	var rulings []ruling.Ruling
	for i, row := range before.Rows {
		rulings = append(rulings, on(ruling.Ruling{Act: ruling.Place, Target: ruling.Target{RowKey: row.Key, Sum: row.Sum, Department: "财务股", Quarter: "2021Q1"}}, 3+i))
	}
	if l := ruled(t, rulings, rs...); fates(l) != "merged:3 merged:4" {
		t.Error(fates(l))
	}
}

// Two rows that the office put on one requirement are held like any two.
func TestTwoRowsOnOneRequirement(t *testing.T) {
	three := smallPlan().Requirements[2].Text.Value
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(three, returns.Behind, "甲"), row(three, returns.Completed, "乙"))}
	var rulings []ruling.Ruling
	for _, row := range merged(t, rs...).Rows {
		rulings = append(rulings, on(ruling.Ruling{Act: ruling.Place, Target: ruling.Target{RowKey: row.Key, Sum: row.Sum, Department: "财务股",
			Quarter: "2021Q1", Code: finding.DuplicateRow, Nth: 1}}, 3))
	}
	l := ruled(t, rulings, rs...)
	if fates(l) != "held:duplicate-row3 held:duplicate-row3" {
		t.Error(fates(l))
	}
	for _, f := range l.Findings {
		if f.Settled {
			t.Errorf("%s is settled, and the rows are held", f.Code)
		}
	}
}

func TestTheListChanges(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))}
	r := on(decide(t, merged(t, rs...), finding.RowUnmatched, ruling.Place), 4)
	p := smallPlan()
	p.Requirements[3], p.Requirements[4] = p.Requirements[4], p.Requirements[3]
	p.Requirements[3].No, p.Requirements[4].No = 4, 5
	l := Merge(p, rs, nil, Options{AsOf: q4, Rulings: []ruling.Ruling{r}})
	if l.Rows[0].Requirement != 5 || l.Rulings[0].Requirement != 5 {
		t.Errorf("placed on %d", l.Rows[0].Requirement)
	}
	p.Requirements[4].Key = "gone"
	l = Merge(p, rs, nil, Options{AsOf: q4, Rulings: []ruling.Ruling{r}})
	if l.Rows[0].Fate != Held || !strings.Contains(states(l), "清单中已没有这条要求（原第4项）") {
		t.Errorf("%s, %s", fates(l), states(l))
	}
}

func TestRulingsThatContradict(t *testing.T) {
	rs := []returns.Return{ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))}
	r := decide(t, merged(t, rs...), finding.RowUnmatched, ruling.Place)
	ignore := r
	ignore.Act = ruling.Ignore
	for name, c := range map[string][]ruling.Ruling{
		"two places":       {on(r, 3), on(r, 4)},
		"place and ignore": {on(r, 3), ignore},
		"two statuses":     {as(on(r, 3), returns.Behind), as(on(r, 3), returns.Completed)},
	} {
		l := ruled(t, c, rs...)
		if l.Rows[0].Fate != Held || codes(l, finding.RulingOrphaned) != 2 || strings.Count(states(l), "请只留一种") != 2 {
			t.Errorf("%s: %s, %s", name, fates(l), states(l))
		}
		turned := ruled(t, []ruling.Ruling{c[1], c[0]}, rs...)
		if diff := cmp.Diff(l.Rulings, turned.Rulings); diff != "" {
			t.Errorf("%s: the order shows:\n%s", name, diff)
		}
	}
	if l := ruled(t, []ruling.Ruling{on(r, 3), on(r, 3)}, rs...); fates(l) != "merged:3" {
		t.Errorf("said twice: %s", fates(l))
	}
}

func TestWhatCantBeCarriedOut(t *testing.T) {
	p := smallPlan()
	heldSheet := ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))
	heldSheet.Held = finding.QuarterUnknown
	blank := ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))
	blank.Rows[0].Ignored = returns.Unanswered
	plain := ret("a.xlsx", "财务股", q1, row(odd, returns.Behind, "甲"))
	r := decide(t, merged(t, plain), finding.RowUnmatched, ruling.Place)
	bad := on(r, 3)
	bad.Why = "没有第99项"
	take := as(r, returns.Completed)
	take.Act = ruling.Take
	for _, c := range []struct {
		name string
		r    ruling.Ruling
		rs   returns.Return
		why  string
	}{
		{"the sheet is held", on(r, 3), heldSheet, "整张表没有并入"},
		{"nothing is filled in any more", on(r, 3), blank, "没有填写情况"},
		{"not understood", bad, plain, "没有第99项"},
		{"a status for a row that lies nowhere", take, plain, "还没有并入"},
	} {
		l := ruled(t, []ruling.Ruling{c.r}, c.rs)
		if l.Rows[0].Fate == Merged || l.Rulings[0].State != ruling.Orphaned || !strings.Contains(l.Rulings[0].Why, c.why) {
			t.Errorf("%s: %s, %s", c.name, fates(l), states(l))
		}
		if i := slices.IndexFunc(l.Findings, func(f finding.Finding) bool { return f.Code == finding.RulingOrphaned }); i < 0 || !strings.Contains(l.Findings[i].Message, c.why) {
			t.Errorf("%s: it is not said why", c.name)
		}
	}
	draft := ruling.Ruling{Target: r.Target, Why: "“同意”不是可选的核定", Typed: ruling.Typed{Choice: "同意"}}
	l := ruled(t, []ruling.Ruling{draft}, plain)
	if len(l.Drafts) != 1 || codes(l, finding.RulingOrphaned) != 1 {
		t.Errorf("%d drafts", len(l.Drafts))
	}
	// A row that comes after the as-of quarter keeps its ruling for later.
	l = Merge(p, []returns.Return{ret("a.xlsx", "财务股", q3, row(odd, returns.Behind, "甲"))}, nil, Options{AsOf: q4})
	later := on(decide(t, l, finding.RowUnmatched, ruling.Place), 3)
	l = Merge(p, []returns.Return{ret("a.xlsx", "财务股", q3, row(odd, returns.Behind, "甲"))}, nil, Options{AsOf: q2, Rulings: []ruling.Ruling{later}})
	if fates(l) != "ignored:after-as-of0" || states(l) != "applied" {
		t.Errorf("%s, %s", fates(l), states(l))
	}
}

func whole(no int, q period.Quarter, s returns.Status) ruling.Ruling {
	return ruling.Ruling{Act: ruling.Take, Target: ruling.Target{Quarter: q.String()}, Requirement: no,
		Key: smallPlan().Requirements[no-1].Key, Status: s}
}

func TestTakeAWholeRequirement(t *testing.T) {
	p := smallPlan()
	two := p.Requirements[1].Text.Value // the office leads, due in June
	rs := []returns.Return{ret("a.xlsx", "办公室", q1, row(two, returns.InProgress, "甲")), ret("d.xlsx", "办公室", q4, row(two, returns.InProgress, "丁"))}
	l := ruled(t, []ruling.Ruling{whole(2, q2, returns.Completed)}, rs...)
	for _, c := range []struct {
		q       period.Quarter
		status  returns.Status
		ruled   bool
		from    period.Quarter
		overdue bool
	}{
		{q1, returns.InProgress, false, period.Quarter{}, false},
		{q2, returns.Completed, true, period.Quarter{}, false},
		{q3, returns.Completed, true, q2, false},
		{q4, returns.InProgress, false, period.Quarter{}, true}, // the department speaks again
	} {
		s := l.Standing(2, c.q)
		if s.Status != c.status || s.Ruled != c.ruled || s.From != c.from || s.Overdue != c.overdue {
			t.Errorf("%s: %+v", c.q, s)
		}
	}
	if l.Entries[0].Row.Status.Value != returns.InProgress || states(l) != "applied" {
		t.Error("the department's own word is gone")
	}
	if got := states(ruled(t, []ruling.Ruling{whole(2, q2, returns.Completed), whole(2, q2, returns.Behind)}, rs...)); strings.Count(got, "请只留一种") != 2 {
		t.Error(got)
	}
	if got := states(ruled(t, []ruling.Ruling{whole(2, period.Quarter{Year: 2020, N: 2}, returns.Completed)}, rs...)); !strings.Contains(got, "不是本年度的") {
		t.Error(got)
	}
}

// However the files are called and ordered, a row has the same key; and no two rows share
// one, but those that say the very same.
func TestRowKeysComeFromContent(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	p := smallPlan()
	for range 200 {
		var rs []returns.Return
		for i := range 1 + rng.IntN(4) {
			var rows []returns.Row
			for range 1 + rng.IntN(4) {
				rows = append(rows, row(p.Requirements[rng.IntN(3)].Text.Value, returns.Statuses[rng.IntN(6)], string(rune('甲'+rng.IntN(4)))))
			}
			rs = append(rs, ret(string(rune('a'+i))+".xlsx", "财务股", q1, rows...))
		}
		keys := func(rs []returns.Return) map[string]string {
			m := map[string]string{}
			for _, r := range Merge(smallPlan(), rs, nil, Options{AsOf: q1}).Rows {
				if was, twice := m[r.Key]; twice {
					t.Fatalf("two rows share a key: %s and %s", was, r.Sum)
				}
				m[r.Key] = r.Sum
			}
			return m
		}
		first := keys(rs)
		for i := range rs {
			rs[i].File = string(rune('z'-i)) + ".xlsx"
			rng.Shuffle(len(rs[i].Rows), func(a, b int) { rs[i].Rows[a], rs[i].Rows[b] = rs[i].Rows[b], rs[i].Rows[a] })
			for j := range rs[i].Rows {
				rs[i].Rows[j].At = finding.Place{File: rs[i].File, Sheet: "Sheet1", Row: j + 9}
			}
		}
		if diff := cmp.Diff(first, keys(rs)); diff != "" {
			t.Fatalf("names of files show in the keys:\n%s", diff)
		}
	}
}

// Whatever the office decides on whatever returns, rows balance, no ruling is lost, and
// the order of neither shows.
func TestRulingsInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 5))
	p := smallPlan()
	texts := []string{odd, "又一件工作", p.Requirements[2].Text.Value, p.Requirements[3].Text.Value}
	for range 150 {
		var rs []returns.Return
		for i := range 1 + rng.IntN(4) {
			var rows []returns.Row
			for range 1 + rng.IntN(4) {
				rows = append(rows, row(texts[rng.IntN(4)], returns.Statuses[rng.IntN(6)], string(rune('甲'+rng.IntN(3)))))
			}
			r := ret(string(rune('a'+i))+".xlsx", p.Roster.Departments[1+rng.IntN(2)].Name, period.Quarter{Year: 2021, N: 1 + rng.IntN(2)}, rows...)
			r.Version = rng.IntN(2)
			rs = append(rs, r)
		}
		l := merged(t, rs...)
		var rulings []ruling.Ruling
		for _, r := range l.Rows {
			for range rng.IntN(3) {
				act := []ruling.Act{ruling.Place, ruling.Take, ruling.Accept, ruling.Ignore}[rng.IntN(4)]
				d := ruling.Ruling{Act: act, Target: ruling.Target{RowKey: r.Key, Sum: r.Sum, Department: r.Department, Quarter: r.Quarter.String(),
					Code: finding.RowUnmatched, Nth: 1}}
				switch act {
				case ruling.Place:
					d = on(d, 1+rng.IntN(6))
				case ruling.Take:
					d.Status = returns.Statuses[rng.IntN(6)]
				}
				d.Identify()
				rulings = append(rulings, d)
			}
		}
		first := ruled(t, rulings, rs...)
		orphans := 0
		for _, r := range first.Rulings {
			if r.State == ruling.Orphaned {
				orphans++
			}
		}
		if codes(first, finding.RulingOrphaned) != orphans {
			t.Fatalf("%d orphans, %d reported", orphans, codes(first, finding.RulingOrphaned))
		}
		rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		rng.Shuffle(len(rulings), func(i, j int) { rulings[i], rulings[j] = rulings[j], rulings[i] })
		second := ruled(t, rulings, rs...)
		for _, diff := range []string{cmp.Diff(first.Rulings, second.Rulings), cmp.Diff(first.Rows, second.Rows), cmp.Diff(first.Findings, second.Findings)} {
			if diff != "" {
				t.Fatalf("an order shows:\n%s", diff)
			}
		}
	}
}
