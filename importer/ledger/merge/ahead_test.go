package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Nobody is asked for quarters that only a few wide or misplaced tables speak of (rule 截至季度).
func TestWhoIsAheadOfAllOthers(t *testing.T) {
	texts := ledgertest.SmallPlan().Requirements
	of := func(file, department string, q period.Quarter) returns.Return {
		return ledgertest.Ret(file, department, q, ledgertest.Row(texts[0].Text.Value, status.InProgress, file+department+q.String()))
	}
	others := func(until int) (rs []returns.Return) {
		for _, d := range []string{"办公室", "执法股", "图书馆"} {
			for _, q := range ledgertest.Q4.Until()[:until] {
				rs = append(rs, of(q.Short()+"/"+d+".xlsx", d, q))
			}
		}
		return rs
	}
	wholeYear := func(dir string, until int) (rs []returns.Return) {
		for _, q := range ledgertest.Q4.Until()[:until] {
			rs = append(rs, of(dir+"财务股.xlsx", "财务股", q))
		}
		return rs
	}
	spoken := func(said string, r returns.Return) []returns.Return {
		r.Quarter.Said = said
		return []returns.Return{r}
	}
	restating := wholeYear("", 3)
	restating[1].Restates, restating[0].File = true, "一季度财务股.xlsx"
	for name, c := range map[string]struct {
		others, own []returns.Return
		options     Options
		now         int  // the quarter that the year has come to
		doubt       bool // that this is said
	}{
		"a table of the whole year":                    {others(2), wholeYear("", 4), Options{}, 2, true},
		"in a folder of its own":                       {others(2), wholeYear("全年/", 4), Options{}, 2, true},
		"in the folder of the quarter that all are at": {others(2), wholeYear("第二季度/", 4), Options{}, 2, true},
		"in the folder of the quarter that begins":     {others(2), wholeYear("第三季度/", 4), Options{}, 3, true},
		"a table that goes as far as all do":           {others(2), wholeYear("", 2), Options{}, 2, false},
		"all are there":                                {others(4), wholeYear("", 4), Options{}, 4, false},
		"an ordinary return begins a quarter":          {others(2), []returns.Return{of("第三季度/财务股.xlsx", "财务股", ledgertest.Q3)}, Options{}, 3, false},
		"so does one that prints the quarter before":   {others(2), restating, Options{}, 3, false},
		"one in a folder two quarters on":              {others(2), []returns.Return{of("第四季度/财务股.xlsx", "财务股", ledgertest.Q4)}, Options{}, 2, true},
		"a name that says 全年":                          {others(3), spoken("全年", of("财务股全年.xlsx", "财务股", ledgertest.Q4)), Options{}, 3, true},
		"the run says the quarter":                     {others(2), wholeYear("", 4), Options{AsOf: ledgertest.Q4}, 4, false},
		"the file is void":                             {others(2), wholeYear("", 4), Options{Rulings: []ruling.Ruling{{Act: ruling.Discard, Target: ruling.Target{File: "财务股.xlsx"}}}}, 2, false},
		"only one is behind":                           {others(2)[:2], wholeYear("", 4), Options{}, 4, false},
		"nobody else has sent anything":                {nil, wholeYear("", 4), Options{}, 4, false},
	} {
		l := Merge(ledgertest.SmallPlan(), append(c.others, c.own...), nil, c.options)
		if got := l.Now().N; got != c.now {
			t.Errorf("%s: the year is at %d, want %d", name, got, c.now)
		}
		if n := codes(l, finding.AsOfDoubtful); n != map[bool]int{true: 1}[c.doubt] {
			t.Errorf("%s: %d doubts", name, n)
		}
		for _, f := range l.Findings {
			q, _ := period.ParseQuarter(f.Quarter)
			switch f.Code {
			case finding.ReturnMissing, finding.Overdue, finding.RequirementMissing:
				if q.N > c.now {
					t.Errorf("%s: %s of %s: %s", name, f.Code, f.Quarter, f.Message)
				}
			case finding.AsOfDoubtful:
				if !strings.Contains(f.Message, "财务股") || strings.Contains(f.Message, "执法股") {
					t.Errorf("%s: %s", name, f.Message)
				}
			}
		}
		if c.doubt && !l.Pending().Draft() {
			t.Errorf("%s: the annex is no draft", name)
		}
	}
}

// What the office sets is no doubt, and everybody is asked up to it.
func TestTheOfficeSaysHowFarTheYearIs(t *testing.T) {
	p := ledgertest.SmallPlan()
	p.Settings = plan.Settings{AsOf: ledgertest.Q4}
	text := p.Requirements[0].Text.Value
	var rs []returns.Return
	for _, d := range []string{"办公室", "执法股", "图书馆"} {
		rs = append(rs, ledgertest.Ret(d, d, ledgertest.Q1, ledgertest.Row(text, status.InProgress, d)))
	}
	rs = append(rs, ledgertest.Ret("全年", "财务股", ledgertest.Q4, ledgertest.Row(text, status.InProgress, "全年")))
	l := Merge(p, rs, nil, Options{})
	if codes(l, finding.AsOfDoubtful) != 0 || codes(l, finding.ReturnMissing) != 3*3+3 {
		t.Errorf("%d doubts, %d returns are missed", codes(l, finding.AsOfDoubtful), codes(l, finding.ReturnMissing))
	}
}
