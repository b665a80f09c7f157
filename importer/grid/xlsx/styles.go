package xlsx

import (
	"strconv"
	"sync/atomic"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/excel"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
)

// styles are what a workbook's styles say, by the number of a cell's style: how a number is
// meant, and what color says.
type styles struct {
	formats []string // number format code
	texts   []string // number format code that says more of a text than the text; nil where none does
	looks   []uint16 // number of the look in palette; nil where all are plain
	palette *grid.Palette
	strikes bool // some style strikes its text out, or writes it in signs

	text  string // of the part that they were read from
	theme uint64 // the mark of the theme that its colors are of
}

// lastStyles are kept, for mostly the next file brings the same.
var lastStyles atomic.Pointer[styles]

// readStyles reads the styles of a workbook whose theme lies in the part named, "" for none.
func (w *workbook) readStyles(part, theme string) *grid.Refusal {
	x, bad := w.zip.XML(part)
	if bad != nil {
		return bad
	}
	text, mark := x.Source(), w.zip.Mark(theme)
	if last := lastStyles.Load(); last != nil && last.text == text && last.theme == mark {
		w.styles = last
		return nil
	}
	s := &styles{text: text, theme: mark, palette: &grid.Palette{}}
	r := styleReader{codes: map[int]string{}, colors: colors{zip: w.zip, part: theme}}
	r.read(x)
	if x.Bad != nil {
		return x.Bad
	}
	s.formats = make([]string, len(r.cells))
	looks, seen := make([]uint16, len(r.cells)), false
	for i, cell := range r.cells {
		s.formats[i] = r.format(cell.format)
		if numfmt.ShowsTexts(s.formats[i]) {
			if s.texts == nil {
				s.texts = make([]string, len(r.cells))
			}
			s.texts[i] = s.formats[i]
		}
		if r.struck(cell.font) {
			s.strikes = true
			looks[i] = s.palette.Struck(r.fill(cell.fill), r.color(cell.font))
		} else {
			looks[i] = s.palette.Number(r.fill(cell.fill), r.color(cell.font))
		}
		if signs := r.signs(cell.font); signs != "" {
			s.strikes, looks[i] = true, s.palette.Signs(looks[i], signs)
		}
		seen = seen || looks[i] != 0
	}
	if r.colors.bad != nil {
		return r.colors.bad
	}
	if seen {
		s.looks = looks
	}
	w.styles = s
	if len(s.text) <= archive.CommonText {
		lastStyles.Store(s)
	}
	return nil
}

// styleReader is the part while it is read: lists that cell styles name by number.
type styleReader struct {
	codes  map[int]string // number formats that the file spells out
	fills  []ref
	fonts  []font
	cells  []cellStyle
	colors colors
}

// styleWeight is about what an entry of a list of styles takes, in bytes.
const styleWeight = 160

// cellStyle names what a cell style is made of.
type cellStyle struct{ format, fill, font int }

var noColor = ref{indexed: -1, theme: -1}

func (r *styleReader) read(x *markup.Scanner) {
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "numFmts":
				for range x.Children() {
					x.Hold(styleWeight)
					if id, err := strconv.Atoi(x.Attr("numFmtId")); err == nil {
						r.codes[id] = x.Attr("formatCode")
					}
				}
			case "fonts":
				for range x.Children() {
					x.Hold(styleWeight)
					r.fonts = append(r.fonts, readFont(x))
				}
			case "fills":
				for range x.Children() {
					x.Hold(styleWeight)
					r.fills = append(r.fills, readFill(x))
				}
			case "cellXfs":
				for range x.Children() {
					x.Hold(styleWeight)
					format, _ := strconv.Atoi(x.Attr("numFmtId")) // missing means General
					fill, _ := strconv.Atoi(x.Attr("fillId"))
					font, _ := strconv.Atoi(x.Attr("fontId"))
					r.cells = append(r.cells, cellStyle{format, fill, font})
				}
			case "colors":
				r.readPalette(x)
			}
		}
	}
}

// font is what of a font matters here.
type font struct {
	color  ref
	struck bool
	signs  string // its name, where it is one of signs
}

func readFont(x *markup.Scanner) font {
	found := font{color: noColor}
	for tag := range x.Children() {
		switch tag {
		case "color":
			found.color = readRef(x)
		case "strike":
			found.struck = isOn(x)
		case "name":
			if name := x.Attr("val"); chars.IsSymbolFont(name) {
				found.signs = name
			}
		}
	}
	return found
}

// isOn reads a property that is on where it stands, unless its value says otherwise.
func isOn(x *markup.Scanner) bool {
	v := x.Attr("val")
	return v == "" || markup.IsTrue(v)
}

// readFill reads a fill of one color. Of a pattern it is the ground that counts; a fill that
// runs from one color to another says none.
func readFill(x *markup.Scanner) ref {
	found := noColor
	for tag := range x.Children() {
		if tag != "patternFill" {
			continue
		}
		kind := x.Attr("patternType")
		for tag := range x.Children() {
			if tag == "fgColor" && kind == "solid" || tag == "bgColor" && kind != "solid" && kind != "" && kind != "none" {
				found = readRef(x)
			}
		}
	}
	return found
}

// readPalette reads the workbook's own palette, of which the first eight are never named.
func (r *styleReader) readPalette(x *markup.Scanner) {
	for tag := range x.Children() {
		if tag != "indexedColors" {
			continue
		}
		n := 0
		for range x.Children() {
			if rgb := x.Attr("rgb"); n >= 8 && n < 64 && len(rgb) == 8 {
				r.colors.own = append(r.colors.own, rgb[2:])
			}
			n++
		}
	}
}

func (r *styleReader) format(id int) string {
	code, ok := r.codes[id]
	if !ok {
		code = excel.BuiltinFormat(id)
	}
	return excel.PlainFormat(code)
}

func (r *styleReader) fill(id int) string {
	if id < 0 || id >= len(r.fills) {
		return ""
	}
	return r.colors.resolve(r.fills[id])
}

func (r *styleReader) color(id int) string {
	if id < 0 || id >= len(r.fonts) {
		return ""
	}
	return r.colors.resolve(r.fonts[id].color)
}

func (r *styleReader) struck(id int) bool { return id >= 0 && id < len(r.fonts) && r.fonts[id].struck }

// signs returns the name of a font of signs, "" for any other font.
func (r *styleReader) signs(id int) string {
	if id < 0 || id >= len(r.fonts) {
		return ""
	}
	return r.fonts[id].signs
}
