package ledger

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
func (m *merge) tellRestated(again answer, own *line) {
	for _, said := range []struct {
		own, again string
		at         finding.Place
	}{
		{own.row.Status.Said, again.row.Status.Said, again.row.Status.At},
		{own.row.Percent.Said, again.row.Percent.Said, again.row.Percent.At},
		{own.row.Progress.Value, again.row.Progress.Value, again.row.Progress.At},
		{own.row.CompletedOn.Said, again.row.CompletedOn.Said, again.row.CompletedOn.At},
		{own.row.Problems.Value, again.row.Problems.Value, again.row.Problems.At},
		{own.row.NextSteps.Value, again.row.NextSteps.Value, again.row.NextSteps.At},
	} {
		if said.again == "" || fold.Key(said.own) == fold.Key(said.again) {
			continue
		}
		f := finding.New(finding.RestatedDiffers, said.at, quotedPart(said.own), quotedPart(said.again))
		f.RowKey = again.key
		m.report(f, again.ret)
	}
}

// quotedPart quotes a text in short, and says of an empty one that nothing was filled in.
func quotedPart(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return "空白"
	}
	return "“" + finding.Brief(text) + "”"
}
