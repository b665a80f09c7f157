package publish

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/publish/prose"
)

// LastYear is what may be published of the look back on an earlier year. Counts are the
// ledger's; what continues is told in this year's words.
type LastYear struct {
	Year                      int
	AsOf                      period.Quarter
	CutOff                    period.Date // the last day of AsOf
	Tally                     ledger.Tally
	SameCutOff                period.Date // the day of that year that compares with this year's CutOff; zero where it is not told
	Same                      ledger.Tally
	Compared                  bool    // there is a completion rate on both days
	Change                    float64 // of the completion rate, in percentage points
	Carried, New, Left, Ended int
	Unfinished                int          // = len(Continued) + len(Suspended) + len(Dropped)
	Again                     ledger.Tally // Continued, as they stand now
	Continued, Suspended      []int        // no on this year's list, in its order
	Dropped                   []Past
}

// Past is a requirement that was unfinished and is not on this year's list.
type Past struct {
	No      int    // on the list of that year
	Text    string // without its number, a whole sentence
	Status  status.Status
	Label   string // Status as it is printed
	Overdue bool
}

// lastYear makes the public part of the look back.
func (e *editor) lastYear() *LastYear {
	from := e.ledger.LastYear
	if from == nil {
		return nil
	}
	y := &LastYear{Year: from.Year, AsOf: from.AsOf, CutOff: from.AsOf.Last(), Tally: from.Tally,
		Same: from.Same, Compared: from.Compared, Change: from.Change,
		Carried: from.Carried, New: from.New, Left: from.Left, Ended: from.Ended,
		Unfinished: len(from.Open), Again: from.Again}
	if !from.SameAt.IsZero() {
		y.SameCutOff = from.SameAt.Last()
	}
	for _, u := range from.Open {
		switch u.Fate {
		case ledger.Continued:
			y.Continued = append(y.Continued, u.Now)
		case ledger.Suspended:
			y.Suspended = append(y.Suspended, u.Now)
		default:
			y.Dropped = append(y.Dropped, Past{No: u.No, Text: prose.Sentence(e.phrase(u.Text, finding.In(from.File, ""), withheld)),
				Status: u.Status, Label: u.Status.Label(), Overdue: u.Overdue})
		}
	}
	slices.Sort(y.Continued)
	slices.Sort(y.Suspended)
	return y
}
