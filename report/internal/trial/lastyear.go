package trial

import (
	"math"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// Past is how an earlier year ended: how many were completed and how many not, and which
// of those not completed are on this year's list (by no) and which are not (by text).
type Past struct {
	Year, Quarter        int
	Completed, Ongoing   int
	Continued, Suspended []int
	Dropped              []string
}

// After puts an earlier year before an edition, with so many requirements on both lists.
func After(e publish.Edition, p Past, carried int) publish.Edition {
	asOf := period.Quarter{Year: p.Year, N: p.Quarter}
	y := &publish.LastYear{Year: p.Year, AsOf: asOf, CutOff: asOf.Last(), Continued: p.Continued, Suspended: p.Suspended,
		Unfinished: len(p.Continued) + len(p.Suspended) + len(p.Dropped), Carried: carried}
	y.Tally = ledger.TallyOf(map[status.Status]int{status.Completed: p.Completed, status.Ongoing: p.Ongoing, status.Behind: y.Unfinished}, 0)
	if e.AsOf.N <= p.Quarter {
		y.Same, y.SameCutOff = y.Tally, period.Quarter{Year: p.Year, N: e.AsOf.N}.Last()
		if now := e.Now(); now.Rated && y.Same.Rated {
			y.Compared, y.Change = true, math.Round((now.Rate-y.Same.Rate)*10)/10
		}
	}
	y.New = e.Now().Of - carried
	y.Left = len(p.Suspended)
	y.Ended = y.Tally.Of - carried - y.Left
	var again []publish.Requirement
	for _, no := range p.Continued {
		again = append(again, e.Requirements[no-1])
	}
	if len(again) > 0 {
		y.Again = tally(again, e.AsOf.N)
	}
	for i, text := range p.Dropped {
		y.Dropped = append(y.Dropped, publish.Past{No: i + 3, Text: text, Status: status.Behind, Label: status.Behind.Label()})
	}
	e.LastYear = y
	return e
}
