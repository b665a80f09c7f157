package xlsx

import (
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
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
	var value, formula, inline, meaning string
	var runs []chars.Run
	hasFormula, hasValue, stored := false, false, false // stored: also where the result is an empty text
	if kind == "e" {
		meaning = x.Attr("vm")
	}
	if v, ok := x.Only("v"); ok {
		value, hasValue, stored = v, v != "", true
	}
	for tag := range x.Children() {
		switch tag {
		case "v":
			value = x.Text()
			hasValue, stored = value != "", true
		case "f":
			hasFormula = true
			formula = w.formula(x)
		case "is":
			inline, runs = richText(x, w.strikes)
			stored = true
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
	if hasFormula && grid.IsPictureFormula(formula) || meaning != "" && w.isPicture(meaning) {
		d.PutPicture(row, col)
		return
	}
	if hasFormula && !hasValue && (!stored || kind != "str" && kind != "inlineStr") {
		if target, text, ok := grid.Hyperlink(formula); ok && text != "" {
			d.Put(row, col, grid.Cell{Kind: grid.Text, Text: chars.Tidy(text), Link: target})
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
		i, ok := numfmt.Digits(strings.TrimSpace(value))
		if !ok || i >= w.strings.len() {
			x.Bad = w.cellDamage(d, row, col, "文字编号", value)
			return
		}
		text, runs, bad := w.strings.at(i)
		if bad != nil {
			x.Bad = bad
			return
		}
		w.putText(d, row, col, text, runs, formula, style)
	case "str":
		w.putText(d, row, col, strings.Clone(chars.Tidy(unescape(value))), nil, formula, style)
	case "inlineStr":
		w.putText(d, row, col, strings.Clone(inline), runs, formula, style)
	case "", "n":
		if w.lost != "" && style != "" && style != "0" {
			x.Bad = grid.Damaged("缺少零件 %s", w.lost)
			return
		}
		v, ok := numfmt.ParseNumber(value)
		if !ok {
			x.Bad = w.cellDamage(d, row, col, "数值", value)
			return
		}
		text := value
		if !numfmt.Canonical(value) {
			text = numfmt.Decimal(v)
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
		d.Put(row, col, grid.Cell{Kind: grid.Bool, Text: numfmt.BoolText(b)})
	case "e":
		d.Put(row, col, grid.Cell{Kind: grid.Failed, Text: strings.Clone(value), Format: format})
	default:
		x.Bad = w.cellDamage(d, row, col, "类型", kind)
	}
}

// putText adds a text, less what runs strike out of it, with what the formula beside it says of
// links.
func (w *workbook) putText(d *grid.Draft, row, col int, text string, runs []chars.Run, formula, style string) {
	if chars.Blank(text) {
		return
	}
	c := grid.Cell{Kind: grid.Text, Text: text}
	c.Link, _, _ = grid.Hyperlink(formula)
	if w.styles.texts != nil {
		c.Format = w.textFormat(style)
	}
	if runs != nil {
		d.PutRuns(row, col, runs, c)
		return
	}
	d.Put(row, col, c)
}

// textFormat returns the format of a style where it says more of a text than the text.
func (w *workbook) textFormat(style string) string {
	if i, ok := numfmt.Digits(style); ok && i < len(w.styles.texts) {
		return w.styles.texts[i]
	}
	return w.styles.texts[0]
}

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
	i, ok := numfmt.Digits(style)
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
	if i, ok := numfmt.Digits(style); ok && i < len(w.styles.looks) {
		return w.styles.looks[i]
	}
	return 0
}

func (w *workbook) cellDamage(d *grid.Draft, row, col int, what, value string) *grid.Refusal {
	at := finding.Place{}.At(row, col)
	return grid.Damaged("工作表“%s”的单元格 %s 的%s“%s”无效", d.Name(), at.Cell(), what, value)
}
