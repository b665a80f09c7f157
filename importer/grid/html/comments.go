package html

import (
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// comments are the notes of a workbook that Excel saved as a page: an anchor in each cell
// that has one, and a list of them at the end.
type comments struct {
	waiting string          // the anchor in the cell being read
	cells   map[string]spot // by anchor
	now     string          // the one being read in the list
	text    strings.Builder
}

// spot is where a note belongs.
type spot struct {
	d        *grid.Draft
	row, col int
}

// anchor reports whether a link is the anchor of a note, or its beginning in the list.
func (c *comments) anchor(t html.Token) bool {
	if target, ok := strings.CutPrefix(attribute(t, "href"), "#_msocom_"); ok {
		c.waiting = target
		return true
	}
	if name, ok := strings.CutPrefix(attribute(t, "name"), "_msocom_"); ok {
		c.close()
		c.now = name
		return true
	}
	return strings.HasPrefix(attribute(t, "href"), "#_msoanchor_")
}

// ofComment reports whether a link only leads from a cell to its note or back: [1].
func ofComment(t html.Token) bool {
	target := attribute(t, "href")
	return strings.HasPrefix(target, "#_msocom_") || strings.HasPrefix(target, "#_msoanchor_")
}

// stand gives the note whose anchor stood in a cell its place.
func (c *comments) stand(d *grid.Draft, row, col int) {
	if c.waiting == "" {
		return
	}
	if c.cells == nil {
		c.cells = map[string]spot{}
	}
	c.cells[c.waiting] = spot{d, row, col}
	c.waiting = ""
}

// takes takes in a text of the list of notes, and reports whether it stands there.
func (c *comments) takes(inList bool, text string) bool {
	if inList && c.now != "" && c.text.Len() < grid.MaxTextBytes {
		c.text.WriteString(text)
	}
	return inList
}

// close ends the note being read.
func (c *comments) close() {
	if at, ok := c.cells[c.now]; ok && c.now != "" {
		if text := lines(c.text.String()); !chars.Blank(text) {
			at.d.Note(at.row, at.col, grid.Beside{Comment: text})
		}
	}
	c.now = ""
	c.text.Reset()
}
