package ledger

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// rulings takes over the office's decisions in an order that does not depend on how the
// ledger was sorted. Each is orphaned until it finds what it is about. Those of a whole
// requirement find it here.
func (m *merge) rulings(rs []ruling.Ruling, last *lookback.Year) {
	for _, r := range rs {
		r.State = ruling.Orphaned
		if r.Act == ruling.Column {
			continue // see readings
		}
		if r.Act == "" {
			m.Drafts = append(m.Drafts, r)
			continue
		}
		m.Rulings = append(m.Rulings, r)
	}
	for _, list := range [][]ruling.Ruling{m.Rulings, m.Drafts} {
		slices.SortStableFunc(list, m.compareRulings)
	}
	m.ruled = map[ruledKey]status.Status{}
	m.renamed(last)
	for i := range m.Rulings {
		r := &m.Rulings[i]
		if r.Why == "" && r.Key != "" && !m.findRequirement(r) {
			r.Why = "清单中已没有这条要求（原第" + itoa(r.Requirement) + "项）" + m.proposeFor(r)
		}
	}
	m.ruleStandings()
}

func (m *merge) compareRulings(a, b ruling.Ruling) int {
	x, y := a.Target, b.Target
	return cmp.Or(cmp.Compare(m.order[x.Department], m.order[y.Department]), cmp.Compare(x.Department, y.Department),
		cmp.Compare(x.Quarter, y.Quarter), cmp.Compare(x.RowKey, y.RowKey), cmp.Compare(x.Code, y.Code),
		cmp.Compare(x.Nth, y.Nth), cmp.Compare(a.Act, b.Act), cmp.Compare(x.Indicator, y.Indicator), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Scope, y.Scope), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Status, b.Status), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.By, b.By), cmp.Compare(a.On, b.On))
}

// findRequirement gives the ruling the number that its requirement has in the list as it
// is now.
func (m *merge) findRequirement(r *ruling.Ruling) bool {
	if no := r.Requirement; no >= 1 && no <= len(m.Plan.Requirements) && m.Plan.Requirements[no-1].Key == r.Key {
		return true
	}
	no := m.placer.byKey[r.Key]
	if no == 0 {
		no = m.same[r.Key]
	}
	if no == 0 {
		return false
	}
	r.Requirement = no
	return true
}

// ruledKey is a requirement at the end of a quarter.
type ruledKey struct{ no, quarter int }

// ruleStandings takes the statuses that the office took for whole requirements.
func (m *merge) ruleStandings() {
	said := map[ruledKey][]*ruling.Ruling{}
	for i := range m.Rulings {
		r := &m.Rulings[i]
		if !r.Target.Standing() || r.Why != "" || r.Status == status.NoStatus {
			continue
		}
		q, ok := period.ParseQuarter(r.Target.Quarter)
		if !ok || q.Year != m.Year {
			r.Why = "它是" + r.Target.Quarter + "的，不是本年度的"
			continue
		}
		key := ruledKey{r.Requirement, q.N}
		said[key] = append(said[key], r)
	}
	for key, rs := range said {
		if contradict(rs) {
			continue
		}
		for _, r := range rs {
			r.State = ruling.Applied
			m.ruled[key] = r.Status
		}
	}
}

// ruledStatus returns the status that the office took for the requirement as of quarter q
// and when: it holds until a department that decides speaks in a later quarter.
func (m *merge) ruledStatus(no int, q period.Quarter) (stands status.Status, from period.Quarter, ok bool) {
	for n := q.N; n >= 1; n-- {
		at := period.Quarter{Year: q.Year, N: n}
		if s, ok := m.ruled[ruledKey{no, n}]; ok {
			return s, at, true
		}
		for _, d := range m.assigned(no, at).Deciders() {
			if _, said := m.latest[voiceKey{no, d, n}]; said {
				return "", period.Quarter{}, false
			}
		}
	}
	return "", period.Quarter{}, false
}

// ruleRows applies the office's decisions (rule 核定) to the rows that they are about,
// after the rows have been placed and before they are compared with each other.
func (m *merge) ruleRows() {
	bySum, byKey := map[string][]*line{}, map[string]*line{}
	if len(m.Rulings) > 0 {
		for _, l := range m.lines {
			bySum[l.sum] = append(bySum[l.sum], l)
			byKey[l.key] = l
		}
	}
	about := map[*line][]*ruling.Ruling{}
	var order []*line
	for i := range m.Rulings {
		r := &m.Rulings[i]
		if r.Target.RowKey == "" || r.Why != "" {
			continue
		}
		l := findRow(r, bySum[r.Target.Sum], byKey[r.Target.RowKey])
		if l == nil {
			continue
		}
		r.Target.File, r.Target.Sheet, r.Target.RowKey = l.ret.File, l.ret.Sheet, l.key
		if about[l] == nil {
			order = append(order, l)
		}
		about[l] = append(about[l], r)
	}
	for _, l := range order {
		if !contradict(about[l]) {
			for _, r := range about[l] {
				m.applyRuling(r, l)
			}
		}
	}
	for i := range m.Rulings {
		m.Rulings[i].Identify()
	}
}

// findRow returns the row that a ruling is about: the one that says just what it said
// then, wherever it now stands; else the only one of its text, whatever it answers by now.
// Of twins a changed one is not guessed.
func findRow(r *ruling.Ruling, same []*line, keyed *line) *line {
	for _, l := range same {
		if l.key == r.Target.RowKey {
			return l
		}
	}
	if len(same) > 0 {
		return same[0]
	}
	if keyed != nil && (keyed.only || r.Target.Sum == "") {
		if r.Act == ruling.Take || r.Status != status.NoStatus {
			r.Why = "核定之后部门改过这一行，请看是否仍采用此状态"
		}
		return keyed
	}
	return nil
}

// contradict reports, and notes on the rulings, that they want different things of one
// target. None of them is then applied: which one the office means can't be known.
func contradict(rs []*ruling.Ruling) bool {
	var wants []string
	for _, r := range rs {
		if r.Act != ruling.Accept && !slices.Contains(wants, r.Says()) {
			wants = append(wants, r.Says())
		}
	}
	places, statuses, ignores := map[int]bool{}, map[status.Status]bool{}, false
	for _, r := range rs {
		if r.Act == ruling.Place {
			places[r.Requirement] = true
		}
		if r.Status != status.NoStatus {
			statuses[r.Status] = true
		}
		ignores = ignores || r.Act == ruling.Ignore
	}
	if len(places) < 2 && len(statuses) < 2 && !(ignores && len(places)+len(statuses) > 0) {
		return false
	}
	for _, r := range rs {
		if r.Act != ruling.Accept {
			r.Why = "对同一内容有不同的核定（" + strings.Join(wants, "；") + "），请只留一种"
		}
	}
	return true
}

// applyRuling applies one decision to its line. A row that is not counted for another
// reason (a later quarter, nothing filled in any more) keeps its fate.
func (m *merge) applyRuling(r *ruling.Ruling, l *line) {
	switch {
	case l.row.Ignored != "" && r.Act != ruling.Accept:
		r.Why = "这一行现在不计入（" + l.row.Ignored.Label() + "）"
		return
	case l.ret.Held != "" && r.Act == ruling.Place:
		r.Why = "整张表没有并入（" + l.ret.Held.Entry().Title + "），要先解决"
		return
	}
	r.State = ruling.Applied
	if r.Status != status.NoStatus {
		ruled := *l.row
		ruled.Status.Value = r.Status // the department's own word stays beside it
		ruled.Against = ""            // what its text denies was decided with it
		if ruled.Status.At == (finding.Place{}) {
			ruled.Status.At = ruled.At
		}
		l.row = &ruled
	}
	if l.fate == Ignored {
		return
	}
	switch r.Act {
	case ruling.Place:
		l.fate, l.reason = Merged, ""
		l.placed = placed{no: r.Requirement, match: Match{"ruling", 1}}
	case ruling.Ignore:
		l.ignore(returns.RuledOut)
	}
}
