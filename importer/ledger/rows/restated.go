package rows

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

// printedAgain says that rows which a later table prints once more don't count.
const printedAgain = "后来的报表把这个季度的情况又印了一遍，仍以当季报的为准：%d 行以 %s 为准。"

// tellRestated says where an earlier quarter's answer that a later table prints once more differs
// from what was said in its own quarter: the later one may correct it. What the table doesn't print
// again is no difference.
func (r *Rows) tellRestated(again Answer, own *Line) {
	for _, said := range []struct {
		own, again string
		at         finding.Place
	}{
		{own.Row.Status.Said, again.Row.Status.Said, again.Row.Status.At},
		{own.Row.Percent.Said, again.Row.Percent.Said, again.Row.Percent.At},
		{own.Row.Progress.Value, again.Row.Progress.Value, again.Row.Progress.At},
		{own.Row.CompletedOn.Said, again.Row.CompletedOn.Said, again.Row.CompletedOn.At},
		{own.Row.Problems.Value, again.Row.Problems.Value, again.Row.Problems.At},
		{own.Row.NextSteps.Value, again.Row.NextSteps.Value, again.Row.NextSteps.At},
	} {
		if said.again == "" || fold.Key(said.own) == fold.Key(said.again) {
			continue
		}
		f := finding.New(finding.RestatedDiffers, said.at, quotedPart(said.own), quotedPart(said.again))
		f.RowKey = again.Key
		r.report(f, again.Ret)
	}
}

// quotedPart quotes a text in short, and says of an empty one that nothing was filled in.
func quotedPart(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return "空白"
	}
	return "“" + finding.Brief(text) + "”"
}
