// Package ods reads OpenDocument spreadsheets.
package ods

import (
	"fmt"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// opened is an .ods while it is read: what its sheets share.
type opened struct {
	*odf.Styles
	codes    map[string]string // number format code by data style
	looks    map[string]uint16 // number of the look by cell style
	palette  grid.Palette
	computed bool // some formula has a result: a program has calculated the document
}

// Read reads an OpenDocument spreadsheet.
func Read(r *grid.Reading, zip *archive.Zip) *grid.Refusal {
	if _, bad := odf.Check(zip); bad != nil {
		return bad
	}
	if bad := ReadFolder(r, zip, ""); bad != nil {
		return bad
	}
	return zip.Verify()
}

// ReadFolder reads a spreadsheet that lies in a folder of a document, whose name ends in a slash,
// and leaves the other parts unread.
func ReadFolder(r *grid.Reading, zip *archive.Zip, folder string) *grid.Refusal {
	w := newOpened()
	for _, part := range []string{"styles.xml", "content.xml"} {
		if part == "styles.xml" && !zip.Has(folder+part) {
			continue
		}
		x, bad := zip.XML(folder + part)
		if bad != nil {
			return bad
		}
		if bad := w.read(r, x); bad != nil {
			return bad
		}
	}
	return nil
}

// ReadFlat reads a spreadsheet that lies in one file of XML.
func ReadFlat(r *grid.Reading, x *markup.Scanner) *grid.Refusal { return newOpened().read(r, x) }

func newOpened() *opened {
	return &opened{Styles: odf.NewStyles(), codes: map[string]string{}, looks: map[string]uint16{}}
}

// read reads a part of the document.
func (w *opened) read(r *grid.Reading, x *markup.Scanner) *grid.Refusal {
	w.computed = hasValues(x.Source())
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "font-face-decls", "styles", "automatic-styles":
				w.Styles.Read(x, func(tag string) { w.readData(x, tag) })
			case "body":
				if bad := readODSBody(r, x, w); bad != nil {
					return bad
				}
			}
		}
	}
	return x.Bad
}

// hasValues reports whether any cell with a formula has a value. A formula whose result is
// an empty text has none, and neither has one that was never calculated.
func hasValues(src string) bool {
	for {
		i := strings.Index(src, ":formula=")
		if i < 0 {
			return false
		}
		tag, rest, _ := strings.Cut(src[i:], ">")
		if strings.Contains(tag, ":value-type=") {
			return true
		}
		src = rest
	}
}

func readODSBody(r *grid.Reading, x *markup.Scanner, w *opened) *grid.Refusal {
	for tag := range x.Children() {
		if tag != "spreadsheet" {
			continue
		}
		for tag := range x.Children() {
			if tag != "table" {
				continue
			}
			t := &odsTable{opened: w, x: x, d: grid.NewDraft(r.File, x.Attr("name")), reading: r}
			t.d.Hide(w.Named(x.Attr("style-name")).Hidden)
			t.d.Paint(&w.palette)
			t.rows()
			if x.Bad != nil {
				return x.Bad
			}
			if bad := r.Add(t.d); bad != nil {
				return bad
			}
		}
	}
	return x.Bad
}

// readData reads a data style as a format code.
func (w *opened) readData(x *markup.Scanner, tag string) {
	name := x.Attr("name")
	switch tag {
	case "date-style", "time-style", "percentage-style":
		w.codes[name] = formatCode(x, tag)
	case "number-style", "currency-style":
		w.codes[name] = w.numberCode(x)
	}
}

// formatCode writes a data style as a format code.
func formatCode(x *markup.Scanner, kind string) string {
	if kind == "percentage-style" {
		return "0%"
	}
	var b strings.Builder
	for tag := range x.Children() {
		long := x.Attr("style") == "long"
		switch tag {
		case "year":
			b.WriteString("yyyy")
		case "month":
			b.WriteString(doubled("m", long))
		case "day":
			b.WriteString(doubled("d", long))
		case "hours":
			b.WriteString(doubled("h", long))
		case "minutes":
			b.WriteString(doubled("m", long))
		case "seconds":
			b.WriteString(doubled("s", long))
		case "text":
			b.WriteString(`"` + strings.ReplaceAll(x.Text(), `"`, "") + `"`)
		}
	}
	return b.String()
}

func doubled(letter string, long bool) string {
	if long {
		return letter + letter
	}
	return letter
}

// format returns the format code of a cell style, its parents' where it has none.
func (w *opened) format(style string) string {
	return w.codes[w.Say(style, func(s odf.Style) string { return s.Data })]
}

// look returns the number of a cell style's look.
func (w *opened) look(style string) uint16 {
	if n, ok := w.looks[style]; ok {
		return n
	}
	enter := w.palette.Number
	if struck := w.Say(style, odf.Struck); struck != "" && struck != "none" {
		enter = w.palette.Struck
	}
	n := enter(markup.Color(w.Say(style, odf.Fill)), markup.Color(w.Say(style, odf.Color)))
	if signs := w.Say(style, odf.Signs); signs != odf.Letters {
		n = w.palette.Signs(n, signs)
	}
	w.looks[style] = n
	return n
}

func (t *odsTable) outside(row, col int) bool {
	if row <= grid.MostRows && col <= grid.MostCols {
		return false
	}
	t.x.Bad = grid.Damaged("工作表“%s”的行列超出表格范围（%s）", t.d.Name(), fmt.Sprintf("第 %d 行第 %d 列", row, col))
	return true
}
