package publish

import (
	"cmp"
	"fmt"
	"slices"

	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// NumberFigure is a chart that the numbers of a table make.
type NumberFigure struct {
	Title       string
	Kind        tables.FigureKind
	Unit        string
	Sides       []string // of tables.Balance: what its two bars are called; of tables.Years: the years, the latest last
	Left, Right []NumberBar
	Spans       [][]NumberBar // of tables.Years: a year's numbers, in the order of Sides
	Remark      string        // what is to be known beside it
}

// NumberBar is a part of such a chart.
type NumberBar struct {
	Name  string
	Value float64
	Text  string // the value as it is printed
}

// numberFigures returns the charts that a table's numbers make: those of two parts or more, all of whose
// numbers are known. A balance that is none is not drawn.
func (e *editor) numberFigures(y *numbers.Year, table int) (list []NumberFigure) {
	for i := range y.Form.Figures {
		f := &y.Form.Figures[i]
		if f.Table != table {
			continue
		}
		out := NumberFigure{Title: f.Title, Kind: f.Kind, Sides: f.Sides, Unit: y.Form.Indicators()[f.Left[0].Indicators[0]].Unit}
		left, ok := y.Bars(f.Left)
		if !ok || len(left) == 0 {
			continue
		}
		switch f.Kind {
		case tables.Balance:
			right, ok := y.Bars(f.Right)
			if !ok || numbers.Sum(left) != numbers.Sum(right) || len(left)+len(right) < 3 {
				continue
			}
			out.Left, out.Right = bars(left), bars(right)
			out.Remark = fmt.Sprintf("两边各%s%s。", numbers.Sum(left), out.Unit)
		case tables.Years:
			if e.years(&out, y, f, left); len(out.Sides) < 2 {
				continue
			}
		default:
			if len(left) < 2 {
				continue
			}
			slices.SortStableFunc(left, func(a, b numbers.Bar) int { return cmp.Compare(b.Amount, a.Amount) })
			out.Left = bars(left)
			out.Remark = fmt.Sprintf("合计%s%s。", numbers.Sum(left), out.Unit)
		}
		list = append(list, out)
	}
	return list
}

// mostYears is how many years a chart shows at the most.
const mostYears = 5

// years fills in a chart of a number over the years that are known, this one last. A year whose numbers
// are not all known is left out.
func (e *editor) years(out *NumberFigure, y *numbers.Year, f *tables.Figure, now []numbers.Bar) {
	year := e.ledger.Year
	known := append(slices.Clone(y.Earlier), numbers.Earlier{Year: year - 1, Data: y.LastYear})
	oldest := year
	for _, k := range known[max(0, len(known)-mostYears+1):] {
		if was, ok := numbers.BarsIn(f.Left, k.Data); ok && len(was) > 0 {
			oldest = min(oldest, k.Year)
			out.Sides, out.Spans = append(out.Sides, fmt.Sprintf("%d年", k.Year)), append(out.Spans, bars(was))
		}
	}
	out.Sides, out.Spans = append(out.Sides, fmt.Sprintf("%d年", year)), append(out.Spans, bars(now))
	switch {
	case oldest >= y.Form.From:
	case len(out.Sides) == 2 && y.Form.From == year:
		out.Remark = "两年的表式不同，口径有变化。"
	default:
		out.Remark = fmt.Sprintf("%d年起的表式与以前不同，口径有变化。", y.Form.From)
	}
}

func bars(from []numbers.Bar) (list []NumberBar) {
	for _, b := range from {
		list = append(list, NumberBar{b.Name, b.Amount.Float(), b.Amount.String()})
	}
	return list
}
