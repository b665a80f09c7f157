package markup

import "strings"

// Spot is where an element's content begins in a part, so that it can be read once more.
type Spot struct {
	tag  string // prefix included
	from int    // -1 for an element without content
}

// IsEmpty reports whether the element has no content.
func (s Spot) IsEmpty() bool { return s.from < 0 }

// Here returns where the content of the innermost open element begins, while nothing of it is read.
func (x *Scanner) Here() Spot {
	tag, from := x.Inside()
	return Spot{tag, from}
}

// At returns a scanner of the element at a spot of the part, which ends with it.
func (x *Scanner) At(s Spot) *Scanner { return ScannerInside(x.Part, x.src, s.tag, s.from) }

// Lookout finds what stands next behind a place in a part. It remembers the last answer: what is
// far away is looked for once, however many elements ask.
type Lookout map[string]occurrence

// occurrence is where a text stands next behind a place, -1 for nowhere.
type occurrence struct{ from, at int }

func (l Lookout) next(src, text string, from int) int {
	if o, ok := l[text]; ok && o.from <= from && (o.at >= from || o.at < 0) {
		return o.at
	}
	at := strings.Index(src[from:], text)
	if at >= 0 {
		at += from
	}
	l[text] = occurrence{from, at}
	return at
}

// Holds reports whether an element of some name, which shares the prefix of the spot's own, begins
// before the next end of that.
func (l Lookout) Holds(x *Scanner, s Spot, name string) bool {
	if s.from < 0 {
		return false
	}
	end := l.next(x.src, "</"+s.tag+">", s.from)
	return l.before(x.src, "<"+s.tag[:strings.IndexByte(s.tag, ':')+1]+name, s.from, end)
}

// Ahead reports whether one element begins behind where the scanner stands before another one does,
// both by their names with the prefix.
func (l Lookout) Ahead(x *Scanner, tag, before string) bool {
	end := l.next(x.src, "<"+before, x.pos)
	if end < 0 {
		end = len(x.src)
	}
	at := l.next(x.src, "<"+tag, x.pos)
	return at >= 0 && at < end
}

func (l Lookout) before(src, start string, from, end int) bool {
	for _, tag := range []string{start + ">", start + " "} {
		if at := l.next(src, tag, from); at >= 0 && at < end {
			return true
		}
	}
	return false
}
