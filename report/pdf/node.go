package pdf

import "taizhang/report/document"

// node is an element of the structure: a paragraph, a row, a link. A node without a kind is a slot: it
// holds the pieces of pages that its parent prints at that place.
type node struct {
	kind       string
	kids       []*node
	parent     *node
	alt        string
	scope      string // of a TH: Row or Column
	cols, rows int    // of a cell that spans
	pieces     []piece
	notes      []int // of a Link: its annotations' objects
	noted      []int // the pages on which they are
	object     int   // its number in the file
}

// piece is a run of marked content on a page.
type piece struct{ page, id int }

func (n *node) child(kind string) *node {
	k := &node{kind: kind, parent: n}
	n.kids = append(n.kids, k)
	return k
}

// slot adds a place for content.
func (n *node) slot() *node { return n.child("") }

// segment is a part of a text with its place in the structure.
type segment struct {
	from, to int
	slot     *node
	link     *node  // the Link that it stands in, nil for none
	anchor   string // that it leads to
}

// segments cuts a text at its links. A link that leads nowhere in this document is plain text.
func (c *composer) segments(t document.Text, parent *node) []segment {
	var list []segment
	at := 0
	add := func(to int) {
		if to > at {
			list = append(list, segment{from: at, to: to, slot: parent.slot()})
			at = to
		}
	}
	for _, l := range t.Links {
		if l.From < at || l.To <= l.From || l.To > len(t.Plain) || !c.anchors[l.Anchor] {
			continue
		}
		add(l.From)
		link := parent.child("Link")
		list = append(list, segment{l.From, l.To, link.slot(), link, l.Anchor})
		at = l.To
	}
	add(len(t.Plain))
	return list
}

// forget drops what an earlier writing of the file has noted.
func (n *node) forget() {
	n.pieces, n.notes, n.noted = nil, nil, nil
	for _, k := range n.kids {
		k.forget()
	}
}
