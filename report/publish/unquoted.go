package publish

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Unquoted is what a department wrote of a requirement and the public edition does not quote, as the
// office took a status that the words are against.
type Unquoted struct {
	Requirement int
	Taken       status.Status // the one that the office took
	Voice       ledger.Voice  // whose entry holds the words
}

// Unquoteds returns what is left out of the public edition for the sake of a status that the office took,
// in the order of the list. What is left out for other reasons has findings.
func Unquoteds(l *ledger.Ledger) []Unquoted {
	var list []Unquoted
	var e *editor
	for no := 1; l.Plan != nil && no <= len(l.Plan.Requirements); no++ {
		s := l.Standing(no, l.AsOf)
		if s == nil || !s.Active || !s.Ruled || decided(s) {
			continue
		}
		if e == nil { // what tells whether words are against a status
			e = &editor{ledger: l, statuses: status.New(words.Default())}
		}
		heard := e.heard(s)
		for _, v := range s.Deciders {
			if v.Entry == nil || !v.Entry.Row.Progress.Given() || slices.ContainsFunc(heard, func(h ledger.Voice) bool { return h.Entry == v.Entry }) {
				continue
			}
			list = append(list, Unquoted{no, s.Status, v})
		}
	}
	return list
}
