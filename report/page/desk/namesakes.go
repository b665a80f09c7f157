package desk

import (
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/table"
)

// Namesake is a name of the roster that may be another one's, shortened: nobody is sure but the office.
type Namesake struct {
	Name, Of string
	Written  bool // the roster lists both, so that the page can put the one under the other
}

// shortest is how many characters a name must have more of: two stand in too many others.
const shortest = 2

// Namesakes lists the departments whose name may be short for another's: its characters stand in the other in their
// order. One that may be short for several is told of each.
func Namesakes(l *ledger.Ledger) (list []Namesake) {
	for _, short := range l.Departments {
		for _, long := range l.Departments {
			if mayBeShortFor(short.Name, long.Name) && short.Active.In(l.AsOf) && long.Active.In(l.AsOf) {
				list = append(list, Namesake{short.Name, long.Name, l.Plan.Roster.Lists(short.Name) && l.Plan.Roster.Lists(long.Name)})
			}
		}
	}
	return list
}

// mayBeShortFor reports a name whose characters stand in a longer one in their order: 河湖股 in 水资源与河湖管理股,
// 大坪水管所 in 大坪水库管理所.
func mayBeShortFor(short, long string) bool {
	a, b := fold.Key(short), fold.Key(long)
	n := utf8.RuneCountInString(a)
	return n > shortest && n < utf8.RuneCountInString(b) && table.InOrder(a, b, utf8.RuneCountInString(b))
}
