package page

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// idOf names a question by what it is about, so that it has the same name after every reading.
func idOf(q *ledgerbook.Question) string {
	t := q.Office.Target
	parts := []string{t.RowKey, string(t.Code), strconv.Itoa(t.Nth), t.Sum, t.Department, t.Quarter, t.File, t.Sheet}
	if q.Office.Kind == "" {
		parts = append(parts, string(q.Finding.Code), q.Finding.Place.String(), q.Finding.Message)
	}
	if q.Ruled != nil && q.Ruled.Target.RowKey == "" && q.Ruled.Target.Code == "" {
		parts = append(parts, q.Ruled.ID)
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:8])
}

// option is what a key chooses: cells of the ruling columns, filled in.
type option struct {
	Key   string // 1 to 9, 0
	Label string
	Text  string   // of the requirement that it places the row on
	Why   []string // what speaks for it, and against
	line  ruling.Line
}

// mostOptions is how many candidates have keys of their own.
const mostOptions = 9

// optionsOf returns what the office may choose on a line of 待核对, as keys. All else that the
// ledger offers there can be filled in.
func optionsOf(s *snapshot, q *ledgerbook.Question) []option {
	var list []option
	add := func(o option) {
		if len(list) < mostOptions {
			o.Key = strconv.Itoa(len(list) + 1)
			list = append(list, o)
		}
	}
	none := func(act ruling.Act, label string) {
		list = append(list, option{Key: "0", Label: label, line: ruling.Line{Choice: act.Label()}})
	}
	switch q.Office.Kind {
	case ruling.HeldRow:
		for _, no := range s.candidates(q) {
			add(s.candidate(q, no))
		}
		label := "都不是：这一行不计入台账（"
		if q.Finding.Code == finding.DuplicateRow || q.Finding.Code == finding.DuplicateReturn {
			label = "不用这一行：不计入台账（"
		}
		none(ruling.Ignore, label+ruling.Ignore.Label()+"）")
	case ruling.MergedRow:
		if ofStatus(q.Finding.Code) {
			for _, stands := range ruling.Statuses {
				add(option{Label: "状态采用“" + stands.Label() + "”", line: ruling.Line{Choice: ruling.Take.Label(), Status: stands.Label()}})
			}
		}
		add(option{Label: "认可：属实，或者情况已经说明", line: ruling.Line{Choice: ruling.Accept.Label()}})
		none(ruling.Ignore, "这一行不计入台账（"+ruling.Ignore.Label()+"）")
	case ruling.NoRow:
		add(option{Label: "认可：属实，或者情况已经说明", line: ruling.Line{Choice: ruling.Accept.Label()}})
	case ruling.HeldFile, ruling.Filing:
		if q.Office.Kind == ruling.Filing {
			add(option{Label: "认可：现在归得对", line: ruling.Line{Choice: ruling.Accept.Label()}})
		}
		for _, name := range s.departmentsIn(q) {
			add(option{Label: "是" + name + "的", line: ruling.Line{Choice: ruling.Sender.Label(), Value: name}})
		}
		if ofQuarter(q.Finding.Code) {
			for _, in := range s.quartersIn(q) {
				add(option{Label: "是" + in.Short() + "的", line: ruling.Line{Choice: ruling.Quarter.Label(), Value: in.Short()}})
			}
		}
		none(ruling.Discard, "这份不再算数（"+ruling.Discard.Label()+"）")
	}
	return list
}

func ofStatus(c finding.Code) bool {
	switch c {
	case finding.StatusUnknown, finding.StatusContradiction, finding.TextContradictsStatus, finding.StatusRegressed, finding.LeadSupportConflict:
		return true
	}
	return false
}

func ofQuarter(c finding.Code) bool {
	switch c {
	case finding.QuarterUnknown, finding.QuarterConflict, finding.ReturnMisfiled, finding.ReturnAfterClose:
		return true
	}
	return false
}

// candidate is a requirement that a held row may answer, with what speaks for it.
func (s *snapshot) candidate(q *ledgerbook.Question, no int) option {
	r := s.ledger.Requirement(no)
	o := option{Label: fmt.Sprintf("第%d项", no), Text: r.Text.Value, line: ruling.Line{Choice: ruling.Place.Label(), Item: strconv.Itoa(no)}}
	if like := likeness(q.Row.Text, r.Text.Value); like != "" {
		o.Why = append(o.Why, like)
	}
	duty := s.ledger.Plan.Assigned(r, q.Row.Quarter)
	switch name := q.Row.Department; {
	case slices.Contains(duty.Lead, name):
		o.Why = append(o.Why, "由本部门牵头")
	case slices.Contains(duty.Joint, name) && len(duty.Joint) == 1:
		o.Why = append(o.Why, "由本部门负责")
	case slices.Contains(duty.Joint, name):
		o.Why = append(o.Why, "由本部门共同负责")
	case slices.Contains(duty.Support, name):
		o.Why = append(o.Why, "由本部门配合")
	default:
		o.Why = append(o.Why, "不是本部门的任务")
	}
	if s.answered(q)[no] {
		o.Why = append(o.Why, "本部门这一季度已另有一行填报")
	} else {
		o.Why = append(o.Why, "本部门这一季度还没有填报")
	}
	return o
}

// quartersIn lists the quarters of the year, those first that a finding speaks of.
func (s *snapshot) quartersIn(q *ledgerbook.Question) []period.Quarter {
	all := (period.Quarter{Year: s.ledger.Year, N: 4}).Until()
	said := func(in period.Quarter) int {
		if strings.Contains(q.Finding.Found+q.Finding.Message, in.Short()) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b period.Quarter) int { return said(a) - said(b) })
	return all
}

// departmentsIn lists the departments that a finding on a file speaks of.
func (s *snapshot) departmentsIn(q *ledgerbook.Question) (names []string) {
	if q.Finding.Code != finding.DepartmentUnknown && q.Finding.Code != finding.DepartmentConflict {
		return nil
	}
	for _, said := range []string{q.Finding.Found, q.Finding.Wanted, q.Finding.Place.File()} {
		for _, d := range s.ledger.Plan.Roster.FindIn(said) {
			if !slices.Contains(names, d.Name) {
				names = append(names, d.Name)
			}
		}
	}
	return names
}

// fill returns the line of a question with the cells of a choice in it.
func fill(q *ledgerbook.Question, choice ruling.Line, h habits, reason string) ruling.Line {
	l := q.Office
	l.Choice, l.Item, l.Status, l.Value = choice.Choice, choice.Item, choice.Status, choice.Value
	l.Reason, l.By, l.On = reason, h.By, h.On
	return l
}

// open reports whether a question waits for the office.
func (y *year) open(q *ledgerbook.Question) bool {
	id := idOf(q)
	switch _, done := y.laidOn(id); {
	case q.Office.Kind == "" || done:
		return false
	case y.reopened(id):
		return true
	}
	return !q.Settled && (q.Ruled == nil || q.Ruled.State != ruling.Applied)
}

// asked lists what waits for the office, cause by cause: what is only good to know is no question.
func (y *year) asked(s *snapshot) (list []int) {
	for i := range s.questions {
		if q := &s.questions[i]; severityOf(s.ledger, q) != finding.Info && y.open(q) {
			list = append(list, i)
		}
	}
	return list
}

func severityOf(l *ledger.Ledger, q *ledgerbook.Question) finding.Severity {
	if q.Cause > 0 {
		return l.Causes[q.Cause-1].Severity
	}
	return q.Finding.Severity()
}
