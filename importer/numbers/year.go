package numbers

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// Year is what the numbers of a year have become.
type Year struct {
	Form     *tables.Form
	Figures  []Figure // by indicator
	Results  []Result // of all rules of the form, then of those on single numbers
	Held     []Held
	LastYear []Datum   // by indicator; nil where last year is not known
	Earlier  []Earlier // years before it that are known, the earliest first
	Findings []finding.Finding
	Decided  []finding.Finding // those of Findings, or of reading, that a number fixed by the office answers
	Undone   map[string]string // by id of a decision: why it is not carried out
}

// Any reports whether anybody has given a number, or a cell for one.
func (y *Year) Any() bool {
	return len(y.Held) > 0 || slices.ContainsFunc(y.Figures, func(f Figure) bool { return f.State != Missing })
}

// Before returns what a department had said of a number by the end of the quarter before q, from
// the beginning of the year on; Missing where it had said nothing.
func (y *Year) Before(indicator int, department string, q period.Quarter) Datum {
	ind := &y.Form.Indicators()[indicator]
	d := Datum{State: Missing}
	for n := 1; n < q.N; n++ {
		for _, what := range []What{Current, Cumulative} {
			for _, p := range y.Figures[indicator].Parts {
				if p.Department != department || p.Quarter.N != n || p.Quarter.Year != q.Year || p.What != what || !p.State.Counts() || p.Why == "已有较新的报表" || p.Why == "重复" {
					continue
				}
				switch {
				case what == Current && ind.Kind.Adds() && d.State.Counts():
					d = Datum{StateOf(d.Amount + p.Amount), d.Amount + p.Amount}
				case what == Cumulative || !ind.Kind.Adds() || !d.State.Counts():
					d = p.Datum()
				}
				break
			}
		}
	}
	return d
}

// Last returns the number of the year before, Missing where it is not known.
func (y *Year) Last(indicator int) Datum {
	if indicator < len(y.LastYear) {
		return y.LastYear[indicator]
	}
	return Datum{State: Missing}
}

// Bar is a part of a chart.
type Bar struct {
	Name   string
	Amount Amount
}

// Bars returns the parts of a chart that are more than 0; ok is false where one of its numbers is not known.
func (y *Year) Bars(parts []tables.Slice) (bars []Bar, ok bool) {
	return barsOf(parts, func(i int) Datum { return y.Figures[i].Datum })
}

// BarsIn returns the parts of a chart as they were in another year, whose numbers are given by indicator.
func BarsIn(parts []tables.Slice, data []Datum) (bars []Bar, ok bool) {
	return barsOf(parts, func(i int) Datum {
		if i < len(data) {
			return data[i]
		}
		return Datum{State: Missing}
	})
}

func barsOf(parts []tables.Slice, of func(indicator int) Datum) (bars []Bar, ok bool) {
	for _, p := range parts {
		b := Bar{Name: p.Name}
		for _, i := range p.Indicators {
			d := of(i)
			if !d.State.Counts() && d.State != Absent || d.Amount < 0 {
				return nil, false
			}
			b.Amount += d.Amount
		}
		if b.Amount > 0 {
			bars = append(bars, b)
		}
	}
	return bars, true
}

// Sum adds up the parts of a chart.
func Sum(bars []Bar) (sum Amount) {
	for _, b := range bars {
		sum += b.Amount
	}
	return sum
}
