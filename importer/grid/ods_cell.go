package grid

import (
	"fmt"
	"strconv"
	"strings"
)

// odsValue is what a cell's attributes say of it.
type odsValue struct {
	kind, value, formula, format string
	failed                       bool
	computed                     bool // a formula without a value has an empty text
}

// cell reads a cell and puts it down as often as it is repeated.
func (t *odsTable) cell() {
	n, bad := repeats(t.x, "number-columns-repeated")
	if bad != nil {
		t.x.bad = bad
		return
	}
	t.span()
	v := t.value()
	text, link := t.x.paragraphs()
	if t.x.bad != nil {
		return
	}
	c, ok := v.cell(text)
	if !ok {
		at := Cell{row: int32(t.row), col: int32(t.col + 1)}.At()
		t.x.bad = damaged("工作表“%s”的单元格 %s 的内容“%s”无效", t.d.sheet.Name, at.Cell(), v.value)
		return
	}
	if c.Kind == Empty {
		t.col += n
		return
	}
	if c.Link = link; link == "" && c.Kind == Text {
		c.Link, _, _ = hyperlink(v.formula)
	}
	if t.outside(t.row, t.col+n) {
		return
	}
	for range n {
		t.col++
		t.d.put(t.row, t.col, c)
	}
}

// span notes the merge that starts at the cell to come.
func (t *odsTable) span() {
	down, _ := strconv.Atoi(t.x.attr("number-rows-spanned"))
	across, _ := strconv.Atoi(t.x.attr("number-columns-spanned"))
	if down < 2 && across < 2 {
		return
	}
	if len(t.d.merges) == maxMerges {
		t.x.bad = tooLarge("合并单元格过多", fmt.Sprintf("%d 处", maxMerges))
		return
	}
	row, col := t.row, t.col+1
	t.d.merges = append(t.d.merges, span{row, col, row + max(down, 1) - 1, col + max(across, 1) - 1})
}

func (t *odsTable) value() odsValue {
	x := t.x
	v := odsValue{kind: x.attr("value-type"), computed: t.computed}
	for _, a := range x.attrs {
		v.failed = v.failed || a.name == "calcext:value-type" && a.value == "error"
	}
	_, v.formula, _ = strings.Cut(x.attr("formula"), "=")
	switch v.kind {
	case "float", "percentage", "currency":
		v.value = x.attr("value")
	case "date", "time", "boolean", "string":
		v.value = x.attr(v.kind + "-value")
	}
	style := x.attr("style-name")
	for i := 0; style == "" && i < len(t.columns); i++ {
		if t.col < t.columns[i].last {
			style = t.columns[i].style
			break
		}
	}
	v.format = t.format(style)
	return v
}

// cell makes a cell of its value and the text that is shown for it. ok is false for a
// value that isn't what it says it is.
func (v odsValue) cell(text string) (c Cell, ok bool) {
	number := func(n float64, ok bool, fallback string) (Cell, bool) {
		format := v.format
		if fallback != "" && !displayOf(format, n).dated() && !displayOf(format, n).percent {
			format = fallback
		}
		return Cell{Kind: Number, Text: decimal(n), Number: n, Format: format}, ok
	}
	switch v.kind {
	case "float", "currency":
		if text == "TRUE" || text == "FALSE" { // a number that is shown as a truth
			return Cell{Kind: Bool, Text: text}, true
		}
		n, ok := parseNumber(v.value)
		return number(n, ok, "")
	case "percentage":
		n, ok := parseNumber(v.value)
		return number(n, ok, "0%")
	case "date":
		if n, ok := serial(v.value, false); ok {
			return number(n, ok, "yyyy-mm-dd")
		}
	case "time":
		n, ok := clockTime(v.value)
		return number(n, ok, "h:mm")
	case "boolean":
		return Cell{Kind: Bool, Text: boolText(v.value == "true")}, v.value == "true" || v.value == "false"
	case "string":
		if text == "" {
			text = v.value
		}
	}
	text = tidy(text)
	switch {
	case v.failed:
		return Cell{Kind: Failed, Text: text}, true
	case v.formula != "" && v.kind == "" && blank(text):
		if target, said, ok := hyperlink(v.formula); ok && said != "" {
			return Cell{Kind: Text, Text: said, Link: target}, true
		}
		if v.computed {
			return Cell{}, true
		}
		return Cell{Kind: Failed, Formula: v.formula}, true
	case blank(text):
		return Cell{}, true
	}
	return Cell{Kind: Text, Text: text}, true
}

// clockTime reads PT14H30M00S as a part of a day.
func clockTime(s string) (float64, bool) {
	rest, ok := strings.CutPrefix(s, "PT")
	seconds := 0.0
	for _, unit := range []struct {
		letter string
		worth  float64
	}{{"H", 3600}, {"M", 60}, {"S", 1}} {
		if amount, after, found := strings.Cut(rest, unit.letter); found {
			n, err := strconv.ParseFloat(amount, 64)
			ok = ok && err == nil
			seconds += n * unit.worth
			rest = after
		}
	}
	return seconds / (24 * 3600), ok && rest == ""
}
