package annex

import (
	"slices"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
)

// columns gives each column what its longest text wants, and shares out the rest. Where
// that is more than there is, it gives up at the larger size; at the smaller, headings over
// short cells take two lines, and then the widest give way and break their texts.
func (c *composer) columns(b wording.Block, size float64) []column {
	wants, sum := c.wants(b, size, 1)
	if sum > areaWidth {
		if size > wuhao {
			return nil
		}
		wants, sum = c.wants(b, size, 2)
	}
	rest := max(areaWidth-sum, 0) / float64(len(wants))
	widest := level(wants, areaWidth)
	columns := make([]column, len(wants))
	for i, w := range wants {
		columns[i] = column{width: min(w, widest) + rest, centre: i < len(b.Centred) && b.Centred[i]}
	}
	return columns
}

// wants returns how wide each column would be, and all of them, with headings in so many
// lines where they part into lines of two letters and more.
func (c *composer) wants(b wording.Block, size float64, lines int) (wants []float64, sum float64) {
	wants = make([]float64, len(b.Rows[0]))
	for i := range wants {
		for row, cells := range b.Rows {
			if i >= len(cells) {
				continue
			}
			want := c.ink.width(cells[i], face.Heading, size)
			if n := len([]rune(cells[i])); row == 0 && n%lines == 0 && n >= 2*lines {
				want /= float64(lines)
			}
			wants[i] = max(wants[i], want)
		}
		wants[i] = max(wants[i], 2*size) + 2*cellSide
		sum += wants[i]
	}
	return wants, sum
}

// level returns the most that each may take so that all together take no more than there is.
func level(wants []float64, all float64) float64 {
	left := all
	for i, w := range slices.Sorted(slices.Values(wants)) {
		if share := left / float64(len(wants)-i); w > share {
			return share
		}
		left -= w
	}
	return all
}
