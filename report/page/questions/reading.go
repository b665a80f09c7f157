package questions

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/report/ledgerbook"
	"taizhang/report/publish"
)

// Reading is what one reading of a year gave: the ledger, what may leave the house, and what the
// office is asked. It is never written to.
type Reading struct {
	Read      *ledger.Ledger // as it was read
	Ledger    *ledger.Ledger // with what a build finds besides
	Edition   publish.Edition
	Questions []ledgerbook.Question
	At        map[string]int // of questions by their IDs
	Headings  []ledgerbook.Reading
	Keys      map[int]string // of requirements, by number
	Decided   int            // how many of the decisions made here it knows

	heads   map[finding.Place]bool // of columns that 认表 asks about
	holders map[holder]bool        // what keeps rows out, see Premature
	placed  []placement            // rows that the office placed, in the order of the ledger
}

// Of makes the Reading of a ledger, with what must not be published as a build finds it.
func Of(read *ledger.Ledger, decided int) *Reading {
	edition, found := publish.Of(read)
	l := settle.With(read, found)
	s := &Reading{Read: read, Ledger: l, Edition: edition, Questions: ledgerbook.Questions(l), At: map[string]int{}, Headings: ledgerbook.Readings(l), Keys: map[int]string{}, Decided: decided, placed: placements(l)}
	s.holders, s.heads = holdersOf(s.Questions), headsOf(s.Headings)
	for i := range s.Questions {
		s.At[ID(&s.Questions[i])] = i
	}
	for i := range l.Plan.Requirements {
		s.Keys[l.Plan.Requirements[i].No] = l.Plan.Requirements[i].Key
	}
	return s
}

// Quarter is the one that the office is at: the one that the year has come to, and the
// first as long as nothing has come and the settings say none.
func (s *Reading) Quarter() period.Quarter {
	l := s.Ledger
	if !l.Plan.Settings.AsOf.IsZero() || s.Begun() {
		return l.Now()
	}
	return period.Quarter{Year: l.Year, N: 1}
}

// Begun reports whether anything of any quarter has come.
func (s *Reading) Begun() bool {
	l := s.Ledger
	return l.Numbers != nil && l.Numbers.Any() ||
		slices.ContainsFunc(l.Quarters, func(t ledger.QuarterTally) bool { return t.Returns.Reported > 0 })
}

// Severity is that of what a question is about.
func (s *Reading) Severity(q *ledgerbook.Question) finding.Severity {
	if q.Cause > 0 {
		return s.Ledger.Causes[q.Cause-1].Severity
	}
	return q.Finding.Severity()
}

// OfList reports a finding that speaks of the list, the roster or the settings, and not of how far a
// requirement is.
func (s *Reading) OfList(f *finding.Finding) bool {
	switch f.Code {
	case finding.ListNumberGap, finding.ListNumberDuplicate, finding.ListNoDepartment, finding.ListUnknownDepartment, finding.ListDueUnreadable,
		finding.RequirementOrphaned, finding.SettingUnreadable:
		return true
	}
	file := f.Place.File()
	return f.Severity() != finding.Info && f.Code != finding.Overdue && file != "" && file == s.Ledger.Plan.Source
}

// Came reports a file that lies among the returns, whatever became of it.
func (s *Reading) Came(file string) bool {
	return file != "" && slices.ContainsFunc(s.Ledger.Inputs, func(in ledger.Input) bool { return in.File == file })
}

// Beside are the words besides its own place that a question is about: those that a due date was read from.
func (s *Reading) Beside(q *ledgerbook.Question) (said []string) {
	if q.Finding.Code != finding.Overdue {
		return nil
	}
	for i := range s.Ledger.Plan.Requirements {
		if r := &s.Ledger.Plan.Requirements[i]; r.Text.At == q.Finding.Place {
			said = append(said, cmp.Or(r.Due.Recurring, r.Due.Said))
		}
	}
	return said
}
