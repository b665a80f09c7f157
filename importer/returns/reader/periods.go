package reader

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/table"
	"taizhang/templates/words"
)

// stretch is some lines of a table that speak of one quarter.
type stretch struct{ quarter, from, to int }

// periodsOf returns the stretches of a table of which a column says of which quarter a line is: 1—3月,
// 4—6月. It is nil where no column says so, or only one quarter. Where each line answers a requirement
// of its own, the column may as well hold deadlines, unless its heading asks for a period, or the same
// requirement stands beside several quarters.
func (f *file) periodsOf(b *table.Block) []stretch {
	if b.Shape != table.Upright {
		return nil
	}
	one := !b.Topic.IsEmpty() && !b.Has(words.Requirement)
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Filled < 2 || col.Role == words.Progress || col.Role == words.Completed || !one && col.Role == words.Due && col.By != table.ByContent {
			continue
		}
		all := f.stretches(b, col.Col)
		if all == nil || !one && !table.AsksPeriod(col.Heading) && !f.comesBack(b, all) {
			continue
		}
		return all
	}
	return nil
}

// comesBack reports whether a requirement stands in stretches of different quarters.
func (f *file) comesBack(b *table.Block, all []stretch) bool {
	cols := b.Of(words.Requirement)
	if len(cols) == 0 {
		return false
	}
	in := map[string]int{}
	for _, s := range all {
		for line := s.from; line <= s.to; line++ {
			cell := b.Cell(line, cols[0])
			if cell.IsEmpty() {
				continue
			}
			if q := in[cell.Text]; q != 0 && q != s.quarter {
				return true
			}
			in[cell.Text] = s.quarter
		}
	}
	return false
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
	if len(all) < 2 || !slices.ContainsFunc(all, func(s stretch) bool { return s.quarter != all[0].quarter }) {
		return nil
	}
	return all
}

const longestPeriod = 12 // characters
