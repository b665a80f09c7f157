package ruling

import (
	"iter"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// Acts on the numbers of the annual report: those of 年报数据 and 勾稽核对.
const (
	Fix     Act = "number"  // 采用此数
	Explain Act = "explain" // 已说明
)

// OfNumbers reports whether the act is about a number of the annual report or a rule on some.
func (a Act) OfNumbers() bool { return a == Fix || a == Explain }

// Numeral is a line of 年报数据, where the office fixes a number, or of 勾稽核对, where it explains
// why a rule does not hold.
type Numeral struct {
	Value, Reason, By, On string // typed by the office

	Indicator            string // id of the number, of 年报数据
	Rule, Scope, Quarter string // of 勾稽核对
	Mark                 string // see Mark
}

// NumeralTyped are the columns of both sheets that the office fills in; FigureHidden are those of
// 年报数据 that say what a line is about, CheckHidden those of 勾稽核对.
var (
	NumeralTyped = Columns[Numeral]{
		{valueHeading, func(n *Numeral) string { return n.Value }, func(n *Numeral, s string) { n.Value = s }},
		{"核定理由", func(n *Numeral) string { return n.Reason }, func(n *Numeral, s string) { n.Reason = s }},
		{"核定人", func(n *Numeral) string { return n.By }, func(n *Numeral, s string) { n.By = s }},
		{"核定日期", func(n *Numeral) string { return n.On }, func(n *Numeral, s string) { n.On = s }},
	}
	FigureHidden = Columns[Numeral]{
		{"指标键", func(n *Numeral) string { return n.Indicator }, func(n *Numeral, s string) { n.Indicator = s }},
		{markHeading, func(n *Numeral) string { return n.Mark }, func(n *Numeral, s string) { n.Mark = s }},
	}
	CheckHidden = Columns[Numeral]{
		{"规则键", func(n *Numeral) string { return n.Rule }, func(n *Numeral, s string) { n.Rule = s }},
		{"范围键", func(n *Numeral) string { return n.Scope }, func(n *Numeral, s string) { n.Scope = s }},
		{"季度键", func(n *Numeral) string { return n.Quarter }, func(n *Numeral, s string) { n.Quarter = s }},
		{markHeading, func(n *Numeral) string { return n.Mark }, func(n *Numeral, s string) { n.Mark = s }},
	}
)

// empty reports whether the office has typed nothing into the line.
func (n Numeral) empty() bool { return n.Value == "" && n.Reason == "" && n.By == "" && n.On == "" }

// ruling reads a line of the act's sheet. What can't be carried out has a Why.
func (n Numeral) ruling(act Act) Ruling {
	r := Ruling{Act: act, Target: Target{Indicator: n.Indicator, Rule: n.Rule, Scope: n.Scope, Quarter: n.Quarter},
		Value: strings.TrimSpace(n.Value), Reason: n.Reason, By: n.By, On: n.On, State: Orphaned}
	r.Typed = Typed{Choice: act.Label(), Value: n.Value}
	switch {
	case n.Indicator == "" && n.Rule == "":
		r.Act, r.Why = "", "这一行没有对应的数或规则（行尾隐藏的几列被清空了，或者不是合计行）"
	case r.Value == "":
		r.Why = "没有填“" + valueHeading + "”"
	}
	r.Identify()
	return r
}

// Numeral returns the line that shows the decision again, as the office typed it.
func (r Ruling) Numeral() Numeral {
	t := r.Target
	return Numeral{Value: r.Typed.Value, Reason: r.Reason, By: r.By, On: r.On, Indicator: t.Indicator, Rule: t.Rule, Scope: t.Scope, Quarter: t.Quarter}
}

// readNumerals reads the ruling columns of 年报数据 and 勾稽核对. A year without numbers has no such
// sheets; a ledger of an earlier version has them without the columns. One whose 说明 names a sheet
// that is not there has lost it.
func readNumerals(book *grid.Book, all typings, formulas map[string]map[string]bool) (typings, error) {
	for _, of := range []struct {
		sheet  string
		act    Act
		hidden Columns[Numeral]
	}{{NumbersSheet, Fix, FigureHidden}, {RulesSheet, Explain, CheckHidden}} {
		lines, err := findNumerals(book, of.sheet, of.hidden)
		if err != nil {
			return nil, err
		}
		for n, at := range lines {
			all = appendTyping(all, NumeralTyped.Cells(n), n.Mark, n.empty(), at, func() Ruling { return n.ruling(of.act) }).without(formulas, at)
		}
	}
	return all, nil
}

func findNumerals(book *grid.Book, name string, hidden Columns[Numeral]) (iter.Seq2[Numeral, []finding.Place], error) {
	none := func(func(Numeral, []finding.Place) bool) {}
	sheet := sheetOf(book, name)
	if sheet == nil && !names(sheetOf(book, NotesSheet), name) {
		return none, nil
	}
	if sheet != nil {
		always := slices.Concat(NumeralTyped, hidden).Always(name)
		if _, _, missing := headingRow(sheet, always, nil); len(missing) == len(always) {
			return none, nil // of an earlier version
		}
	}
	return find(book, name, NumeralTyped, hidden)
}
