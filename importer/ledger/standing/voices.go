package standing

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
)

type voiceKey struct {
	no         int
	department string
	quarter    int
}

// Voices are what departments have said of requirements in the quarters of the year.
type Voices struct {
	ledger *ledger.Ledger
	latest map[voiceKey]int          // by requirement, department and quarter: the entry
	since  map[string]period.Quarter // from when on departments are in force, zero where they always were
}

// NewVoices collects them from the entries of a ledger.
func NewVoices(l *ledger.Ledger) *Voices {
	v := &Voices{ledger: l, latest: make(map[voiceKey]int, len(l.Entries)), since: map[string]period.Quarter{}}
	for i := range l.Entries {
		e := &l.Entries[i]
		v.latest[voiceKey{e.Requirement, e.Department, e.Quarter.N}] = i
	}
	for _, d := range l.Departments {
		v.since[d.Name] = d.Active.From
	}
	return v
}

// LastWord returns a department's last word on a requirement as of quarter q (rule 沿用): a
// quarter without an entry keeps the last one.
func (v *Voices) LastWord(no int, department string, q period.Quarter) ledger.Voice {
	for n := q.N; n >= 1; n-- {
		if i, said := v.Spoke(no, department, n); said {
			return ledger.Voice{Department: department, Entry: &v.ledger.Entries[i], Carried: n != q.N}
		}
	}
	return ledger.Voice{Department: department}
}

// Spoke returns the entry of a department on a requirement in the n-th quarter. Before it was in
// force those speak for it whose past it carries on (rule 承接), of several the furthest behind.
func (v *Voices) Spoke(no int, department string, n int) (entry int, said bool) {
	if i, said := v.latest[voiceKey{no, department, n}]; said {
		return i, true
	}
	from := v.began(department)
	if from.IsZero() || !(period.Quarter{Year: v.ledger.Year, N: n}).Before(from) {
		return 0, false
	}
	worst := len(behindness) + 1
	for _, past := range v.ledger.Plan.Roster.Past(department) {
		i, ok := v.latest[voiceKey{no, past, n}]
		if !ok {
			continue
		}
		rank := slices.Index(behindness, v.ledger.Entries[i].Row.Status.Value)
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
func (v *Voices) began(department string) period.Quarter {
	return v.since[department]
}
