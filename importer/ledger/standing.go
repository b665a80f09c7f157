package ledger

import (
	"slices"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

type voiceKey struct {
	no         int
	department string
	quarter    int
}

// voice returns a department's last word on a requirement as of quarter q (rule 沿用): a
// quarter without an entry keeps the last one.
func (m *merge) voice(no int, department string, q period.Quarter) Voice {
	for n := q.N; n >= 1; n-- {
		if i, said := m.spoke(no, department, n); said {
			return Voice{Department: department, Entry: &m.Entries[i], Carried: n != q.N}
		}
	}
	return Voice{Department: department}
}

// spoke returns the entry of a department on a requirement in the n-th quarter. Before it was in
// force those speak for it whose past it carries on (rule 承接), of several the furthest behind.
func (m *merge) spoke(no int, department string, n int) (entry int, said bool) {
	if i, said := m.latest[voiceKey{no, department, n}]; said {
		return i, true
	}
	from := m.began(department)
	if from.IsZero() || !(period.Quarter{Year: m.Year, N: n}).Before(from) {
		return 0, false
	}
	worst := len(behindness) + 1
	for _, past := range m.Plan.Roster.Past(department) {
		i, ok := m.latest[voiceKey{no, past, n}]
		if !ok {
			continue
		}
		rank := slices.Index(behindness, m.Entries[i].Row.Status.Value)
		if rank < 0 {
			rank = len(behindness)
		}
		if rank < worst {
			entry, said, worst = i, true, rank
		}
	}
	return entry, said
}

// began returns the quarter from which a department is in force, zero where it always was.
func (m *merge) began(department string) period.Quarter {
	if at, ok := m.order[department]; ok {
		return m.Departments[at].Active.From
	}
	return period.Quarter{}
}

// settleStandings settles where each requirement stands at the end of each quarter.
func (m *merge) settleStandings() {
	quarters := m.AsOf.Until()
	for i := range m.Plan.Requirements {
		req := &m.Plan.Requirements[i]
		did := false
		for _, q := range quarters {
			s := m.standing(req, q)
			did = did || s.Active && s.Status == status.Completed
			s.Overdue = s.Overdue && !(did && isRecurring(req))
			m.Standings = append(m.Standings, s)
		}
	}
}

func (m *merge) standing(req *plan.Requirement, q period.Quarter) Standing {
	s := Standing{Requirement: req.No, Quarter: q, Active: req.Active.In(q), Status: status.NotReported}
	if !s.Active {
		return s
	}
	assigned := m.assigned(req.No, q)
	for _, d := range assigned.Deciders() {
		v := m.voice(req.No, d, q)
		s.Deciders = append(s.Deciders, v)
		s.Expected++
		if v.Entry != nil && !v.Carried {
			s.Reported++
		}
	}
	for _, d := range assigned.Support {
		s.Supporting = append(s.Supporting, m.voice(req.No, d, q))
	}
	s.Status = settle(s.Deciders)
	s.From = carriedFrom(s.Deciders, s.Status)
	if stands, from, ok := m.ruledStatus(req.No, q); ok {
		s.Status, s.From, s.Ruled = stands, period.Quarter{}, true
		if from != q {
			s.From = from
		}
	}
	for i := range s.Deciders {
		s.Deciders[i].Decides = s.Deciders[i].Status() == s.Status
	}
	s.Overdue = overdue(req, q, s.Status) && !keptUp(req, q, s.Status, s.From)
	return s
}

// behindness orders statuses from the furthest behind.
var behindness = []status.Status{status.Behind, status.NotStarted, status.InProgress, status.Ongoing, status.Completed}

// settle is the rule 谁说了算: the furthest behind of the deciders counts; completed
// needs every decider's word, and an answer without an understood status is no word;
// not_applicable only if all say so.
func settle(deciders []Voice) status.Status {
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
func carriedFrom(deciders []Voice, stands status.Status) period.Quarter {
	last := func(counts func(Voice) bool) (from period.Quarter, any bool) {
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
	if from, any := last(func(v Voice) bool { return v.Status() == stands }); any {
		return from
	}
	from, _ := last(func(Voice) bool { return true })
	return from
}

// DidInYear reports whether a department has completed a recurring duty in any quarter of the
// year; false for a requirement that does not recur.
func (l *Ledger) DidInYear(req *plan.Requirement, department string) bool {
	if !isRecurring(req) {
		return false
	}
	from, _ := slices.BinarySearchFunc(l.Entries, req.No, func(e Entry, no int) int { return e.Requirement - no })
	for _, e := range l.Entries[from:] {
		if e.Requirement != req.No {
			break
		}
		if e.Department == department && e.Row.Status.Value == status.Completed {
			return true
		}
	}
	return false
}

// keptUp reports whether a duty that comes round within the year is kept up: 常态化 by the word of the
// round that ends in q. from is the quarter that the status was carried from, zero for none.
func keptUp(req *plan.Requirement, q period.Quarter, stands status.Status, from period.Quarter) bool {
	first, ok := req.Due.Round(q)
	return ok && stands == status.Ongoing && (from.IsZero() || !from.Before(first))
}

func isRecurring(req *plan.Requirement) bool { return req.Due.On.IsZero() && req.Due.Recurring != "" }

// overdue is the rule 逾期: due by the end of the quarter and neither completed nor not
// applicable, whatever it says of itself. What recurs is overdue from the fourth quarter, unless
// it was completed in any quarter or is kept up: who calls looks after that.
func overdue(req *plan.Requirement, q period.Quarter, stands status.Status) bool {
	if stands == status.Completed || stands == status.NotApplicable {
		return false
	}
	if !req.Due.On.IsZero() {
		return !req.Due.On.After(q.Last())
	}
	return req.Due.Recurring != "" && q.N == 4
}
