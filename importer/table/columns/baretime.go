package columns

import (
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// bareTimes looks again at a column of days under a heading that does not say what happened then: 时间. Right
// behind what was done or where it stands it is when that was; right behind a plan it is by when; behind
// anything else, as single actions, nobody knows.
func bareTimes(b *block.Block, rs []*reading) {
	for _, rd := range rs {
		col := rd.col
		if col.Role != words.Completed || col.By == block.ByHeading || !heading.BareTime(col.Heading) {
			continue
		}
		switch before := besideLeft(b, col); {
		case before != nil && (before.Role == words.Progress || before.Role == words.Status || before.Role == words.Percent || before.Role == words.Tick):
		case before != nil && (before.Role == words.Plan || before.Role == words.NextSteps):
			col.Role, col.By, col.Sure, col.Next = words.Due, block.ByContent, 0, words.Completed
		default:
			col.Role, col.By, col.Sure, col.Next = words.OtherText, block.ByContent, 0, words.Completed
		}
	}
}

// besideLeft returns the column right before another, nil for none.
func besideLeft(b *block.Block, of *block.Column) (before *block.Column) {
	for i := range b.Columns {
		if c := &b.Columns[i]; c.Col < of.Col && (before == nil || c.Col > before.Col) {
			before = c
		}
	}
	return before
}
