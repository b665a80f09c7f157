package reader

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/table"
	"taizhang/templates/words"
)

// stretch is some lines of a table that speak of one quarter.
type stretch struct{ quarter, from, to int }

// periodsOf returns the stretches of a table that answers one requirement, a line a quarter or a
// month: 1—3月, 4—6月. It is nil where no column says so, or only one quarter.
func (f *file) periodsOf(b *table.Block) []stretch {
	if b.Topic.IsEmpty() || b.Has(words.Requirement) || b.Shape != table.Upright {
		return nil
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Filled < 2 || col.Role == words.Progress || col.Role == words.Completed {
			continue
		}
		if all := f.stretches(b, col.Col); all != nil {
			return all
		}
	}
	return nil
}

// stretches reads one column as periods. A line without one goes on with the line above.
func (f *file) stretches(b *table.Block, c int) (all []stretch) {
	for line := b.Body; line <= b.End; line++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() || f.Words.IsNote(cell.Text) || table.ShowsHow(cell.Text) {
			if n := len(all); n > 0 && !b.Blank(line) {
				all[n-1].to = line
			}
			continue
		}
		ms := f.Mentions(cell.Text)
		if len(ms) != 1 || utf8.RuneCountInString(cell.Text) > longestPeriod {
			return nil
		}
		if n := len(all); n > 0 && all[n-1].quarter == ms[0].Quarter.N {
			all[n-1].to = line
			continue
		}
		all = append(all, stretch{ms[0].Quarter.N, line, line})
	}
	if len(all) < 2 || !slices.IsSortedFunc(all, func(a, b stretch) int { return a.quarter - b.quarter }) {
		return nil
	}
	return all
}

const longestPeriod = 12 // characters
