// Package written reads what is written in and about a cell of a number: the number, its unit, and the
// words of a heading that tell time and measure.
package written

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// Reading is what a cell of a number was read as.
type Reading struct {
	State  numbers.State
	Amount numbers.Amount
	Said   string
	Unit   string // written in the cell itself
	Why    string // why it is no number
	Turned bool   // changed from another unit
	Broken bool   // a number, but none that can be: negative, no whole one
}

var (
	grouped  = regexp.MustCompile(`^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$`)
	withUnit = regexp.MustCompile(`^([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)([\p{Han}（）()]+)$`)
)

// Read reads a cell for an indicator. unit is what stands beside or above the cell, "" for
// nothing. A number with anything but its unit is no number.
func Read(f *tables.Form, ind *tables.Indicator, cell grid.Cell, unit string) Reading {
	r := Reading{Said: strings.TrimSpace(cell.String())}
	hold := func(why string) Reading {
		r.State, r.Why, r.Amount = numbers.Text, why, 0
		return r
	}
	text := strings.ReplaceAll(fold.Text(r.Said), " ", "")
	switch cell.Kind {
	case grid.Empty:
		r.State = numbers.Blank
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
		if f.Absent[fold.Key(r.Said)] {
			r.State = numbers.Absent
			return r
		}
		text = minus.Replace(text)
		if m := withUnit.FindStringSubmatch(text); m != nil && f.Units.Has(m[2]) {
			text, r.Unit, unit = m[1], m[2], m[2]
		}
		if grouped.MatchString(text) {
			text = strings.ReplaceAll(text, ",", "")
		}
	}
	a, decimals, ok := numbers.ParseAmount(text)
	switch {
	case !ok:
		return hold("不是数字")
	case a < 0 && !ind.Signed:
		r.Broken = true
		return hold("是负数")
	}
	r.Amount = a
	if unit != "" && !f.Units.Has(unit) && unit != ind.Unit {
		return hold("单位“" + unit + "”不知道怎么换算成" + ind.Unit)
	}
	if unit != "" && f.Units.Has(unit) && f.Units.Has(ind.Unit) {
		times, over, same := f.Units.Ratio(unit, ind.Unit)
		switch {
		case !same:
			return hold("单位是" + unit + "，这一项要的是" + ind.Unit)
		case times != over:
			if a > numbers.Most/numbers.Amount(times) || a*numbers.Amount(times)%numbers.Amount(over) != 0 {
				return hold("单位换算以后不是准数")
			}
			r.Amount, r.Turned = a*numbers.Amount(times)/numbers.Amount(over), true
		}
	}
	switch {
	case ind.Decimals == 0 && r.Amount%numbers.One != 0:
		r.Broken = true
		return hold("不是整数")
	case !r.Turned && decimals > ind.Decimals:
		r.Broken = true
		return hold("小数太多")
	}
	r.State = numbers.StateOf(r.Amount)
	return r
}

// minus narrows the signs that people type for a negative number.
var minus = strings.NewReplacer("－", "-", "−", "-", "﹣", "-", "，", ",", "＋", "+")

// LooksNumeric reports whether a cell holds what a cell of numbers holds: a number, nothing, or
// a word for no such thing.
func LooksNumeric(f *tables.Form, cell grid.Cell) bool {
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
	_, _, ok := numbers.ParseAmount(text)
	return ok
}
