package details

import (
	"strings"

	"taizhang/report/publish/gate/view"
)

// Phones are the digits of the phones that may stand.
type Phones []string

// PhonesOf reads 公开电话.
func PhonesOf(phone string) Phones {
	v := view.Of(phone)
	groups := groupsOf(v)
	var list Phones
	for i := 0; i < len(groups); i++ {
		j := lastLinked(v, groups, i, false)
		list = append(list, join(groups[i:j+1]))
		i = j
	}
	return list
}

// allow reports whether a phone number is the office's own, with or without area code.
func (p Phones) allow(digits string) bool {
	for _, own := range p {
		if own == digits || len(digits) >= shortestPhone && strings.HasSuffix(own, digits) ||
			len(own) >= shortestPhone && strings.HasSuffix(digits, own) {
			return true
		}
	}
	return false
}
