package decision

import (
	"slices"

	"taizhang/importer/ledger/rows"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// subject is a row that the office decided on, as it stood then, and the line that it is now.
type subject struct {
	key, sum string
	rulings  []*ruling.Ruling
	line     *rows.Line // nil where it was not found
	again    bool       // an earlier subject has the same line
}

// found is what the decisions on rows are about.
type found struct {
	subjects []*subject // in the order of the decisions
	about    map[*rows.Line][]*ruling.Ruling
	bySum    map[string][]*rows.Line
	wordings map[string][]*rows.Line // what says the same of its requirement, by rows.Line.Wording
	told     map[string]string       // Wording by the keys that its rows have or may have had
}

// find finds the row of each decision. It is nil where there are no decisions on rows.
func (d *Rulings) find(lines []*rows.Line) *found {
	f := &found{about: map[*rows.Line][]*ruling.Ruling{}, bySum: map[string][]*rows.Line{}, wordings: map[string][]*rows.Line{}, told: map[string]string{}}
	type was struct{ key, sum string }
	at := map[was]*subject{}
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if r.Target.RowKey == "" || r.Why != "" {
			continue
		}
		w := was{r.Target.RowKey, r.Target.Sum}
		if at[w] == nil {
			at[w] = &subject{key: w.key, sum: w.sum}
			f.subjects = append(f.subjects, at[w])
		}
		at[w].rulings = append(at[w].rulings, r)
	}
	if len(f.subjects) == 0 {
		return nil
	}
	for _, l := range lines {
		f.bySum[l.Sum] = append(f.bySum[l.Sum], l)
		f.wordings[l.Wording] = append(f.wordings[l.Wording], l)
	}
	for wording, versions := range f.wordings {
		f.told[wording] = wording
		if slices.ContainsFunc(f.subjects, func(s *subject) bool { return s.rulings[0].Target.Department == versions[0].Ret.Department.Value }) {
			for n := range mostVersions {
				f.told[versions[0].Nth(n+1)] = wording
			}
		}
	}
	f.byWhatTheySaid()
	f.byTheirWording()
	f.beside()
	return f
}

// byWhatTheySaid finds the rows that say just what they said then, wherever they now stand: the
// one with the key, else the one in the same sheet, else one that no other decision is about. Two
// rows that say the same were two when the office decided on both of them.
func (f *found) byWhatTheySaid() {
	same := func(fits func(*subject, *rows.Line) bool) {
		for _, s := range f.subjects {
			if s.line != nil {
				continue
			}
			i := slices.IndexFunc(f.bySum[s.sum], func(l *rows.Line) bool { return f.about[l] == nil && fits(s, l) })
			if i >= 0 {
				f.take(s, f.bySum[s.sum][i])
			}
		}
	}
	same(func(s *subject, l *rows.Line) bool { return l.Key == s.key })
	same(func(s *subject, l *rows.Line) bool {
		t := s.rulings[0].Target
		return l.Ret.File == t.File && l.Ret.Sheet == t.Sheet
	})
	same(func(*subject, *rows.Line) bool { return true })
	for _, s := range f.subjects { // more decisions than rows are left: where they differ, none is carried out
		if left := f.bySum[s.sum]; s.line == nil && len(left) > 0 {
			f.take(s, left[0])
		}
	}
}

// byTheirWording finds the rows that answer otherwise by now, by what they say of their
// requirement, where that is of one row. Of twins a changed one is not guessed. What says the same
// in several returns, once in each, is one row in several versions: the decision where it belongs
// is then of all of them.
func (f *found) byTheirWording() {
	for _, s := range f.subjects {
		if s.line != nil {
			continue
		}
		versions := f.wordings[f.told[s.key]]
		if len(versions) == 0 {
			continue
		}
		several := false
		i := slices.IndexFunc(versions, func(l *rows.Line) bool { return l.Key == s.key })
		if i < 0 || !versions[i].Only && s.sum != "" {
			if s.key != versions[0].Wording || !onceInEach(versions) {
				continue
			}
			s.rulings = slices.DeleteFunc(slices.Clone(s.rulings), func(r *ruling.Ruling) bool { return r.Act != ruling.Place })
			if len(s.rulings) == 0 {
				continue
			}
			several = true
		}
		if i < 0 {
			i = slices.IndexFunc(versions, func(l *rows.Line) bool { return f.about[l] == nil && counts(l) })
		}
		if i < 0 {
			i = 0
		}
		for _, r := range s.rulings {
			if r.Act == ruling.Take || r.Status != status.NoStatus {
				r.Why = "核定之后部门改过这一行，请看是否仍采用此状态"
			}
		}
		f.take(s, versions[i])
		for _, r := range s.rulings {
			if several { // its key is of one of these from now on
				r.Target.Sum = versions[i].Sum
			}
		}
	}
}

// mostVersions is how many rows of one wording may have been there, of which some are gone.
const mostVersions = 12

// beside finds, for decisions on rows of versions that are there no more, a row of the same words
// that the office put on the same requirement: they hold as they are.
func (f *found) beside() {
	for _, s := range f.subjects {
		versions := f.wordings[f.told[s.key]]
		i := slices.IndexFunc(versions, func(l *rows.Line) bool { return f.about[l] != nil })
		if s.line == nil && i >= 0 && onceInEach(versions) && f.agree(versions[0].Wording) &&
			!slices.ContainsFunc(s.rulings, func(r *ruling.Ruling) bool { return r.Act != ruling.Place }) {
			f.take(s, versions[i])
		}
	}
}

// take makes the line the row that decisions are about.
func (f *found) take(s *subject, l *rows.Line) {
	s.line, s.again = l, f.about[l] != nil
	for _, r := range s.rulings {
		r.Target.File, r.Target.Sheet, r.Target.RowKey = l.Ret.File, l.Ret.Sheet, l.Key
	}
	f.about[l] = append(f.about[l], s.rulings...)
}

// onceInEach reports whether no two of the lines stand in one return.
func onceInEach(lines []*rows.Line) bool {
	in := map[int]bool{}
	for _, l := range lines {
		if in[l.Index] {
			return false
		}
		in[l.Index] = true
	}
	return true
}

// counts reports whether the line may come into the ledger.
func counts(l *rows.Line) bool { return l.Row.Ignored == "" && l.Ret.Held == "" }
