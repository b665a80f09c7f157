// Package pdf prints a document as a tagged PDF, set like an official document (GB/T 9704—2012).
// Blocks become boxes of lines, boxes fill pages, pages are painted; each step is a value of its
// own. Nothing of what is printed is cut short, and every glyph belongs to an element of the
// structure or is marked as an artifact.
package pdf

import (
	"maps"
	"slices"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/pdf/finish"
)

// Attach puts a file into the document.
func (d *File) Attach(a finish.Attachment) { d.attached = append(d.attached, a) }

// Attachment is a file that the document brings along.
type Attachment = finish.Attachment

// node is an element of the document's structure.
type node = finish.Node

// File is a document that is laid out and not yet written.
type File struct {
	facts finish.Properties
	pages []page
	goals map[string]goal // of its links
	root  *node           // of its structure
	first int             // number of the first page

	attached []finish.Attachment
}

// Lay sets a document in the faces. It returns the characters that no face has, in their order; they
// print as 〓.
func Lay(doc document.Document, fonts face.Set) (f *File, missing []rune) {
	c := composer{ink: newInker(fonts), root: &node{Kind: "Document"}, anchors: anchors(doc)}
	f = &File{facts: about(doc), root: c.root, first: max(doc.FirstPage, 1)}
	f.pages = paginate(c.compose(doc.Blocks))
	f.goals = findGoals(f.pages)
	f.fillIn(c.ink)
	f.number(c.ink)
	if doc.Draft {
		f.markDraft(c.ink)
	}
	return f, slices.Sorted(maps.Keys(c.ink.missing))
}

// Pages returns how many pages the file has.
func (f *File) Pages() int { return len(f.pages) }

// PageOf returns the number of the page on which an anchor stands, 0 where it stands nowhere.
func (f *File) PageOf(anchor string) int {
	if g, ok := f.goals[anchor]; ok {
		return g.page + f.first
	}
	return 0
}

// anchors are the names that links may lead to.
func anchors(doc document.Document) map[string]bool {
	all := map[string]bool{}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case document.Heading:
			all[b.Anchor] = true
		case document.Figure:
			all[b.Anchor] = true
		case document.Table:
			all[b.Anchor] = true
			for _, r := range b.Rows {
				all[r.Anchor] = true
			}
		}
	}
	delete(all, "")
	return all
}
