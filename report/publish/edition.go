// Package publish makes the public edition of a ledger: the only thing that the annex
// prints. Fields are public because they are listed here, never by default: 存在问题, 备注,
// file names, cells and persons are not. Free text passes the gate: a sentence with personal
// information, a secrecy marking or one of the office's sensitive words is left out and
// reported with its cell; the ledger keeps it. Counts and categories are the ledger's.
package publish

import (
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// Edition is what may be published of a year. All text in it has passed the gate.
type Edition struct {
	Year         int
	Unit         string         // 单位名称, "" where nobody said it
	Name         string         // what the list is of: 政务公开工作要点
	AsOf         period.Quarter // the last quarter that counts
	CutOff       period.Date    // the last day of AsOf: 截至 ...
	Elapsed      float64        // share of the year gone at CutOff, in percent: 25, 50, 75 or 100
	Draft        bool           // something is pending: the documents are marked 草稿
	Phone        string         // 公开电话, "" for none
	Annex        string         // 附件号, "" for none
	FirstPage    int            // the number of the first page, 1 where nobody said another
	Returns      bool           // who reported, and when, may be said: 公开报送情况; else no receipts stand in here
	Tasks        []Task         // no n is index n-1
	Requirements []Requirement  // no n is index n-1, those that left the list included
	Departments  []Department   // the ledger's ByDepartment, in its order
	Quarters     []ledger.QuarterTally
	LastYear     *LastYear     // the look back; nil where no earlier year is known
	Form         string        // of the tables of the annual report
	Numbers      []NumberTable // the tables of the annual report; nil where nobody has given a number
}

// Now returns the tally at AsOf; an empty one where there is no quarter.
func (e Edition) Now() ledger.QuarterTally {
	if len(e.Quarters) == 0 {
		return ledger.QuarterTally{Quarter: e.AsOf}
	}
	return e.Quarters[len(e.Quarters)-1]
}

// Receipts returns the returns of all quarters up to AsOf together, none where they are not public.
func (e Edition) Receipts() ledger.Receipts {
	var sum ledger.Receipts
	for _, q := range e.Quarters {
		sum.Expected += q.Returns.Expected
		sum.Reported += q.Returns.Reported
		sum.OnTime += q.Returns.OnTime
		sum.Late += q.Returns.Late
		sum.Undated += q.Returns.Undated
		sum.Missing += q.Returns.Missing
	}
	return sum
}

// Where returns the requirements that count at AsOf and stand at one of the statuses.
func (e Edition) Where(statuses ...status.Status) []Requirement {
	var found []Requirement
	for _, r := range e.Requirements {
		for _, s := range statuses {
			if r.Active && r.Status == s {
				found = append(found, r)
			}
		}
	}
	return found
}

// Overdue returns the requirements that are overdue at AsOf.
func (e Edition) Overdue() []Requirement {
	var found []Requirement
	for _, r := range e.Requirements {
		if r.Active && r.Overdue {
			found = append(found, r)
		}
	}
	return found
}

// Adjusted returns the requirements that came to the list or left it in the year.
func (e Edition) Adjusted() []Requirement {
	var found []Requirement
	for _, r := range e.Requirements {
		if !r.From.IsZero() || !r.Until.IsZero() {
			found = append(found, r)
		}
	}
	return found
}

// Task is a 工作任务 with its figures.
type Task struct {
	No           int
	Title        string // without 一、 and final 。
	Group        string // the heading above, "" for none
	Requirements []int
	Tally        ledger.Tally // at AsOf, the ledger's
	Quarters     []Progress   // by quarter, the first to AsOf
}

// Progress is how many requirements are completed, of those in the completion rate
// (ongoing and not-applicable ones are outside). The rate has one base over all quarters.
type Progress struct {
	Quarter period.Quarter
	Active  int // requirements that count in the quarter
	Of      int // in the completion rate at AsOf
	Done    int // completed at the end of the quarter, of Of
}

// Requirement is a 具体要求 with where it stands.
type Requirement struct {
	No                   int
	Number               string // what the list prints, "" for none
	Task                 int
	Text                 string        // without its number
	Lead, Support, Joint []string      // as the list states them (各股室 unexpanded), roster names
	Duty                 string        // the same as one phrase: 办公室牵头，其他股室、属下单位配合
	Assigned             plan.Assigned // the same by departments at AsOf, collectives expanded
	Due                  period.Date
	Recurring            string         // 每年至少更新一次, "" for none
	Lasting              string         // what the list says where it gives neither: 全年, 长期坚持; "" for nothing
	Active               bool           // counts at AsOf
	From, Until          period.Quarter // 启用, 停用; zero where the list does not limit it
	Status               status.Status  // the ledger's category at AsOf, NoStatus where not Active
	Label                string         // Status as it is printed; for one not Active why it isn't
	Overdue              bool
	Unverified           bool            // Status is only how the ledger counts it: what was given is not understood
	Carried              period.Quarter  // the quarter that Status rests on where that is an earlier one
	Deciders, Heard      int             // deciders, and those that ever reported it
	History              []status.Status // by quarter, NoStatus where it did not count
	Done                 string          // what was done; never empty
	Neutral              bool            // Done is the neutral wording: no words of a department remain
	Gist                 string          // the most telling sentence of Done; "" where none holds a figure
	Lack                 string          // the sentence of what was said that tells what is not done, "" for none
	Weight               int             // how telling Gist is against those of other requirements
	Next                 string          // 下步措施 of what is not finished, "" for none
}

// Department is what the edition says of a department.
type Department struct {
	Name                   string
	Kind                   plan.Kind
	Tally                  ledger.Tally // its own last word on each of its requirements, the ledger's
	Leads, Joins, Supports int          // of Tally.Of
	Returns                ledger.Receipts
	Coverage               []ledger.CoverageState // by quarter, the first to AsOf; nil where it is not public
}
