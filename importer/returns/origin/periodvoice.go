package origin

import (
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// longestPeriod is how many characters a cell has at the most that says a period and nothing else.
const longestPeriod = 12

// periodVoice is what a column says that repeats one quarter in each line under a heading that asks for it.
// A column of several quarters parts the table, and says nothing of the whole.
func (f *Sources) periodVoice(b *table.Block) []voice {
	if b.Shape != table.Upright {
		return nil
	}
	for i := range b.Columns {
		if col := &b.Columns[i]; table.AsksPeriod(col.Heading) && !col.IsAnswer() && col.Role != words.Due {
			if v, ok := f.onePeriod(b, col); ok {
				return []voice{v}
			}
		}
	}
	return nil
}

// onePeriod reads a column of which every cell names the same quarter.
func (f *Sources) onePeriod(b *table.Block, col *table.Column) (v voice, ok bool) {
	for line := b.Body; line <= b.End; line++ {
		cell := b.Cell(line, col.Col)
		if cell.IsEmpty() || cell.Covered() || f.Words.IsNote(cell.Text) || table.ShowsHow(cell.Text) {
			continue
		}
		ms := f.Mentions(cell.Text)
		if len(ms) != 1 || ms[0].Span || utf8.RuneCountInString(cell.Text) > longestPeriod {
			return voice{}, false
		}
		q := ms[0].Quarter
		if q.Year == 0 {
			q.Year = f.Plan.Year
		}
		switch {
		case !ok:
			said := grid.Read[string]{Value: cell.Text, Said: cell.Text, At: cell.At()}
			v, ok = voice{scope: inTable, rank: "“" + col.Heading + "”栏", text: said, quarters: []period.Quarter{q}}, true
		case v.quarters[0] != q:
			return voice{}, false
		}
	}
	return v, ok
}
