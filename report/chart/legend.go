package chart

import "taizhang/importer/status"

// key is one item of a legend.
type key struct {
	look look
	name string
}

const (
	swatch    = 5.0 // mm wide
	swatchGap = 1.2
	keyGap    = 4.5
	keyLine   = 5.0 // mm a line
)

// legend draws the keys from left to right, over as many lines as they need.
func (p *pen) legend(keys []key) {
	x, size := 0.0, label
	if len(keys) > 0 {
		p.y += keyLine
	}
	for _, k := range keys {
		w := swatch + swatchGap + p.width(k.name, size, Plain)
		if x > 0 && x+w > p.Width {
			x, p.y = 0, p.y+keyLine
		}
		middle := p.y - keyLine/2
		p.box(x, middle-1.4, swatch, 2.8, k.look)
		name, fitted := p.fit(k.name, p.Width-x-swatch-swatchGap, size, Plain)
		p.text(x+swatch+swatchGap, middle, Left, name, fitted, Plain, black)
		x += w + keyGap
	}
	if len(keys) > 0 {
		p.y += 1.5
	}
}

// statusKeys are the statuses that occur in any of the counts, in the order of printing.
func statusKeys(counts ...map[status.Status]int) []key {
	var keys []key
	for _, s := range status.Statuses {
		for _, c := range counts {
			if c[s] > 0 {
				keys = append(keys, key{statusLook(s), s.Label()})
				break
			}
		}
	}
	return keys
}
