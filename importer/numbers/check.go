package numbers

import (
	"slices"
	"strings"

	"taizhang/templates/tables"
)

// Data is what rules look at: the numbers of the year and of the year before, by indicator.
type Data struct {
	Now    []Datum
	Last   []Datum                   // nil where last year is not known
	Unit   string                    // the body that reports
	Before func(indicator int) Datum // the quarter before; nil where rules between quarters have no place
}

// Check checks the rules between two sums, each at each of its scopes, in the order of the form.
func Check(f *tables.Form, d Data) []Result {
	var results []Result
	for i := range f.Rules {
		r := &f.Rules[i]
		if r.Check != tables.Terms {
			continue
		}
		for _, sc := range r.Scopes {
			results = append(results, judge(r, sc, d))
		}
	}
	return results
}

// judge checks a rule at one scope.
func judge(r *tables.Rule, sc tables.Scope, d Data) Result {
	res := Result{Rule: r, Scope: sc.Name, Label: sc.Label}
	res.Left = d.side(sc.Left, true, &res.Terms)
	res.Right = d.side(sc.Right, false, &res.Terms)
	switch {
	case !res.Left.Known || !res.Right.Known:
	case r.NoZero && res.Right.Amount == 0:
	case slices.ContainsFunc(r.Except, func(end string) bool { return strings.HasSuffix(d.Unit, end) }):
	case compare(r.Op, res.Left.Amount, res.Right.Amount):
		res.Verdict = Holds
	default:
		res.Verdict = Broken
	}
	return res
}

func compare(op tables.Op, left, right Amount) bool {
	switch op {
	case tables.AtLeast:
		return left >= right
	case tables.AtMost:
		return left <= right
	case tables.Less:
		return left < right
	}
	return left == right
}

// side adds the terms of a side. It is known where each is a number or is not applicable, and
// not all of them are that.
func (d Data) side(terms []tables.Term, left bool, taken *[]Taken) Side {
	side := Side{Known: true}
	absent := 0
	for _, t := range terms {
		datum := d.datum(t)
		*taken = append(*taken, Taken{t, datum, left})
		switch {
		case datum.State.Counts():
			side.Amount += Amount(t.Factor) * datum.Amount
		case datum.State == Absent:
			absent++
		default:
			side.Known = false
		}
	}
	if !side.Known || absent == len(terms) {
		return Side{}
	}
	return side
}

// datum returns the number that a term means.
func (d Data) datum(t tables.Term) Datum {
	of := func(data []Datum) Datum {
		if t.Indicator < len(data) {
			return data[t.Indicator]
		}
		return Datum{State: Missing}
	}
	switch {
	case t.Indicator < 0:
		return Datum{Number, one}
	case t.When == tables.LastYear:
		return of(d.Last)
	case t.When == tables.LastQuarter:
		if d.Before == nil {
			return Datum{State: Missing}
		}
		return d.Before(t.Indicator)
	}
	return of(d.Now)
}
