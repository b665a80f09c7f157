package typeset

// What it costs to end a line at a place that parts something, in ems a gap: as much as
// stretching every gap by so much.
const (
	poorCost   = 0.06
	linkCost   = 0.45 // a link is parted anywhere only where a fifth of the line were empty otherwise
	orphanCost = 0.06
	shrinkCost = 1.2 // closing gaps shows a little more than opening them
)

// grain is a difference of lengths that nobody sees; sums of fractions differ in their
// last digits.
const grain = 1e-6

// span measures a growing row of atoms.
type span struct {
	width float64 // as drawn: spaces at the end left out
	gaps  int     // open gaps inside it
	trim  float64 // blank at its right end

	ahead float64 // what the next atom to be drawn begins after width: the last one's tracking, spaces
	open  int     // gaps that count once another atom is drawn
}

func (sp *span) add(a atom) {
	if a.space {
		sp.ahead += a.width
	} else {
		sp.width += sp.ahead + a.advance
		sp.gaps += sp.open
		sp.open = 0
		sp.ahead = a.width - a.advance
		sp.trim = a.trim
	}
	if a.gap {
		sp.open++
	}
}

// fill returns where the line that begins with atom at ends: the index after its last
// atom. It takes the end that costs least, and at least one atom.
func (s *setter) fill(at int, width float64) int {
	var sp span
	best, bestCost := 0, 0.0
	fits := at + 1 // the most that fits if the text must be broken anywhere
	for i := at; i < len(s.atoms); i++ {
		a := s.atoms[i]
		sp.add(a)
		if sp.width <= width+grain {
			fits = i + 1
		}
		if s.overfull(sp, width) {
			break
		}
		if a.after == never {
			continue
		}
		if cost := s.cost(i, sp, width); best == 0 || cost <= bestCost {
			best, bestCost = i+1, cost
		}
		if a.after == must {
			break
		}
	}
	if best > 0 {
		return best
	}
	return max(fits, at+1)
}

// overfull reports whether the span does not go into the width, however much it gives.
func (s *setter) overfull(sp span, width float64) bool {
	give := 0.0
	if !s.style.Ragged {
		give = sp.trim + float64(sp.gaps)*maxShrink*s.style.Em
	}
	return sp.width-give > width+grain
}

// opening returns what each gap of the span takes to fill the width, below zero where it
// gives. The blank of a mark at the end may hang over before anything is closed up.
func (sp span) opening(width float64) float64 {
	room := width - sp.width
	if room < 0 {
		room = min(room+sp.trim, 0)
	}
	return room / float64(max(sp.gaps, 1))
}

// cost says how bad the line looks that ends with atom i.
func (s *setter) cost(i int, sp span, width float64) float64 {
	a := s.atoms[i]
	each := sp.opening(width) / s.style.Em
	cost := each
	switch {
	case each < 0:
		cost = -each * shrinkCost
	case a.after == must:
		return 0 // the last line of a paragraph is as long as it is
	case each > maxStretch:
		cost = maxStretch + (width-sp.width)/width // left ragged
	}
	switch a.after {
	case poor:
		cost += poorCost
	case link:
		cost += linkCost
	}
	if s.orphan(i + 1) {
		cost += orphanCost
	}
	return cost
}

// orphan reports whether the text from atom i to the next line break is a single character,
// marks not counted.
func (s *setter) orphan(i int) bool {
	n := 0
	for ; i < len(s.atoms) && n < 2; i++ {
		if !isMark(s.atoms[i].first) && !s.atoms[i].space {
			n++
		}
		if s.atoms[i].after == must {
			break
		}
	}
	return n == 1
}
