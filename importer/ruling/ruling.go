// Package ruling is what the office decides: place a row, take a status, accept as it is,
// ignore a row, give a heading its role, with a reason, a name and a date that it types. Rulings are read from the
// ledger of the last run and are never lost. The package owns the ruling columns and the
// keys by which a row is found again after it moved.
package ruling

import (
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Act is what a ruling does.
type Act string

const (
	Place  Act = "place"  // 按第N项并入
	Take   Act = "status" // 采用此状态
	Accept Act = "accept" // 认可
	Ignore Act = "ignore" // 忽略
)

// State says whether a ruling found its row and could be carried out.
type State string

const (
	Applied  State = "applied"
	Orphaned State = "orphaned"
)

// Ruling is one decision of the office. By and On stand as the office typed them.
type Ruling struct {
	ID          string
	Act         Act // "" where what was typed is not understood
	Target      Target
	Requirement int           // no, for Place and for Take of a whole requirement; 0 for none
	Key         string        // of that requirement, by which it is found in a changed list
	Called      string        // its text as it was when the office decided, by which an edited one is proposed; "" where unknown
	Status      status.Status // for Take, and for Place where one is to be taken as well
	Role        words.Role    // for Column: what the heading means
	Was         string        // for Same: the keys that it found, each behind a space but the first; numbers change their meaning with the list
	Within      string        // for Close: see Closed
	Value       string        // for the acts that are said in words: a department, a quarter; see Acts
	Reason      string
	By, On      string
	State       State
	Why         string // why it is not carried out, or what to look at, for the clerk; "" for nothing
	Typed       Typed  // the cells of the decision as the office left them
	Filed       int    // its line among those of the journal, from 1; 0 for one that stands in no journal
}

// Typed is what stood in the cells of the decision itself; of an answer on a heading, what it
// means and for whom.
type Typed struct{ Choice, Item, Status, Value string }

// Target is what a ruling is about: a row of a return, a finding that speaks of no row,
// or (all but Quarter empty) the standing of a requirement. File and Sheet say where it
// last stood; it is found again by the other fields.
type Target struct {
	File, Sheet         string
	RowKey              string // see RowKey; "" where it is about no row
	Department, Quarter string
	Code                finding.Code // of the finding beside which the office decided
	Nth                 int          // which of the row's findings with that code, from 1
	Sum                 string       // what the row, or else the finding, said when it was decided
	Heading             string       // as it stood, for Column; "" for the other acts
	Beside              [2]string    // the headings beside it, where only they tell its column from another one
	Indicator           string       // id of a number of the annual report, for Fix
	Rule, Scope         string       // of the rule on such numbers, for Explain
}

// Standing reports whether the target is the standing of a requirement.
func (t Target) Standing() bool {
	return t.RowKey == "" && t.Code == "" && t.Heading == "" && t.Indicator == "" && t.Rule == ""
}

// Identify gives the ruling its ID: the same act on the same target has the same ID in
// every run, wherever the row has moved to. One that stands in the journal has the ID that it
// got there.
func (r *Ruling) Identify() {
	if r.Filed > 0 {
		return
	}
	t := r.Target
	parts := []string{string(r.Act), t.RowKey, string(t.Code), strconv.Itoa(t.Nth), t.Department, t.Quarter}
	switch {
	case r.Act == Column:
		parts = append(parts, fold.Key(t.Heading), fold.Key(t.Beside[0]), fold.Key(t.Beside[1]), t.File)
		if r.Why != "" {
			parts = append(parts, r.Typed.Choice, r.Typed.Item, r.Reason, r.By, r.On)
		}
	case r.Act == "":
		parts = append(parts, r.Typed.Choice, r.Typed.Item, r.Typed.Status, r.Typed.Value, r.Reason, r.By, r.On)
	case r.Act.OfNumbers():
		parts = append(parts, t.Indicator, t.Rule, t.Scope)
		if r.Why != "" {
			parts = append(parts, r.Typed.Value, r.Reason, r.By, r.On)
		}
	case t.Standing():
		parts = append(parts, r.Key)
	case t.RowKey == "":
		parts = append(parts, t.Sum)
	}
	r.ID = hash(parts...)
}

// Failed reports whether somebody has to look after the ruling. An answer on a heading that no
// file has any more only waits for one.
func (r Ruling) Failed() bool {
	return r.State == Orphaned && (r.Act != Column || r.Why != "")
}

// Says returns the decision in the office's words: 按第14项并入.
func (r Ruling) Says() string {
	switch r.Act {
	case Place:
		said := "按第" + strconv.Itoa(r.Requirement) + "项并入"
		if r.Status != status.NoStatus {
			said += "，状态采用“" + r.Status.Label() + "”"
		}
		return said
	case Take:
		return "状态采用“" + r.Status.Label() + "”"
	case Accept:
		return Accept.Label() + "“" + r.Target.Code.Entry().Title + "”"
	case Fix:
		return r.Target.Indicator + "采用“" + r.Value + "”"
	case Explain:
		return "对" + strings.TrimSpace(r.Target.Rule+" "+r.Target.Scope) + "说明“" + r.Value + "”"
	case Column:
		return r.saysOfHeading()
	case Same:
		return "第" + strconv.Itoa(r.Requirement) + "项仍是“" + r.Value + "”"
	case Close:
		if q, ok := period.ParseQuarter(r.Target.Quarter); ok {
			return q.Short() + CloseRow
		}
	case Sender:
		return "归部门“" + r.Value + "”"
	case Quarter:
		if q, ok := period.ParseQuarter(r.Value); ok {
			return "归" + q.Short()
		}
		return "归季度“" + r.Value + "”"
	}
	return r.Act.Label()
}
