package numbers

import (
	"taizhang/templates/tables"
)

// Published returns what the tables of a published report say, by indicator of its form, and reports
// whether it holds any. A blank cell of such a report is 0, but for one that a sum of the form shows
// to be more: reports leave out totals as they leave out zeros. What two cells say differently is not
// known.
func Published(f *tables.Form, values []Value) ([]Datum, bool) {
	data := make([]Datum, len(f.Indicators()))
	for i := range data {
		data[i] = Datum{State: Missing}
	}
	blank := make([]bool, len(data))
	any := false
	for _, v := range values {
		i := v.Indicator
		switch {
		case v.State == Blank:
			if data[i].State == Missing {
				data[i], blank[i] = Datum{State: Zero}, true
			}
			continue
		case v.State.Counts() && (data[i].State == Missing || blank[i]):
			data[i] = Datum{v.State, v.Amount}
		case v.State == Absent && (data[i].State == Missing || blank[i]):
			data[i] = Datum{State: Absent}
		case !v.State.Counts() || data[i].Amount != v.Amount:
			data[i] = Datum{State: Conflict}
		}
		blank[i], any = false, true
	}
	for _, r := range Check(f, Data{Now: data}) {
		if r.Verdict != Broken || r.Rule.Severity != tables.Must {
			continue
		}
		terms := r.Terms
		if first := terms[0]; first.Left && !terms[1].Left && blank[max(first.Indicator, 0)] {
			terms = terms[:1] // the sum itself was left out
		}
		for _, t := range terms {
			if t.Indicator >= 0 && blank[t.Indicator] {
				data[t.Indicator] = Datum{State: Missing}
			}
		}
	}
	return data, any
}

// Tell returns numbers by their ids, as ledgers keep them.
func Tell(f *tables.Form, data []Datum) map[string]Told {
	told := map[string]Told{}
	for i, d := range data {
		if d.State == Missing || d.State == Conflict {
			continue
		}
		t := Told{State: d.State}
		if d.State.Counts() {
			t.Value = d.Amount.String()
		}
		told[f.Indicators()[i].ID] = t
	}
	return told
}
