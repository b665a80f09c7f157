package xlsx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
)

// readBeside reads what parts of their own lay over the cells of a sheet: comments, pictures,
// check boxes. A part that can't be understood lays nothing over any: no cell hangs on it, and a
// damaged one refuses the file when the zip is verified.
func (w *workbook) readBeside(d *grid.Draft, targets archive.Relations, boxes []control, height func(row int) int) {
	threaded := map[string]bool{} // cells whose conversation is read
	var drawn drawing
	var old []shape
	for _, rel := range targets.List {
		if rel.Kind == "threadedComment" {
			if x := w.beside(rel.Target, rel.External); x != nil {
				readThreads(x, d, threaded)
			}
		}
	}
	for _, rel := range targets.List {
		switch rel.Kind {
		case "comments":
			if x := w.beside(rel.Target, rel.External); x != nil {
				readComments(x, d, threaded)
			}
		case "drawing":
			if x := w.beside(rel.Target, rel.External); x != nil {
				drawn = readDrawing(x)
			}
		case "vmlDrawing":
			if x := w.beside(rel.Target, rel.External); x != nil {
				old = append(old, readVML(x.Source())...)
			}
		}
	}
	for _, at := range drawn.pictures {
		at.settle(height, false)
		if row, col, ok := d.Over(at.Span); ok {
			d.Note(row, col, grid.Beside{Picture: true})
		}
	}
	w.layBoxes(d, targets, boxes, drawn, old, height)
}

// beside opens a part beside a sheet, nil where there is none. A part is one sheet's, and is read
// once.
func (w *workbook) beside(part string, external bool) *markup.Scanner {
	if external || w.taken[part] || !w.zip.Has(part) {
		return nil
	}
	if w.taken == nil {
		w.taken = map[string]bool{}
	}
	w.taken[part] = true
	x, bad := w.zip.XML(part)
	if bad != nil {
		return nil
	}
	return x
}

// readComments reads notes. Excel writes for an older Excel what a conversation says once more,
// under a notice.
func readComments(x *markup.Scanner, d *grid.Draft, threaded map[string]bool) {
	var authors []string
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "authors":
				for range x.Children() {
					authors = append(authors, x.Text())
				}
			case "commentList":
				for tag := range x.Children() {
					if tag == "comment" {
						readComment(x, d, threaded, authors)
					}
				}
			}
		}
	}
}

func readComment(x *markup.Scanner, d *grid.Draft, threaded map[string]bool, authors []string) {
	ref, author := x.Attr("ref"), ""
	if i, ok := numfmt.Digits(x.Attr("authorId")); ok && i < len(authors) {
		author = authors[i]
	}
	row, col, ok := parseRef(ref)
	for tag := range x.Children() {
		if tag != "text" || !ok || threaded[ref] {
			continue
		}
		text, _ := richText(x, false)
		d.Comment(row, col, author, text)
	}
}

// readThreads reads conversations: what each said, in their order.
func readThreads(x *markup.Scanner, d *grid.Draft, threaded map[string]bool) {
	for range x.Children() {
		for tag := range x.Children() {
			if tag != "threadedComment" {
				continue
			}
			ref := x.Attr("ref")
			row, col, ok := parseRef(ref)
			for tag := range x.Children() {
				if tag == "text" && ok {
					threaded[ref] = true
					d.Comment(row, col, "", unescape(x.Text()))
				}
			}
		}
	}
}

// linkedCell returns the cell that a control keeps its state in: Sheet1!$F$4; ok is false for none.
func linkedCell(ref string) (row, col int, ok bool) {
	if ref == "" {
		return 0, 0, false
	}
	row, col, ok = parseRef(ref[strings.LastIndexByte(ref, '!')+1:])
	return row, col, ok
}
