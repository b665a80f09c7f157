package document

import (
	"math"
	"slices"
	"strings"
)

// padding is what a cell's sides take of its column, in ems of its text.
const padding = 0.7

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
// Latin letters broken; the rest is given away, em by em, to the column that saves most lines by it,
// and is moved between columns for as long as that saves lines.
func shares(rows [][]string, room float64) []Column {
	c := columnsOf(rows)
	n := len(c.widths)
	left := room - padding*float64(n)
	for _, w := range c.widths {
		left -= w
	}
	left = c.give(left)
	c.settle()
	sum := 0.0
	for i := range c.widths {
		c.widths[i] += max(left, 0)/float64(n) + padding
		sum += c.widths[i]
	}
	columns := make([]Column, n)
	for i := range columns {
		columns[i].Share = c.widths[i] / sum
	}
	return columns
}

// columnWidths are the columns of a table while their widths are sought, in ems.
type columnWidths struct {
	widths, least, most []float64
	texts               [][][]float64 // by row and column, the widths of the lines as they are written
}

func columnsOf(rows [][]string) *columnWidths {
	n := len(rows[0])
	c := &columnWidths{widths: make([]float64, n), most: make([]float64, n)}
	short := make([]float64, n)
	for _, cells := range rows {
		row := make([][]float64, n)
		for i := range min(n, len(cells)) {
			for line := range strings.Lines(cells[i]) {
				wide := ems(strings.TrimSuffix(line, "\n"))
				row[i] = append(row[i], wide)
				if wide <= shortText {
					short[i] = max(short[i], wide)
				}
			}
			c.most[i] = max(c.most[i], longestLine(cells[i]))
		}
		c.texts = append(c.texts, row)
	}
	for i := range c.widths {
		c.widths[i] = max(min(max(ems(rows[0][i]), 2), 4), short[i])
	}
	c.least = slices.Clone(c.widths)
	return c
}

// lines is how many lines a text takes in a width: a line seldom ends just where its width does.
func lines(width float64, text []float64) float64 {
	const ragged = 0.5
	n := 0.0
	for _, line := range text {
		if line > width {
			line += ragged * math.Floor(line/width)
		}
		n += max(math.Ceil(line/max(width, 1)), 1)
	}
	return max(n, 1)
}

// cost is how many lines the rows take; what each text takes counts a little.
func (c *columnWidths) cost() float64 {
	sum := 0.0
	for _, row := range c.texts {
		high := 1.0
		for i, text := range row {
			n := lines(c.widths[i], text)
			high, sum = max(high, n), sum+n/1000
		}
		sum += high
	}
	return sum
}

// give gives away what is left of the width and returns what no column has a use for.
func (c *columnWidths) give(left float64) float64 {
	for left > 0.5 {
		best, gain := -1, 0.0
		for i := range c.widths {
			if c.widths[i] > c.most[i] {
				continue
			}
			if saved := c.saved(i); best < 0 || saved > gain {
				best, gain = i, saved
			}
		}
		if best < 0 {
			break
		}
		step := min(1, left)
		c.widths[best] += step
		left -= step
	}
	return left
}

// saved is about how many lines an em more of a column saves.
func (c *columnWidths) saved(i int) float64 {
	saved := 0.0
	for _, row := range c.texts {
		high := 1.0
		for k, text := range row {
			high = max(high, lines(c.widths[k], text))
		}
		whole := 0.0
		for _, line := range row[i] {
			whole += line
		}
		switch was := lines(c.widths[i], row[i]); {
		case was == 1:
		case was >= high:
			saved += whole/c.widths[i] - whole/(c.widths[i]+1)
		default:
			saved += 0.001 * was
		}
	}
	return saved
}

// settle moves width from one column to another while the rows take fewer lines for it.
func (c *columnWidths) settle() {
	const rounds = 40
	best := c.cost()
	for range rounds {
		from, to, step := -1, -1, 0.0
		for a := range c.widths {
			for b := range c.widths {
				for _, by := range []float64{0.5, 1, 2, 4} {
					if a == b || c.widths[a]-by < c.least[a] {
						continue
					}
					c.widths[a], c.widths[b] = c.widths[a]-by, c.widths[b]+by
					if cost := c.cost(); cost < best-1e-9 {
						best, from, to, step = cost, a, b, by
					}
					c.widths[a], c.widths[b] = c.widths[a]+by, c.widths[b]-by
				}
			}
		}
		if from < 0 {
			return
		}
		c.widths[from], c.widths[to] = c.widths[from]-step, c.widths[to]+step
	}
}
