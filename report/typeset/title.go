package typeset

import (
	"math"
	"strings"
)

// Balance breaks a title into as few lines as hold it, about equally long, with whole
// words: none of keep is parted, and a line rather ends where a phrase does. Lines are
// ragged; they are meant to be centred.
func Balance(text string, advance func(rune) float64, style Style, keep []string) []Line {
	style.Ragged, style.Indent = true, 0
	s := newSetter(text, advance, style)
	s.keepWhole(text, keep)
	fewest := len(Break(text, advance, style))
	for n := fewest; n <= fewest+1; n++ {
		if ends, ok := s.balance(n); ok {
			var lines []Line
			at := 0
			for _, end := range ends {
				lines = append(lines, s.line(at, end, 0))
				at = end
			}
			return lines
		}
	}
	return Break(text, advance, style)
}

// keepWhole forbids breaks inside the words.
func (s *setter) keepWhole(text string, words []string) {
	for _, word := range words {
		for from := 0; word != ""; {
			i := strings.Index(text[from:], word)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(word)
			for k := range s.atoms {
				if a := &s.atoms[k]; a.from >= start && a.to < end && a.after != must {
					a.after = never
				}
			}
			from = end
		}
	}
}

// balance returns the n ends of lines that cost least; ok is false where n lines can't hold
// the text.
func (s *setter) balance(n int) (ends []int, ok bool) {
	total := len(s.atoms)
	quoted := s.quoted()
	width := func(at, end int) float64 {
		var sp span
		for _, a := range s.atoms[at:end] {
			sp.add(a)
		}
		return sp.width
	}
	ideal := width(0, total) / float64(n)
	// least[k][i] is the cost of setting the first i atoms in k lines, back[k][i] where the
	// last of them begins.
	least, back := make([][]float64, n+1), make([][]int, n+1)
	for k := range least {
		least[k], back[k] = make([]float64, total+1), make([]int, total+1)
		for i := range least[k] {
			least[k][i] = math.Inf(1)
		}
	}
	least[0][0] = 0
	for k := 1; k <= n; k++ {
		for end := 1; end <= total; end++ {
			if s.atoms[end-1].after == never && end < total {
				continue
			}
			for at := end - 1; at >= 0; at-- {
				w := width(at, end)
				if w > s.style.Width+grain {
					break
				}
				uneven := (w - ideal) / s.style.Em
				cost := least[k-1][at] + uneven*uneven + s.parting(end) + quoted[end]
				if cost < least[k][end] {
					least[k][end], back[k][end] = cost, at
				}
				if at > 0 && s.atoms[at-1].after == must {
					break
				}
			}
		}
	}
	if math.IsInf(least[n][total], 1) {
		return nil, false
	}
	ends = make([]int, n)
	for k, end := n, total; k > 0; k-- {
		ends[k-1] = end
		end = back[k][end]
	}
	return ends, true
}

// quoted says for each place how much a line end there disturbs the name of a document or
// what stands in brackets.
func (s *setter) quoted() []float64 {
	const inside = 40
	costs := make([]float64, len(s.atoms)+1)
	depth := 0
	for i, a := range s.atoms {
		switch {
		case isOpening(a.last):
			depth++
		case isClosing(a.last):
			depth = max(depth-1, 0)
		}
		if depth > 0 {
			costs[i+1] = inside
		}
	}
	return costs
}

// parting says how much a line end after atom end-1 disturbs a title, in squared ems.
func (s *setter) parting(end int) float64 {
	if end == len(s.atoms) || s.atoms[end-1].after == must {
		return 0
	}
	a, b := s.atoms[end-1].last, s.atoms[end].first
	switch {
	case isMark(a), isOpening(b), isDigit(b) && !isLatin(a):
		return 1
	case a == '的', a == '年':
		return 3
	case s.atoms[end-1].after == poor:
		return 60
	default:
		return 16
	}
}
