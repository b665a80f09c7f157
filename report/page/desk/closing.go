package desk

import (
	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// Closing is a quarter that can be made final, or is.
type Closing struct {
	Quarter, Name string
	Closed        bool
}

// Closings lists the quarters that returns have come for.
func (y *Year) Closings(s *questions.Reading) (list []Closing) {
	for _, q := range s.Ledger.AsOf.Until() {
		for _, t := range s.Ledger.Quarters {
			if t.Quarter == q && t.Returns.Reported > 0 {
				list = append(list, Closing{q.String(), q.Short(), y.closed(s, q)})
			}
		}
	}
	return list
}

// closed reports a quarter that was made final, also since the last reading.
func (y *Year) closed(s *questions.Reading, q period.Quarter) bool {
	says, done := y.LaidOn(closingID(q))
	switch {
	case done:
		return says != ""
	case y.Reopened(closingID(q)):
		return false
	}
	return questions.Closed(s, q.String()) != nil
}

func closingID(q period.Quarter) string { return "close " + q.String() }

// Close makes a quarter final, or opens it again. One that is so already stays so. The error can be shown
// to the clerk.
func (y *Year) Close(s *questions.Reading, q period.Quarter, open bool) error {
	if y.closed(s, q) != open {
		return nil
	}
	shown := questions.Closed(s, q.String())
	mark := y.Mark(nil, nil)
	if shown != nil {
		mark = y.Mark(shown, []string{shown.Closing().Said})
	}
	return y.DecideAll(s, []Typed{{ID: closingID(q), Typing: questions.Closing(q.String(), open, mark)}})
}
