package details

import (
	"strings"

	"taizhang/report/publish/gate/view"
)

// isContactOn reports whether a day stands behind 联系, which is more often a verb than a label:
// 联系20260325批次供应商.
func (n number) isContactOn() bool {
	d := n.digits
	return len(d) == 8 && (d[:2] == "19" || d[:2] == "20") && isDay(d[:4], d[4:6], d[6:]) && n.Has(n.groups[0].from-2, []rune("联系"))
}

// isPhoneInGroups reports whether spaces and hyphens part a number as no dates and no row of
// figures are parted: 13 8001 38004. One of its groups is too long for a year or is none.
func (n number) isPhoneInGroups() bool {
	first, last := n.groups[0], n.groups[len(n.groups)-1]
	if n.Gap[first.from] && view.IsDigit(n.Rune(first.from-1)) || view.IsDigit(n.Rune(last.to)) {
		return false // figures go on in the row
	}
	long := false
	for k, g := range n.groups {
		if k > 0 && strings.Trim(string(n.Runes[n.groups[k-1].to:g.from]), "-") != "" {
			return false
		}
		year := len(g.digits) == 4 && (g.digits[:2] == "19" || g.digits[:2] == "20")
		if long = long || len(g.digits) >= 4; year {
			return false
		}
	}
	return long
}
