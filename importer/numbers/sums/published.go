package sums

import (
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/rules"
	"taizhang/templates/tables"
)

// Published returns what the tables of a published report say, by indicator of its form, and reports
// whether it holds any. A blank cell of such a report is 0, but for one that a sum of the form shows
// to be more: reports leave out totals as they leave out zeros. What two cells say differently is not
// known.
func Published(f *tables.Form, values []numbers.Value) ([]numbers.Datum, bool) {
	data := make([]numbers.Datum, len(f.Indicators()))
	for i := range data {
		data[i] = numbers.Datum{State: numbers.Missing}
	}
	blank := make([]bool, len(data))
	any := false
	for _, v := range values {
		i := v.Indicator
		switch {
		case v.State == numbers.Blank:
			if data[i].State == numbers.Missing {
				data[i], blank[i] = numbers.Datum{State: numbers.Zero}, true
			}
			continue
		case v.State.Counts() && (data[i].State == numbers.Missing || blank[i]):
			data[i] = numbers.Datum{State: v.State, Amount: v.Amount}
		case v.State == numbers.Absent && (data[i].State == numbers.Missing || blank[i]):
			data[i] = numbers.Datum{State: numbers.Absent}
		case !v.State.Counts() || data[i].Amount != v.Amount:
			data[i] = numbers.Datum{State: numbers.Conflict}
		}
		blank[i], any = false, true
	}
	for _, r := range rules.Check(f, rules.Data{Now: data}) {
		if r.Verdict != numbers.Broken || r.Rule.Severity != tables.Must {
			continue
		}
		terms := r.Terms
		if first := terms[0]; first.Left && !terms[1].Left && blank[max(first.Indicator, 0)] {
			terms = terms[:1] // the sum itself was left out
		}
		for _, t := range terms {
			if t.Indicator >= 0 && blank[t.Indicator] {
				data[t.Indicator] = numbers.Datum{State: numbers.Missing}
			}
		}
	}
	return data, any
}

// Tell returns numbers by their ids, as ledgers keep them.
func Tell(f *tables.Form, data []numbers.Datum) map[string]numbers.Told {
	told := map[string]numbers.Told{}
	for i, d := range data {
		if d.State == numbers.Missing || d.State == numbers.Conflict {
			continue
		}
		t := numbers.Told{State: d.State}
		if d.State.Counts() {
			t.Value = d.Amount.String()
		}
		told[f.Indicators()[i].ID] = t
	}
	return told
}
