package questions

import (
	"taizhang/importer/finding"
	"taizhang/importer/ruling"
)

// Closed is the decision that made a quarter final, nil where it is open.
func Closed(s *Reading, quarter string) *ruling.Ruling {
	for i := range s.Ledger.Rulings {
		if r := &s.Ledger.Rulings[i]; r.Act == ruling.Close && r.Why == "" && r.Target.Quarter == quarter {
			return r
		}
	}
	return nil
}

// Closing is the cell of 报送情况 in which a quarter is made final, as it would be read: with 是 in it, or
// emptied. on is the day of it, as the office writes it.
func Closing(quarter string, open bool, on string, mark ruling.Mark) ruling.Typing {
	r := ruling.Ruling{Act: ruling.Close, Target: ruling.Target{Quarter: quarter, Code: finding.ReturnAfterClose}, State: ruling.Orphaned,
		Value: ruling.CloseWord, On: on, Typed: ruling.Typed{Choice: ruling.CloseWord}}
	r.Identify()
	if open {
		r = ruling.Ruling{}
	}
	return ruling.Typing{Ruling: r, Empty: open, Changed: true, Mark: mark}
}
