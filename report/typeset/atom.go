package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// chance says whether a line may end after an atom.
type chance uint8

const (
	never chance = iota
	link         // inside a link that would not fit otherwise
	poor         // allowed, but it parts what is read together
	may
	must
)

// half says whose blank two adjoining marks share.
type half uint8

const (
	neither half = iota
	own          // the mark's own, on its right
	next         // the next mark's, on its left
)

// atom is what is never broken: a character with the marks that combine with it.
type atom struct {
	from, to    int
	first, last rune
	single      bool    // one rune
	advance     float64 // as the font has it
	width       float64 // as it is set: with tracking, without what adjoining marks give up
	trim        float64 // blank on its right that a line's end may take
	after       chance
	shared      half // which blank it shares with the next atom
	gap         bool // the gap after it opens and closes with the line
	space       bool // not drawn at a line's end
}

func newSetter(text string, advance func(rune) float64, style Style) *setter {
	s := &setter{style: style}
	rest, state, at := text, -1, 0
	for rest != "" {
		var cluster string
		var boundaries int
		cluster, rest, boundaries, state = uniseg.StepString(rest, state)
		a := atom{from: at, to: at + len(cluster)}
		for _, r := range cluster {
			a.advance += max(advance(r), 0) * style.Em
		}
		a.first, _ = utf8.DecodeRuneInString(cluster)
		a.last, _ = utf8.DecodeLastRuneInString(cluster)
		a.single = utf8.RuneCountInString(cluster) == 1
		a.space = strings.TrimFunc(cluster, isSpace) == ""
		switch boundaries & uniseg.MaskLine {
		case uniseg.LineMustBreak:
			a.after = must
		case uniseg.LineCanBreak:
			a.after = may
		}
		s.atoms = append(s.atoms, a)
		at = a.to
	}
	s.ruleBreaks()
	s.openLinks(text)
	s.setWidths()
	return s
}

// ruleBreaks lays the Chinese rules over Unicode's.
func (s *setter) ruleBreaks() {
	for i := range len(s.atoms) - 1 {
		if a := &s.atoms[i]; a.after != must {
			a.after = breakBetween(a.last, s.atoms[i+1].first, a.after)
		}
	}
}

// breakBetween returns whether a line may end between two characters, where Unicode alone
// says unicode.
func breakBetween(a, b rune, unicode chance) chance {
	dashes := a == b && (a == '—' || a == '…')
	switch {
	case dashes, isNotFirst(b) && !(b == '—' && !isLatin(a)), isNotLast(a):
		return never
	case a == '’' && isLatin(b): // an apostrophe
		return never
	case isOpening(b), isClosing(a):
		return may // Unicode can't tell which of the quotes opens
	case unicode == may && (isDigit(a) && isCounted(b) || a == '第' && isDigit(b)):
		return poor
	}
	return unicode
}

// openLinks lets links break: after a mark where they may, anywhere if they must.
func (s *setter) openLinks(text string) {
	for i := 0; i < len(s.atoms); {
		j := i
		for j < len(s.atoms) && s.atoms[j].first > ' ' && s.atoms[j].last < 0x7F {
			j++
		}
		if j == i {
			i++
			continue
		}
		if word := text[s.atoms[i].from:s.atoms[j-1].to]; strings.Contains(word, "://") || strings.HasPrefix(word, "www.") {
			for k := i; k < j-1; k++ {
				a, next := &s.atoms[k], s.atoms[k+1].first
				if strings.ContainsRune("/.?&=_-#%", a.last) && !strings.ContainsRune("/.?&=", next) && a.after < poor {
					a.after = poor
				} else if a.after == never {
					a.after = link
				}
			}
		}
		i = j
	}
}

// setWidths gives each atom its width as set and says which gaps are open.
func (s *setter) setWidths() {
	em := s.style.Em
	for i := range s.atoms {
		a := &s.atoms[i]
		full := a.advance > 0.9*em && !isNarrow(a.first)
		a.width = a.advance
		if full {
			a.width += s.style.Track
		}
		if full && (isClosing(a.last) || isPausing(a.last)) {
			a.trim = em / 2
		}
		if i+1 == len(s.atoms) || a.after == must {
			continue
		}
		b := s.atoms[i+1]
		if full && b.advance > 0.9*em && a.single && b.single && isMark(a.last) && isMark(b.first) {
			switch {
			case a.trim > 0:
				a.shared = own
			case isOpening(b.first):
				a.shared = next
			}
		}
		if a.shared != neither {
			a.width -= em / 2
		}
		narrow := isNarrow(a.last) && !a.space && (isNarrow(b.first) || isMark(b.first) && !isOpening(b.first))
		dashes := a.last == b.first && (a.last == '—' || a.last == '…')
		a.gap = !narrow && !dashes && !b.space && a.advance > 0 && b.advance > 0
	}
}
