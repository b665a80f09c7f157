package standing

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// basis is what the standings of a year rest on.
type basis struct {
	ledger *ledger.Ledger
	duties Duties
	voices *Voices
	ruled  Ruled
}

// Ruled are the statuses that the office took for whole requirements.
type Ruled map[RuledKey]status.Status

// RuledKey is a requirement at the end of a quarter.
type RuledKey struct{ No, Quarter int }

// Settle settles where each requirement stands at the end of each quarter.
func Settle(l *ledger.Ledger, duties Duties, voices *Voices, ruled Ruled) {
	b := basis{l, duties, voices, ruled}
	quarters := l.AsOf.Until()
	for i := range l.Plan.Requirements {
		req := &l.Plan.Requirements[i]
		did := false
		for _, q := range quarters {
			stands := b.standing(req, q)
			did = did || stands.Active && stands.Status == status.Completed
			stands.Overdue = stands.Overdue && !(did && ledger.IsRecurring(req))
			l.Standings = append(l.Standings, stands)
		}
	}
}

func (b *basis) standing(req *plan.Requirement, q period.Quarter) ledger.Standing {
	s := ledger.Standing{Requirement: req.No, Quarter: q, Active: req.Active.In(q), Status: status.NotReported}
	if !s.Active {
		return s
	}
	assigned := b.duties.Assigned(req.No, q)
	for _, d := range assigned.Deciders() {
		v := b.voices.LastWord(req.No, d, q)
		s.Deciders = append(s.Deciders, v)
		s.Expected++
		if v.Entry != nil && !v.Carried {
			s.Reported++
		}
	}
	for _, d := range assigned.Support {
		s.Supporting = append(s.Supporting, b.voices.LastWord(req.No, d, q))
	}
	s.Status = decide(s.Deciders)
	s.From = carriedFrom(s.Deciders, s.Status)
	if stands, from, ok := b.ruledStatus(req.No, q); ok {
		s.Status, s.From, s.Ruled = stands, period.Quarter{}, true
		if from != q {
			s.From = from
		}
	}
	for i := range s.Deciders {
		s.Deciders[i].Decides = s.Deciders[i].Status() == s.Status
	}
	s.Overdue = Overdue(req, q, s.Status) && !KeptUp(req, q, s.Status, s.From)
	return s
}

// behindness orders statuses from the furthest behind.
var behindness = []status.Status{status.Behind, status.NotStarted, status.InProgress, status.Ongoing, status.Completed}

// decide is the rule 谁说了算: the furthest behind of the deciders counts; completed
// needs every decider's word, and an answer without an understood status is no word;
// not_applicable only if all say so.
func decide(deciders []ledger.Voice) status.Status {
	spoken, words, worst := 0, 0, len(behindness)
	for _, v := range deciders {
		if v.Entry == nil {
			continue
		}
		spoken++
		stands := v.Status()
		if stands != status.NoStatus {
			words++
		}
		if rank := slices.Index(behindness, stands); rank >= 0 {
			worst = min(worst, rank)
		}
	}
	switch {
	case spoken == 0:
		return status.NotReported
	case worst == len(behindness) && words == len(deciders):
		return status.NotApplicable
	case worst == len(behindness):
		return status.InProgress
	case behindness[worst] == status.Completed && words < len(deciders):
		return status.InProgress
	}
	return behindness[worst]
}

// carriedFrom returns the quarter that the status rests on where that is an earlier one,
// else no quarter.
func carriedFrom(deciders []ledger.Voice, stands status.Status) period.Quarter {
	last := func(counts func(ledger.Voice) bool) (from period.Quarter, any bool) {
		for _, v := range deciders {
			if v.Entry == nil || !counts(v) {
				continue
			}
			if !v.Carried {
				return period.Quarter{}, true
			}
			any = true
			if from.Before(v.Entry.Quarter) {
				from = v.Entry.Quarter
			}
		}
		return from, any
	}
	if from, any := last(func(v ledger.Voice) bool { return v.Status() == stands }); any {
		return from
	}
	from, _ := last(func(ledger.Voice) bool { return true })
	return from
}

// ruledStatus returns the status that the office took for the requirement as of quarter q
// and when: it holds until a department that decides speaks in a later quarter.
func (b *basis) ruledStatus(no int, q period.Quarter) (stands status.Status, from period.Quarter, ok bool) {
	for n := q.N; n >= 1; n-- {
		at := period.Quarter{Year: q.Year, N: n}
		if s, ok := b.ruled[RuledKey{no, n}]; ok {
			return s, at, true
		}
		for _, d := range b.duties.Assigned(no, at).Deciders() {
			if _, said := b.voices.latest[voiceKey{no, d, n}]; said {
				return "", period.Quarter{}, false
			}
		}
	}
	return "", period.Quarter{}, false
}
