package reader

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// daysBeside takes back that a column headed with nothing but 时间 tells when matters were completed, where no row
// is known to be: all its days stand beside the rows, and what they mean the office is asked.
func daysBeside(b *table.Block, parts []part) {
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != words.Completed || col.By == table.ByHeading || col.By == table.ByOffice || !table.BareTime(col) {
			continue
		}
		if used, beside := daysOf(b, col, parts); beside && !used {
			col.Role, col.By, col.Sure, col.Next = words.OtherText, table.ByContent, 0, words.Completed
		}
	}
}

// daysOf reports whether days of a column are days of completion, and whether some stand beside rows.
func daysOf(b *table.Block, col *table.Column, parts []part) (used, beside bool) {
	days := b.Values(col.Col)
	is := func(row *returns.Row) bool {
		return slices.ContainsFunc(days, func(cell grid.Cell) bool { return cell.Anchor() == row.CompletedOn.At })
	}
	for i := range parts {
		for j := range parts[i].ret.Rows {
			row := &parts[i].ret.Rows[j]
			used = used || row.CompletedOn.Given() && is(row)
			beside = beside || slices.ContainsFunc(row.Other, func(o returns.Other) bool { return o.Heading == col.Heading })
		}
	}
	return used, beside
}
