package numbers

import "taizhang/importer/period"

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
					d = Datum{stateOf(d.Amount + p.Amount), d.Amount + p.Amount}
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
