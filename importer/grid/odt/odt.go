// Package odt reads texts of OpenDocument.
package odt

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// document is a text while it is read.
type document struct {
	*flow.Sheets
	x                 *markup.Scanner
	zip               *archive.Zip // nil for a document in one file of XML
	open              flow.Opener
	styles            *odf.Styles
	texts, paragraphs family
	kinds             map[string]string

	fills    map[string]string // by style of cells
	lists    map[string]listStyle
	outline  listStyle
	counts   map[string]flow.Counts // of lists, by their ids
	last     map[string]flow.Counts // of the last list of a style
	headings flow.Counts

	controls odf.Controls
	deleted  map[string]string // what revisions took away
	objects  int               // embedded files met

	around  []*list // lists around what is being read
	hiding  []int   // depths of the sections around it that are hidden
	hidden  int     // hidden sections around the text box that is being read
	prompts [][]string
	code    bool         // the code of a field is being read
	nested  flow.Nesting // text boxes and layout tables around
	found   markup.Lookout
}

// Read reads the tables and paragraphs of a text. open reads workbooks that lie in it, by the names
// of their parts or folders.
func Read(r *grid.Reading, zip *archive.Zip, open flow.Opener) *grid.Refusal {
	kinds, bad := odf.Check(zip)
	if bad != nil {
		return bad
	}
	w := newDocument(r)
	w.zip, w.open, w.kinds = zip, open, kinds
	for _, part := range []string{"styles.xml", "content.xml"} {
		if part == "styles.xml" && !zip.Has(part) {
			continue
		}
		if w.x, bad = zip.XML(part); bad != nil {
			return bad
		}
		if bad := w.read(part == "styles.xml"); bad != nil {
			return bad
		}
	}
	return zip.Verify()
}

// ReadFlat reads a text that lies in one file of XML.
func ReadFlat(r *grid.Reading, x *markup.Scanner) *grid.Refusal {
	w := newDocument(r)
	w.x = x
	return w.read(false)
}

func newDocument(r *grid.Reading) *document {
	w := &document{
		styles: odf.NewStyles(), texts: family{odf.OfText, map[string]words{}}, paragraphs: family{odf.OfParagraphs, map[string]words{}}, fills: map[string]string{}, lists: map[string]listStyle{}, counts: map[string]flow.Counts{}, last: map[string]flow.Counts{},
		headings: flow.Counts{}, controls: odf.Controls{}, deleted: map[string]string{}, found: markup.Lookout{},
	}
	w.Sheets = flow.New(r, w.fail)
	return w
}

// read reads a part of the document: one that has styles only, or the text too.
func (w *document) read(stylesOnly bool) *grid.Refusal {
	x, texts := w.x, 0
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "font-face-decls", "styles":
				w.styles.Read(x, w.readStyle)
			case "automatic-styles":
				if !stylesOnly { // those are of heads and feet of pages
					w.styles.Read(x, w.readStyle)
				}
			case "body":
				for tag := range x.Children() {
					if tag == "text" {
						texts++
						w.blocks()
						if x.Bad == nil {
							w.End()
						}
					}
				}
			}
		}
	}
	if x.Bad == nil && texts != 1 && !stylesOnly {
		w.fail(grid.Damaged("文件中的零件 %s 里没有正文", x.Part))
	}
	return x.Bad
}

// readStyle reads what is a style of lists.
func (w *document) readStyle(tag string) {
	switch tag {
	case "list-style":
		name := w.x.Attr("name")
		w.lists[name] = w.readListStyle()
	case "outline-style":
		w.outline = w.readListStyle()
	}
}

func (w *document) fail(bad *grid.Refusal) {
	if w.x.Bad == nil {
		w.x.Bad = bad
	}
}
