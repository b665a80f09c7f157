package ledger

import (
	"math"
	"slices"

	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// LastYear compares the year with an earlier one (rule 回头看), mostly the one before. A
// requirement counts where it is in force: then at the AsOf of that year, now at the
// ledger's. Of = Carried + Left + Ended, and this year's requirements are Carried + New.
type LastYear struct {
	File, Sum string // of the earlier ledger
	Year      int
	Unit      string
	AsOf      period.Quarter
	Tally                    // then
	SameAt    period.Quarter // the quarter of that year that is this ledger's AsOf; zero where AsOf is before it
	Same      Tally          // at SameAt
	Compared  bool           // there is a completion rate both at SameAt and now
	Change    float64        // completion rate now less that at SameAt, in percentage points, as they are printed
	Carried   int            // on both lists
	New       int            // on this year's only
	Left      int            // on this year's too, but not in force now
	Ended     int            // on that year's only
	Open      []Unfinished   // unfinished then, in its order
	Again     Tally          // those of Open that are Continued, as they stand now

	Then map[int]lookback.Standing // how that year ended, by no on this year's list
}

// Unfinished is a requirement that an earlier year ended without completing: behind, not
// started, in progress or not reported.
type Unfinished struct {
	lookback.Requirement
	Status  status.Status // then
	Overdue bool          // then
	Fate    FateOfOpen
	Now     int // no on this year's list, 0 where Dropped
}

// FateOfOpen is what became of a requirement that was unfinished.
type FateOfOpen string

const (
	Continued FateOfOpen = "continued" // on this year's list and in force
	Suspended FateOfOpen = "suspended" // on this year's list, not in force at AsOf
	Dropped   FateOfOpen = "dropped"   // not on this year's list
)

// Count returns how many of the unfinished met the fate.
func (y *LastYear) Count(fate FateOfOpen) (n int) {
	for _, u := range y.Open {
		if u.Fate == fate {
			n++
		}
	}
	return n
}

var unfinished = []status.Status{status.Behind, status.NotStarted, status.InProgress, status.NotReported}

// lookBack compares with an earlier year.
func (m *merge) lookBack(from *lookback.Year) {
	if from == nil || m.Year == 0 {
		return
	}
	y := &LastYear{File: from.File, Sum: from.Sum, Year: from.Year, Unit: from.Unit, AsOf: from.AsOf,
		Tally: tallyThen(from, from.AsOf.N), Again: newTally()}
	counterpart := m.counterparts(from)
	m.proposeLast(from, counterpart)
	y.Then = map[int]lookback.Standing{}
	for i, r := range from.Requirements {
		then := r.At(from.AsOf.N)
		if !then.Active {
			continue
		}
		if counterpart[i] > 0 {
			y.Then[counterpart[i]] = then
		}
		u := Unfinished{Requirement: r, Status: then.Status, Overdue: then.Overdue, Fate: Dropped, Now: counterpart[i]}
		switch now := m.standingNow(u.Now); {
		case now == nil:
			y.Ended++
		case !now.Active:
			y.Left++
			u.Fate = Suspended
		default:
			y.Carried++
			u.Fate = Continued
			if slices.Contains(unfinished, u.Status) {
				y.Again.add(now.Status, now.Overdue)
			}
		}
		if slices.Contains(unfinished, u.Status) {
			y.Open = append(y.Open, u)
		}
	}
	y.Again.close()
	now := m.Quarters[len(m.Quarters)-1].Tally
	y.New = now.Of - y.Carried
	if m.AsOf.N <= from.AsOf.N {
		y.SameAt = period.Quarter{Year: from.Year, N: m.AsOf.N}
		y.Same = tallyThen(from, m.AsOf.N)
		if y.Compared = now.Rated && y.Same.Rated; y.Compared {
			y.Change = change(y.Same.Rate, now.Rate)
		}
	}
	m.LastYear = y
}

// change returns to less from, both in percent to 0.1, so that what is printed adds up.
func change(from, to float64) float64 {
	tenths := func(x float64) int { return int(math.Round(x * 10)) }
	return float64(tenths(to)-tenths(from)) / 10
}

// tallyThen counts the earlier year's requirements at the end of its n-th quarter.
func tallyThen(from *lookback.Year, n int) Tally {
	t := newTally()
	for _, r := range from.Requirements {
		if s := r.At(n); s.Active {
			t.add(s.Status, s.Overdue)
		}
	}
	t.close()
	return t
}

// standingNow returns where a requirement of this year's list stands at AsOf, nil for 0.
func (m *merge) standingNow(no int) *Standing {
	if no == 0 {
		return nil
	}
	return m.Standing(no, m.AsOf)
}
