package questions

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// ID names a question by what it is about, so that it has the same name after every reading.
func ID(q *ledgerbook.Question) string {
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

// Option is what a key chooses: cells of the ruling columns, filled in.
type Option struct {
	Key   string // 1 to 9, 0
	Label string
	Text  string   // of the requirement that it places the row on
	Why   []string // what speaks for it, and against
	Line  ruling.Line
	Drop  bool // it takes back what was decided, see Lapsed
}

// mostOptions is how many candidates have keys of their own.
const mostOptions = 9

// OptionsOf returns what the office may choose on a line of 待核对, as keys. All else that the
// ledger Offers there can be filled in.
func (s *Reading) Options(q *ledgerbook.Question) []Option {
	var list []Option
	add := func(o Option) {
		if len(list) < mostOptions {
			o.Key = strconv.Itoa(len(list) + 1)
			list = append(list, o)
		}
	}
	none := func(act ruling.Act, label string) {
		o := Option{Key: "0", Label: label, Line: ruling.Line{Choice: act.Label()}}
		if act == ruling.Ignore && ofStatus(q.Finding.Code) && q.Cause > 0 && s.Ledger.Causes[q.Cause-1].Findings > 1 {
			o.Why = []string{"按了 A 也只忽略这一行"}
		}
		list = append(list, o)
	}
	switch q.Office.Kind {
	case ruling.HeldRow:
		for _, no := range s.Candidates(q) {
			add(s.candidate(q, no))
		}
		label := "都不是：这一行不计入台账（"
		if len(list) == 0 {
			label = "不归清单里的哪一条：这一行不计入台账（"
		}
		if q.Finding.Code == finding.DuplicateRow || q.Finding.Code == finding.DuplicateReturn {
			label = "不用这一行：不计入台账（"
		}
		none(ruling.Ignore, label+ruling.Ignore.Label()+"）")
	case ruling.MergedRow:
		if dropped(q) {
			add(Option{Label: accepted(q.Finding.Code), Why: []string{"这一行本来就不计入台账（" + returns.Reason(q.Row.Reason).Label() + "），认可了就不再问"}, Line: ruling.Line{Choice: ruling.Accept.Label()}})
			break
		}
		if q.Finding.Code == finding.RestatedDiffers && q.Row != nil && q.Row.Requirement > 0 {
			short := q.Row.Quarter.Short()
			add(Option{Label: short + "报的对：后来印错了（" + ruling.Accept.Label() + "）", Line: ruling.Line{Choice: ruling.Accept.Label()}})
			add(Option{Label: "后来印的对：" + short + "以后来印的这一行为准", Line: ruling.Line{Choice: ruling.Place.Label(), Item: strconv.Itoa(q.Row.Requirement)}})
			break
		}
		if ofStatus(q.Finding.Code) {
			for _, stands := range ruling.Statuses {
				add(Option{Label: "状态采用“" + stands.Label() + "”", Line: ruling.Line{Choice: ruling.Take.Label(), Status: stands.Label()}})
			}
		}
		add(accepting(q))
		none(ruling.Ignore, "这一行不计入台账（"+ruling.Ignore.Label()+"）")
	case ruling.NoRow:
		add(accepting(q))
	case ruling.HeldFile, ruling.Filing:
		if q.Office.Kind == ruling.Filing {
			add(Option{Label: "认可：现在归得对", Line: ruling.Line{Choice: ruling.Accept.Label()}})
		}
		for _, name := range s.departmentsIn(q) {
			add(Option{Label: "是" + name + "的", Line: ruling.Line{Choice: ruling.Sender.Label(), Value: name}})
		}
		if ofQuarter(q.Finding.Code) {
			for _, in := range s.quartersIn(q) {
				add(Option{Label: "是" + in.Short() + "的", Line: ruling.Line{Choice: ruling.Quarter.Label(), Value: in.Short()}})
			}
		}
		none(ruling.Discard, "这份不再算数（"+ruling.Discard.Label()+"）")
	}
	return withDrop(q, list)
}

// dropped reports a row that is not counted whatever is decided on it: only what was found can be accepted. What
// another row stands in the place of, and what the office dropped, can be taken after all.
func dropped(q *ledgerbook.Question) bool {
	if q.Row == nil || q.Row.Fate != ledger.Ignored {
		return false
	}
	switch returns.Reason(q.Row.Reason) {
	case returns.Duplicate, returns.Superseded, returns.RuledOut:
		return false
	}
	return true
}

// accepting is the key that accepts what is found, with what follows from it where its label does not say it.
func accepting(q *ledgerbook.Question) Option {
	o := Option{Label: accepted(q.Finding.Code), Line: ruling.Line{Choice: ruling.Accept.Label()}}
	if o.Label == plainlyAccepted || q.Finding.Code == finding.SheetUnread {
		o.Why = []string{"台账里照样列着，这里不再问"}
	}
	return o
}

// accepted says what follows when the office accepts what is found: of what must not be published
// the one word would leave that open.
func accepted(c finding.Code) string {
	switch c {
	case finding.PersonDoubtful:
		return ruling.Accept.Label() + "：不是个人信息，公开的附件里照登"
	case finding.PersonalInformation, finding.SecrecyMarking, finding.SensitiveWording:
		return ruling.Accept.Label() + "：知道了，公开的附件里仍然略去这几句"
	case finding.SheetUnread:
		return "不是填报的内容，不用管（" + ruling.Accept.Label() + "）"
	}
	return plainlyAccepted
}

// plainlyAccepted says of what is accepted that it is so, and no more.
var plainlyAccepted = ruling.Accept.Label() + "：属实，或者情况已经说明"

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
func (s *Reading) candidate(q *ledgerbook.Question, no int) Option {
	r := s.Ledger.Requirement(no)
	o := Option{Label: fmt.Sprintf("第%d条", no), Text: r.Text.Value, Line: ruling.Line{Choice: ruling.Place.Label(), Item: strconv.Itoa(no)}}
	before := slices.DeleteFunc(s.placedBefore(q), func(p placement) bool { return p.no != no })
	if len(before) > 0 {
		o.Why = append(o.Why, before[0].says(q.Row.Text, q.Row.Quarter))
	}
	if like := likeness(q.Row.Text, r.Text.Value); like != "" {
		o.Why = append(o.Why, like)
	}
	duty := s.Ledger.Plan.Assigned(r, q.Row.Quarter)
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
	switch {
	case q.Finding.Code == finding.DuplicateRow:
		o.Label = "以这一行为准：" + o.Label
		o.Why = append(o.Why, "几行都算的，先按 A 再按这一项：合为一条，进展都写上")
	case s.joining(q, no) != "":
		o.Why = append(o.Why, s.joining(q, no))
	case s.besides(q, no):
		o.Why = append(o.Why, "同一张表里已有一行在这一条，两行合为一条，进展都写上")
	case len(before) > 0 && before[0].row.Quarter == q.Row.Quarter && s.aloneAnswers(before[0]):
	case s.answered(q)[no]:
		o.Why = append(o.Why, "本部门这一季度已另有一行填报")
	default:
		o.Why = append(o.Why, "本部门这一季度还没有填报")
	}
	return o
}

// besides reports whether another row of the sheet that a held row stands on answers the requirement: placed
// there too, the two are told together.
func (s *Reading) besides(q *ledgerbook.Question, no int) bool {
	for i := range s.Ledger.Entries {
		if e := &s.Ledger.Entries[i]; e.Requirement == no && e.Department == q.Row.Department && e.Quarter == q.Row.Quarter &&
			e.Row.At.File() == q.Row.At.File() && e.Row.At.Sheet() == q.Row.At.Sheet() {
			return true
		}
	}
	return false
}

// quartersIn lists the quarters of the year, those first that a finding speaks of.
func (s *Reading) quartersIn(q *ledgerbook.Question) []period.Quarter {
	all := (period.Quarter{Year: s.Ledger.Year, N: 4}).Until()
	said := func(in period.Quarter) int {
		if strings.Contains(q.Finding.Found+q.Finding.Message, in.Short()) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b period.Quarter) int { return said(a) - said(b) })
	return all
}

// departmentsIn lists the departments that a finding on a file speaks of; of a file of nobody, those
// besides whose return is missed.
func (s *Reading) departmentsIn(q *ledgerbook.Question) (names []string) {
	if q.Finding.Code != finding.DepartmentUnknown && q.Finding.Code != finding.DepartmentConflict {
		return nil
	}
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, said := range []string{q.Finding.Found, q.Finding.Wanted, q.Finding.Place.File()} {
		for _, d := range s.Ledger.Plan.Roster.FindIn(said) {
			add(d.Name)
		}
	}
	if q.Finding.Code == finding.DepartmentConflict {
		return names
	}
	of, known := period.ParseQuarter(q.Finding.Quarter)
	if !known {
		of, known = period.ParseQuarter(path.Base(path.Dir(q.Finding.Place.File())))
	}
	for i := range s.Ledger.Coverage {
		if c := &s.Ledger.Coverage[i]; known && c.Quarter.N == of.N && c.State == ledger.Missing {
			add(c.Department)
		}
	}
	return names
}

// Fill returns the line of a question with the cells of a choice in it.
func Fill(q *ledgerbook.Question, choice ruling.Line, h Habits, reason string) ruling.Line {
	l := q.Office
	l.Choice, l.Item, l.Status, l.Value = choice.Choice, choice.Item, choice.Status, choice.Value
	l.Reason, l.By, l.On = reason, h.By, h.On
	return l
}

// Offers reports whether a choice may be made on a question together with one of the same cause: where
// the ledger's list would offer it, and an item only where it is one of its candidates too. No row is
// dropped for what the status of another says, and none that is placed is moved to another item.
func (s *Reading) Offers(q *ledgerbook.Question, choice ruling.Line) bool {
	first, last := q.Office.Kind.Span()
	if q.Office.Kind == "" || !slices.ContainsFunc(ruling.Choices[first:last+1], func(c ruling.Choice) bool { return c.Label == choice.Choice }) {
		return false
	}
	if choice.Choice == ruling.Ignore.Label() && ofStatus(q.Finding.Code) {
		return false
	}
	no, _ := strconv.Atoi(choice.Item)
	switch {
	case choice.Item == "":
		return true
	case q.Office.Kind == ruling.MergedRow:
		return q.Row != nil && q.Row.Requirement == no
	case q.Office.Kind != ruling.HeldRow:
		return true
	}
	return slices.Contains(s.Candidates(q), no)
}
