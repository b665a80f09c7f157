package odt

import (
	"fmt"
	"path"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// object is a file that is embedded in the text or linked to it.
type object struct {
	address string // as the text names it
	kind    string // of a document in a folder, "" for any other file
}

// folderOf returns the folder that an address in the document names: "./Object 1" is "Object 1/".
func folderOf(address string) string { return partOf(address) + "/" }

func partOf(address string) string { return strings.TrimSuffix(strings.TrimPrefix(address, "./"), "/") }

// isLink reports whether an address leads out of the document.
func (o object) isLink() bool {
	return strings.HasPrefix(o.address, "../") || strings.HasPrefix(o.address, "/") || strings.Contains(o.address, ":")
}

// object takes note of the innermost open object. A formula is text of its line; a chart says
// nothing.
func (w *document) object(l *line, k look) {
	o := object{address: w.x.Attr("href")}
	o.kind = w.kinds[folderOf(o.address)]
	switch {
	case o.kind == "formula" && w.zip != nil:
		x, bad := w.zip.XML(folderOf(o.address) + "content.xml")
		if bad != nil {
			w.fail(bad)
			return
		}
		text := formula(x)
		if x.Bad != nil {
			w.fail(x.Bad)
		}
		w.say(l, text, k)
		l.inked = true
	case w.x.Name == "object" && (o.kind == "chart" || o.kind == "graphics" || o.kind == "presentation"):
	default:
		l.objects = append(l.objects, o)
	}
}

// formula reads what a formula of MathML shows: a fraction as 3/4.
func formula(x *markup.Scanner) string {
	var b strings.Builder
	var fractions []int // depths of those that wait for what stands below their line
	for {
		switch x.Next() {
		case markup.TokenStop:
			return b.String()
		case markup.TokenEnd:
			if n := len(fractions); n > 0 && x.Depth() == fractions[n-1] {
				fractions = fractions[:n-1]
				b.WriteByte('/')
			}
		case markup.TokenText:
			b.WriteString(strings.TrimSpace(x.Piece()))
		case markup.TokenStart:
			switch x.Name {
			case "mfrac":
				fractions = append(fractions, x.Depth())
			case "annotation":
				x.Leave(x.Depth() - 1)
			}
		}
		if b.Len() > grid.MaxTextBytes && x.Bad == nil {
			x.Bad = grid.TooLarge("一段文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
	}
}

// embedded reads a workbook that stands in the text as the sheets that it has, behind what
// stands above it. One that can't be read is named with how to get at it.
func (w *document) embedded(o object) {
	w.objects++
	name := "嵌入"
	if w.objects > 1 {
		name = fmt.Sprintf("嵌入%d", w.objects)
	}
	switch {
	case o.isLink():
		w.UnreadLink(path.Base(o.address))
	case o.kind != "" && o.kind != "spreadsheet":
		w.UnreadFile()
	default:
		bad := w.Within(func(inner *grid.Reading) *grid.Refusal { return w.enclosed(o, inner) }, func(sheet string) string { return name + "：" + sheet })
		if bad != nil && o.kind != "" {
			w.UnreadWorkbook(bad)
		} else if bad != nil {
			w.UnreadFile()
		}
	}
}

// enclosed reads a workbook in the document.
func (w *document) enclosed(o object, inner *grid.Reading) *grid.Refusal {
	switch {
	case w.open == nil || o.address == "":
		return grid.Damaged("内容不在文档里")
	case o.kind != "":
		return w.open(folderOf(o.address), inner)
	}
	return w.open(partOf(o.address), inner)
}

// inAnswer names a workbook whose cells are shown in a cell of a table. Any other file is a proof
// that was enclosed.
func (w *document) inAnswer(o object) {
	if o.kind == "spreadsheet" {
		w.UnreadInCell()
	}
}

// spanned returns how many columns the innermost open cell takes.
func spanned(x *markup.Scanner) int {
	_, across := odf.Spans(x)
	return across
}
