package markup

import "strings"

// Spot is where an element's content begins in a part, so that it can be read once more.
type Spot struct {
	tag  string // prefix included
	from int    // -1 for an element without content
}

// Sibling returns a name with the prefix of the element's own.
func (s Spot) Sibling(name string) string { return s.tag[:strings.IndexByte(s.tag, ':')+1] + name }

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

// Holds reports whether an element of some name, prefix included, begins before the next end of one
// that is called as the spot's own.
func (l Lookout) Holds(x *Scanner, s Spot, tag string) bool {
	if s.from < 0 {
		return false
	}
	end := l.next(x.src, "</"+s.tag+">", s.from)
	for _, start := range []string{"<" + tag + ">", "<" + tag + " "} {
		if at := l.next(x.src, start, s.from); at >= 0 && at < end {
			return true
		}
	}
	return false
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
