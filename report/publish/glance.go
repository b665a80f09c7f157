package publish

import "strings"

// shortestNumber is the least number of digits that a finder of numbers takes: a 短号.
const shortestNumber = 5

var (
	numeral = startsOf(spoken + "0123456789") // what a number may be written in
	joint   = startsOf(linking + "、,*×")
)

// mayHit is false for a text in which no finder has anything to begin with, as in most. It
// reads the text once and keeps nothing of it; what it can't rule out is looked at in full.
func (g *Gate) mayHit(text string) bool {
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
	d := lex()
	office := g.starts.first != nil
	for i, r := range v.runes {
		b := d.begins.of(r)
		if office && g.starts.first.has(r) && v.hasAny(i, g.starts) > 0 || b&atWord != 0 && v.hasAny(i, d.beginnings) > 0 ||
			b&atPlate != 0 && isLetter(v.rune(i+1)) || b&(atCitizen|atBehind|atSurname|atFamiliar) != 0 && v.mayName(d, i, r, b) || b&atFigure != 0 && v.doorAt(i) > 0 {
			return true
		}
	}
	return v.mayNumber()
}

// mayName reports whether a name may stand around i by what is there: behind a word for
// citizens, before a form of address or a private action, around 、 and before 等, or free.
func (v view) mayName(d *lexica, i int, r rune, b begins) bool {
	if b&atBehind != 0 && (r == '、' || r == '等' || v.hasAny(i, d.behindNames) > 0) {
		for back := 2; back <= 4; back++ {
			if surnameAt(v, i-back) > 0 && (r != '、' || surnameAt(v, i+1) > 0) {
				return true
			}
		}
	}
	if b&atSurname != 0 && (v.freeName(i).found() || v.politeName(i).found()) || b&atFamiliar != 0 && v.familiarName(i).found() {
		return true
	}
	if b&atCitizen == 0 {
		return false
	}
	n := v.hasAny(i, d.citizens)
	if n == 0 {
		return false
	}
	next := v.rune(i + n)
	return surnameAt(v, i+n) > 0 || strings.ContainsRune("(:\"名姓叫", next) && next != 0
}

// begins says what may begin with a character.
type begins uint8

const (
	atWord     begins = 1 << iota // one of lexica.beginnings
	atPlate                       // a number plate
	atCitizen                     // a word for citizens
	atBehind                      // what stands behind a name
	atSurname                     // a name
	atFigure                      // a number
	atFamiliar                    // 老 or 小 before a surname
)

// beginTable holds for each character of the first plane what may begin with it.
type beginTable [1 << 16]begins

func (t *beginTable) of(r rune) begins {
	if r < 0 || int(r) >= len(t) {
		return 0
	}
	return t[r]
}

func (t *beginTable) mark(b begins, words lexicon) {
	for r := range words.byFirst {
		t.markEach(b, string(r))
	}
}

func (t *beginTable) markEach(b begins, characters string) {
	for _, r := range characters {
		if r = plain(r); int(r) < len(t) {
			t[r] |= b
		}
	}
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
