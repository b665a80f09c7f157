package word

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"iter"
	"maps"
	"slices"
)

// paletted returns the image with the 256 colours that it uses most; the few others, which soften
// edges, become the nearest of these. Such an image is a third as large and fast to compress.
func paletted(from *image.RGBA) *image.Paletted {
	counts := map[uint32]int{}
	for row, times := range rows(from) {
		for c, n := range runs(row) {
			counts[c] += n * times
		}
	}
	colours := slices.SortedFunc(maps.Keys(counts), func(a, b uint32) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	kept := colours[:min(len(colours), 256)]
	index := make(map[uint32]uint8, len(colours))
	var palette color.Palette
	for i, c := range kept {
		palette = append(palette, color.RGBA{uint8(c >> 24), uint8(c >> 16), uint8(c >> 8), 0xFF})
		index[c] = uint8(i)
	}
	for _, c := range colours[len(kept):] {
		index[c] = nearest(c, kept)
	}
	to := image.NewPaletted(from.Rect, palette)
	rest := to.Pix
	for row, times := range rows(from) {
		first := rest[:to.Stride]
		at := 0
		for c, n := range runs(row) {
			if now := index[c]; now != 0 { // as the picture is made, all is the first
				for i := range first[at : at+n] {
					first[at+i] = now
				}
			}
			at += n
		}
		for rest = rest[to.Stride:]; times > 1; times-- {
			copy(rest, first)
			rest = rest[to.Stride:]
		}
	}
	return to
}

// rows yields the rows of pixels, each with how many like it follow one another: in a chart most are as
// the one above.
func rows(from *image.RGBA) iter.Seq2[[]uint8, int] {
	return func(yield func([]uint8, int) bool) {
		for pix := from.Pix; len(pix) > 0; {
			row, times := pix[:from.Stride], 1
			for pix = pix[from.Stride:]; len(pix) > 0 && bytes.Equal(row, pix[:from.Stride]); pix = pix[from.Stride:] {
				times++
			}
			if !yield(row, times) {
				return
			}
		}
	}
}

// runs yields the colours of pixels, each with how many of them stand side by side: most of a chart is white.
func runs(pix []uint8) iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		for at := 0; at < len(pix); {
			c, to := pixel(pix[at:]), at+4
			for two := uint64(c)<<32 | uint64(c); to+8 <= len(pix) && binary.BigEndian.Uint64(pix[to:]) == two; {
				to += 8
			}
			for to < len(pix) && pixel(pix[to:]) == c {
				to += 4
			}
			if !yield(c, (to-at)/4) {
				return
			}
			at = to
		}
	}
}

// pixel returns the red, green, blue and opaqueness of a pixel, which is as large as its colour.
func pixel(pix []uint8) uint32 { return binary.BigEndian.Uint32(pix) }

func nearest(c uint32, kept []uint32) uint8 {
	best, least := 0, 1<<30
	for i, k := range kept {
		red, green, blue := int(c>>24)-int(k>>24), int(c>>16&0xFF)-int(k>>16&0xFF), int(c>>8&0xFF)-int(k>>8&0xFF)
		if sum := red*red + green*green + blue*blue; sum < least {
			best, least = i, sum
		}
	}
	return uint8(best)
}
