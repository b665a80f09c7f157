package xlsx

import (
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// readCell reads one <c>. What an unknown type or an unreadable value means can't be
// guessed: the file is refused with the cell's address.
func (w *workbook) readCell(x *markup.Scanner, d *grid.Draft, row, col int) {
	kind, style := x.Attr("t"), x.Attr("s")
	if w.styles.looks != nil {
		d.Look(w.look(style))
	}
	if x.IsSingle() {
		return
	}
	var value, formula, inline string
	hasFormula, hasValue := false, false
	if v, ok := x.Only("v"); ok {
		value, hasValue = v, v != ""
	}
	for tag := range x.Children() {
		switch tag {
		case "v":
			value = x.Text()
			hasValue = value != ""
		case "f":
			hasFormula = true
			formula = w.formula(x)
		case "is":
			inline = richText(x)
		}
	}
	if x.Bad != nil {
		return
	}
	format, ok := w.format(style)
	if !ok {
		x.Bad = w.cellDamage(d, row, col, "格式编号", style)
		return
	}
	if hasFormula && !hasValue && kind != "str" && kind != "inlineStr" {
		if target, text, ok := grid.Hyperlink(formula); ok && text != "" {
			d.Put(row, col, grid.Cell{Kind: grid.Text, Text: grid.Tidy(text), Link: target})
		} else {
			d.Put(row, col, grid.Cell{Kind: grid.Failed, Formula: formula, Format: format})
		}
		return
	}
	if !hasValue && kind != "inlineStr" {
		return
	}
	switch kind {
	case "s":
		i, ok := grid.Digits(strings.TrimSpace(value))
		if !ok || i >= w.strings.len() {
			x.Bad = w.cellDamage(d, row, col, "文字编号", value)
			return
		}
		text, bad := w.strings.at(i)
		if bad != nil {
			x.Bad = bad
			return
		}
		w.putText(d, row, col, text, formula)
	case "str":
		w.putText(d, row, col, strings.Clone(grid.Tidy(unescape(value))), formula)
	case "inlineStr":
		w.putText(d, row, col, strings.Clone(inline), formula)
	case "", "n":
		v, ok := grid.ParseNumber(value)
		if !ok {
			x.Bad = w.cellDamage(d, row, col, "数值", value)
			return
		}
		text := value
		if !grid.Canonical(value) {
			text = grid.Decimal(v)
		}
		d.Put(row, col, grid.Cell{Kind: grid.Number, Text: strings.Clone(text), Number: v, Format: format})
	case "d":
		d.PutDate(row, col, value, format)
	case "b":
		b, err := strconv.ParseBool(strings.TrimSpace(value))
		if err != nil {
			x.Bad = w.cellDamage(d, row, col, "真假值", value)
			return
		}
		d.Put(row, col, grid.Cell{Kind: grid.Bool, Text: grid.BoolText(b)})
	case "e":
		d.Put(row, col, grid.Cell{Kind: grid.Failed, Text: strings.Clone(value), Format: format})
	default:
		x.Bad = w.cellDamage(d, row, col, "类型", kind)
	}
}

// putText adds a text, with what the formula beside it says of links and pictures.
func (w *workbook) putText(d *grid.Draft, row, col int, text, formula string) {
	if strings.HasPrefix(text, "=DISPIMG(") || strings.HasPrefix(text, "=_xlfn.DISPIMG(") {
		text = pictureText
	}
	if grid.Blank(text) {
		return
	}
	link, _, _ := grid.Hyperlink(formula)
	d.Put(row, col, grid.Cell{Kind: grid.Text, Text: text, Link: link})
}

// pictureText stands for a picture that lies in a cell (WPS writes a formula there).
const pictureText = "[图片]"

// formula reads an <f>. The cells of a shared formula after the first name it by number.
func (w *workbook) formula(x *markup.Scanner) string {
	shared, index := x.Attr("t") == "shared", x.Attr("si")
	text := strings.Clone(x.Text())
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
	if style == "" || w.styles.formats == nil {
		return "", true
	}
	i, ok := grid.Digits(style)
	if !ok || i >= len(w.styles.formats) {
		return "", false
	}
	return w.styles.formats[i], true
}

// look returns the number of a style's look; a cell that names no style has the first.
func (w *workbook) look(style string) uint16 {
	if style == "" && len(w.styles.looks) > 0 {
		return w.styles.looks[0]
	}
	if i, ok := grid.Digits(style); ok && i < len(w.styles.looks) {
		return w.styles.looks[i]
	}
	return 0
}

func (w *workbook) cellDamage(d *grid.Draft, row, col int, what, value string) *grid.Refusal {
	at := finding.Place{}.At(row, col)
	return grid.Damaged("工作表“%s”的单元格 %s 的%s“%s”无效", d.Name(), at.Cell(), what, value)
}
