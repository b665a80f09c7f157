package ledger

import (
	"fmt"

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

// MovedLabel says how a share changed by so many percentage points: 上升3.2个百分点.
func MovedLabel(points float64) string {
	switch {
	case points > 0:
		return fmt.Sprintf("上升%.1f个百分点", points)
	case points < 0:
		return fmt.Sprintf("下降%.1f个百分点", -points)
	}
	return "持平"
}
