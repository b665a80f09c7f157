package questions

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/report/ledgerbook"
)

// A card names what it is about: the row with what else it says, the requirement in its own words, and whose status
// a key sets. Two rows of the same words are told apart by that.

// RowSaid is what the row of a question says of how far it is, on one line, or all that it says where that is
// nothing; "" for nothing at all.
func (s *Reading) RowSaid(q *ledgerbook.Question) string {
	if q.Row == nil {
		return ""
	}
	said := q.Row.Said
	if e := s.entryOf(q); e != nil {
		said = e.Row.Answer()
	}
	var lines []string
	for _, line := range strings.Split(said, "\n") {
		if heading, _, _ := strings.Cut(line, "："); slices.Contains(howFar, heading) {
			lines = append(lines, strings.TrimRight(line, "。 "))
		}
	}
	if len(lines) > 0 {
		said = strings.Join(lines, "；")
	}
	return strings.Join(strings.Fields(said), " ")
}

// howFar are the headings under which a row's answer says how far it is.
var howFar = []string{"状态", "完成比例", "进展", "完成时间"}

// entryOf is what a question's row became in the ledger, nil where it is not counted.
func (s *Reading) entryOf(q *ledgerbook.Question) *ledger.Entry {
	for i := range s.Ledger.Entries {
		if e := &s.Ledger.Entries[i]; q.Row != nil && e.Row.At == q.Row.At && e.Department == q.Row.Department && e.Requirement == q.Row.Requirement {
			return e
		}
	}
	return nil
}

// Requirement is the one that a question is about: that its row answers, or that its place on the list or its
// decision names; nil for none.
func (s *Reading) Requirement(q *ledgerbook.Question) *plan.Requirement {
	if r := s.overdueOf(q); r != nil {
		return r
	}
	for i := range s.Ledger.Plan.Requirements {
		r := &s.Ledger.Plan.Requirements[i]
		switch {
		case q.Row != nil && q.Row.Fate == ledger.Merged && q.Row.Requirement == r.No,
			q.Row == nil && q.Finding.Code == finding.Overdue && r.Text.At == q.Finding.Place,
			q.Row == nil && q.Ruled != nil && q.Ruled.Key != "" && q.Ruled.Key == r.Key:
			return r
		}
	}
	return nil
}

// Whose says whose status the keys set, "" where they set none.
func (s *Reading) Whose(q *ledgerbook.Question) string {
	if !ofStatus(q.Finding.Code) || q.Row == nil || dropped(q) {
		return ""
	}
	said := q.Row.Department
	e := s.entryOf(q)
	if e == nil {
		return said
	}
	said += fmt.Sprintf("（%s）在第%d条的状态", e.Role.Label(), e.Requirement)
	if q.Finding.Code == finding.LeadSupportConflict {
		said += "，别的部门的不变"
	}
	return said
}

// Title is what a question is called on the page.
func Title(q *ledgerbook.Question) string {
	if sameOne(q) {
		return "几行都像同一条要求"
	}
	return Plain(q.Finding.Code.Entry().Title)
}

// sameOne reports a row that is like one requirement alone, which another row of its sheet is like too.
func sameOne(q *ledgerbook.Question) bool {
	return q.Finding.Code == finding.RowAmbiguous && q.Row != nil && len(q.Row.Candidates) == 1
}

// rivals are the other rows of a sheet that are like the one requirement that a row is like.
func (s *Reading) rivals(q *ledgerbook.Question) (list []*ledgerbook.Question) {
	if !sameOne(q) {
		return nil
	}
	for i := range s.Questions {
		o := &s.Questions[i]
		if sameOne(o) && o.Row != q.Row && o.Row.Fate == ledger.Held && o.Row.Candidates[0] == q.Row.Candidates[0] &&
			o.Row.At.File() == q.Row.At.File() && o.Row.At.Sheet() == q.Row.At.Sheet() {
			list = append(list, o)
		}
	}
	return list
}

// joining says how rows of one requirement are told together, of a row that is like it alone.
func (s *Reading) joining(q *ledgerbook.Question, no int) string {
	rivals := s.rivals(q)
	if len(rivals) == 0 || q.Row.Candidates[0] != no {
		return ""
	}
	together, of := true, 1
	for _, o := range rivals {
		together = together && q.Cause > 0 && o.Cause == q.Cause
		of++
	}
	for i := range s.Questions {
		o := &s.Questions[i]
		if o.Cause == q.Cause && o.Row != q.Row && !sameSheet(o, q) {
			together = false // A takes rows of other returns too
		}
	}
	if together {
		return fmt.Sprintf("%d行都是这一条的，先按 A 再按 1：都归第%d条，合为一条，进展都写上", of, no)
	}
	var others []string
	for _, o := range rivals {
		others = append(others, fmt.Sprintf("第%d行“%s”", o.Row.At.Row(), short(o.Row.Text)))
	}
	return fmt.Sprintf("%s也归这一条的，到它那里也选“第%d条”：合为一条，进展都写上", strings.Join(others, "、"), no)
}

func sameSheet(a, b *ledgerbook.Question) bool {
	return a.Row != nil && b.Row != nil && a.Row.At.File() == b.Row.At.File() && a.Row.At.Sheet() == b.Row.At.Sheet()
}

func short(text string) string { return cut(fold.Text(text)) }

// plain are words of the contract that a clerk need not know, as the page says them.
var plain = strings.NewReplacer("强制问题", "必须办的问题", "核实问题", "要核实的问题", "勾稽关系", "数据之间的关系（勾稽）")

// Plain says a sentence in words that need no explanation.
func Plain(said string) string { return plain.Replace(said) }

// Levels are the degrees of what is found as the page says them.
var Levels = map[string]string{"强制": "必须办", "核实": "要核实", "提示": "提示"}
