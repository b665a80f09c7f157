package status

import (
	"strings"

	"taizhang/importer/fold"
)

// Answer reads the cell of a column that asks whether a requirement is done. Beside what Cell reads, 部分
// answers such a question, and 不适用 says of the question, and not of the requirement, that it does not
// apply where what stands beside it is work without an end: 不适用，长期工作.
func (g *Grammar) Answer(text string) Reading {
	r := g.Cell(text)
	if r.Status != NoStatus || fold.Longer(text, longestAnswer) {
		return r
	}
	cs := g.clauses(strings.TrimSpace(text))
	if len(cs) == 0 {
		return r
	}
	head, behind := &cs[0], cs[1:]
	switch {
	case head.has("g") && strings.Trim(head.form, "gckl") == "" && !states(behind):
		return Reading{Status: InProgress, Said: head.text, By: ByGrammar, Rest: rest(cs, 0)}
	case head.status == NotApplicable && goesOnForEver(behind):
		return Reading{Status: Ongoing, Said: text, By: ByGrammar}
	}
	return r
}

// longestAnswer is how many characters a text has at the most that answers whether something is done.
const longestAnswer = 30

// states reports whether one of some clauses says a status other than that work goes on.
func states(cs []said) bool {
	for i := range cs {
		if s := cs[i].status; s != NoStatus && s != InProgress {
			return true
		}
	}
	return false
}

// goesOnForEver reports whether clauses say nothing but that work has no end.
func goesOnForEver(cs []said) bool {
	for i := range cs {
		if cs[i].status != Ongoing {
			return false
		}
	}
	return len(cs) > 0
}
