package collect

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// AskedOf lists the questions on returns of a department for a quarter that wait for the office: those that
// name both, and those on a file that is theirs.
func AskedOf(y *desk.Year, s *questions.Reading) map[Place][]int {
	of := map[string]Place{} // by file, that of one department for one quarter
	for i := range s.Ledger.Returns {
		r := &s.Ledger.Returns[i]
		at := Place{r.Department, r.Quarter}
		if other, known := of[r.File]; known && other != at {
			at = Place{}
		}
		of[r.File] = at
	}
	list := map[Place][]int{}
	for _, i := range y.Asked(s) {
		f := &s.Questions[i].Finding
		at := of[f.Place.File()]
		if q, ok := period.ParseQuarter(f.Quarter); ok && f.Department != "" {
			at = Place{f.Department, q}
		}
		if at.Department != "" {
			list[at] = append(list[at], i)
		}
	}
	return list
}

// Place is a department in a quarter.
type Place struct {
	Department string
	Quarter    period.Quarter
}

// OwedFor counts the departments whose return for a quarter is missing and not excused, and those of which
// only something came that can't be used and is not decided on.
func OwedFor(y *desk.Year, s *questions.Reading, at period.Quarter) (owed, unread int) {
	excused := map[string]bool{}
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Finding.Code == finding.ReturnMissing && q.Finding.Quarter == at.String() && !y.Open(q) {
			excused[q.Finding.Department] = true
		}
	}
	asked := AskedOf(y, s)
	for i := range s.Ledger.Coverage {
		switch c := &s.Ledger.Coverage[i]; {
		case c.Quarter != at || excused[c.Department]:
		case c.State == ledger.Missing:
			owed++
		case c.State == ledger.Unreadable && len(asked[Place{c.Department, at}]) > 0:
			unread++
		}
	}
	return owed, unread
}
