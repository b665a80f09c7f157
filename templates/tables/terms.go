package tables

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// addRule takes in a rule and spreads it out over its scopes.
func (f *Form) addRule(s source, raw *rawRule, own bool) error {
	at := "编号: " + raw.ID
	if raw.ID == "" {
		return s.fault("规则没有编号", "规则:")
	}
	if slices.ContainsFunc(f.Rules, func(r Rule) bool { return r.ID == raw.ID }) {
		return s.fault(fmt.Sprintf("编号“%s”已经有一条规则", raw.ID), "规则:", at)
	}
	level, err := choice(s, raw.Severity, []string{"强制", "核实", "提示"}, "规则:", at)
	if err != nil {
		return err
	}
	check, err := choice(s, raw.Check, []Check{Terms, Plain, Words, OneOwner, Cumulative, Following, Change, Prose, AllZero, Joint, YearNamed, Wording, Classes}, "规则:", at)
	if err != nil {
		return err
	}
	op, err := choice(s, raw.Op, []Op{Equal, AtLeast, AtMost, Less}, "规则:", at)
	if err != nil {
		return err
	}
	r := Rule{ID: raw.ID, Check: check, Op: op, Says: raw.Says, Hint: raw.Hint, Factor: raw.Factor, From: raw.From, Except: raw.Except, Own: own}
	r.Severity = map[string]Severity{"强制": Must, "核实": Look, "提示": Say}[level]
	r.Code = cmp.Or(raw.Code, map[Severity]string{Must: "rule-broken", Look: "number-doubtful", Say: "number-doubtful"}[r.Severity])
	if !slices.Contains([]string{"rule-broken", "number-doubtful", "carry-over-differs", "number-unreadable", "number-conflict"}, r.Code) {
		return s.fault(fmt.Sprintf("问题“%s”看不懂，可用的有：rule-broken、carry-over-differs、number-doubtful", r.Code), "规则:", at, r.Code)
	}
	if r.Explained, err = s.truth(raw.Explained, false, "规则:", at); err != nil {
		return err
	}
	if r.NoZero, err = s.truth(raw.NoZero, false, "规则:", at); err != nil {
		return err
	}
	if r.Says == "" {
		return s.fault("规则没有说法", "规则:", at)
	}
	if check == Terms || check == Following {
		if len(raw.Left) == 0 || len(raw.Right) == 0 {
			return s.fault("规则要有左边和右边", "规则:", at)
		}
		if err := f.spread(s, raw, &r); err != nil {
			return err
		}
	}
	for _, w := range []struct {
		text string
		into **regexp.Regexp
	}{{raw.About, &r.About}, {raw.Unless, &r.Unless}} {
		if w.text == "" {
			continue
		}
		if *w.into, err = regexp.Compile(w.text); err != nil {
			return s.fault(fmt.Sprintf("“%s”看不懂", w.text), "规则:", at, w.text)
		}
	}
	for _, p := range raw.Phrases {
		pattern, err := regexp.Compile(p.Pattern)
		if err != nil || pattern.NumSubexp() != 1 {
			return s.fault(fmt.Sprintf("“%s”看不懂，要有一个括号括着数", p.Pattern), "规则:", at, p.Pattern)
		}
		n := f.Find(p.Indicator)
		if n < 0 {
			return s.fault(fmt.Sprintf("没有编号是“%s”的指标", p.Indicator), "规则:", at, p.Indicator)
		}
		r.Phrases = append(r.Phrases, Phrase{pattern, n})
	}
	f.Rules = append(f.Rules, r)
	return nil
}

// spread makes one scope for each column or row that the rule is checked for.
func (f *Form) spread(s source, raw *rawRule, r *Rule) error {
	at := []string{"规则:", "编号: " + raw.ID}
	if raw.Each == "" {
		sc := Scope{}
		return f.scope(s, raw, r, sc, termReader{form: f, table: -1})
	}
	table := slices.IndexFunc(f.Tables, func(t Table) bool { return t.ID == raw.Table })
	if table < 0 {
		return s.fault(fmt.Sprintf("没有编号是“%s”的表", raw.Table), append(at, raw.Table)...)
	}
	t := &f.Tables[table]
	var over, inside []Axis
	switch raw.Each {
	case "列":
		over, inside = t.Columns, t.Rows
	case "行":
		over, inside = t.Rows, t.Columns
	default:
		return s.fault(fmt.Sprintf("“%s”看不懂，请写“列”或“行”", raw.Each), append(at, "逐")...)
	}
	for _, key := range raw.Only {
		if !slices.ContainsFunc(over, func(a Axis) bool { return a.Key == key }) {
			return s.fault(fmt.Sprintf("范围里的“%s”没有写在表里", key), append(at, key)...)
		}
	}
	for i, a := range over {
		if len(raw.Only) > 0 && !slices.Contains(raw.Only, a.Key) {
			continue
		}
		reader := termReader{form: f, table: table, inside: inside, by: i, columns: raw.Each == "列"}
		if err := f.scope(s, raw, r, Scope{Name: a.Key, Label: a.Name}, reader); err != nil {
			return err
		}
	}
	return nil
}

func (f *Form) scope(s source, raw *rawRule, r *Rule, sc Scope, reader termReader) error {
	for _, side := range []struct {
		words []string
		into  *[]Term
	}{{raw.Left, &sc.Left}, {raw.Right, &sc.Right}} {
		for _, word := range side.words {
			terms, why := reader.read(word)
			if why != "" {
				return s.fault(why, "规则:", "编号: "+raw.ID, word)
			}
			*side.into = append(*side.into, terms...)
		}
	}
	r.Scopes = append(r.Scopes, sc)
	return nil
}

// termReader reads the terms of one scope of a rule.
type termReader struct {
	form    *Form
	table   int    // -1 where terms are whole ids
	inside  []Axis // what keys name
	by      int    // the row or column that the scope is
	columns bool   // by is a column
}

// read reads a term: -100*last:r01, T2.fees.amount, r05..r23, 0. why says what can't be read.
func (t termReader) read(word string) (terms []Term, why string) {
	rest := strings.TrimSpace(word)
	one := Term{Factor: 1, Indicator: -1}
	if cut, ok := strings.CutPrefix(rest, "-"); ok {
		one.Factor, rest = -1, cut
	}
	if n, cut, ok := strings.Cut(rest, "*"); ok {
		by, err := strconv.ParseInt(n, 10, 32)
		if err != nil {
			return nil, fmt.Sprintf("“%s”里乘号前面要写整数", word)
		}
		one.Factor, rest = one.Factor*by, cut
	}
	if n, err := strconv.ParseInt(rest, 10, 32); err == nil {
		one.Factor *= n
		return []Term{one}, ""
	}
	for mark, when := range map[string]When{"last:": LastYear, "quarter:": LastQuarter} {
		if cut, ok := strings.CutPrefix(rest, mark); ok {
			one.When, rest = when, cut
		}
	}
	from, to, isRange := strings.Cut(rest, "..")
	if !isRange {
		to = from
	}
	if t.table < 0 || strings.Contains(from, ".") {
		one.Indicator = t.form.Find(rest)
		if isRange || one.Indicator < 0 {
			return nil, fmt.Sprintf("没有编号是“%s”的指标", rest)
		}
		return []Term{one}, ""
	}
	first := slices.IndexFunc(t.inside, func(a Axis) bool { return a.Key == from })
	last := slices.IndexFunc(t.inside, func(a Axis) bool { return a.Key == to })
	if first < 0 || last < first {
		return nil, fmt.Sprintf("“%s”没有写在表里", rest)
	}
	for i := first; i <= last; i++ {
		row, col := t.by, i
		if t.columns {
			row, col = i, t.by
		}
		if one.Indicator = t.form.At(t.table, row, col); one.Indicator < 0 {
			return nil, fmt.Sprintf("表里没有“%s”这一格", t.inside[i].Key)
		}
		terms = append(terms, one)
	}
	return terms, ""
}
