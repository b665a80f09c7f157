package check

import (
	"math"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

var unfinished = []status.Status{status.Behind, status.NotStarted, status.InProgress, status.NotReported}

// LookBack compares with an earlier year. It returns for each of its requirements the one of this
// year's list that it is, 0 for none. called tells which requirement had a key before.
func LookBack(l *ledger.Ledger, from *lookback.Year, called func(key string) []int) (counterpart []int) {
	y := &ledger.LastYear{File: from.File, Sum: from.Sum, Year: from.Year, Unit: from.Unit, AsOf: from.AsOf,
		Tally: tallyThen(from, from.AsOf.N), Again: ledger.NewTally()}
	counterpart = counterparts(l, from, called)
	y.Then = map[int]lookback.Standing{}
	for i, r := range from.Requirements {
		then := r.At(from.AsOf.N)
		if !then.Active {
			continue
		}
		if counterpart[i] > 0 {
			y.Then[counterpart[i]] = then
		}
		u := ledger.Unfinished{Requirement: r, Status: then.Status, Overdue: then.Overdue, Fate: ledger.Dropped, Now: counterpart[i]}
		switch now := standingNow(l, u.Now); {
		case now == nil:
			y.Ended++
		case !now.Active:
			y.Left++
			u.Fate = ledger.Suspended
		default:
			y.Carried++
			u.Fate = ledger.Continued
			if slices.Contains(unfinished, u.Status) {
				y.Again.Add(now.Status, now.Overdue)
			}
		}
		if slices.Contains(unfinished, u.Status) {
			y.Open = append(y.Open, u)
		}
	}
	y.Again.Close()
	now := l.Quarters[len(l.Quarters)-1].Tally
	y.New = now.Of - y.Carried
	if l.AsOf.N <= from.AsOf.N {
		y.SameAt = period.Quarter{Year: from.Year, N: l.AsOf.N}
		y.Same = tallyThen(from, l.AsOf.N)
		if y.Compared = now.Rated && y.Same.Rated; y.Compared {
			y.Change = change(y.Same.Rate, now.Rate)
		}
	}
	l.LastYear = y
	return counterpart
}

// change returns to less from, both in percent to 0.1, so that what is printed adds up.
func change(from, to float64) float64 {
	tenths := func(x float64) int { return int(math.Round(x * 10)) }
	return float64(tenths(to)-tenths(from)) / 10
}

// tallyThen counts the earlier year's requirements at the end of its n-th quarter.
func tallyThen(from *lookback.Year, n int) ledger.Tally {
	t := ledger.NewTally()
	for _, r := range from.Requirements {
		if s := r.At(n); s.Active {
			t.Add(s.Status, s.Overdue)
		}
	}
	t.Close()
	return t
}

// standingNow returns where a requirement of this year's list stands at AsOf, nil for 0.
func standingNow(l *ledger.Ledger, no int) *ledger.Standing {
	if no == 0 {
		return nil
	}
	return l.Standing(no, l.AsOf)
}
