package pdf

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
