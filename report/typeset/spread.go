package typeset

// line sets the atoms from at to end as one line.
func (s *setter) line(at, end int, indent float64) Line {
	last := s.atoms[end-1]
	row := runs{}
	var sp span
	drawn := at
	for i := at; i < end; i++ {
		sp.add(s.atoms[i])
		if !s.atoms[i].space {
			drawn = i + 1
		}
	}
	gap := s.spread(sp, s.style.Width-indent, last.after == must)
	x := indent
	for i := at; i < drawn; i++ {
		a := s.atoms[i]
		step := a.width
		if a.gap {
			step += gap
		}
		if i == drawn-1 {
			step = a.advance
		}
		switch em := s.style.Em; {
		case a.shared == own && i < drawn-1:
			row.half(a, x)
		case i > at && s.atoms[i-1].shared == next:
			row.half(a, x+em/2)
		default:
			row.draw(a, x, step-a.advance)
		}
		x += step
	}
	return Line{From: s.atoms[at].from, To: last.to, Runs: row.list, Width: x}
}

// spread returns what each gap of a line takes or gives.
func (s *setter) spread(sp span, width float64, ends bool) float64 {
	each := sp.opening(width)
	switch {
	case s.style.Ragged, each > 0 && ends, each > maxStretch*s.style.Em:
		return 0
	}
	return max(each, -maxShrink*s.style.Em)
}

// runs joins atoms that one tracking places.
type runs struct {
	list []Run
	open bool // the last run's tracking has brought the next atom to its place
}

func (r *runs) draw(a atom, x, track float64) {
	if !a.single {
		track = 0 // what combines must not be driven apart
	}
	if n := len(r.list); n > 0 && r.open && a.single {
		last := &r.list[n-1]
		last.To = a.to
		r.open = near(last.Track, track)
		return
	}
	r.list = append(r.list, Run{From: a.from, To: a.to, X: x, Track: track})
	r.open = a.single
}

func (r *runs) half(a atom, x float64) {
	r.list = append(r.list, Run{From: a.from, To: a.to, X: x, Half: true})
	r.open = false
}

func near(a, b float64) bool { return a-b < grain && b-a < grain }
