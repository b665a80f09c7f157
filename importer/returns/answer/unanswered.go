package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// Unanswered returns why a row with a place in the table is no answer: it holds only a
// number, or it names a requirement and says nothing of it.
func (r *Taker) Unanswered(row returns.Row) returns.Reason {
	for _, said := range []string{row.Status.Said, row.Percent.Said, row.CompletedOn.Said, row.Progress.Value,
		row.Problems.Value, row.NextSteps.Value, row.Remarks.Value} {
		if !r.Nothing(said) && !r.Grammar.Unticked(said) {
			return ""
		}
	}
	for _, e := range row.Evidence {
		if !r.Nothing(e.Value) {
			return ""
		}
	}
	for _, o := range row.Other {
		if r.ofStage(o) && !r.Nothing(o.Text) {
			return ""
		}
		if !r.Nothing(o.Text) && !o.Printed && !r.Grammar.Unticked(o.Text) && !r.IsNames(o.Text) && !r.isWhen(o.Text) && utf8.RuneCountInString(o.Text) >= ShortestAnswer {
			return "" // it may be the answer
		}
	}
	said := row.Status.Said + row.Progress.Value
	if r.Declines(row.Status.Said) || r.Declines(row.Progress.Value) {
		if !r.PerQuarter || strings.ContainsFunc(said, unicode.IsLetter) {
			return "" // 无, / and 不涉及 in the answer's own columns are an answer: not applicable
		}
		// A sign in the column of one quarter says that there is nothing to say, as once a matter is done.
	}
	if row.Text.Value == "" && row.Task.Value == "" && row.Cites == nil {
		return returns.EmptyNumbered
	}
	return returns.Unanswered
}

// ShortestAnswer is how many characters a text has at the least that may be an answer, whatever
// it stands under. A name or a number is none.
const ShortestAnswer = 5

// isWhen reports a text that is a quarter or a date and nothing else: 2025年第一季度.
func (r *Reader) isWhen(text string) bool {
	return !fold.Longer(text, 14) && (len(r.Mentions(text)) > 0 || period.IsDate(text, r.Plan.Year))
}
