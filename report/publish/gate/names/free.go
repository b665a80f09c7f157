package names

import (
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// Free finds names that nothing goes before or behind that says so: 署名曹雨桐, 妻子患病的
// 万福生. Each is doubtful: the office knows whether it may stand. Of a name that runs on, or
// has one character behind the surname, the sentence has to speak of something private.
func Free(v view.View) []view.Hit {
	d := lexica.All()
	var hits []view.Hit
	titled := inTitles(v)
	for i := 0; i < len(v.Runes); i++ {
		if !d.Surnames.Has(v.Runes[i]) {
			continue
		}
		n := freeName(v, i)
		if !n.found() {
			continue
		}
		if titled == nil || !titled[i] {
			if !isPublic(v, n) {
				hits = append(hits, hitName(v, n, false))
			}
		}
		i = n.to - 1
	}
	return hits
}

// freeName finds the free name that begins at i.
func freeName(v view.View, i int) bareName {
	surname := surnameAt(v, i)
	alone := !fold.IsHan(v.Rune(i-1)) || v.Gap[i]
	called := alone || v.EndsWithAny(i, lexica.All().PersonEnds) || v.EndsWithAny(i, lexica.All().AmongThem)
	if surname == 0 || insideWord(v, i) || !called && lexica.All().AlsoWord[v.Runes[i]] || view.IsNumeral(v.Rune(i-1)) || endsInStreet(v, i+surname+2) {
		return bareName{}
	}
	n := nameFrom(v, i)
	if n.sure && n.to-n.from-surname == 2 {
		return n
	}
	from, to := v.SentenceAround(i)
	private := v.Holds(from, to, lexica.All().PrivateTopics)
	switch {
	case !private:
		return bareName{}
	case n.found() && !n.sure && alone && !fold.IsHan(v.Rune(n.to)) && isGiven(v, i+surname, n.to):
		return n // 万福生，: a word begins it, and it stands by itself
	case n.sure && called:
		return n
	case v.Rune(i+surname) == '某' && fold.IsHan(v.Rune(i+surname+1)) && nameMayEnd(v, i+surname+2):
		return bareName{from: i, to: i + surname + 2} // 董某祥
	case called:
		return runOnName(v, i)
	}
	return bareName{}
}

// endsInStreet reports whether what would be a name is a street's or a village's: 文昌路.
func endsInStreet(v view.View, to int) bool {
	return v.EndsWithAny(to, lexica.All().RoadEnds)
}

// inTitles marks what stands in 《》 or in quotes; nil where nothing does.
func inTitles(v view.View) []bool {
	var marked []bool
	from, closing := -1, rune(0)
	for i, r := range v.Runes {
		switch {
		case from < 0 && (r == '《' || r == '"'):
			if from, closing = i, '》'; r == '"' {
				closing = '"'
			}
		case from >= 0 && r == closing:
			if marked == nil {
				marked = make([]bool, len(v.Runes))
			}
			for k := from; k < i; k++ {
				marked[k] = true
			}
			from = -1
		}
	}
	return marked
}
