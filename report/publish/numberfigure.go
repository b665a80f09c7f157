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
	Sides       []string // of tables.Balance: what its two bars are called
	Left, Right []NumberBar
	Remark      string // what is to be known beside it
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
		left, ok := y.Bars(f.Left, false)
		if !ok || len(left) == 0 {
			continue
		}
		switch f.Kind {
		case tables.Balance:
			right, ok := y.Bars(f.Right, false)
			if !ok || numbers.Sum(left) != numbers.Sum(right) || len(left)+len(right) < 3 {
				continue
			}
			out.Left, out.Right = bars(left), bars(right)
			out.Remark = fmt.Sprintf("两边各%s%s。", numbers.Sum(left), out.Unit)
		case tables.Years:
			last, ok := y.Bars(f.Left, true)
			if !ok || len(last) == 0 {
				continue
			}
			out.Left, out.Right = bars(last), bars(left)
			year := e.ledger.Year
			out.Sides = []string{fmt.Sprintf("%d年", year-1), fmt.Sprintf("%d年", year)}
			if y.Form.From == year {
				out.Remark = "两年的表式不同，口径有变化。"
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

func bars(from []numbers.Bar) (list []NumberBar) {
	for _, b := range from {
		list = append(list, NumberBar{b.Name, b.Amount.Float(), b.Amount.String()})
	}
	return list
}
