// Package gate knows what must not be published. Texts go in and hits come out: it knows no ledger,
// no file and no department. The finders stand in rooms of their own: names of persons, other
// details of theirs, matters of the house.
package gate

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/publish/gate/details"
	"taizhang/report/publish/gate/view"
)

// Hit is something in a text that must not be published.
type Hit = view.Hit

// Gate knows what must not be published. The zero Gate knows no words of the office and
// allows no phone but the short public hotlines (12345).
type Gate struct {
	phones    details.Phones // those that may stand
	sensitive [][]rune       // folded as a view is
	plain     []string       // the same as the office writes them
	starts    view.Lexicon   // the same by their first characters
}

// New makes the gate of an office. phone is 公开电话, several joined by 、; sensitive is
// the sheet 敏感词.
func New(phone string, sensitive []string) *Gate {
	g := &Gate{phones: details.PhonesOf(phone)}
	for _, word := range sensitive {
		if folded := view.Of(word).Runes; len(folded) > 0 {
			g.sensitive = append(g.sensitive, folded)
			g.plain = append(g.plain, strings.TrimSpace(word))
		}
	}
	g.starts = view.LexiconOf(g.sensitive)
	return g
}

// Find returns what must not be published in text, in the order of the text.
func (g *Gate) Find(text string) []Hit {
	asked := g.glance(text)
	if asked == 0 {
		return nil
	}
	return g.look(text, asked)
}

// undoubted are the hits but for those that the office may accept.
func undoubted(hits []Hit) []Hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool { return h.Code == finding.PersonDoubtful })
}

// FindIssued returns what must not be published in a text that the office itself has issued,
// as the list: there what only may be a name is none, and what is said of the house is meant
// to be said.
func (g *Gate) FindIssued(text string) []Hit {
	return slices.DeleteFunc(g.Find(text), func(h Hit) bool {
		return h.Code == finding.PersonDoubtful || h.Code == finding.SensitiveWording && h.Kind != sensitiveWord.Name
	})
}

// FindOnce is Find for texts that come again; known holds what was found in them.
func (g *Gate) FindOnce(text string, known map[string][]Hit) []Hit {
	hits, seen := known[text]
	if !seen {
		hits = g.Find(text)
		known[text] = hits
	}
	return hits
}

// Pass returns text without the sentences that hold a hit. What it returns holds no hit.
func (g *Gate) Pass(text string) (clean string, hits []Hit) { return pass(text, g.Find) }

// PassIssued is Pass for what the office itself has issued: see FindIssued.
func (g *Gate) PassIssued(text string) (clean string, hits []Hit) {
	return pass(text, g.FindIssued)
}

// PassAccepted is Pass for a text whose doubtful hits the office has accepted.
func (g *Gate) PassAccepted(text string) (clean string, hits []Hit) {
	return pass(text, func(text string) []Hit { return undoubted(g.Find(text)) })
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
func (g *Gate) numbers(v view.View) []Hit { return details.Numbers(v, g.phones) }

var sensitiveWord = view.Kind{Code: finding.SensitiveWording, Name: "敏感词"}

// words finds the office's own sensitive words, in any width, case or spacing.
func (g *Gate) words(v view.View) []Hit {
	var hits []Hit
	for k, word := range g.sensitive {
		for i := 0; i+len(word) <= len(v.Runes); i++ {
			if v.Has(i, word) {
				hits = append(hits, v.Hit(sensitiveWord, i, i+len(word), g.plain[k]))
				i += len(word) - 1
			}
		}
	}
	return hits
}
