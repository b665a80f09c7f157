package publish

import (
	"slices"
	"strings"
	"sync"

	"taizhang/importer/finding"
	"taizhang/templates/gate"
)

// matter is something that is not said outside (instructions of leaders, petitions, appointments
// not yet published, reprimands inside the house): its words, and the words of its sentence
// that make it so or show that it is something else.
type matter struct {
	kind         kind
	words, seams lexicon
	beside, and  lexicon // of each one has to stand in the sentence, where there are any
	unless       lexicon
	unlessBefore lexicon

	needsBeside, needsAnd bool
}

// codeOf are the kinds of matters.
var codeOf = map[string]finding.Code{"": finding.SensitiveWording, "密级": finding.SecrecyMarking, "个人": finding.PersonalInformation, "疑": finding.PersonDoubtful}

func matterOf(m gate.Matter) matter {
	return matter{kind: kind{codeOf[m.Kind], m.Name}, words: wordsOf(m.Words), seams: wordsOf(m.Seams), beside: wordsOf(m.Beside), and: wordsOf(m.And),
		unless: wordsOf(m.Unless), unlessBefore: wordsOf(m.UnlessBefore), needsBeside: m.Beside != "", needsAnd: m.And != ""}
}

// begun are the words of a matter that begin with one character.
type begun struct {
	*matter
	words [][]rune
}

// index holds the matters by what their words begin with.
type index struct {
	byFirst map[rune][]begun
	starts  *letters
}

var allMatters = sync.OnceValue(func() *index {
	x := &index{byFirst: map[rune][]begun{}}
	for _, m := range lex().matters {
		one := matterOf(m)
		for first, words := range one.words.byFirst {
			x.byFirst[first] = append(x.byFirst[first], begun{&one, words})
		}
	}
	x.starts = startsOf(x.first())
	return x
})

// first are the characters with which words of the matters begin.
func (x *index) first() string {
	var b strings.Builder
	for r := range x.byFirst {
		b.WriteRune(r)
	}
	return b.String()
}

// matterStarts are the characters with which words of a matter begin.
func matterStarts() string { return allMatters().first() }

// matters finds what is not said outside.
func matters(v view) []Hit {
	d := allMatters()
	var hits []Hit
	past := map[*matter]int{} // the end of the last hit of each
	for i, r := range v.runes {
		if !d.starts.has(r) {
			continue
		}
		for _, m := range d.byFirst[r] {
			n := v.longestOf(m.words, i)
			if n == 0 || i < past[m.matter] || !m.applies(v, i, n) {
				continue
			}
			hits = append(hits, v.hit(m.kind, i, i+n, m.kind.name+"（"+string(v.runes[i:i+n])+"）"))
			past[m.matter] = i + n
		}
	}
	return hits
}

// matterAt reports whether a word at i speaks of a matter.
func (v view) matterAt(i int) bool {
	return slices.ContainsFunc(allMatters().byFirst[v.rune(i)], func(m begun) bool {
		n := v.longestOf(m.words, i)
		return n > 0 && m.applies(v, i, n)
	})
}

// applies reports whether the word at i, of n characters, speaks of the matter.
func (m *matter) applies(v view, i, n int) bool {
	from, to := v.sentenceAround(i)
	for k := max(from, i-4); k <= i; k++ {
		if seam := v.hasAny(k, m.seams); seam > 0 && k+seam > i {
			return false
		}
	}
	if m.needsBeside && !v.holds(from, to, m.beside, false) || m.needsAnd && !v.holds(from, to, m.and, false) || v.holds(from, to, m.unless, true) {
		return false
	}
	clause := i
	for clause > from && !strings.ContainsRune(",:", v.runes[clause-1]) {
		clause--
	}
	return !v.holds(clause, i, m.unlessBefore, false)
}

// sentenceAround returns the sentence in which i stands.
func (v view) sentenceAround(i int) (from, to int) {
	for from = i; from > 0 && !endsSentence(v.runes[from-1]); from-- {
	}
	for to = i; to < len(v.runes) && !endsSentence(v.runes[to]); to++ {
	}
	return from, to
}

// endsSentence reports whether a sentence ends with r, as a view holds it.
func endsSentence(r rune) bool { return r == '。' || r == ';' || r == '!' || r == '?' }

// denying are the characters before a word that turn it round, or put it off: 未公布, 谈话后公布.
const denying = "未不没暂尚待勿缓前后再"

// innerUnits end the name of a unit of the house, which is no matter of what its words say: 执法股.
var innerUnits = wordsOf("股 科 科室 大队 支队 中队")

// holds reports whether one of the words stands in a stretch; one that is denied does not count
// where affirmed.
func (v view) holds(from, to int, words lexicon, affirmed bool) bool {
	for k := from; k < to; k++ {
		n := v.hasAny(k, words)
		if n == 0 || k+n > to {
			continue
		}
		if affirmed && (k > from && strings.ContainsRune(denying, v.runes[k-1]) || v.hasAny(k+n, innerUnits) > 0) {
			continue
		}
		return true
	}
	return false
}
