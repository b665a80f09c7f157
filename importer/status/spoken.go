package status

import (
	"strings"
	"unicode/utf8"
)

// longestSpoken is how many characters a clause has in which a verb may be one character.
// In longer ones such a character is most often a part of another word: 活动, 自动.
const longestSpoken = 8

// spokenRun takes an unknown run apart that is a verb of one character with its endings
// (动, 办着呢, 弄好), or endings alone. It is nil where anything else stands in it.
func (g *Grammar) spokenRun(run string) []word {
	var words []word
	for i, r := range run {
		text := run[i : i+utf8.RuneLen(max(r, 0))]
		class, ok := g.spoken[r]
		if !ok || i > 0 && g.isVerb(r) {
			return nil
		}
		words = append(words, word{class: class, text: text})
	}
	return words
}

// isVerb reports whether a character is a verb by itself.
func (g *Grammar) isVerb(r rune) bool { return g.spoken[r] == doing || g.spoken[r] == deed }

// alone returns the status of a clause that is nothing but one saying (前期, 正常, 达标),
// but for whom, when and what it speaks of, 已, 全部 and 了.
func (g *Grammar) alone(text string, p parsed) Status {
	if p.size > longestAlone {
		return NoStatus
	}
	end := len(text)
	for i := len(p.words) - 1; i > 0 && p.words[i].class == particle; i-- {
		end -= len(p.words[i].text)
	}
	from := 0
	for _, w := range p.words {
		if from >= end {
			return NoStatus
		}
		if s := g.sayings[text[from:]]; s != NoStatus {
			return s
		}
		if s := g.sayings[text[from:end]]; s != NoStatus {
			return s
		}
		if strings.IndexByte("csktdY", w.class) < 0 {
			return NoStatus
		}
		from += len(w.text)
	}
	return NoStatus
}

// longestAlone is how many characters a saying has with what stands before it.
const longestAlone = 12

// isRefusal reports a negation that tells what is not wanted or cannot be: 不办 is no 没办.
func isRefusal(p parsed) bool {
	for _, w := range p.words {
		if w.class == not && strings.ContainsAny(w.text, "不无非能法难会") {
			return true
		}
	}
	return false
}
