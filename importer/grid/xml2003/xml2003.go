// Package xml2003 reads XML spreadsheets of Excel 2003.
package xml2003

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/excel"
	"taizhang/importer/grid/markup"
)

// sheetML is an XML spreadsheet of Excel 2003 while it is read. Web systems write it and
// call it .xls.
type sheetML struct {
	x        *markup.Scanner
	reading  *grid.Reading
	formats  map[string]string // number format code by style
	parents  map[string]string
	fills    map[string]string // as the web writes colors
	colors   map[string]string
	struck   map[string]string // whether a style strikes its text out, as the file writes truths
	fonts    map[string]string // the name of the font by style
	strikes  bool              // a text may be struck out in part, or be in several fonts
	palette  grid.Palette
	from1904 bool
}

// Read reads a SpreadsheetML workbook.
func Read(r *grid.Reading, data []byte) *grid.Refusal {
	src, bad := markup.DecodeXML("工作簿", string(data))
	if bad != nil {
		return bad
	}
	w := &sheetML{x: markup.NewScanner("工作簿", src), reading: r, formats: map[string]string{}, parents: map[string]string{}, fills: map[string]string{}, colors: map[string]string{}, struck: map[string]string{}, fonts: map[string]string{}}
	w.strikes = strings.Contains(src, "<S>") || strings.Contains(src, "<S ") || strings.Contains(src, ":S>") || chars.MayHoldSigns(src)
	w.x.Charge(r.Budget)
	w.x.Hold(len(src))
	for tag := range w.x.Children() {
		if tag != "Workbook" {
			return grid.Unsupported("XML 文件", "")
		}
		for tag := range w.x.Children() {
			switch tag {
			case "ExcelWorkbook":
				for tag := range w.x.Children() {
					w.from1904 = w.from1904 || tag == "Date1904"
				}
			case "Styles":
				w.readStyles()
			case "Worksheet":
				if bad := w.worksheet(); bad != nil {
					return bad
				}
			}
		}
	}
	return w.x.Bad
}

// styleWeight is about what a style takes, in bytes.
const styleWeight = 400

func (w *sheetML) readStyles() {
	for range w.x.Children() {
		w.x.Hold(styleWeight)
		id := w.x.Attr("ID")
		w.parents[id] = w.x.Attr("Parent")
		for tag := range w.x.Children() {
			switch tag {
			case "NumberFormat":
				w.formats[id] = namedFormat(w.x.Attr("Format"))
			case "Interior":
				if w.x.Attr("Pattern") != "None" {
					w.fills[id] = w.x.Attr("Color")
				}
			case "Font":
				if color := w.x.Attr("Color"); color != "" {
					w.colors[id] = color
				}
				if struck := w.x.Attr("StrikeThrough"); struck != "" {
					w.struck[id] = struck
				}
				if font := w.x.Attr("FontName"); font != "" {
					w.fonts[id] = font
				}
			}
		}
	}
}

// namedFormat returns the code of a format that is called by its name.
func namedFormat(name string) string {
	switch name {
	case "General Number":
		return ""
	case "General Date":
		return "yyyy/m/d h:mm"
	case "Long Date":
		return `yyyy"年"m"月"d"日"`
	case "Medium Date", "Short Date":
		return "yyyy/m/d"
	case "Long Time", "Medium Time", "Short Time":
		return "h:mm"
	case "Percent":
		return "0.00%"
	case "Fixed":
		return "0.00"
	case "Standard", "Currency", "Euro Currency":
		return "#,##0.00"
	case "Scientific":
		return "0.00E+00"
	}
	return excel.PlainFormat(name)
}

func (w *sheetML) format(style string) string { return w.inherited(w.formats, style) }

// look returns the number of a style's look.
func (w *sheetML) look(style string) uint16 {
	enter := w.palette.Number
	if len(w.struck) > 0 && markup.IsTrue(w.inherited(w.struck, style)) {
		enter = w.palette.Struck
	}
	return w.palette.Signs(enter(markup.Color(w.inherited(w.fills, style)), markup.Color(w.inherited(w.colors, style))), w.inherited(w.fonts, style))
}

// inherited returns what a style says, or else its nearest parent that says it.
func (w *sheetML) inherited(said map[string]string, style string) string {
	for range 16 { // parents may form a ring
		if own, ok := said[style]; ok {
			return own
		}
		parent, ok := w.parents[style]
		if !ok {
			return ""
		}
		style = parent
	}
	return ""
}

func (w *sheetML) worksheet() *grid.Refusal {
	t := &sheetMLTable{sheetML: w, d: grid.NewDraft(w.reading.File, w.x.Attr("Name"))}
	t.d.CountFrom1904(w.from1904)
	t.d.Paint(&w.palette)
	for tag := range w.x.Children() {
		switch tag {
		case "Table":
			t.read()
		case "WorksheetOptions":
			for tag := range w.x.Children() {
				if tag == "Visible" {
					visible := w.x.Text()
					t.d.Hide(visible == "SheetHidden" || visible == "SheetVeryHidden")
				}
			}
		}
	}
	if w.x.Bad != nil {
		return w.x.Bad
	}
	return w.reading.Add(t.d)
}
