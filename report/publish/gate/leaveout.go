package gate

import (
	"strings"

	"taizhang/report/publish/gate/names"
	"taizhang/report/publish/gate/view"
	"taizhang/report/publish/prose"
)

// leaveOut returns text without the sentences that the hits, in the order of the text,
// touch. A sentence of nothing but names goes with the one before it: 联系人：张三；李四。
func leaveOut(text string, hits []Hit) string {
	said := []rune(text)
	var kept strings.Builder
	from, named := 0, false
	for _, to := range prose.Ends(said) {
		touched := false
		for len(hits) > 0 && hits[0].To <= from {
			hits = hits[1:]
		}
		for _, h := range hits {
			if h.From >= to {
				break
			}
			if h.To > from {
				touched = true
				named = h.Kind == names.Person.Name
			}
		}
		if !touched && named && names.OnlyNames(view.Of(string(said[from:to]))) {
			touched = true
		}
		if !touched {
			named = false
			kept.WriteString(string(said[from:to]))
		}
		from = to
	}
	return kept.String()
}
