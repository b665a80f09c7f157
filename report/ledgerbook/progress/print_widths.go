package progress

import (
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/fit"
)

// Of the columns of 总台账打印 three hold texts, and share what the others leave of the page.
const (
	textColumn, dutyColumn, briefColumn = 2, 3, 6

	// Other widths are taken only where the rows need so much less of the usual ones' lines.
	worthIt = 0.9
)

// printWidths are the columns of 总台账打印. Where requirements name many departments, or little is said of
// them, the three columns of texts share their room otherwise, so that rows are not tall for the sake of one.
func printWidths(b *book.Book) []float64 {
	usual := []float64{5, 12, 37, 16, 13, 9, 48}
	room := usual[textColumn] + usual[dutyColumn] + usual[briefColumn]
	var rows [][3]string
	for i := range b.Plan.Requirements {
		r := &b.Plan.Requirements[i]
		rows = append(rows, [3]string{fit.Clean(printedText(r)), fit.Clean(printedDuty(b, r)), fit.Clean(inBrief(r, b.Standing(r.No, b.AsOf)))})
	}
	tall := func(widths [3]float64) (lines int) {
		var ems [3]float64
		for i, w := range widths {
			ems[i] = fit.Room(w, printPoints)
		}
		for _, row := range rows {
			most := 1
			for i, text := range row {
				most = max(most, fit.Lines(text, ems[i]))
			}
			lines += most
		}
		return lines
	}
	best := [3]float64{usual[textColumn], usual[dutyColumn], usual[briefColumn]}
	least := int(worthIt * float64(tall(best)))
	for _, text := range []float64{25, 31, 37, 43} {
		for _, duty := range []float64{16, 22, 28, 34} {
			one := [3]float64{text, duty, room - text - duty}
			if n := tall(one); n < least {
				least, best = n, one
			}
		}
	}
	usual[textColumn], usual[dutyColumn], usual[briefColumn] = best[0], best[1], best[2]
	return usual
}
