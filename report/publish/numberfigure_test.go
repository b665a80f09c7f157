package publish

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// TestNumberFigures draws what is known and adds up: a balance that is none, a part that nobody gave and
// a single part are no chart.
func TestNumberFigures(t *testing.T) {
	f, err := tables.Of(2021, nil)
	if err != nil {
		t.Fatal(err)
	}
	year := func(change map[string]string) []NumberFigure {
		var values []numbers.Value
		for i, ind := range f.Indicators() {
			text := map[string]string{"T3.r01.total": "3", "T3.r03.total": "2", "T3.r17.total": "1", "T3.r24.total": "3"}[ind.ID]
			if said, ok := change[ind.ID]; ok {
				text = said
			}
			a, _, _ := numbers.ParseAmount(text)
			v := numbers.Value{Indicator: i, Department: "办公室", Quarter: period.Quarter{Year: 2021, N: 4}, What: numbers.Cumulative, State: numbers.Zero, Amount: a}
			if a != 0 {
				v.State = numbers.Number
			}
			if text == "-" {
				v.State = numbers.Blank
			}
			values = append(values, v)
		}
		y := sums.Settle(f, values, nil, nil, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4}})
		e := &editor{ledger: &ledger.Ledger{Year: 2021, Numbers: y}}
		return e.numberFigures(y, 1)
	}
	for name, c := range map[string]struct {
		change map[string]string
		kinds  []tables.FigureKind
	}{
		"all known":    {nil, []tables.FigureKind{tables.Balance, tables.Ranked}},
		"no balance":   {map[string]string{"T3.r25.total": "1"}, []tables.FigureKind{tables.Ranked}},
		"one unknown":  {map[string]string{"T3.r05.total": "-"}, nil},
		"one part":     {map[string]string{"T3.r17.total": "0", "T3.r03.total": "3"}, nil},
		"nothing came": {map[string]string{"T3.r01.total": "0", "T3.r03.total": "0", "T3.r17.total": "0"}, nil},
	} {
		got := year(c.change)
		var kinds []tables.FigureKind
		for _, g := range got {
			kinds = append(kinds, g.Kind)
		}
		if len(kinds) != len(c.kinds) || len(kinds) > 0 && kinds[0] != c.kinds[0] {
			t.Errorf("%s: %v, want %v", name, kinds, c.kinds)
		}
		for _, g := range got {
			if g.Kind == tables.Ranked && (len(g.Left) != 2 || g.Left[0].Text != "2") {
				t.Errorf("%s: %v", name, g.Left)
			}
		}
	}
}
