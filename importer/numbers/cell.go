package numbers

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/tables"
)

// reading is what a cell of a number was read as.
type reading struct {
	state  State
	amount Amount
	said   string
	unit   string // written in the cell itself
	why    string // why it is no number
	turned bool   // changed from another unit
	broken bool   // a number, but none that can be: negative, no whole one
}

var (
	grouped  = regexp.MustCompile(`^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$`)
	withUnit = regexp.MustCompile(`^([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)([\p{Han}（）()]+)$`)
)

// readCell reads a cell for an indicator. unit is what stands beside or above the cell, "" for
// nothing. A number with anything but its unit is no number.
func readCell(f *tables.Form, ind *tables.Indicator, cell grid.Cell, unit string) reading {
	r := reading{said: strings.TrimSpace(cell.String())}
	hold := func(why string) reading {
		r.state, r.why, r.amount = Text, why, 0
		return r
	}
	text := strings.ReplaceAll(fold.Text(r.said), " ", "")
	switch cell.Kind {
	case grid.Empty:
		r.state = Blank
		return r
	case grid.Failed:
		if cell.Formula != "" {
			return hold("公式没有存下结果")
		}
		return hold("公式出错")
	case grid.Bool:
		return hold("不是数字")
	case grid.Number:
		if _, dated := cell.Date(); dated || cell.IsPercent() {
			return hold("不是数字")
		}
		text = cell.Text
	default:
		if f.Absent[fold.Key(r.said)] {
			r.state = Absent
			return r
		}
		text = minus.Replace(text)
		if m := withUnit.FindStringSubmatch(text); m != nil && f.Units.Has(m[2]) {
			text, r.unit, unit = m[1], m[2], m[2]
		}
		if grouped.MatchString(text) {
			text = strings.ReplaceAll(text, ",", "")
		}
	}
	a, decimals, ok := ParseAmount(text)
	switch {
	case !ok:
		return hold("不是数字")
	case a < 0 && !ind.Signed:
		r.broken = true
		return hold("是负数")
	}
	r.amount = a
	if unit != "" && !f.Units.Has(unit) && unit != ind.Unit {
		return hold("单位“" + unit + "”不知道怎么换算成" + ind.Unit)
	}
	if unit != "" && f.Units.Has(unit) && f.Units.Has(ind.Unit) {
		times, over, same := f.Units.Ratio(unit, ind.Unit)
		switch {
		case !same:
			return hold("单位是" + unit + "，这一项要的是" + ind.Unit)
		case times != over:
			if a > most/Amount(times) || a*Amount(times)%Amount(over) != 0 {
				return hold("单位换算以后不是准数")
			}
			r.amount, r.turned = a*Amount(times)/Amount(over), true
		}
	}
	switch {
	case ind.Decimals == 0 && r.amount%one != 0:
		r.broken = true
		return hold("不是整数")
	case !r.turned && decimals > ind.Decimals:
		r.broken = true
		return hold("小数太多")
	}
	r.state = stateOf(r.amount)
	return r
}

// minus narrows the signs that people type for a negative number.
var minus = strings.NewReplacer("－", "-", "−", "-", "﹣", "-", "，", ",", "＋", "+")

// looksNumeric reports whether a cell holds what a cell of numbers holds: a number, nothing, or
// a word for no such thing.
func looksNumeric(f *tables.Form, cell grid.Cell) bool {
	switch cell.Kind {
	case grid.Empty, grid.Number, grid.Failed:
		return true
	}
	text := minus.Replace(strings.ReplaceAll(fold.Text(cell.Text), " ", ""))
	if f.Absent[fold.Key(cell.Text)] || grouped.MatchString(text) {
		return true
	}
	if m := withUnit.FindStringSubmatch(text); m != nil {
		return f.Units.Has(m[2])
	}
	_, _, ok := ParseAmount(text)
	return ok
}
