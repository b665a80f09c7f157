// Package docx reads Word documents.
package docx

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// document is a .docx while it is read.
type document struct {
	*flow.Sheets
	x        *markup.Scanner
	targets  archive.Relations
	numbers  *numbering
	comments map[string]string // by id, until the cell is known that each is about
	open     flow.Opener

	objects int // embedded files met

	controls []control    // content controls around what is being read
	fields   []*field     // and fields
	taken    int          // deletions and removals around it
	nested   flow.Nesting // text boxes and layout tables around it
	found    markup.Lookout
	nothing  bool // the last drawing shows nothing that is read: another way to tell it may
}

// Read reads the tables of a Word document. open reads workbooks and pages that lie in it.
func Read(r *grid.Reading, zip *archive.Zip, open flow.Opener) *grid.Refusal {
	main, bad := archive.MainPart(zip, "word/document.xml")
	if bad != nil {
		return bad
	}
	targets, bad := archive.RelationsOf(zip, main)
	if bad != nil {
		return bad
	}
	w := &document{targets: targets, open: open, found: markup.Lookout{}}
	w.Sheets = flow.New(r, w.fail)
	if w.numbers, bad = readNumbering(zip, targets); bad != nil {
		return bad
	}
	if w.comments, bad = readComments(zip, targets); bad != nil {
		return bad
	}
	if w.x, bad = zip.XML(main); bad != nil {
		return bad
	}
	for range w.x.Children() {
		for tag := range w.x.Children() {
			if tag == "body" {
				w.blocks()
			}
		}
	}
	if w.x.Bad == nil {
		w.End()
	}
	if w.x.Bad != nil {
		return w.x.Bad
	}
	return zip.Verify()
}

func (w *document) fail(bad *grid.Refusal) {
	if w.x.Bad == nil {
		w.x.Bad = bad
	}
}
