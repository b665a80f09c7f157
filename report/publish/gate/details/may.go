package details

import "taizhang/report/publish/gate/view"

// shortestNumber is the least number of digits that a finder of numbers takes: a 短号.
const shortestNumber = 5

var (
	numeral = view.Starts(view.Spoken + "0123456789") // what a number may be written in
	joint   = view.Starts(linking + "、,*×")
)

// MayNumber reports whether there are enough digits together for a number: with nothing
// between but what may link the groups of one.
func MayNumber(v view.View) bool {
	digits := 0
	for _, r := range v.Runes {
		switch {
		case numeral.Has(r), lookalikeDigit(r) != 0:
			if digits++; digits == shortestNumber {
				return true
			}
		case !joint.Has(r):
			digits = 0
		}
	}
	return false
}
