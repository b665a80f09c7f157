package questions

import (
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// Some things are found in the returns of many departments at once, each of them a cause of its own: a
// department is asked about its own return. A clerk gives them one answer, and gives it in view of all
// of them.

// Alike returns, of the questions that wait (indices, in their order), those that may be given one
// answer together with the one at at: the same thing, found in returns of the same quarter, that may be
// accepted. It is nil where they all are of one cause, which has a key of its own.
func (s *Reading) Alike(waiting []int, at int) (list []int) {
	q := &s.Questions[at]
	if !s.mayBeAlike(q) {
		return nil
	}
	several := false
	for _, i := range waiting {
		if o := &s.Questions[i]; o.Finding.Code == q.Finding.Code && o.Finding.Quarter == q.Finding.Quarter && s.mayBeAlike(o) {
			list = append(list, i)
			several = several || o.Cause != q.Cause
		}
	}
	if !several {
		return nil
	}
	return list
}

// mayBeAlike reports a question whose first answer is to accept what is found, where that means just this:
// nothing leaves the house or stays out of the ledger by it, and nothing is chosen between two. Where a
// status can be taken instead, each row is to be looked at.
func (s *Reading) mayBeAlike(q *ledgerbook.Question) bool {
	if q.Finding.Severity() != finding.Warning || q.Finding.Department == "" || q.Finding.Quarter == "" {
		return false
	}
	options := s.Options(q)
	return len(options) > 0 && (options[0].Label == plainlyAccepted || q.Finding.Code == finding.SheetUnread)
}

// Accepting is the choice that Alike questions are answered by.
func Accepting() ruling.Line { return ruling.Line{Choice: ruling.Accept.Label()} }

// Together is what may be decided at once, as it is listed: of each department what was found in its return.
// Title is that of the code.
type Together struct {
	ID, Title, Quarter string
	Meaning            string // of 认可 here
	Count, Departments int
	Groups             []TogetherOf
}

// TogetherOf is what was found in the return of one department.
type TogetherOf struct {
	Department string
	Lines      []TogetherLine
}

// TogetherLine is one question: what was found, what the row says of its requirement, and where.
type TogetherLine struct{ ID, Message, Said, Where string }

// Together lays out the questions that are Alike, nil where there are none.
func (s *Reading) Together(waiting []int, at int) *Together {
	list := s.Alike(waiting, at)
	if list == nil {
		return nil
	}
	f := s.Questions[at].Finding
	t := &Together{ID: ID(&s.Questions[at]), Title: Title(&s.Questions[at]), Quarter: f.Quarter, Count: len(list)}
	if t.Meaning = "属实，或者情况已经说明"; f.Code == finding.SheetUnread {
		t.Meaning = "不是填报的内容，不用管"
	}
	if quarter, ok := period.ParseQuarter(f.Quarter); ok {
		t.Quarter = quarter.Short()
	}
	groups := map[string]int{}
	for _, i := range list {
		q := &s.Questions[i]
		n, known := groups[q.Finding.Department]
		if !known {
			n = len(t.Groups)
			groups[q.Finding.Department] = n
			t.Groups = append(t.Groups, TogetherOf{Department: q.Finding.Department})
		}
		line := TogetherLine{ID: ID(q), Message: Message(q.Finding), Where: q.Finding.Place.String()}
		if q.Row != nil {
			line.Said = q.Row.Text
		}
		t.Groups[n].Lines = append(t.Groups[n].Lines, line)
	}
	t.Departments = len(t.Groups)
	return t
}
