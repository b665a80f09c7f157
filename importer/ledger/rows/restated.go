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
	was, now := own.Row, again.Row
	text := func(was, now string) bool { return fold.Key(was) == fold.Key(now) }
	for _, said := range []struct {
		own, again string
		at         finding.Place
		same       bool
	}{
		{was.Status.Said, now.Status.Said, now.Status.At, now.StandsAs(was)},
		{was.Percent.Said, now.Percent.Said, now.Percent.At, now.SharesAs(was)},
		{was.Progress.Value, now.Progress.Value, now.Progress.At, text(was.Progress.Value, now.Progress.Value)},
		{was.CompletedOn.Said, now.CompletedOn.Said, now.CompletedOn.At, was.CompletedOn.Value == now.CompletedOn.Value},
		{was.Problems.Value, now.Problems.Value, now.Problems.At, text(was.Problems.Value, now.Problems.Value)},
		{was.NextSteps.Value, now.NextSteps.Value, now.NextSteps.At, text(was.NextSteps.Value, now.NextSteps.Value)},
	} {
		if said.again == "" || said.same {
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
