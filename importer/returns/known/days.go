package known

import (
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// DateOf reads a cell as a day.
func (r *Facts) DateOf(cell grid.Cell) (period.Date, bool) {
	words := cell.Text
	if cell.Kind == grid.Number {
		if d, ok := cell.Date(); ok {
			return d, true
		}
		var ok bool
		if words, ok = cell.DateWords(); !ok {
			return period.Date{}, false
		}
	}
	d := r.memo.dates.Get(words, func(text string) parsedDate {
		d, ok := period.ParseDate(text, r.Plan.Year)
		return parsedDate{d, ok}
	})
	return d.date, d.ok
}

// parsedDate is what a text says as a date.
type parsedDate struct {
	date period.Date
	ok   bool
}

// Mentions returns the quarters that a text speaks of.
func (r *Facts) Mentions(text string) []period.Mention {
	return r.memo.mentions.Get(text, period.Mentions)
}
