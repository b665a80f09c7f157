package word

import (
	"cmp"
	"image"
	"image/color"
	"maps"
	"slices"
)

// paletted returns the image with the 256 colours that it uses most; the few others, which soften
// edges, become the nearest of these. Such an image is a third as large and fast to compress.
func paletted(from *image.RGBA) *image.Paletted {
	w, h := from.Rect.Dx(), from.Rect.Dy()
	counts := map[uint32]int{}
	each := func(do func(at int, c uint32)) {
		for y := range h {
			row := from.Pix[y*from.Stride:]
			for x := range w {
				do(y*w+x, uint32(row[4*x])<<16|uint32(row[4*x+1])<<8|uint32(row[4*x+2]))
			}
		}
	}
	last, n := uint32(0xFFFFFF), 0
	each(func(_ int, c uint32) {
		if c != last {
			counts[last] += n
			last, n = c, 0
		}
		n++
	})
	counts[last] += n
	colours := slices.SortedFunc(maps.Keys(counts), func(a, b uint32) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	kept := colours[:min(len(colours), 256)]
	index := make(map[uint32]uint8, len(colours))
	var palette color.Palette
	for i, c := range kept {
		palette = append(palette, color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xFF})
		index[c] = uint8(i)
	}
	for _, c := range colours[len(kept):] {
		index[c] = nearest(c, kept)
	}
	to := image.NewPaletted(image.Rect(0, 0, w, h), palette)
	last, at := kept[0], uint8(0)
	each(func(i int, c uint32) {
		if c != last {
			last, at = c, index[c]
		}
		to.Pix[i] = at
	})
	return to
}

func nearest(c uint32, kept []uint32) uint8 {
	best, least := 0, 1<<30
	for i, k := range kept {
		sum := 0
		for shift := 0; shift < 24; shift += 8 {
			d := int(c>>shift&0xFF) - int(k>>shift&0xFF)
			sum += d * d
		}
		if sum < least {
			best, least = i, sum
		}
	}
	return uint8(best)
}
