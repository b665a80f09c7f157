package figures

import (
	"cmp"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// Light says at a glance how a requirement stands (rule 亮灯).
type Light string

const (
	Red    Light = "red"    // overdue
	Yellow Light = "yellow" // behind, due within thirty days and not done, or nobody has said anything
	Green  Light = "green"
	Grey   Light = "grey" // not applicable
)

// Lights lists the lights in the order in which they are told.
var Lights = []Light{Red, Yellow, Green, Grey}

// Label returns the light as the office calls it.
func (l Light) Label() string {
	switch l {
	case Red:
		return "红灯"
	case Yellow:
		return "黄灯"
	case Grey:
		return "灰灯"
	}
	return "绿灯"
}

// soon is how many days before its date a requirement is told of.
const soon = 30

// LightOf returns the light of requirement no at the end of quarter q. It has none, "", where it does not
// count in the quarter.
func LightOf(l *ledger.Ledger, no int, q period.Quarter) Light {
	s := l.Standing(no, q)
	switch due := l.Requirement(no).Due.On; {
	case !s.Active:
		return ""
	case s.Overdue:
		return Red
	case s.Status == status.NotApplicable:
		return Grey
	case s.Status == status.Behind, s.Status == status.NotReported:
		return Yellow
	case s.Status == status.Completed || due.IsZero():
		return Green
	case !q.Last().After(due) && due.DaysSince(q.Last()) <= soon:
		return Yellow
	}
	return Green
}

// Bulletin is what a quarter is told by, on one page.
type Bulletin struct {
	Quarter    period.Quarter
	Now        ledger.QuarterTally
	Before     ledger.QuarterTally // the quarter before
	HasBefore  bool                // there is one in this year
	Lights     map[Light]int
	Carried    int   // requirements that are open, and of which no decider has said anything in the quarter
	Red        []int // requirements, in the list's order
	Yellow     []int
	Late       []ledger.Coverage // of the quarter, in the roster's order
	Missing    []ledger.Coverage
	Owed       []ledger.Coverage // of those missing, which are still asked for: the office has not accepted that they stay away
	Best       []int             // places in ByDepartment: the furthest on, none where departments can't be told apart
	Worst      []int             // likewise: the furthest behind
	NextReturn period.Date       // when the next return is due, zero where nobody said it
}

// isCarried reports a standing that is an earlier quarter's: nothing new was said, and it was neither done
// nor inapplicable, of which nothing new need be said.
func isCarried(s *ledger.Standing) bool {
	if !s.Active || s.From.IsZero() {
		return false
	}
	switch s.Status {
	case status.Completed, status.NotApplicable, status.NotReported:
		return false
	}
	return true
}

// leastRanked is how many departments there have to be for a first and a last, mostRanked how many are
// named at either end.
const (
	leastRanked = 4
	mostRanked  = 3
)

// BulletinOf returns the bulletin of the as-of quarter; ok is false where there is none.
func BulletinOf(l *ledger.Ledger) (b Bulletin, ok bool) {
	if l.AsOf.IsZero() || len(l.Quarters) == 0 || l.Plan == nil {
		return Bulletin{}, false
	}
	b = Bulletin{Quarter: l.AsOf, Now: l.Quarters[len(l.Quarters)-1], Lights: map[Light]int{}, NextReturn: l.Plan.Settings.Deadline.For(l.AsOf.Next())}
	if n := len(l.Quarters); n > 1 {
		b.Before, b.HasBefore = l.Quarters[n-2], true
	}
	for i := range l.Plan.Requirements {
		no := l.Plan.Requirements[i].No
		light := LightOf(l, no, l.AsOf)
		if isCarried(l.Standing(no, l.AsOf)) {
			b.Carried++
		}
		if light != "" {
			b.Lights[light]++
		}
		switch light {
		case Red:
			b.Red = append(b.Red, no)
		case Yellow:
			b.Yellow = append(b.Yellow, no)
		}
	}
	b.Owed = l.Owed(l.AsOf)
	for _, c := range l.Coverage {
		switch {
		case c.Quarter != l.AsOf:
		case c.State == ledger.Late:
			b.Late = append(b.Late, c)
		case c.State == ledger.Missing:
			b.Missing = append(b.Missing, c)
		}
	}
	b.Best, b.Worst = firstAndLast(l)
	return b, true
}

// firstAndLast returns the departments at either end by their completion rate. Departments without a rate, and
// those that did not report in the quarter, are left out; nobody is best who is no better than a worst one.
func firstAndLast(l *ledger.Ledger) (best, worst []int) {
	var order []int
	silent := map[string]bool{}
	for _, c := range l.Coverage {
		if c.Quarter == l.AsOf && c.Expected && (c.State == ledger.Missing || c.State == ledger.Unreadable) {
			silent[c.Department] = true
		}
	}
	for i, d := range l.ByDepartment {
		if d.Rated && !silent[d.Department.Name] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := l.ByDepartment[a].Tally, l.ByDepartment[b].Tally
		return cmp.Or(cmp.Compare(y.Rate, x.Rate), cmp.Compare(y.RateDone, x.RateDone))
	})
	if len(order) < leastRanked {
		return nil, nil
	}
	n := min(mostRanked, len(order)/2)
	if l.ByDepartment[order[0]].Rate == l.ByDepartment[order[len(order)-1]].Rate {
		return nil, nil
	}
	best = slices.Clone(order[:n])
	worst = slices.Clone(order[len(order)-n:])
	slices.Reverse(worst)
	least, most := l.ByDepartment[best[n-1]].Rate, l.ByDepartment[worst[n-1]].Rate
	if least == most { // the two ends meet in one rate: who has it is at neither
		best = slices.DeleteFunc(best, func(i int) bool { return l.ByDepartment[i].Rate == most })
		worst = slices.DeleteFunc(worst, func(i int) bool { return l.ByDepartment[i].Rate == least })
	}
	return best, worst
}
