// Package ods reads OpenDocument spreadsheets.
package ods

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
)

// opened is an .ods while it is read: what its sheets share.
type opened struct {
	codes    map[string]string   // number format code by data style
	styles   map[string]odsStyle // cell and table styles by name
	looks    map[string]uint16   // number of the look by cell style
	palette  grid.Palette
	computed bool              // some formula has a result: a program has calculated the document
	strikes  bool              // some style strikes its text out, or writes it in signs
	faces    map[string]string // fonts of signs by the name that styles call them by
}

// odsStyle is what a style says that matters here.
type odsStyle struct {
	parent, data string
	fill, color  string // as the web writes colors; "" where the style says nothing of it
	struck       string // what kind of line goes through the text, none for none; "" where the style says nothing of it
	signs        string // the font of signs that the text is in; "" where the style says nothing of it, letters for a font of letters
	hidden       bool   // of a table
}

// Read reads an OpenDocument spreadsheet.
func Read(r *grid.Reading, zip *archive.Zip) *grid.Refusal {
	if bad := checkManifest(zip); bad != nil {
		return bad
	}
	w := &opened{codes: map[string]string{}, styles: map[string]odsStyle{}, looks: map[string]uint16{}}
	if zip.Has("styles.xml") {
		if bad := readODSPart(r, zip, w, "styles.xml"); bad != nil {
			return bad
		}
	}
	if bad := readODSPart(r, zip, w, "content.xml"); bad != nil {
		return bad
	}
	return zip.Verify()
}

// checkManifest refuses what is encrypted, and documents that are no spreadsheet.
func checkManifest(zip *archive.Zip) *grid.Refusal {
	const manifest = "META-INF/manifest.xml"
	if !zip.Has(manifest) {
		return nil
	}
	x, bad := zip.XML(manifest)
	if bad != nil {
		return bad
	}
	for range x.Children() {
		for range x.Children() {
			if kind := x.Attr("media-type"); x.Attr("full-path") == "/" && kind != "" && !strings.Contains(kind, "spreadsheet") {
				return grid.Unsupported("开放文档（不是表格）", "请用 WPS 或 LibreOffice 打开后另存为 .docx 或 .xlsx，放回原文件夹。")
			}
			for tag := range x.Children() {
				if tag == "encryption-data" {
					return grid.Protected()
				}
			}
		}
	}
	return x.Bad
}

func readODSPart(r *grid.Reading, zip *archive.Zip, w *opened, part string) *grid.Refusal {
	x, bad := zip.XML(part)
	if bad != nil {
		return bad
	}
	w.computed = hasValues(x.Source())
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "font-face-decls":
				w.readFaces(x)
			case "styles", "automatic-styles":
				w.readStyles(x)
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
			t.d.Hide(w.styles[x.Attr("style-name")].hidden)
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

// styleWeight is about what a style takes, in bytes.
const styleWeight = 400

// readStyles reads data styles (as format codes), and the styles that name them.
func (w *opened) readStyles(x *markup.Scanner) {
	for tag := range x.Children() {
		x.Hold(styleWeight)
		name := x.Attr("name")
		switch tag {
		case "date-style", "time-style", "percentage-style":
			w.codes[name] = formatCode(x, tag)
		case "number-style", "currency-style":
			w.codes[name] = w.numberCode(x)
		case "style":
			s := odsStyle{parent: x.Attr("parent-style-name"), data: x.Attr("data-style-name")}
			if of := x.Attr("family"); of == "text" || of == "paragraph" { // names of their own
				name, s.parent = of+":"+name, of+":"+s.parent
			}
			for tag := range x.Children() {
				switch tag {
				case "table-properties":
					s.hidden = s.hidden || x.Attr("display") == "false"
				case "table-cell-properties":
					s.fill = x.Attr("background-color")
				case "text-properties":
					if s.color = x.Attr("color"); x.Attr("use-window-font-color") == "true" {
						s.color = "black"
					}
					s.struck, s.signs = line(x), w.signs(x)
					w.strikes = w.strikes || s.struck != "" && s.struck != "none" || s.signs != "" && s.signs != letters
				}
			}
			w.styles[name] = s
		}
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
	for range 16 { // parents may form a ring
		s, ok := w.styles[style]
		if !ok {
			return ""
		}
		if s.data != "" {
			return w.codes[s.data]
		}
		style = s.parent
	}
	return ""
}

// look returns the number of a cell style's look.
func (w *opened) look(style string) uint16 {
	if n, ok := w.looks[style]; ok {
		return n
	}
	fill, color := "", ""
	name := style
	for range 16 { // parents may form a ring
		s, ok := w.styles[name]
		if !ok {
			break
		}
		if fill == "" {
			fill = s.fill
		}
		if color == "" {
			color = s.color
		}
		name = s.parent
	}
	enter := w.palette.Number
	if w.strikes && w.struck(style) {
		enter = w.palette.Struck
	}
	n := enter(markup.Color(fill), markup.Color(color))
	if w.strikes {
		n = w.palette.Signs(n, w.signsOf(style))
	}
	w.looks[style] = n
	return n
}

// repeats reads how often a row or cell stands, at least once. More often than a sheet has
// rows is too often, however much: sums of such counts would overflow.
func repeats(x *markup.Scanner, name string) (int, *grid.Refusal) {
	s := x.Attr(name)
	if s == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1, grid.Damaged("文件中的零件 %s 的重复次数“%s”读不出来", x.Part, s)
	}
	return min(n, grid.MostRows+1), nil
}

func (t *odsTable) outside(row, col int) bool {
	if row <= grid.MostRows && col <= grid.MostCols {
		return false
	}
	t.x.Bad = grid.Damaged("工作表“%s”的行列超出表格范围（%s）", t.d.Name(), fmt.Sprintf("第 %d 行第 %d 列", row, col))
	return true
}
