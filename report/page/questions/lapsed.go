package questions

import (
	"cmp"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook"
)

// Lapsed reports a decision that is not carried out and that the office may drop here.
func Lapsed(q *ledgerbook.Question) bool {
	return q.Ruled != nil && q.Ruled.State != ruling.Applied && q.Office.Kind != ""
}

// Gone reports a decision that is not carried out because what it was made on is there no longer: it has a
// line of its own, on which nothing is left to decide. Whatever was chosen there would be as idle again.
func Gone(q *ledgerbook.Question) bool {
	return Lapsed(q) && q.Finding.Code == finding.RulingOrphaned
}

// Made says on whose return, of which quarter, and on what problem a decision was made that is not carried out; "" for
// what says so itself.
func (s *Reading) Made(q *ledgerbook.Question) string {
	if q.Finding.Code != finding.RulingOrphaned || q.Ruled == nil {
		return ""
	}
	t := q.Ruled.Target
	said := t.Department
	if of, ok := period.ParseQuarter(t.Quarter); ok {
		said += of.Short()
	}
	if r := s.overdueOf(q); r != nil {
		said += "，" + ledger.RequirementName(r)
	}
	if t.Code != "" {
		said += "的“" + Plain(t.Code.Entry().Title) + "”"
	}
	if q.Ruled.Called != "" {
		said += "，要求是“" + q.Ruled.Called + "”"
	}
	if said = strings.TrimPrefix(strings.TrimPrefix(said, "的"), "，"); said == "" {
		return ""
	}
	return "这条核定当时定的是：" + said + "。"
}

// overdueOf is the requirement that was overdue when the office decided on that, of a decision that is not carried
// out: the one of which the same would have been found. It is nil for none, as after its words were edited.
func (s *Reading) overdueOf(q *ledgerbook.Question) *plan.Requirement {
	if !Gone(q) || q.Ruled.Target.Code != finding.Overdue {
		return nil
	}
	t := q.Ruled.Target
	for i := range s.Ledger.Plan.Requirements {
		r := &s.Ledger.Plan.Requirements[i]
		f := finding.New(finding.Overdue, r.Text.At, "", cmp.Or(r.Due.On.Label(), r.Due.Recurring)).For(t.Department, t.Quarter)
		for _, stood := range status.Statuses {
			if f.Found = ledger.RequirementName(r) + stood.Label(); ruling.FindingSum(f) == t.Sum {
				return r
			}
		}
	}
	return nil
}

// DropLabel is what the key says that takes back a decision that is not carried out.
const DropLabel = "撤掉这条核定：不再需要了"

// withDrop adds the key that drops a decision: where nothing is left to decide on it is the only one.
func withDrop(q *ledgerbook.Question, list []Option) []Option {
	if Gone(q) {
		return []Option{{Key: "1", Label: DropLabel, Drop: true}}
	}
	key := 1
	for _, o := range list {
		if o.Key != "0" {
			key++
		}
	}
	if Lapsed(q) && key <= mostOptions {
		list = append(list, Option{Key: strconv.Itoa(key), Label: DropLabel, Drop: true})
	}
	return list
}

// Emptied is the line of a question with nothing decided in it.
func Emptied(q *ledgerbook.Question) ruling.Line {
	return Fill(q, ruling.Line{}, Habits{}, "")
}
