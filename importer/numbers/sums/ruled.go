package sums

import (
	"slices"
	"strings"

	"taizhang/importer/numbers"
	"taizhang/importer/numbers/rules"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// rules checks all rules of the form and says which are broken.
func (s *settling) rules() {
	single := s.Results // of single numbers, found while adding up
	now := make([]numbers.Datum, len(s.Figures))
	for i, f := range s.Figures {
		now[i] = f.Datum
	}
	s.Results = rules.Check(s.Form, rules.Data{Now: now, Last: s.opts.Last, Unit: s.opts.Unit})
	s.Results = append(s.Results, s.following()...)
	s.Results = append(s.Results, s.changes()...)
	for i := range s.Results {
		if r := &s.Results[i]; r.Verdict == numbers.Broken {
			s.note(r)
			s.say(r)
		}
	}
	s.Results = append(s.Results, single...)
	s.plain()
	order := map[*tables.Rule]int{}
	for i := range s.Form.Rules {
		order[&s.Form.Rules[i]] = i
	}
	slices.SortStableFunc(s.Results, func(a, b numbers.Result) int { return order[a.Rule] - order[b.Rule] })
}

// shortestNote is how many characters an explanation has at the least.
const shortestNote = 6

// note looks for an explanation: the office's own, else one that stands beside a number that
// takes part.
func (s *settling) note(r *numbers.Result) {
	if !r.Rule.Explained {
		return
	}
	for _, d := range s.opts.Decisions {
		if explains(d, r) && isLong(d.Value) {
			r.Note, s.used[d.ID] = strings.TrimSpace(d.Value), true
			return
		}
	}
	for _, p := range s.partsOf(r) {
		if tells(p.Note) {
			r.Note = strings.TrimSpace(p.Note)
			return
		}
	}
}

// partsOf returns the values that take part in a rule this year, in the order of its terms: those that
// make the numbers, or for a rule between quarters what was given for each of the two.
func (s *settling) partsOf(r *numbers.Result) (parts []*numbers.Part) {
	for _, t := range r.Terms {
		if t.Indicator < 0 || t.When == tables.LastYear {
			continue
		}
		fig := &s.Figures[t.Indicator]
		for i := range fig.Parts {
			p := &fig.Parts[i]
			of := r.Quarter
			if t.When == tables.LastQuarter {
				of.N--
			}
			if r.Quarter.IsZero() && p.Counts || !r.Quarter.IsZero() && p.Quarter == of && givenAlone(p) {
				parts = append(parts, p)
			}
		}
	}
	return parts
}

// givenAlone reports whether a value is what rules between quarters look at: a quarter's own.
func givenAlone(p *numbers.Part) bool {
	return p.What == numbers.Current && p.State != numbers.Conflict && p.Why != "说法不一" && p.Why != "已有较新的报表"
}

// following checks the rules between a quarter and the one before, for numbers that are given
// quarter by quarter.
func (s *settling) following() (results []numbers.Result) {
	rule := s.Form.Rule(tables.Following)
	if rule == nil {
		return nil
	}
	at := map[period.Quarter][]numbers.Datum{}
	for i := range s.Figures {
		for _, p := range s.Figures[i].Parts {
			if !givenAlone(&p) {
				continue
			}
			if at[p.Quarter] == nil {
				at[p.Quarter] = make([]numbers.Datum, len(s.Figures))
				for k := range at[p.Quarter] {
					at[p.Quarter][k].State = numbers.Missing
				}
			}
			at[p.Quarter][i] = p.Datum()
		}
	}
	for _, q := range s.opts.AsOf.Until() {
		before := at[period.Quarter{Year: q.Year, N: q.N - 1}]
		if at[q] == nil || before == nil {
			continue
		}
		for _, sc := range rule.Scopes {
			r := rules.Judge(rule, sc, rules.Data{Now: at[q], Before: func(i int) numbers.Datum { return before[i] }})
			ind := &s.Form.Indicators()[sc.Left[0].Indicator]
			r.Scope, r.Label, r.Quarter = ind.ID, ind.Label, q
			if r.Verdict != numbers.Unknown {
				results = append(results, r)
			}
		}
	}
	return results
}

// changes asks about numbers that are many times last year's, or a fraction of them.
func (s *settling) changes() (results []numbers.Result) {
	rule := s.Form.Rule(tables.Change)
	if rule == nil || s.opts.Last == nil {
		return nil
	}
	times, from := numbers.Amount(max(rule.Factor, 2)), numbers.Whole(int64(rule.From))
	for i := range s.Figures {
		now, last := s.Figures[i].Datum, s.opts.Last[i]
		if !now.State.Counts() || !last.State.Counts() {
			continue
		}
		ind := &s.Form.Indicators()[i]
		r := numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Left: numbers.Side{Amount: now.Amount, Known: true}, Right: numbers.Side{Amount: last.Amount, Known: true}, Verdict: numbers.Holds}
		r.Terms = []numbers.Taken{{Term: tables.Term{Factor: 1, Indicator: i}, Datum: now, Left: true}, {Term: tables.Term{Factor: 1, Indicator: i, When: tables.LastYear}, Datum: last}}
		if (now.Amount >= from || last.Amount >= from) && (now.Amount > times*last.Amount || now.Amount*times < last.Amount) {
			r.Verdict = numbers.Broken
		}
		results = append(results, r)
	}
	return results
}

// plain notes which numbers are what they may be: rules N.1 and N.3 of every number that somebody
// gave.
func (s *settling) plain() {
	for i := range s.Figures {
		for _, p := range s.Figures[i].Parts {
			if p.State != numbers.Text || s.fixed[i] {
				continue
			}
			check := tables.Words
			if p.Negative {
				check = tables.Plain
			}
			if rule := s.Form.Rule(check); rule != nil {
				ind := &s.Form.Indicators()[i]
				s.Results = append(s.Results, numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Verdict: numbers.Broken, Department: p.Department, Quarter: p.Quarter})
			}
		}
		if s.Figures[i].State == numbers.Conflict && s.Form.Indicators()[i].Sum == tables.Owned {
			s.ownerless(i)
		}
	}
}

// ownerless notes that departments disagree on a number that one of them gives.
func (s *settling) ownerless(i int) {
	who := map[string]bool{}
	for _, p := range s.Figures[i].Parts {
		if p.Why == "说法不一" {
			who[p.Department] = true
		}
	}
	if rule := s.Form.Rule(tables.OneOwner); rule != nil && len(who) > 1 {
		ind := &s.Form.Indicators()[i]
		s.Results = append(s.Results, numbers.Result{Rule: rule, Scope: ind.ID, Label: ind.Label, Verdict: numbers.Broken})
	}
}
