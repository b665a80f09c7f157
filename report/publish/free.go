package publish

import (
	"strings"

	"taizhang/importer/fold"
)

// freeNames finds names that nothing goes before or behind that says so: 署名曹雨桐, 妻子患病的
// 万福生. Each is doubtful: the office knows whether it may stand. Of a name that runs on, or
// has one character behind the surname, the sentence has to speak of something private.
func freeNames(v view) []Hit {
	d := lex()
	var hits []Hit
	titled := v.inTitles()
	for i := 0; i < len(v.runes); i++ {
		if !d.surnames.has(v.runes[i]) {
			continue
		}
		n := v.freeName(i)
		if !n.found() {
			continue
		}
		if titled == nil || !titled[i] {
			if !v.isPublic(n) {
				hits = append(hits, v.hitName(n, false))
			}
		}
		i = n.to - 1
	}
	return hits
}

// freeName finds the free name that begins at i.
func (v view) freeName(i int) bareName {
	surname := surnameAt(v, i)
	alone := !fold.IsHan(v.rune(i-1)) || v.gap[i]
	called := alone || v.endsWithAny(i, lex().personEnds)
	if surname == 0 || v.insideWord(i) || !called && lex().alsoWord[v.runes[i]] || isNumeral(v.rune(i-1)) || v.endsInStreet(i+surname+2) {
		return bareName{}
	}
	n := v.nameFrom(i)
	if n.sure && n.to-n.from-surname == 2 {
		return n
	}
	from, to := v.sentenceAround(i)
	private := v.holds(from, to, lex().privateTopics, false)
	switch {
	case !private:
		return bareName{}
	case n.found() && !n.sure && alone && !fold.IsHan(v.rune(n.to)) && v.isGiven(i+surname, n.to):
		return n // 万福生，: a word begins it, and it stands by itself
	case n.sure && called:
		return n
	case v.rune(i+surname) == '某' && fold.IsHan(v.rune(i+surname+1)) && v.nameMayEnd(i+surname+2):
		return bareName{from: i, to: i + surname + 2} // 董某祥
	case called:
		return v.runOnName(i)
	}
	return bareName{}
}

// endsInStreet reports whether what would be a name is a street's or a village's: 文昌路.
func (v view) endsInStreet(to int) bool {
	r := v.rune(to - 1)
	return r != 0 && strings.ContainsRune("路街巷镇村桥乡", r)
}

// inTitles marks what stands in 《》 or in quotes; nil where nothing does.
func (v view) inTitles() []bool {
	var marked []bool
	from, closing := -1, rune(0)
	for i, r := range v.runes {
		switch {
		case from < 0 && (r == '《' || r == '"'):
			if from, closing = i, '》'; r == '"' {
				closing = '"'
			}
		case from >= 0 && r == closing:
			if marked == nil {
				marked = make([]bool, len(v.runes))
			}
			for k := from; k < i; k++ {
				marked[k] = true
			}
			from = -1
		}
	}
	return marked
}
