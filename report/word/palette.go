package word

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"maps"
	"slices"
)

// paletted returns the image with the 256 colours that it uses most; the few others, which soften
// edges, become the nearest of these. Such an image is a third as large and fast to compress.
func paletted(from *image.RGBA) *image.Paletted {
	counts := map[uint32]int{}
	last, n := pixel(from.Pix), 0
	for at := 0; at < len(from.Pix); at += 4 {
		c := pixel(from.Pix[at:])
		if c != last { // most are as the one before
			counts[last] += n
			last, n = c, 0
		}
		n++
	}
	counts[last] += n
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
	last, now := kept[0], uint8(0)
	for i := range to.Pix {
		if c := pixel(from.Pix[4*i:]); c != last {
			last, now = c, index[c]
		}
		to.Pix[i] = now
	}
	return to
}

// pixel returns the red, green, blue and opaqueness of a pixel, which is as large as its colour.
func pixel(pix []uint8) uint32 { return binary.BigEndian.Uint32(pix) }

func nearest(c uint32, kept []uint32) uint8 {
	best, least := 0, 1<<30
	for i, k := range kept {
		sum := 0
		for shift := 8; shift < 32; shift += 8 {
			d := int(c>>shift&0xFF) - int(k>>shift&0xFF)
			sum += d * d
		}
		if sum < least {
			best, least = i, sum
		}
	}
	return uint8(best)
}
