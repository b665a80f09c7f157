package publish

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
)

// Gate knows what must not be published. The zero Gate knows no words of the office and
// allows no phone but the short public hotlines (12345).
type Gate struct {
	phones    phones   // those that may stand
	sensitive [][]rune // folded as a view is
	plain     []string // the same as the office writes them
	starts    lexicon  // the same by their first characters
}

// NewGate makes the gate of an office. phone is 公开电话, several joined by 、; sensitive is
// the sheet 敏感词.
func NewGate(phone string, sensitive []string) *Gate {
	g := &Gate{phones: phonesOf(phone)}
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
	asked := g.glance(text)
	if asked == 0 {
		return nil
	}
	return g.look(text, asked)
}

// Undoubted are the hits but for those that the office may accept.
func Undoubted(hits []Hit) []Hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool { return h.Code == finding.PersonDoubtful })
}

// FindIssued returns what must not be published in a text that the office itself has issued,
// as the list: there what only may be a name is none, and what is said of the house is meant
// to be said.
func (g *Gate) FindIssued(text string) []Hit {
	return slices.DeleteFunc(g.Find(text), func(h Hit) bool {
		return h.Code == finding.PersonDoubtful || h.Code == finding.SensitiveWording && h.Kind != sensitiveWord.name
	})
}

// findOnce is Find for texts that come again; known holds what was found in them.
func (g *Gate) findOnce(text string, known map[string][]Hit) []Hit {
	hits, seen := known[text]
	if !seen {
		hits = g.Find(text)
		known[text] = hits
	}
	return hits
}

// look asks the finders for their hits.
func (g *Gate) look(text string, asked finders) []Hit {
	v := viewOf(text)
	var hits []Hit
	for _, f := range []struct {
		is   finders
		find func(view) []Hit
	}{
		{ofNumbers, g.numbers}, {ofAddresses, addresses}, {ofNames, names}, {ofCitizens, citizens}, {ofFreeNames, freeNames},
		{ofAnonymous, anonymous}, {ofHomes, homes}, {ofMarkings, markings}, {ofMatters, matters}, {ofWords, g.words},
	} {
		if asked&f.is != 0 {
			hits = append(hits, f.find(v)...)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return a.from - b.from })
	return settled(hits)
}

// settled leaves out a doubtful hit where a sure one stands, and what two finders found alike.
func settled(hits []Hit) []Hit {
	var kept []Hit
	for _, h := range hits {
		covered := false
		for _, o := range hits {
			if o != h && o.from < h.to && h.from < o.to && o.Kind == h.Kind && h.Code == finding.PersonDoubtful && o.Code != finding.PersonDoubtful {
				covered = true
			}
		}
		for _, o := range kept {
			covered = covered || o.Kind == h.Kind && o.from < h.to && h.from < o.to
		}
		if !covered {
			kept = append(kept, h)
		}
	}
	return kept
}

// Pass returns text without the sentences that hold a hit. What it returns holds no hit.
func (g *Gate) Pass(text string) (clean string, hits []Hit) { return pass(text, g.Find) }

// PassIssued is Pass for what the office itself has issued: see FindIssued.
func (g *Gate) PassIssued(text string) (clean string, hits []Hit) { return pass(text, g.FindIssued) }

// PassAccepted is Pass for a text whose doubtful hits the office has accepted.
func (g *Gate) PassAccepted(text string) (clean string, hits []Hit) {
	return pass(text, func(text string) []Hit { return Undoubted(g.Find(text)) })
}

func pass(text string, find func(string) []Hit) (clean string, hits []Hit) {
	hits = find(text)
	clean = text
	// Sentences that meet for the first time may read as a hit together.
	for rest := hits; len(rest) > 0; rest = find(clean) {
		clean = leaveOut(clean, rest)
	}
	return clean, hits
}

// numbers finds the numbers of persons but for the office's own phones.
func (g *Gate) numbers(v view) []Hit { return personalNumbers(v, g.phones) }

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
