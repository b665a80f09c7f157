package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
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

// reference is a link as the file has it, in points from the paper's bottom left corner.
type reference struct {
	left, bottom, right, top float64
	page                     int // that it leads to, from 0
	x, y                     float64
	node                     *node
}

// link notes a link, where what it leads to stands in this document.
func (p *painter) link(l link, x, y float64, s sheet) {
	to, ok := p.goals[l.To]
	if !ok {
		return
	}
	r := reference{page: to.page, node: l.Node}
	r.left, r.top = onPaper(x+l.X, y+l.Y, s)
	r.right, r.bottom = onPaper(x+l.X+l.W, y+l.Y+l.H, s)
	r.left, r.right = min(r.left, r.right), max(r.left, r.right)
	r.bottom, r.top = min(r.bottom, r.top), max(r.bottom, r.top)
	r.x, r.y = onPaper(0, to.y, p.sheets[to.page])
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

var parent = regexp.MustCompile(`\n/Parent (\d+) 0 R\n`)

// countOutline says of each line of the outline how many it has below, kept folded. The PDF
// maker says 0 of all, which a line with others below must not.
func (f *file) countOutline() {
	below := map[string]int{}
	for _, object := range f.objects {
		if m := parent.FindSubmatch(object); m != nil && bytes.HasPrefix(object, []byte("<</Title ")) {
			below[string(m[1])]++
		}
	}
	for i, object := range f.objects {
		n := below[strconv.Itoa(i+1)]
		switch {
		case bytes.HasPrefix(object, []byte("<</Title ")):
			count := ""
			if n > 0 {
				count = fmt.Sprintf("/Count %d", -n)
			}
			f.objects[i] = bytes.Replace(object, []byte("/Count 0>>"), []byte(count+">>"), 1)
		case bytes.HasPrefix(object, []byte("<</Type /Outlines ")):
			f.objects[i] = bytes.Replace(object, []byte("/Type /Outlines "), fmt.Appendf(nil, "/Type /Outlines /Count %d ", n), 1)
		}
	}
}

// link adds the links of each page. pages are the pages' places among the objects. It returns the
// elements of the links, in their order.
func (f *file) link(pages []int, links [][]reference) (noted []*node) {
	for i, list := range links {
		if len(list) == 0 {
			continue
		}
		var annotations bytes.Buffer
		for _, l := range list {
			n := f.add(fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /Dest [%d 0 R /XYZ %.2f %.2f null] /StructParent %d>>\n",
				l.left, l.bottom, l.right, l.top, pages[l.page]+1, l.x, l.y, len(links)+len(noted)))
			l.node.notes, l.node.noted = append(l.node.notes, n), append(l.node.noted, i)
			noted = append(noted, l.node)
			fmt.Fprintf(&annotations, "%d 0 R ", n)
		}
		object := f.objects[pages[i]]
		f.objects[pages[i]] = bytes.Replace(object, []byte("/Type /Page\n"), fmt.Appendf(nil, "/Type /Page\n/Annots [%s]\n", bytes.TrimSpace(annotations.Bytes())), 1)
	}
	return noted
}
