package returns

import (
	"regexp"
	"strings"
	"taizhang/importer/fold"
	"taizhang/importer/period"
	"unicode/utf8"

	"taizhang/importer/status"
)

// unanswered returns why a row with a place in the table is no answer: it holds only a
// number, or it names a requirement and says nothing of it.
func (r *Reader) unanswered(row Row) Reason {
	for _, said := range []string{row.Status.Said, row.Percent.Said, row.CompletedOn.Said, row.Progress.Value,
		row.Problems.Value, row.NextSteps.Value, row.Remarks.Value} {
		if !r.nothing(said) && !r.grammar.Unticked(said) {
			return ""
		}
	}
	for _, e := range row.Evidence {
		if !r.nothing(e.Value) {
			return ""
		}
	}
	for _, o := range row.Other {
		if !r.nothing(o.Text) && !o.printed && !r.grammar.Unticked(o.Text) && !r.isNames(o.Text) && !r.isWhen(o.Text) && utf8.RuneCountInString(o.Text) >= shortestAnswer {
			return "" // it may be the answer
		}
	}
	if r.declines(row.Status.Said) || r.declines(row.Progress.Value) {
		return "" // 无, / and 不涉及 in the answer's own columns are an answer: not applicable
	}
	if row.Text.Value == "" && row.Task.Value == "" && row.Cites == nil {
		return EmptyNumbered
	}
	return Unanswered
}

// isWhen reports a text that is a quarter or a date and nothing else: 2025年第一季度.
func (r *Reader) isWhen(text string) bool {
	return !fold.Longer(text, 14) && (len(r.mentions(text)) > 0 || period.IsDate(text, r.plan.Year))
}

// shortestAnswer is how many characters a text has at the least that may be an answer, whatever
// it stands under. A name or a number is none.
const shortestAnswer = 5

// nothing reports whether a cell's text says nothing: empty, 同上, 见附件, 略, 无.
func (r *Reader) nothing(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), "。.；;，,")
	return s == "" || r.words.IsUnanswered(s) || r.words.IsNothing(s) || pointsElsewhere(s)
}

// pointsElsewhere reports an answer that only names an attachment. Most do not even begin so.
func pointsElsewhere(s string) bool {
	return (strings.HasPrefix(s, "详见") || strings.HasPrefix(s, "见") || strings.HasPrefix(s, "参见")) && attached.MatchString(s)
}

// attached is an answer that only points elsewhere: 详见附件2, 见《……》附表.
var attached = regexp.MustCompile(`^(详见|见|参见)[^，。；]{0,12}(附件|附表|材料|附后)[^，。；]{0,6}$`)

func (r *Reader) declines(s string) bool {
	return r.grammar.Word(s) == status.NotApplicable
}
