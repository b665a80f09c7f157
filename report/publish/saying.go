package publish

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/importer/period"
	"taizhang/report/publish/prose"
)

const (
	quoted     = 2   // texts that are quoted of many deciders
	quoteRunes = 120 // a quoted text ends with the sentence that passes this length
)

// saying is a department's words that passed the gate.
type saying struct {
	department string
	text       string
	key        string // of the text
	from       string // the earlier quarter that it was said in, "" for the document's own
	score      int
}

// sayings returns what the voices say in one of their fields, without what the gate
// leaves out, what says nothing, and what another already said.
func (e *editor) sayings(no int, voices []ledger.Voice, field func(ledger.Voice) grid.Words) []saying {
	said := make([]saying, len(voices))
	parallel.Each(len(voices), func(i int) {
		if v := voices[i]; v.Entry != nil {
			said[i] = e.saying(no, v, field(v))
		}
	})
	seen := map[string]bool{"": true}
	return slices.DeleteFunc(said, func(s saying) bool {
		again := seen[s.key]
		seen[s.key] = true
		return again
	})
}

// saying returns what a voice says, no words where that is nothing.
func (e *editor) saying(no int, v ledger.Voice, said grid.Words) saying {
	words := said.Value
	if e.saysNothing(words) {
		return saying{}
	}
	pass := e.gate.Pass
	if e.accepted[said.At] {
		pass = e.gate.PassAccepted
	}
	clean, _ := pass(words)
	stands := v.Entry.Row.Status.Value
	text := withoutClosing(withoutLabel(withoutSpeaker(prose.WithoutItem(prose.Sentence(prose.InOrder(words, clean)), no), v.Department), stands), stands)
	if e.saysNothing(text) {
		return saying{}
	}
	key, score := fold.Key(text), tellingness(text, v)
	one := saying{department: v.Department, text: e.inQuarter(text, v), key: key, score: score}
	if v.Carried {
		one.from = v.Entry.Quarter.Short()
	}
	return one
}

// thisQuarter is how a text speaks of the quarter that it was written in.
var thisQuarter = regexp.MustCompile(`(^|[^基日])本季度|这一?个?季度`)

// lastQuarter is how a text speaks of the quarter before the one that it was written in.
var lastQuarter = regexp.MustCompile(`上(?:一个|一|个)?季度`)

// inQuarter names the quarter that a text calls its own, where the document is of a later one or of
// the whole year: 本季度 is not so there, nor is 上季度.
func (e *editor) inQuarter(text string, v ledger.Voice) string {
	q := v.Entry.Quarter
	if q == e.ledger.AsOf && q.N != 4 {
		return text
	}
	if v.Carried { // the name stands before it already
		for _, begins := range []string{"本季度，", "本季度,", "本季度以来，"} {
			text = strings.TrimPrefix(text, begins)
		}
	}
	last := "上年第四季度"
	if q.N > 1 {
		last = period.Quarter{Year: q.Year, N: q.N - 1}.Short()
	}
	return thisQuarter.ReplaceAllString(lastQuarter.ReplaceAllString(text, last), "${1}"+q.Short())
}

// telling returns the n most telling sayings in the order in which they came, each cut to
// whole sentences where there are several.
func telling(said []saying, n int) []saying {
	if len(said) <= 1 {
		return said
	}
	best := slices.Clone(said)
	slices.SortStableFunc(best, func(a, b saying) int { return b.score - a.score })
	best = best[:min(n, len(best))]
	var kept []saying
	for _, s := range said {
		if slices.Contains(best, s) {
			s.text = opening(s.text, quoteRunes)
			kept = append(kept, s)
		}
	}
	return kept
}

// tellingness is higher for words that hold figures and names of documents, that are
// neither a phrase nor an essay, and that come from a department that decides.
func tellingness(text string, v ledger.Voice) int {
	score := figuresIn(text)
	if n := len([]rune(text)); n >= 15 {
		score += 5
	}
	if v.Decides {
		score += 4
	}
	if !v.Carried {
		score += 2
	}
	return score
}

// opening returns the first sentences of a text, up to the one that passes n characters.
func opening(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	last := 0
	for _, end := range prose.Ends(runes) {
		if last > 0 && end > n {
			break
		}
		last = end
	}
	return prose.Sentence(string(runes[:last]))
}
