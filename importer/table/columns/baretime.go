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
		if col.Role == words.Filler && heading.BareTime(col.Heading) && rd.content.Date >= 0.6 {
			ownDays(b, col)
		}
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

// ownDays looks again at a column of days under 日期, which is when the form was filled in where all rows have one
// and the same. Days that differ from row to row are the rows' own; a day of the first row alone may be either.
func ownDays(b *block.Block, col *block.Column) {
	days, with, without, first := map[string]bool{}, 0, 0, false
	for line := b.Body; line <= b.End; line++ {
		if !tells(b, line) {
			continue
		}
		if cell := b.Cell(line, col.Col); cell.IsEmpty() {
			without++
		} else {
			first = first || with+without == 0
			with++
			days[cell.String()] = true
		}
	}
	switch {
	case len(days) < 2 && (with == 0 || without == 0):
	case b.Has(words.Completed) || len(days) < 2 && with == 1 && first:
		col.Role, col.By, col.Sure, col.Next = words.OtherText, block.ByContent, 0, words.Completed
	default:
		col.Role, col.By, col.Sure, col.Next = words.Completed, block.ByPart, 0, words.Filler
	}
}

// tells reports whether a line says what was done or where it stands.
func tells(b *block.Block, line int) bool {
	for i := range b.Columns {
		if c := &b.Columns[i]; c.IsAnswer() && c.Role != words.Completed && !b.Cell(line, c.Col).IsEmpty() {
			return true
		}
	}
	return false
}

// besideLeft returns the column right before another, nil for none. Who did it stands between what was done and when.
func besideLeft(b *block.Block, of *block.Column) (before *block.Column) {
	for i := range b.Columns {
		if c := &b.Columns[i]; c.Col < of.Col && c.Role != words.Filler && c.Role != words.Person && (before == nil || c.Col > before.Col) {
			before = c
		}
	}
	return before
}
