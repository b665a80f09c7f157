// Package house finds what the house keeps to itself: inner matters and markings of secrecy.
package house

import (
	"slices"
	"strings"
	"sync"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
	"taizhang/templates/gate"
)

// matter is something that is not said outside (instructions of leaders, petitions, appointments
// not yet published, reprimands inside the house): its words, and the words of its sentence
// that make it so or show that it is something else.
type matter struct {
	kind         view.Kind
	words, seams view.Lexicon
	beside, and  view.Lexicon // of each one has to stand in the sentence, where there are any
	unless       view.Lexicon
	unlessBefore view.Lexicon

	needsBeside, needsAnd bool
}

// codeOf are the kinds of matters.
var codeOf = map[string]finding.Code{"": finding.SensitiveWording, "密级": finding.SecrecyMarking, "个人": finding.PersonalInformation, "疑": finding.PersonDoubtful}

// matterOf makes a matter of an entry of 内部事项.
func matterOf(m gate.Matter) matter {
	return matter{kind: view.Kind{Code: codeOf[m.Kind], Name: m.Name}, words: view.Words(m.Words), seams: view.Words(m.Seams), beside: view.Words(m.Beside), and: view.Words(m.And),
		unless: view.Words(m.Unless), unlessBefore: view.Words(m.UnlessBefore), needsBeside: m.Beside != "", needsAnd: m.And != ""}
}

// begun are the words of a matter that begin with one character.
type begun struct {
	*matter
	words [][]rune
}

// index holds the matters by what their words begin with.
type index struct {
	byFirst map[rune][]begun
	starts  *view.Letters
	seconds *view.Letters // the second characters of the words
	alone   *view.Letters // the words of one character
}

// allMatters returns the matters; they are made when a gate first needs them.
var allMatters = sync.OnceValue(func() *index {
	x := &index{byFirst: map[rune][]begun{}}
	var seconds, alone strings.Builder
	for _, m := range lexica.All().Matters {
		one := matterOf(m)
		for first, words := range one.words.ByFirst {
			x.byFirst[first] = append(x.byFirst[first], begun{&one, words})
			for _, w := range words {
				if len(w) == 1 {
					alone.WriteRune(first)
					continue
				}
				seconds.WriteRune(w[1])
			}
		}
	}
	x.starts, x.seconds, x.alone = view.Starts(x.first()), view.Starts(seconds.String()), view.Starts(alone.String())
	return x
})

// mayBegin is a quick look: most words that begin like one of a matter go on otherwise.
func (x *index) mayBegin(v view.View, i int) bool {
	return x.seconds.Has(v.Rune(i+1)) || x.alone.Has(v.Rune(i))
}

// first are the characters with which words of the matters begin.
func (x *index) first() string {
	var b strings.Builder
	for r := range x.byFirst {
		b.WriteRune(r)
	}
	return b.String()
}

// MatterStarts are the characters with which words of a matter begin.
func MatterStarts() string { return allMatters().first() }

// Matters finds what is not said outside.
func Matters(v view.View) []view.Hit {
	d := allMatters()
	var hits []view.Hit
	past := map[*matter]int{} // the end of the last hit of each
	for i, r := range v.Runes {
		if !d.starts.Has(r) || !d.mayBegin(v, i) {
			continue
		}
		for _, m := range d.byFirst[r] {
			n := v.LongestOf(m.words, i)
			if n == 0 || i < past[m.matter] || !m.applies(v, i, n) {
				continue
			}
			hits = append(hits, v.Hit(m.kind, i, i+n, m.kind.Name+"（"+string(v.Runes[i:i+n])+"）"))
			past[m.matter] = i + n
		}
	}
	return hits
}

// MatterAt reports whether a word at i speaks of a matter.
func MatterAt(v view.View, i int) bool {
	d := allMatters()
	return d.mayBegin(v, i) && slices.ContainsFunc(d.byFirst[v.Rune(i)], func(m begun) bool {
		n := v.LongestOf(m.words, i)
		return n > 0 && m.applies(v, i, n)
	})
}

// applies reports whether the word at i, of n characters, speaks of the matter.
func (m *matter) applies(v view.View, i, n int) bool {
	from, to := v.SentenceAround(i)
	for k := max(from, i-4); k <= i; k++ {
		if seam := v.HasAny(k, m.seams); seam > 0 && k+seam > i {
			return false
		}
	}
	if m.needsBeside && !v.Holds(from, to, m.beside) || m.needsAnd && !v.Holds(from, to, m.and) || affirms(v, from, to, m.unless) {
		return false
	}
	clause := i
	for clause > from && !strings.ContainsRune(",:", v.Runes[clause-1]) {
		clause--
	}
	return !v.Holds(clause, i, m.unlessBefore)
}

// affirms reports whether one of the words stands in a stretch that is not denied or put off (未公布,
// 谈话后公布) and is no part of the name of one of the house's units, which says nothing of the matter: 执法股.
func affirms(v view.View, from, to int, words view.Lexicon) bool {
	d := lexica.All()
	for k := from; k < to; k++ {
		n := v.HasAny(k, words)
		if n > 0 && k+n <= to && !(k > from && v.EndsWithAny(k, d.Denials)) && !namesUnit(v, k+n) {
			return true
		}
	}
	return false
}

// namesUnit reports whether what stands before at is part of the name of one of the house's units, which
// ends at once or a word later: 执法股, 市场执法股.
func namesUnit(v view.View, at int) bool {
	const word = 2 // characters
	for k := at; k <= at+word; k++ {
		if v.HasAny(k, lexica.All().InnerUnits) > 0 {
			return true
		}
		if !fold.IsHan(v.Rune(k)) {
			break
		}
	}
	return false
}
