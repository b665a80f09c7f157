package annex

import (
	"slices"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
)

// columns gives each column what its longest text wants, and shares out the rest. Where
// that is more than there is, it gives up at the larger size; at the smaller the widest
// give way and break their texts.
func (c *composer) columns(b wording.Block, size float64) []column {
	wants := make([]float64, len(b.Rows[0]))
	sum := 0.0
	for i := range wants {
		for _, cells := range b.Rows {
			if i < len(cells) {
				wants[i] = max(wants[i], c.ink.width(cells[i], face.Heading, size))
			}
		}
		wants[i] = max(wants[i], 2*size) + 2*cellSide
		sum += wants[i]
	}
	if sum > areaWidth && size > wuhao {
		return nil
	}
	rest := max(areaWidth-sum, 0) / float64(len(wants))
	widest := level(wants, areaWidth)
	columns := make([]column, len(wants))
	for i, w := range wants {
		columns[i] = column{width: min(w, widest) + rest, centre: i < len(b.Centred) && b.Centred[i]}
	}
	return columns
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
