package typeset

import (
	"cmp"
	"slices"
)

// What it costs to end a line at a place that parts something, in ems a gap: as much as
// stretching every gap by so much.
const (
	poorCost   = 0.06
	linkCost   = 0.45 // a link is parted anywhere only where a fifth of the line were empty otherwise
	orphanCost = 0.06
	shrinkCost = 1.2 // closing gaps shows a little more than opening them
	tornCost   = 0.1
)

// torn is how far apart characters stand, in ems, when a line begins to look torn. At a
// tenth of an em readers of PDFs see a space between any two, and copied text has them.
const torn = 0.095

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
// atom, at least one. It takes the end that costs least, unless that tears the next line
// and another end does not.
func (s *setter) fill(at int, width float64) int {
	ends, fits := s.ends(at, width)
	if len(ends) == 0 {
		return fits
	}
	best := ends[0]
	least := best.cost + s.tear(best.at)
	for _, e := range ends[1:] {
		if e.cost >= least {
			break
		}
		if cost := e.cost + s.tear(e.at); cost < least {
			best, least = e, cost
		}
	}
	return best.at
}

// tear returns what the line that begins with atom at costs at least where it is torn, 0
// where it is not.
func (s *setter) tear(at int) float64 {
	if at == len(s.atoms) || s.atoms[at-1].after == must {
		return 0
	}
	if ends, _ := s.ends(at, s.style.Width); len(ends) > 0 && ends[0].cost > tornCost {
		return ends[0].cost
	}
	return 0
}

// end is a place where a line may end: the index after its last atom.
type end struct {
	at   int
	cost float64
}

// ends returns where the line that begins with atom at may end, the cheapest first and of
// equals the longest. fits is the most that goes into it where it must be broken anywhere.
func (s *setter) ends(at int, width float64) (ends []end, fits int) {
	var sp span
	fits = at + 1
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
		ends = append(ends, end{i + 1, s.cost(i, sp, width)})
		if a.after == must {
			break
		}
	}
	slices.SortFunc(ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.cost, b.cost), b.at-a.at) })
	return ends, fits
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
	if each+s.style.Track/s.style.Em > torn && each <= maxStretch { // beyond, it is not stretched
		cost += tornCost
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
