// Package rules checks the rules of a form between sums of numbers.
package rules

import (
	"slices"
	"strings"

	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// Data is what rules look at: the numbers of the year and of the year before, by indicator.
type Data struct {
	Now    []numbers.Datum
	Last   []numbers.Datum                   // nil where last year is not known
	Unit   string                            // the body that reports
	Before func(indicator int) numbers.Datum // the quarter before; nil where rules between quarters have no place
}

// Check checks the rules between two sums, each at each of its scopes, in the order of the form.
func Check(f *tables.Form, d Data) []numbers.Result {
	var results []numbers.Result
	for i := range f.Rules {
		r := &f.Rules[i]
		if r.Check != tables.Terms {
			continue
		}
		for _, sc := range r.Scopes {
			results = append(results, Judge(r, sc, d))
		}
	}
	return results
}

// Judge checks a rule at one scope.
func Judge(r *tables.Rule, sc tables.Scope, d Data) numbers.Result {
	res := numbers.Result{Rule: r, Scope: sc.Name, Label: sc.Label}
	res.Left = d.side(sc.Left, true, &res.Terms)
	res.Right = d.side(sc.Right, false, &res.Terms)
	switch {
	case !res.Left.Known || !res.Right.Known:
	case r.NoZero && res.Right.Amount == 0:
	case slices.ContainsFunc(r.Except, func(end string) bool { return strings.HasSuffix(d.Unit, end) }):
	case compare(r.Op, res.Left.Amount, res.Right.Amount):
		res.Verdict = numbers.Holds
	default:
		res.Verdict = numbers.Broken
	}
	return res
}

func compare(op tables.Op, left, right numbers.Amount) bool {
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
func (d Data) side(terms []tables.Term, left bool, taken *[]numbers.Taken) numbers.Side {
	side := numbers.Side{Known: true}
	absent := 0
	for _, t := range terms {
		datum := d.datum(t)
		*taken = append(*taken, numbers.Taken{Term: t, Datum: datum, Left: left})
		switch {
		case datum.State.Counts():
			side.Amount += numbers.Amount(t.Factor) * datum.Amount
		case datum.State == numbers.Absent:
			absent++
		default:
			side.Known = false
		}
	}
	if !side.Known || absent == len(terms) {
		return numbers.Side{}
	}
	return side
}

// datum returns the number that a term means.
func (d Data) datum(t tables.Term) numbers.Datum {
	of := func(data []numbers.Datum) numbers.Datum {
		if t.Indicator < len(data) {
			return data[t.Indicator]
		}
		return numbers.Datum{State: numbers.Missing}
	}
	switch {
	case t.Indicator < 0:
		return numbers.Datum{State: numbers.Number, Amount: numbers.One}
	case t.When == tables.LastYear:
		return of(d.Last)
	case t.When == tables.LastQuarter:
		if d.Before == nil {
			return numbers.Datum{State: numbers.Missing}
		}
		return d.Before(t.Indicator)
	}
	return of(d.Now)
}
