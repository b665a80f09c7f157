package gate

import (
	"sync"

	"taizhang/report/publish/gate/details"
	"taizhang/report/publish/gate/house"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/names"
	"taizhang/report/publish/gate/view"
)

// glance returns the finders that have anything to begin with in a text: none, in most. It reads
// the text once and keeps nothing of it.
func (g *Gate) glance(text string) finders {
	var room [512]rune // enough for most
	var gaps [512]bool
	v := view.View{Runes: room[:0], Gap: gaps[:0]}
	gap := true
	for _, r := range text {
		if r = view.Plain(r); !view.IsSeen(r) {
			gap = gap || r == ' '
			continue
		}
		v.Runes, v.Gap = append(v.Runes, r), append(v.Gap, gap)
		gap = false
	}
	var asked finders
	if details.MayNumber(v) {
		asked |= ofNumbers
	}
	k := known()
	for i, r := range v.Runes {
		if b := k.table.of(r); b != 0 {
			asked |= k.begun(v, i, b, asked)
		}
		if asked&ofWords == 0 && v.HasAny(i, g.starts) > 0 {
			asked |= ofWords
		}
	}
	return asked
}

// begun returns the finders that have something to begin with at i, of those that are not asked
// for already; b is what may begin there.
func (k *beginnings) begun(v view.View, i int, b begins, asked finders) finders {
	var more finders
	for _, w := range k.words {
		if b&w.at != 0 && asked&w.finder == 0 && v.HasAny(i, w.words) > 0 {
			more |= w.finder
		}
	}
	asked |= more
	if asked&ofMatters == 0 && b&atMatter != 0 && house.MatterAt(v, i) {
		more |= ofMatters
	}
	if asked&ofNames == 0 && b&atName != 0 && names.LabelledAt(v, i) {
		more |= ofNames
	}
	if asked&ofAddresses == 0 && b&atPlate != 0 && view.IsLetter(v.Rune(i+1)) {
		more |= ofAddresses
	}
	if asked&ofHomes == 0 && b&atFigure != 0 && details.DoorAt(v, i) > 0 {
		more |= ofHomes
	}
	if asked&ofCitizens == 0 && (b&atCitizen != 0 && names.MayNameCitizen(v, i) || b&atBehind != 0 && names.MayNameBefore(v, i)) {
		more |= ofCitizens
	}
	if asked&ofFreeNames == 0 && b&atSurname != 0 && names.MayNameFree(v, i) {
		more |= ofFreeNames
	}
	if asked&ofAnonymous == 0 && (b&atSurname != 0 && names.MayNamePolitely(v, i) || b&atFamiliar != 0 && names.MayNameFamiliarly(v, i) || b&atHandle != 0 && names.MayNameByHandle(v, i)) {
		more |= ofAnonymous
	}
	return more
}

// beginnings are the words with which the hits of each finder begin, and the table of their first
// characters.
type beginnings struct {
	words []beginning
	table beginTable
}

func (b *beginnings) mark(at begins, words view.Lexicon) {
	for r := range words.ByFirst {
		b.markEach(at, string(r))
	}
}

func (b *beginnings) markEach(at begins, characters string) {
	for _, r := range characters {
		if r = view.Plain(r); int(r) < len(b.table) {
			b.table[r] |= at
		}
	}
}

// known returns what may begin with what; it is made when a gate first needs it.
var known = sync.OnceValue(func() *beginnings {
	d := lexica.All()
	b := &beginnings{words: []beginning{
		{atAddress, ofAddresses, view.Words("@ # (at) 微信").With(d.SocialLabels, d.AtSigns)},
		{atSex, ofCitizens, view.Words("(男 (女 ,男 ,女")},
		{atHome, ofHomes, view.Words("栋 幢 座 单元 姓").With(d.Dwelling, d.Births, d.Endings)},
		{atMark, ofMarkings, view.Words("㊙").With(d.Grades, d.Marks)},
	}}
	for _, w := range b.words {
		b.mark(w.at, w.words)
	}
	b.markEach(atMatter, house.MatterStarts())
	b.mark(atName, d.NameLabels.With(d.ColonLabels, d.Titles))
	b.mark(atCitizen, d.Citizens)
	b.mark(atBehind, d.BehindNames)
	b.mark(atSurname, d.DoubleSurnames)
	b.markEach(atBehind, "、等")
	for r := range d.Surname {
		b.markEach(atSurname, string(r))
	}
	b.mark(atFamiliar, d.Familiar)
	b.mark(atHandle, d.Handles)
	b.mark(atPlate, d.Provinces)
	b.markEach(atFigure, view.Spoken+"0123456789十百")
	return b
})

// beginning is a set of words with which the hits of one finder begin.
type beginning struct {
	at     begins
	finder finders
	words  view.Lexicon
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
	atHandle   // a word for somebody on the web
)

// beginTable holds for each character of the first plane what may begin with it.
type beginTable [1 << 16]begins

func (t *beginTable) of(r rune) begins {
	if r < 0 || int(r) >= len(t) {
		return 0
	}
	return t[r]
}
