package grid

import (
	"math"
	"strconv"
	"strings"
)

// readCell reads one <c>. What an unknown type or an unreadable value means can't be
// guessed: the file is refused with the cell's address.
func (w *workbook) readCell(x *scanner, d *draft, row, col int) {
	kind, style := x.attr("t"), x.attr("s")
	if x.single {
		return
	}
	var value, formula, inline string
	hasFormula, hasValue := false, false
	if v, ok := x.only("v"); ok {
		value, hasValue = v, v != ""
	}
	for tag := range x.children() {
		switch tag {
		case "v":
			value = x.text()
			hasValue = value != ""
		case "f":
			hasFormula = true
			formula = w.formula(x)
		case "is":
			inline = x.richText()
		}
	}
	if x.bad != nil {
		return
	}
	format, ok := w.format(style)
	if !ok {
		x.bad = w.cellDamage(d, row, col, "格式编号", style)
		return
	}
	if hasFormula && !hasValue && kind != "str" && kind != "inlineStr" {
		if target, text, ok := hyperlink(formula); ok && text != "" {
			d.put(row, col, Cell{Kind: Text, Text: tidy(text), Link: target})
		} else {
			d.put(row, col, Cell{Kind: Failed, Formula: formula, Format: format})
		}
		return
	}
	if !hasValue && kind != "inlineStr" {
		return
	}
	switch kind {
	case "s":
		i, ok := digits(strings.TrimSpace(value))
		if !ok || i >= w.strings.len() {
			x.bad = w.cellDamage(d, row, col, "文字编号", value)
			return
		}
		text, bad := w.strings.at(i)
		if bad != nil {
			x.bad = bad
			return
		}
		w.putText(d, row, col, text, formula)
	case "str":
		w.putText(d, row, col, strings.Clone(tidy(unescape(value))), formula)
	case "inlineStr":
		w.putText(d, row, col, strings.Clone(inline), formula)
	case "", "n":
		v, ok := parseNumber(value)
		if !ok {
			x.bad = w.cellDamage(d, row, col, "数值", value)
			return
		}
		text := value
		if !canonical(value) {
			text = decimal(v)
		}
		d.put(row, col, Cell{Kind: Number, Text: strings.Clone(text), Number: v, Format: format})
	case "d":
		d.isoDate(row, col, value, format)
	case "b":
		b, err := strconv.ParseBool(strings.TrimSpace(value))
		if err != nil {
			x.bad = w.cellDamage(d, row, col, "真假值", value)
			return
		}
		d.put(row, col, Cell{Kind: Bool, Text: boolText(b)})
	case "e":
		d.put(row, col, Cell{Kind: Failed, Text: strings.Clone(value), Format: format})
	default:
		x.bad = w.cellDamage(d, row, col, "类型", kind)
	}
}

// putText adds a text, with what the formula beside it says of links and pictures.
func (w *workbook) putText(d *draft, row, col int, text, formula string) {
	if strings.HasPrefix(text, "=DISPIMG(") || strings.HasPrefix(text, "=_xlfn.DISPIMG(") {
		text = pictureText
	}
	if blank(text) {
		return
	}
	link, _, _ := hyperlink(formula)
	d.put(row, col, Cell{Kind: Text, Text: text, Link: link})
}

// pictureText stands for a picture that lies in a cell (WPS writes a formula there).
const pictureText = "[图片]"

// formula reads an <f>. The cells of a shared formula after the first name it by number.
func (w *workbook) formula(x *scanner) string {
	shared, index := x.attr("t") == "shared", x.attr("si")
	text := strings.Clone(x.text())
	if !shared {
		return text
	}
	if text == "" {
		return w.shared[index]
	}
	if w.shared == nil {
		w.shared = map[string]string{}
	}
	w.shared[index] = text
	return text
}

func (w *workbook) format(style string) (string, bool) {
	if style == "" || w.formats == nil {
		return "", true
	}
	i, ok := digits(style)
	if !ok || i >= len(w.formats) {
		return "", false
	}
	return w.formats[i], true
}

func (w *workbook) cellDamage(d *draft, row, col int, what, value string) *refusal {
	at := Cell{row: int32(row), col: int32(col)}.At()
	return damaged("工作表“%s”的单元格 %s 的%s“%s”无效", d.sheet.Name, at.Cell(), what, value)
}

// parseNumber reads a stored number. NaN and infinities are none.
func parseNumber(s string) (float64, bool) {
	if n, ok := digits(s); ok && len(s) < 16 {
		return float64(n), true
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

func boolText(b bool) string {
	if b {
		return "TRUE"
	}
	return "FALSE"
}
