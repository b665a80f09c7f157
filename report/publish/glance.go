package publish

// shortestNumber is the least number of digits that a finder of numbers takes: a 短号.
const shortestNumber = 5

var (
	numeral = startsOf(spoken + "0123456789") // what a number may be written in
	joint   = startsOf(linking + "、,*×")
	plated  = startsOf(provinces)
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
	for i, r := range v.runes {
		if d.beginnings.first.has(r) && v.hasAny(i, d.beginnings) > 0 || g.starts.first.has(r) && v.hasAny(i, g.starts) > 0 ||
			plated.has(r) && isLetter(v.rune(i+1)) || v.mayName(d, i, r) || numeral.has(r) && v.doorAt(i) > 0 {
			return true
		}
	}
	return v.mayNumber()
}

// mayName reports whether a name may stand around i by what is there: behind a word for
// citizens, before a form of address or a private action, around 、 and before 等.
func (v view) mayName(d *lexica, i int, r rune) bool {
	switch {
	case r == '、' || r == '等' || d.behindNames.first.has(r) && v.hasAny(i, d.behindNames) > 0:
		for back := 2; back <= 4; back++ {
			if surnameAt(v, i-back) > 0 && (r != '、' || surnameAt(v, i+1) > 0) {
				return true
			}
		}
	}
	if d.surnames.has(r) && v.freeName(i).found() {
		return true
	}
	if !d.citizens.first.has(r) {
		return false
	}
	if n := v.hasAny(i, d.citizens); n > 0 {
		next := v.rune(i + n)
		return surnameAt(v, i+n) > 0 || next == '(' || next == ':' || next == '"' || next == '名' || next == '姓' || next == '叫'
	}
	return false
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
