package details

import "taizhang/report/publish/gate/view"

// spans are stretches of a view.
type spans [][2]int

func (s spans) hold(i int) bool {
	for _, span := range s {
		if i >= span[0] && i < span[1] {
			return true
		}
	}
	return false
}

// webAddresses finds the web addresses in a text.
func webAddresses(v view.View) spans {
	var found spans
	for i := 0; i < len(v.Runes); i++ {
		if v.HasAny(i, webStarts) == 0 {
			continue
		}
		to := i
		for to < len(v.Runes) && v.Said[v.At[to]] > ' ' && v.Said[v.At[to]] < 0x7F && (to == i || !v.Gap[to]) {
			to++
		}
		found = append(found, [2]int{i, to})
		i = to
	}
	return found
}

var webStarts = view.Words("http:// https:// www. ftp://")
