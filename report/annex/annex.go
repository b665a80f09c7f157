// Package annex prints the public edition as a section of the annual report: a PDF set like
// an official document (GB/T 9704—2012). The wording gives blocks, blocks become boxes of
// lines, boxes fill pages, pages are painted; each step is a value of its own. Nothing is
// printed that the edition does not hold, and nothing of what is printed is cut short.
package annex

import (
	"io"
	"maps"
	"slices"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"
)

// Document is an annex that is laid out and not yet written.
type Document struct {
	facts properties
	pages []page
	goals map[string]goal // of its links

	attached []Attachment
}

// Lay sets the edition in the faces, worded by an office's template, or by the built-in
// one where it is empty. It returns the characters that no face has, in their order; they
// print as 〓. The error is the template's: it names its line, in Chinese.
func Lay(e publish.Edition, fonts face.Set, template string) (d *Document, missing []rune, err error) {
	if template == "" {
		template = annexwords.Default()
	}
	blocks, err := wording.Blocks(e, template)
	if err != nil {
		return nil, nil, err
	}
	c := composer{edition: e, ink: newInker(fonts)}
	boxes, err := c.compose(blocks)
	if err != nil {
		return nil, nil, err
	}
	boxes = append(boxes, c.officialTables()...)
	d = &Document{facts: about(e, blocks), pages: paginate(boxes)}
	d.goals = findGoals(d.pages)
	d.fillIn(c.ink)
	d.number(c.ink)
	if e.Draft {
		d.markDraft(c.ink)
	}
	return d, slices.Sorted(maps.Keys(c.ink.missing)), nil
}

// Pages returns how many pages the document has.
func (d *Document) Pages() int { return len(d.pages) }

// Write prints the annex with the built-in wording.
func Write(w io.Writer, e publish.Edition, fonts face.Set) error {
	d, _, err := Lay(e, fonts, "")
	if err != nil {
		return err
	}
	return d.Write(w)
}
