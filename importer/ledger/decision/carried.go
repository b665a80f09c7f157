package decision

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/place"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// formerPlaces returns where the rows that decisions are about were placed before these.
func formerPlaces(f *found) map[*rows.Line]place.Outcome {
	were := map[*rows.Line]place.Outcome{}
	for l := range f.about {
		were[l] = l.Placed
	}
	return were
}

// carry lets decisions hold for the other versions of the rows that they are about: a department
// that sends its return once more means by the same words what it meant before, and the office is
// not asked again. A row that it decided on by itself keeps that decision.
func (f *found) carry(former map[*rows.Line]place.Outcome) {
	for _, s := range f.subjects {
		if s.line != nil && !s.again {
			f.carryEqual(s)
		}
	}
	for _, s := range f.subjects {
		if s.line != nil && !s.again {
			f.carryWording(s, former[s.line])
		}
	}
}

// carryEqual carries placement and status to the rows of other returns that say just the same. Where a
// return says it several times, the first is the first.
func (f *found) carryEqual(s *subject) {
	byReturn := map[int][]*rows.Line{}
	for _, l := range f.bySum[s.line.Sum] {
		byReturn[l.Index] = append(byReturn[l.Index], l)
	}
	own := byReturn[s.line.Index]
	for _, l := range f.bySum[s.line.Sum] {
		others := byReturn[l.Index]
		if l.Index == s.line.Index || len(others) != len(own) || others[slices.Index(own, s.line)] != l || f.decided(others) {
			continue
		}
		for _, r := range f.about[s.line] {
			if r.Act == ruling.Place || r.Act == ruling.Take {
				f.carryTo(r, s.line, l, r.Act == ruling.Place)
				takeStatusAlike(r, l)
			}
		}
	}
}

// carryWording carries the placement to the rows of other returns that say the same of their
// requirement and answer otherwise: the decision was which requirement these words mean. Words that
// stand twice in a return, or that the office placed on different requirements, mean nothing by
// themselves.
func (f *found) carryWording(s *subject, former place.Outcome) {
	versions := f.wordings[s.line.Wording]
	i := slices.IndexFunc(f.about[s.line], func(r *ruling.Ruling) bool { return r.Act == ruling.Place })
	if i < 0 || !onceInEach(versions) || !f.agree(s.line.Wording) {
		return
	}
	for _, l := range versions {
		if l != s.line && !f.decided([]*rows.Line{l}) && l.Placed.Match.By != "ruling" && l.Sum != s.line.Sum && sameQuestion(s.line, l, former) {
			f.carryTo(f.about[s.line][i], s.line, l, true)
		}
	}
}

// decided reports whether the office decided where one of the lines goes.
func (f *found) decided(lines []*rows.Line) bool {
	return slices.ContainsFunc(lines, func(l *rows.Line) bool {
		return slices.ContainsFunc(f.about[l], func(r *ruling.Ruling) bool { return r.Act == ruling.Place || r.Act == ruling.Ignore })
	})
}

// agree reports whether the office put all rows of a wording on one requirement, also those that it
// decided on and that are there no more.
func (f *found) agree(wording string) bool {
	no := 0
	for _, s := range f.subjects {
		if f.told[s.key] != wording && (s.line == nil || s.line.Wording != wording) {
			continue
		}
		for _, r := range s.rulings {
			if r.Act == ruling.Ignore || r.Act == ruling.Place && no != 0 && r.Requirement != no {
				return false
			}
			if r.Act == ruling.Place {
				no = r.Requirement
			}
		}
	}
	return no != 0
}

// sameQuestion reports whether what a line leaves open, or what was made of it, is what was made of
// the row that the office decided on: number and task may say more of it than its words do.
func sameQuestion(was, l *rows.Line, former place.Outcome) bool {
	if fold.Key(was.Row.Task.Value) != fold.Key(l.Row.Task.Value) || !was.Row.Serial && was.Row.Number.Value != l.Row.Number.Value {
		return false
	}
	if l.Fate == ledger.Held {
		return l.Reason == string(finding.RowUnmatched) || l.Reason == string(finding.RowAmbiguous)
	}
	return slices.Equal(l.Placed.All(), former.All())
}

// carryTo lets a decision hold for one more line. One that was made on a row that does not count any
// more is carried out on this one.
func (f *found) carryTo(r *ruling.Ruling, from, l *rows.Line, places bool) {
	moved := from.Row.Ignored != "" || from.Ret.Held != ""
	if !counts(l) || l.Fate == ledger.Ignored || r.State != ruling.Applied && !moved {
		return
	}
	if r.State != ruling.Applied {
		r.State, r.Why = ruling.Applied, ""
	}
	if places && !(l.Fate == ledger.Merged && l.Placed.No == r.Requirement) { // else it was asked which of them counts, not where they belong
		l.Fate, l.Reason = ledger.Merged, ""
		l.Placed = place.Outcome{No: r.Requirement, Match: ledger.Match{By: "ruling", Score: 1, As: ledger.TextPlace(from.Row)}}
	}
}

// takeStatusAlike takes the status for a row that says the same, with what was asked about it.
func takeStatusAlike(r *ruling.Ruling, l *rows.Line) {
	if r.Status == status.NoStatus || r.State != ruling.Applied {
		return
	}
	takeStatus(r, l)
	l.Row.Findings = slices.DeleteFunc(slices.Clone(l.Row.Findings), func(f finding.Finding) bool {
		return f.Code == finding.StatusUnknown || f.Code == finding.StatusContradiction || f.Code == finding.TextContradictsStatus
	})
}
