package pdf

import (
	"taizhang/report/document"
	"taizhang/report/pdf/finish"
)

// goal is where an anchor came to stand: a page, from 0, and a height on it as the reader
// holds the page.
type goal struct {
	page int
	y    float64
}

// findGoals finds the anchors. Of two with one name the first counts.
func findGoals(pages []page) map[string]goal {
	goals := map[string]goal{}
	for i, pg := range pages {
		for _, b := range pg.boxes {
			for _, m := range b.marks {
				if a, ok := m.(anchor); ok {
					if _, known := goals[a.Name]; !known {
						goals[a.Name] = goal{i, b.y}
					}
				}
			}
		}
	}
	return goals
}

// link notes a link, where what it leads to stands in this document.
func (p *painter) link(l link, x, y float64, s sheet) {
	to, ok := p.goals[l.To]
	if !ok {
		return
	}
	r := finish.Reference{Page: to.page, Node: l.Node}
	r.Left, r.Top = onPaper(x+l.X, y+l.Y, s)
	r.Right, r.Bottom = onPaper(x+l.X+l.W, y+l.Y+l.H, s)
	r.Left, r.Right = min(r.Left, r.Right), max(r.Left, r.Right)
	r.Bottom, r.Top = min(r.Bottom, r.Top), max(r.Bottom, r.Top)
	r.X, r.Y = onPaper(0, to.y, p.sheets[to.page])
	last := len(p.links) - 1
	p.links[last] = append(p.links[last], r)
}

// onPaper leads a place on a page as the reader holds it to the paper held upright, where
// PDF counts from the bottom left corner.
func onPaper(x, y float64, s sheet) (left, up float64) {
	if s == turned {
		return y, x
	}
	return x, paperHeight - y
}

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
			list = append(list, segment{from: at, to: to, slot: parent.Slot()})
			at = to
		}
	}
	for _, l := range t.Links {
		if l.From < at || l.To <= l.From || l.To > len(t.Plain) || !c.anchors[l.Anchor] {
			continue
		}
		add(l.From)
		link := parent.Child("Link")
		list = append(list, segment{l.From, l.To, link.Slot(), link, l.Anchor})
		at = l.To
	}
	add(len(t.Plain))
	return list
}
