package ledger

import (
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// Return is what became of one return.
type Return struct {
	File, Sheet, Sum     string
	Department           string         // "" where unknown
	Quarter              period.Quarter // zero where unknown
	Whose, When          Spoken         // where department and quarter were read
	StatedOn, ReceivedOn period.Date
	Day                  Spoken // what ReceivedOn was read from: a cell of the return, or of 报送登记
	Count                Count
	Columns              []table.Column // what each column was taken for
}

// Spoken is what a department or quarter was read from; Said is "" where nothing named it. A
// place without a cell is the name of a sheet, a file or a folder.
type Spoken struct {
	Said string
	At   finding.Place
}

// Count is the closed account of rows: Read = Merged + Held + Ignored.
type Count struct{ Read, Merged, Held, Ignored int }

// Balances reports whether nothing was lost.
func (c Count) Balances() bool { return c.Read == c.Merged+c.Held+c.Ignored }

// Add adds another account.
func (c *Count) Add(o Count) {
	c.Read += o.Read
	c.Merged += o.Merged
	c.Held += o.Held
	c.Ignored += o.Ignored
}

// Fate is where a row went.
type Fate string

const (
	Merged  Fate = "merged"
	Held    Fate = "held"
	Ignored Fate = "ignored"
)

// Label returns the fate as the office reads it.
func (f Fate) Label() string {
	switch f {
	case Merged:
		return "并入"
	case Held:
		return "待核对"
	default:
		return "不计"
	}
}

// Row is what became of one row of a return.
type Row struct {
	At          finding.Place // the row; Col is 0
	Department  string
	Quarter     period.Quarter
	Text        string // what the row says, shortened by nobody
	Said        string // all that it answers, where it is no entry; "" for an entry and for furniture
	Fate        Fate
	Reason      string // a returns.Reason where ignored, a finding.Code where held, "" where merged
	Requirement int    // no, 0 where none; the first that it answers where it cites several
	Candidates  []int  // of a held row
	Key         string // row_key, see package ruling
	Sum         string // of all that it says, see package ruling
}

// Desk is a department in a quarter.
type Desk struct {
	Department string
	Quarter    period.Quarter
}

// SumsOf returns the sums of the files that speak for a quarter.
func (l *Ledger) SumsOf(quarter string) (sums []string) {
	for i := range l.Returns {
		if r := &l.Returns[i]; r.Quarter.String() == quarter {
			sums = append(sums, r.Sum)
		}
	}
	return sums
}

// DeskOf returns whose a return is, and of which quarter.
func DeskOf(ret *returns.Return) Desk { return Desk{ret.Department.Value, ret.Quarter.Value} }
