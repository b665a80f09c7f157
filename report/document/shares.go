package document

import (
	"math"
	"strings"
)

// padding is what a cell's sides take of its column, in ems of its text.
const padding = 1.0

// shortText is how wide a text is, in ems, that is not broken where it can be helped.
const shortText = 7.5

// ems is how wide a text is in one line, in its own size: a Chinese character is a square, any other
// about half of one.
func ems(text string) float64 {
	w := 0.0
	for _, r := range text {
		if r < 0x2000 {
			w += 0.55
		} else {
			w++
		}
	}
	return w
}

// longestLine is the width of the longest line of a text as it is written.
func longestLine(text string) float64 {
	widest := 0.0
	for line := range strings.Lines(text) {
		widest = max(widest, ems(strings.TrimSuffix(line, "\n")))
	}
	return widest
}

// shares gives the columns of a table the parts of its width, room ems of its text, at which its rows
// take few lines. A column begins with room for its head, in two lines where it is long, and no word of
// Latin letters broken; the rest is given away, em by em, to the column that saves most lines by it.
func shares(rows [][]string, room float64) []Column {
	n := len(rows[0])
	widths := make([]float64, n)
	texts := make([][]float64, n) // the width of each text of a column
	most := make([]float64, n)
	left := room - padding*float64(n)
	for i := range widths {
		widths[i] = min(max(ems(rows[0][i]), 2), 4)
		for _, cells := range rows {
			if i >= len(cells) {
				texts[i] = append(texts[i], 0)
				continue
			}
			texts[i] = append(texts[i], ems(cells[i]))
			most[i] = max(most[i], longestLine(cells[i]))
		}
		if most[i] <= shortText {
			widths[i] = max(widths[i], most[i])
		}
		left -= widths[i]
	}
	lines := func(width, text float64) float64 { return max(math.Ceil(text/max(width, 1)), 1) }
	for left > 0.5 {
		best, gain := -1, 0.0
		for i := range widths {
			if widths[i] > most[i] {
				continue
			}
			saved := 0.0
			for row := range texts[i] {
				high := 1.0
				for k := range widths {
					high = max(high, lines(widths[k], texts[k][row]))
				}
				switch was := lines(widths[i], texts[i][row]); {
				case was == 1:
				case was >= high:
					saved += texts[i][row]/widths[i] - texts[i][row]/(widths[i]+1)
				default:
					saved += 0.001 * was
				}
			}
			if best < 0 || saved > gain {
				best, gain = i, saved
			}
		}
		if best < 0 {
			break
		}
		step := min(1, left)
		widths[best] += step
		left -= step
	}
	sum := 0.0
	for i := range widths {
		widths[i] += max(left, 0)/float64(n) + padding
		sum += widths[i]
	}
	columns := make([]Column, n)
	for i := range columns {
		columns[i].Share = widths[i] / sum
	}
	return columns
}
