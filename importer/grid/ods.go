package grid

import (
	"fmt"
	"strconv"
	"strings"
)

// opened is an .ods while it is read: what its sheets share.
type opened struct {
	codes    map[string]string   // number format code by data style
	styles   map[string]odsStyle // cell and table styles by name
	computed bool                // some formula has a result: a program has calculated the document
}

// odsStyle is what a style says that matters here.
type odsStyle struct {
	parent, data string
	hidden       bool // of a table
}

// readODS reads an OpenDocument spreadsheet.
func (r *reading) readODS(zip *archive) *refusal {
	if bad := checkManifest(zip); bad != nil {
		return bad
	}
	w := &opened{codes: map[string]string{}, styles: map[string]odsStyle{}}
	if zip.has("styles.xml") {
		if bad := r.readODSPart(zip, w, "styles.xml"); bad != nil {
			return bad
		}
	}
	if bad := r.readODSPart(zip, w, "content.xml"); bad != nil {
		return bad
	}
	return zip.verify()
}

// checkManifest refuses what is encrypted, and documents that are no spreadsheet.
func checkManifest(zip *archive) *refusal {
	const manifest = "META-INF/manifest.xml"
	if !zip.has(manifest) {
		return nil
	}
	x, bad := zip.xml(manifest)
	if bad != nil {
		return bad
	}
	for range x.children() {
		for range x.children() {
			if kind := x.attr("media-type"); x.attr("full-path") == "/" && kind != "" && !strings.Contains(kind, "spreadsheet") {
				return unsupported("开放文档（不是表格）", "请用 WPS 或 LibreOffice 打开后另存为 .docx 或 .xlsx，放回原文件夹。")
			}
			for tag := range x.children() {
				if tag == "encryption-data" {
					return protected()
				}
			}
		}
	}
	return x.bad
}

func (r *reading) readODSPart(zip *archive, w *opened, part string) *refusal {
	x, bad := zip.xml(part)
	if bad != nil {
		return bad
	}
	w.computed = hasValues(x.src)
	for range x.children() {
		for tag := range x.children() {
			switch tag {
			case "styles", "automatic-styles":
				w.readStyles(x)
			case "body":
				if bad := r.readODSBody(x, w); bad != nil {
					return bad
				}
			}
		}
	}
	return x.bad
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

func (r *reading) readODSBody(x *scanner, w *opened) *refusal {
	for tag := range x.children() {
		if tag != "spreadsheet" {
			continue
		}
		for tag := range x.children() {
			if tag != "table" {
				continue
			}
			t := &odsTable{opened: w, x: x, d: newDraft(r.file, x.attr("name")), reading: r}
			t.d.sheet.Hidden = w.styles[x.attr("style-name")].hidden
			t.rows()
			if x.bad != nil {
				return x.bad
			}
			if bad := r.add(t.d); bad != nil {
				return bad
			}
		}
	}
	return x.bad
}

// readStyles reads data styles (as format codes), and the styles that name them.
func (w *opened) readStyles(x *scanner) {
	for tag := range x.children() {
		name := x.attr("name")
		switch tag {
		case "date-style", "time-style", "percentage-style":
			w.codes[name] = formatCode(x, tag)
		case "style":
			s := odsStyle{parent: x.attr("parent-style-name"), data: x.attr("data-style-name")}
			for tag := range x.children() {
				if tag == "table-properties" && x.attr("display") == "false" {
					s.hidden = true
				}
			}
			w.styles[name] = s
		}
	}
}

// formatCode writes a data style as a format code.
func formatCode(x *scanner, kind string) string {
	if kind == "percentage-style" {
		return "0%"
	}
	var b strings.Builder
	for tag := range x.children() {
		long := x.attr("style") == "long"
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
			b.WriteString(`"` + strings.ReplaceAll(x.text(), `"`, "") + `"`)
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

// repeats reads how often a row or cell stands, at least once. More often than a sheet has
// rows is too often, however much: sums of such counts would overflow.
func repeats(x *scanner, name string) (int, *refusal) {
	s := x.attr(name)
	if s == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1, damaged("文件中的零件 %s 的重复次数“%s”读不出来", x.part, s)
	}
	return min(n, lastSheetRow+1), nil
}

func (t *odsTable) outside(row, col int) bool {
	if row <= lastSheetRow && col <= lastSheetCol {
		return false
	}
	t.x.bad = damaged("工作表“%s”的行列超出表格范围（%s）", t.d.sheet.Name, fmt.Sprintf("第 %d 行第 %d 列", row, col))
	return true
}
