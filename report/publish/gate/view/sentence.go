package view

import "strings"

// WordBefore reports whether one of the words stands within reach before i in its clause.
func (v View) WordBefore(i int, words Lexicon, reach int) bool {
	for k := i; k > 0 && k > i-reach; k-- {
		if v.EndsWithAny(k, words) {
			return true
		}
		if strings.ContainsRune("。;!?,、", v.Runes[k-1]) {
			return false
		}
	}
	return false
}

// SentenceAround returns the sentence in which i stands.
func (v View) SentenceAround(i int) (from, to int) {
	for from = i; from > 0 && !EndsSentence(v.Runes[from-1]); from-- {
	}
	for to = i; to < len(v.Runes) && !EndsSentence(v.Runes[to]); to++ {
	}
	return from, to
}

// EndsSentence reports whether a sentence ends with r, as a view holds it.
func EndsSentence(r rune) bool { return r == '。' || r == ';' || r == '!' || r == '?' }

// denying are the characters before a word that turn it round, or put it off: 未公布, 谈话后公布.
const denying = "未不没暂尚待勿缓前后再"

// innerUnits end the name of a unit of the house, which is no matter of what its words say: 执法股.
var innerUnits = Words("股 科 科室 大队 支队 中队")

// Holds reports whether one of the words stands in a stretch; one that is denied does not count
// where affirmed.
func (v View) Holds(from, to int, words Lexicon, affirmed bool) bool {
	for k := from; k < to; k++ {
		n := v.HasAny(k, words)
		if n == 0 || k+n > to {
			continue
		}
		if affirmed && (k > from && strings.ContainsRune(denying, v.Runes[k-1]) || v.HasAny(k+n, innerUnits) > 0) {
			continue
		}
		return true
	}
	return false
}
