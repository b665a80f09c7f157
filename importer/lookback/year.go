// Package lookback reads the 台账.json of an earlier year, as far as the look back (回头看)
// needs it: what was to be done and where it stood, quarter by quarter. A file is taken
// whole or not at all: what contradicts itself is refused, and nothing of it is used.
package lookback

import (
	"fmt"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// Year is the ledger of an earlier year.
type Year struct {
	File         string // as findings name it
	Sum          string // sha256 of the file, hex
	Year         int
	Unit         string                  // "" where nobody said it
	AsOf         period.Quarter          // the last quarter that counts
	Requirements []Requirement           // no n is index n-1
	Form         string                  // of its report, "" where nothing is told of numbers
	Numbers      map[string]numbers.Told // of its report, by their ids
}

// Requirement is a 具体要求 of that year with where it stood.
type Requirement struct {
	No        int
	Number    string // what the list prints, "" for none
	Key       string // see plan.Key
	Task      string // title of its task
	Text      string // without its number
	Standings []Standing
}

// Standing is where a requirement stood at the end of a quarter.
type Standing struct {
	Status  status.Status
	Active  bool // it counted in the quarter
	Overdue bool
}

// At returns where the requirement stood at the end of the n-th quarter, which lies
// between 1 and the year's AsOf.
func (r Requirement) At(n int) Standing { return r.Standings[n-1] }

// Fits reports whether the year can be looked back on from the ledger of a unit and year,
// and finds what the office should look at: a ledger that is not of an earlier year is not
// used (last-year-unused); one that is of another unit, not of the year before, or drawn up
// before its year was over is used all the same (last-year-conflict).
func (y *Year) Fits(unit string, year int) (bool, []finding.Finding) {
	at := finding.In(y.File, "")
	if y.Year >= year {
		return false, []finding.Finding{finding.New(finding.LastYearUnused, at, fmt.Sprint(y.Year), fmt.Sprint(year))}
	}
	var found []finding.Finding
	conflict := func(is, wanted string) {
		found = append(found, finding.New(finding.LastYearConflict, at, is, wanted))
	}
	if y.Year < year-1 {
		conflict(fmt.Sprintf("是%d年的，中间隔了年份", y.Year), fmt.Sprintf("%d年的", year-1))
	}
	if y.AsOf.N < 4 {
		conflict("只到"+y.AsOf.Label(), "截至"+period.Quarter{Year: y.Year, N: 4}.Label()+"的")
	}
	if y.Unit != "" && unit != "" && fold.Key(y.Unit) != fold.Key(unit) {
		conflict("单位是“"+y.Unit+"”", "“"+unit+"”的")
	}
	return true, found
}
