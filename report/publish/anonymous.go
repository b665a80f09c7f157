package publish

import (
	"strings"

	"taizhang/importer/fold"
)

// anonymous finds persons whom only a surname names, where the sentence tells their private
// matter: 受理刘女士投诉, 投诉人系退休干部老周. Who knows the place knows them; each is doubtful. A
// surname without such a matter (李女士来电咨询) names nobody.
func anonymous(v view) []Hit {
	var hits []Hit
	for i := 0; i < len(v.runes); i++ {
		n := v.politeName(i)
		if !n.found() {
			n = v.familiarName(i)
		}
		if !n.found() {
			continue
		}
		if from, to := v.sentenceAround(i); !v.holds(from, to, lex().grievances, false) || v.holds(from, to, lex().praise, false) {
			continue
		}
		hits = append(hits, v.hit(doubtfulName, n.from, n.to, doubtfulName.name+" "+string(v.runes[n.from:n.to])))
		i = n.to - 1
	}
	return hits
}

// politeName finds a surname with a form of address that begins at i: 刘女士, 欧阳先生.
func (v view) politeName(i int) bareName {
	d := lex()
	surname := surnameAt(v, i)
	n := v.hasAny(i+surname, d.polite)
	if surname == 0 || n == 0 || surname == 1 && v.insideWord(i) {
		return bareName{}
	}
	if next := v.rune(i + surname + n); next == '们' || next == '兵' || v.isFirm(i+surname+n) {
		return bareName{}
	}
	return bareName{from: i, to: i + surname + n}
}

// familiar stand before the surname of somebody who is well known: 老周, 小李.
const familiar = "老小阿"

// familiarName finds 老 or 小 with a surname that begins at i and stands as a name does: 老周.
func (v view) familiarName(i int) bareName {
	d := lex()
	if r := v.rune(i); r == 0 || !strings.ContainsRune(familiar, r) {
		return bareName{}
	}
	next := v.rune(i + 1)
	if !d.surname[next] || d.alsoWord[next] || v.hasAny(i, d.notFamiliar) > 0 || !v.nameMayEnd(i+2) {
		return bareName{}
	}
	if fold.IsHan(v.rune(i-1)) && !v.gap[i] && !v.endsWithAny(i, d.citizens) && !v.endsWithAny(i, d.leading) && !v.endsWithAny(i, d.copulas) && !v.endsWithAny(i, d.nameLabels) && !v.endsWithAny(i, d.personEnds) {
		return bareName{}
	}
	return bareName{from: i, to: i + 2}
}
