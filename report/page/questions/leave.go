package questions

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// Leave says what becomes of a question that is not answered.
func Leave(q *ledgerbook.Question) string {
	out := ""
	switch {
	case q.Office.Kind == ruling.HeldRow:
		out = "这一行不并入台账，"
	case q.Office.Kind == ruling.HeldFile:
		out = "这份表不并入台账，"
	case q.Finding.Code == finding.StatusUnknown && q.Row != nil && q.Row.Fate == ledger.Merged:
		out = "这一行照样并入，没有状态，"
	case Lapsed(q):
		out = "原来的核定不起作用，"
	}
	if q.Finding.Severity() == finding.Error || q.Finding.Code == finding.ReturnMissing {
		return "先放着不定：" + out + "成果就一直是草稿。"
	}
	return "先放着不定：" + out + "成果照现在的样子生成，这里和台账里一直列着。"
}

// Needs are the cells that the choices of a question are filled in with, beside the choice itself.
type Needs struct{ Item, Status, Value bool }

// Other lists what may be chosen on a question beside its keys, and what has to be filled in for it; nothing where
// the keys say it all.
func (s *Reading) Other(q *ledgerbook.Question) (choices []string, needs Needs) {
	if q.Office.Kind == "" || Gone(q) || dropped(q) {
		return nil, Needs{}
	}
	first, last := q.Office.Kind.Span()
	for _, choice := range ruling.Choices[first : last+1] {
		choices = append(choices, choice.Label)
		switch choice.Act {
		case ruling.Place:
			needs.Item, needs.Status = true, true
		case ruling.Take:
			needs.Status = true
		case ruling.Sender, ruling.Quarter:
			needs.Value = true
		}
	}
	if needs == (Needs{}) {
		return nil, needs
	}
	return choices, needs
}
