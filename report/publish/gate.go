package publish

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
)

// Gate knows what must not be published. The zero Gate knows no words of the office and
// allows no phone but the short public hotlines (12345).
type Gate struct {
	phones    []string // digits of the phones that may stand
	sensitive [][]rune // folded as a view is
	plain     []string // the same as the office writes them
	starts    lexicon  // the same by their first characters
}

// NewGate makes the gate of an office. phone is 公开电话, several joined by 、; sensitive is
// the sheet 敏感词.
func NewGate(phone string, sensitive []string) *Gate {
	g := &Gate{phones: phoneDigits(phone)}
	for _, word := range sensitive {
		if folded := viewOf(word).runes; len(folded) > 0 {
			g.sensitive = append(g.sensitive, folded)
			g.plain = append(g.plain, strings.TrimSpace(word))
		}
	}
	g.starts = lexiconOf(g.sensitive)
	return g
}

// Hit is something in a text that must not be published.
type Hit struct {
	Code  finding.Code // personal-information, secrecy-marking or sensitive-wording
	Kind  string       // what it is: 手机号码
	Shown string       // what stands there; of personal information only enough to find it: 138****8000

	from, to int // in the original, in runes
}

// kind is a sort of hit.
type kind struct {
	code finding.Code
	name string
}

// Find returns what must not be published in text, in the order of the text.
func (g *Gate) Find(text string) []Hit {
	if !g.mayHit(text) {
		return nil
	}
	return g.look(text)
}

// findOnce is Find for texts that come again; known holds what was found in them.
func (g *Gate) findOnce(text string, known map[string][]Hit) []Hit {
	if !g.mayHit(text) {
		return nil
	}
	hits, seen := known[text]
	if !seen {
		hits = g.look(text)
		known[text] = hits
	}
	return hits
}

// look finds what Find does, without a glance before.
func (g *Gate) look(text string) []Hit {
	v := viewOf(text)
	var numbers []Hit
	if v.mayNumber() {
		numbers = g.numbers(v)
	}
	hits := slices.Concat(numbers, addresses(v), names(v), markings(v), g.words(v))
	slices.SortStableFunc(hits, func(a, b Hit) int { return a.from - b.from })
	return hits
}

// Pass returns text without the sentences that hold a hit. What it returns holds no hit.
func (g *Gate) Pass(text string) (clean string, hits []Hit) {
	hits = g.Find(text)
	clean = text
	// Sentences that meet for the first time may read as a hit together.
	for rest := hits; len(rest) > 0; rest = g.Find(clean) {
		clean = leaveOut(clean, rest)
	}
	return clean, hits
}

var sensitiveWord = kind{finding.SensitiveWording, "敏感词"}

// words finds the office's own sensitive words, in any width, case or spacing.
func (g *Gate) words(v view) []Hit {
	var hits []Hit
	for k, word := range g.sensitive {
		for i := 0; i+len(word) <= len(v.runes); i++ {
			if v.has(i, word) {
				hits = append(hits, v.hit(sensitiveWord, i, i+len(word), g.plain[k]))
				i += len(word) - 1
			}
		}
	}
	return hits
}
