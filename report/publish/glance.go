package publish

import (
	"strings"
	"sync"
)

// shortestNumber is the least number of digits that a finder of numbers takes: a 短号.
const shortestNumber = 5

var (
	numeral = startsOf(spoken + "0123456789") // what a number may be written in
	joint   = startsOf(linking + "、,*×")
)

// finders is a set of the finders of a gate.
type finders uint16

const (
	ofNumbers finders = 1 << iota
	ofAddresses
	ofNames
	ofCitizens
	ofFreeNames
	ofAnonymous
	ofHomes
	ofMarkings
	ofMatters
	ofWords
)

// glance returns the finders that have anything to begin with in a text: none, in most. It reads
// the text once and keeps nothing of it.
func (g *Gate) glance(text string) finders {
	var room [512]rune // enough for most
	var gaps [512]bool
	v := view{runes: room[:0], gap: gaps[:0]}
	gap := true
	for _, r := range text {
		if r = plain(r); !isSeen(r) {
			gap = gap || r == ' '
			continue
		}
		v.runes, v.gap = append(v.runes, r), append(v.gap, gap)
		gap = false
	}
	var asked finders
	if v.mayNumber() {
		asked |= ofNumbers
	}
	k := known()
	for i, r := range v.runes {
		if b := k.table.of(r); b != 0 {
			asked |= k.begun(v, i, b, asked)
		}
		if asked&ofWords == 0 && v.hasAny(i, g.starts) > 0 {
			asked |= ofWords
		}
	}
	return asked
}

// begun returns the finders that have something to begin with at i, of those that are not asked
// for already; b is what may begin there.
func (k *beginnings) begun(v view, i int, b begins, asked finders) finders {
	var more finders
	for _, w := range k.words {
		if b&w.at != 0 && asked&w.finder == 0 && v.hasAny(i, w.words) > 0 {
			more |= w.finder
		}
	}
	asked |= more
	if asked&ofMatters == 0 && b&atMatter != 0 && v.matterAt(i) {
		more |= ofMatters
	}
	if asked&ofNames == 0 && b&atName != 0 && v.namesAt(i) {
		more |= ofNames
	}
	if asked&ofAddresses == 0 && b&atPlate != 0 && isLetter(v.rune(i+1)) {
		more |= ofAddresses
	}
	if asked&ofHomes == 0 && b&atFigure != 0 && v.doorAt(i) > 0 {
		more |= ofHomes
	}
	if asked&ofCitizens == 0 && (b&atCitizen != 0 && v.mayNameCitizen(i) || b&atBehind != 0 && v.mayNameBefore(i)) {
		more |= ofCitizens
	}
	if asked&ofFreeNames == 0 && b&atSurname != 0 && v.mayNameFree(i) {
		more |= ofFreeNames
	}
	if asked&ofAnonymous == 0 && (b&atSurname != 0 && v.mayNamePolitely(i) || b&atFamiliar != 0 && v.mayNameFamiliarly(i)) {
		more |= ofAnonymous
	}
	return more
}

// mayNameCitizen reports whether a name may stand behind the word for citizens at i.
func (v view) mayNameCitizen(i int) bool {
	d := lex()
	n := v.hasAny(i, d.citizens)
	if n == 0 {
		return false
	}
	next := v.rune(i + n)
	return surnameAt(v, i+n) > 0 || strings.ContainsRune("(:\"名姓叫", next) && next != 0
}

// mayNameBefore reports whether a name may stand before what is at i: a form of address, a
// private action, 等, or 、 with another name behind it.
func (v view) mayNameBefore(i int) bool {
	d := lex()
	r := v.rune(i)
	if r != '、' && r != '等' && v.hasAny(i, d.behindNames) == 0 || r == '、' && surnameAt(v, i+1) == 0 {
		return false
	}
	for back := 2; back <= 4; back++ {
		if surnameAt(v, i-back) > 0 {
			return true
		}
	}
	return false
}

// beginnings are the words with which the hits of each finder begin, and the table of their first
// characters; both are made when a gate first needs them.
type beginnings struct {
	words []beginning
	table beginTable
}

func (b *beginnings) mark(at begins, words lexicon) {
	for r := range words.byFirst {
		b.markEach(at, string(r))
	}
}

func (b *beginnings) markEach(at begins, characters string) {
	for _, r := range characters {
		if r = plain(r); int(r) < len(b.table) {
			b.table[r] |= at
		}
	}
}

var known = sync.OnceValue(func() *beginnings {
	d := lex()
	b := &beginnings{words: []beginning{
		{atAddress, ofAddresses, wordsOf("@ # (at) 微信").with(d.socialLabels, d.atSigns)},
		{atSex, ofCitizens, wordsOf("(男 (女 ,男 ,女")},
		{atHome, ofHomes, wordsOf("栋 幢 座 单元 姓").with(d.dwelling, d.births, d.endings)},
		{atMark, ofMarkings, wordsOf("㊙").with(d.grades, d.marks)},
	}}
	for _, w := range b.words {
		b.mark(w.at, w.words)
	}
	b.markEach(atMatter, matterStarts())
	b.mark(atName, d.nameLabels.with(d.colonLabels, d.titles))
	b.mark(atCitizen, d.citizens)
	b.mark(atBehind, d.behindNames)
	b.mark(atSurname, d.doubleSurnames)
	b.markEach(atBehind, "、等")
	for r := range d.surname {
		b.markEach(atSurname, string(r))
	}
	b.markEach(atFamiliar, familiar)
	b.markEach(atPlate, provinces)
	b.markEach(atFigure, spoken+"0123456789十百")
	return b
})

// mayNameFree reports whether a name that nothing announces may begin at i.
func (v view) mayNameFree(i int) bool { return v.freeName(i).found() }

// mayNamePolitely reports whether a surname with a form of address begins at i.
func (v view) mayNamePolitely(i int) bool { return v.politeName(i).found() }

// mayNameFamiliarly reports whether 老 or 小 with a surname begins at i.
func (v view) mayNameFamiliarly(i int) bool { return v.familiarName(i).found() }

// beginning is a set of words with which the hits of one finder begin.
type beginning struct {
	at     begins
	finder finders
	words  lexicon
}

// begins says what may begin with a character.
type begins uint16

const (
	atAddress begins = 1 << iota // one of the words of an address, a name, ...
	atName
	atSex
	atHome
	atMark
	atMatter
	atPlate    // a number plate
	atCitizen  // a word for citizens
	atBehind   // what stands behind a name
	atSurname  // a name
	atFigure   // a number
	atFamiliar // 老 or 小 before a surname
)

// beginTable holds for each character of the first plane what may begin with it.
type beginTable [1 << 16]begins

func (t *beginTable) of(r rune) begins {
	if r < 0 || int(r) >= len(t) {
		return 0
	}
	return t[r]
}

// mayNumber reports whether there are enough digits together for a number: with nothing
// between but what may link the groups of one.
func (v view) mayNumber() bool {
	digits := 0
	for _, r := range v.runes {
		switch {
		case numeral.has(r), lookalikeDigit(r) != 0:
			if digits++; digits == shortestNumber {
				return true
			}
		case !joint.has(r):
			digits = 0
		}
	}
	return false
}
