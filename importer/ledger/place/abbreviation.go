package place

import (
	"strings"
	"unicode"

	"taizhang/importer/ledger/likeness"
	"taizhang/importer/table"
)

// shortNumbered reports whether a few characters beside a requirement's own number are a
// name of it: fewer are enough than without the number, where they say anything at all.
func (p *placing) shortNumbered(name likeness.Sized, no int) bool {
	f := p.fit(name, no)
	switch {
	case f.stand > standsNot && name.Size >= nameFrom, p.own[no-1] && name.Size >= nameFrom && table.IsNameOf(name.Key, p.texts[no-1].Key):
		return true
	case p.abbreviates(name, no):
		return true
	case name.Size >= nameFrom || name.Size < 2 || f.stand < standWhole || !p.own[no-1]:
		return false
	}
	holding := 0
	for _, text := range p.texts {
		if strings.Contains(text.Key, name.Key) {
			holding++
		}
	}
	return holding <= mostHolding
}

// abbreviates reports whether a name is made of characters of one requirement of the department's
// own, in their order and close together, and of no other of its own: 保租房 for 保障性租赁住房.
func (p *placing) abbreviates(name likeness.Sized, no int) bool {
	if !p.few || !p.own[no-1] || name.Size < leastShortened || name.Size > mostShortened || strings.ContainsFunc(name.Key, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		return false
	}
	for j := range p.texts {
		if p.own[j] && table.InOrder(name.Key, p.texts[j].Key, shortenedWithin*name.Size) != (j == no-1) {
			return false
		}
	}
	return true
}

// An abbreviation has so many characters, and they stand within so many times its length.
const (
	leastShortened  = 3
	mostShortened   = 6
	shortenedWithin = 4
)
