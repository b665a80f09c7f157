package ods

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/numfmt"
	"taizhang/importer/grid/odf"
)

// odsValue is what a cell's attributes say of it.
type odsValue struct {
	kind, value, formula, format string
	failed                       bool
	stored                       bool // the text is told, be it empty
	computed                     bool // a formula without a value has an empty text
}

// cell reads a cell and puts it down as often as it is repeated.
func (t *odsTable) cell() {
	n, bad := odf.Repeats(t.x, "number-columns-repeated")
	if bad != nil {
		t.x.Bad = bad
		return
	}
	t.span()
	v := t.value()
	r := reader{opened: t.opened, x: t.x}
	in := r.read()
	if t.x.Bad != nil {
		return
	}
	t.layOver(t.row, t.col+1, in.over)
	if v.formula != "" && grid.IsPictureFormula(v.formula) {
		t.d.PutPicture(t.row, t.col+1)
		t.col += n
		return
	}
	c, ok := v.cell(in)
	if !ok {
		at := finding.Place{}.At(t.row, t.col+1)
		t.x.Bad = grid.Damaged("工作表“%s”的单元格 %s 的内容“%s”无效", t.d.Name(), at.Cell(), v.value)
		return
	}
	if c.Kind == grid.Empty {
		t.d.Blank(t.row, t.col+1, min(t.col+n, grid.MostCols))
		t.col += n
		return
	}
	if c.Link = in.link; in.link == "" && c.Kind == grid.Text {
		c.Link, _, _ = grid.Hyperlink(v.formula)
	}
	if t.outside(t.row, t.col+n) {
		return
	}
	for range n {
		t.col++
		if c.Kind == grid.Text && len(in.runs) > 0 && v.kind == "string" {
			t.d.PutRuns(t.row, t.col, in.runs, c)
		} else {
			t.d.Put(t.row, t.col, c)
		}
	}
}

// span notes the merge that starts at the cell to come.
func (t *odsTable) span() {
	down, across := odf.Spans(t.x)
	if down < 2 && across < 2 {
		return
	}
	if len(t.d.Merges) == grid.MaxMerges {
		t.x.Bad = grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges))
		return
	}
	row, col := t.row, t.col+1
	t.d.Merges = append(t.d.Merges, grid.Span{Top: row, Left: col, Bottom: row + down - 1, Right: col + across - 1})
}

func (t *odsTable) value() odsValue {
	x := t.x
	v := odsValue{kind: x.Attr("value-type"), computed: t.computed}
	for _, a := range x.Attrs {
		v.failed = v.failed || a.Name == "calcext:value-type" && a.Value == "error"
	}
	_, v.formula, _ = strings.Cut(x.Attr("formula"), "=")
	switch v.kind {
	case "float", "percentage", "currency":
		v.value = x.Attr("value")
	case "date", "time", "boolean", "string":
		v.value = x.Attr(v.kind + "-value")
		for _, a := range x.Attrs {
			v.stored = v.stored || a.Name == "office:string-value"
		}
	}
	style := x.Attr("style-name")
	if style == "" {
		style = t.rowStyle
	}
	for i := 0; style == "" && i < len(t.columns); i++ {
		if t.col < t.columns[i].last {
			style = t.columns[i].style
			break
		}
	}
	v.format = t.format(style)
	t.d.Look(t.look(style))
	return v
}

// cell makes a cell of its value and the text that is shown for it. ok is false for a
// value that isn't what it says it is.
func (v odsValue) cell(in content) (c grid.Cell, ok bool) {
	text := in.text
	number := func(n float64, ok bool, fallback string) (grid.Cell, bool) {
		format := v.format
		if fallback != "" && !numfmt.DisplayOf(format, n).Dated() && !numfmt.DisplayOf(format, n).Percent {
			format = fallback
		}
		c := grid.Cell{Kind: grid.Number, Text: numfmt.Decimal(n), Number: n, Format: format}
		switch dated := numfmt.DisplayOf(format, n).Dated(); {
		case in.lines == 0 || dated:
		case chars.Blank(text):
			c.Format = ";;;" // the cell shows nothing
		case saysMore(strings.TrimSpace(text), v.kind == "percentage") && v.kind != "currency":
			c.Kind, c.Text, c.Format = grid.Text, chars.Tidy(strings.TrimSpace(text)), ""
		case fallback == "":
			c.Format = ""
		}
		return c, ok
	}
	switch v.kind {
	case "float", "currency":
		if text == "TRUE" || text == "FALSE" { // a number that is shown as a truth
			return grid.Cell{Kind: grid.Bool, Text: text}, true
		}
		n, ok := numfmt.ParseNumber(v.value)
		return number(n, ok, "")
	case "percentage":
		n, ok := numfmt.ParseNumber(v.value)
		return number(n, ok, "0%")
	case "date":
		if n, ok := numfmt.Serial(v.value, false); ok {
			return number(n, ok, "yyyy-mm-dd")
		}
	case "time":
		n, ok := clockTime(v.value)
		return number(n, ok, "h:mm")
	case "boolean":
		return grid.Cell{Kind: grid.Bool, Text: numfmt.BoolText(v.value == "true")}, v.value == "true" || v.value == "false"
	case "string":
		if text == "" {
			text = v.value
		}
	}
	text = chars.Tidy(text)
	switch {
	case v.failed:
		return grid.Cell{Kind: grid.Failed, Text: text}, true
	case v.formula != "" && chars.Blank(text) && (v.kind == "" || v.kind == "string" && !v.stored && in.lines == 0):
		if target, said, ok := grid.Hyperlink(v.formula); ok && said != "" {
			return grid.Cell{Kind: grid.Text, Text: said, Link: target}, true
		}
		if v.computed && v.kind == "" {
			return grid.Cell{}, true
		}
		return grid.Cell{Kind: grid.Failed, Formula: v.formula}, true
	case chars.Blank(text):
		return grid.Cell{}, true
	}
	return grid.Cell{Kind: grid.Text, Text: text}, true
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
