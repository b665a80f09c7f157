package desk

import (
	"fmt"

	"taizhang/importer/ledger"
	"taizhang/report/page/questions"
)

// Undated lists whose return came on a day that nobody knows although a deadline is set: who was late can't be told.
// A quarter that is final is left as it is.
func (y *Year) Undated(s *questions.Reading) (list []ledger.Coverage) {
	for _, c := range s.Ledger.Coverage {
		if !c.Expected || c.State != ledger.Undated || c.Due.IsZero() {
			continue
		}
		if _, closed := y.ClosedOn(s, c.Quarter); !closed {
			list = append(list, c)
		}
	}
	return list
}

// datesWait says of how many returns the day is not known, in a few words; "" for none.
func (y *Year) datesWait(s *questions.Reading) string {
	if n := len(y.Undated(s)); n > 0 {
		return fmt.Sprintf("%d份不知哪天交的", n)
	}
	return ""
}
