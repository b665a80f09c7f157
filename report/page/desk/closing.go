package desk

import (
	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// Closing is a quarter that can be made final, or is.
type Closing struct {
	Quarter, Name string
	Closed        bool
	On            string // the day of it, "" where nobody wrote one
}

// Closings lists the quarters that returns have come for.
func (y *Year) Closings(s *questions.Reading) (list []Closing) {
	for _, q := range s.Ledger.AsOf.Until() {
		for _, t := range s.Ledger.Quarters {
			if t.Quarter == q && t.Returns.Reported > 0 {
				on, closed := y.ClosedOn(s, q)
				list = append(list, Closing{q.String(), q.Short(), closed, on})
			}
		}
	}
	return list
}

// ClosedOn reports a quarter that was made final, also since the last reading, and on which day; "" where
// nobody wrote that.
func (y *Year) ClosedOn(s *questions.Reading, q period.Quarter) (on string, closed bool) {
	says, done := y.LaidOn(closingID(q))
	switch {
	case done:
		return "", says != ""
	case y.Reopened(closingID(q)):
		return "", false
	}
	if r := questions.Closed(s, q.String()); r != nil {
		return r.On, true
	}
	return "", false
}

func closingID(q period.Quarter) string { return "close " + q.String() }

// Close makes a quarter final, or opens it again. One that is so already stays so. on is the day, in
// the office's words. The error can be shown
// to the clerk.
func (y *Year) Close(s *questions.Reading, q period.Quarter, open bool, on string) error {
	if _, closed := y.ClosedOn(s, q); closed != open {
		return nil
	}
	shown := questions.Closed(s, q.String())
	mark := y.Mark(nil, nil)
	if shown != nil {
		mark = y.Mark(shown, []string{shown.Closing().Said})
	}
	err := y.DecideAll(s, []Typed{{ID: closingID(q), Typing: questions.Closing(q.String(), open, on, mark)}})
	if err == nil && !open {
		y.mu.Lock()
		y.finals = append(y.finals, y.decided)
		y.mu.Unlock()
	}
	return err
}
