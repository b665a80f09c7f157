// Package word prints a document as a Word file: real styles after GB/T 9704—2012, the page and its
// grid, page numbers on odd and even pages, heads of tables that are repeated, turned sections, a
// field of contents, figures as pictures with their alternative text. It writes every part itself and
// leaves in the file the sum of its parts, by which a copy that somebody edited is known.
package word

import (
	"io"
	"strings"

	"taizhang/report/document"
	"taizhang/report/face"
)

// Options is what a document does not say of its printing.
type Options struct {
	Fonts face.Set
	Page  func(anchor string) int // on which page an anchor is expected, for the contents; 0 where that is not known
}

// Write prints the document. The same document and faces give the same bytes.
func Write(w io.Writer, d document.Document, o Options) error {
	p := printer{doc: d, options: o, marks: map[string]string{}, pen: newPen(o.Fonts)}
	p.name()
	if err := p.body(); err != nil {
		return err
	}
	return pack(w, p.parts())
}

// printer gathers the text of the document's main part and its pictures.
type printer struct {
	doc      document.Document
	options  Options
	text     strings.Builder
	marks    map[string]string // names of bookmarks by their anchors
	marked   int               // bookmarks written
	pen      *pen
	pictures [][]byte
	together bool // the row being written stays on a page with the next
	fresh    bool // the next paragraph begins a page
	open     bool // the last thing written is a paragraph that can hold the end of its section
	sections int  // ended so far
	turned   bool // the section being written is on turned pages
}

// name gives each anchor the name of its bookmark.
func (p *printer) name() {
	add := func(anchor, prefix string) {
		if anchor != "" && p.marks[anchor] == "" {
			p.marks[anchor] = prefix + itoa(len(p.marks)+1)
		}
	}
	for _, b := range p.doc.Blocks {
		switch b := b.(type) {
		case document.Heading:
			add(b.Anchor, "_Toc")
		case document.Figure:
			add(b.Anchor, "figure")
		case document.Table:
			add(b.Anchor, "_Toc9")
			for _, r := range b.Rows {
				add(r.Anchor, "item")
			}
		}
	}
}

// body writes the blocks, each turned table in a section of its own.
func (p *printer) body() error {
	blocks := p.doc.Blocks
	for i, b := range blocks {
		if t, ok := b.(document.Table); ok && t.Wide != p.turned {
			if i > 0 {
				p.section(false)
			}
			p.turned = t.Wide
		} else if !ok && p.turned {
			p.section(false)
			p.turned = false
		}
		switch b := b.(type) {
		case document.Heading:
			p.heading(b)
		case document.Paragraph:
			p.paragraph(b, i+1 < len(blocks) && leads(b, blocks[i+1]))
		case document.Contents:
			p.contents(b)
		case document.Figure:
			if err := p.figure(b); err != nil {
				return err
			}
		case document.Table:
			p.table(b)
		}
		if i+1 < len(blocks) && spaced(b, blocks[i+1]) && !p.doc.OnePage {
			p.put(`<w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr></w:p>`)
		}
	}
	p.section(true)
	return nil
}

// leads reports whether a small line stands with the table or the small line below it.
func leads(b document.Paragraph, below document.Block) bool {
	if b.Style != document.Remark {
		return false
	}
	switch next := below.(type) {
	case document.Table:
		return !next.Wide
	case document.Paragraph:
		return next.Style == document.Remark
	}
	return false
}

// spaced reports whether a line is left empty between two blocks: below the mark and the title.
func spaced(above, below document.Block) bool {
	next, paragraph := below.(document.Paragraph)
	switch b := above.(type) {
	case document.Paragraph:
		return b.Style == document.Mark || b.Style == document.Centred && !(paragraph && next.Style == document.Centred)
	case document.Heading:
		return b.Level == 0 && !(paragraph && next.Style == document.Centred)
	}
	return false
}
