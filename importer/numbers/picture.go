package numbers

import "taizhang/templates/tables"

// Bar is a part of a chart.
type Bar struct {
	Name   string
	Amount Amount
}

// Bars returns the parts of a chart that are more than 0, of this year or of the year before; ok is
// false where one of its numbers is not known.
func (y *Year) Bars(parts []tables.Slice, last bool) (bars []Bar, ok bool) {
	for _, p := range parts {
		b := Bar{Name: p.Name}
		for _, i := range p.Indicators {
			d := y.Figures[i].Datum
			if last {
				d = y.Last(i)
			}
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
