package publish

// shortestNumber is the least number of digits that a finder of numbers takes: a 短号.
const shortestNumber = 5

var (
	// beginnings are the words with which hits begin, but for numbers and number plates.
	beginnings = wordsOf("@ (at) 微信 ㊙").with(socialLabels, nameLabels, colonLabels, titles, grades, marks)

	numeral = startsOf(numerals + "0123456789") // what a number may be written in
	joint   = startsOf(linking)
	plated  = startsOf(provinces)
)

// mayHit is false for a text in which no finder has anything to begin with, as in most. It
// reads the text once and keeps nothing of it; what it can't rule out is looked at in full.
func (g *Gate) mayHit(text string) bool {
	var room [512]rune // enough for most
	v := view{runes: room[:0]}
	for _, r := range text {
		if r = plain(r); isSeen(r) {
			v.runes = append(v.runes, r)
		}
	}
	for i, r := range v.runes {
		if beginnings.first.has(r) && v.hasAny(i, beginnings) > 0 || g.starts.first.has(r) && v.hasAny(i, g.starts) > 0 ||
			plated.has(r) && isLetter(v.rune(i+1)) {
			return true
		}
	}
	return v.mayNumber()
}

// mayNumber reports whether there are enough digits together for a number: with nothing
// between but what may link the groups of one.
func (v view) mayNumber() bool {
	digits := 0
	for _, r := range v.runes {
		switch {
		case numeral.has(r):
			if digits++; digits == shortestNumber {
				return true
			}
		case !joint.has(r):
			digits = 0
		}
	}
	return false
}
