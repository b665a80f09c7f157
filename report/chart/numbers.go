package chart

import (
	"slices"

	"taizhang/report/publish"
	"taizhang/templates/tables"
)

// Numbers is a chart of the numbers of the annual report.
func Numbers(e publish.Edition, f publish.NumberFigure, page Page) Chart {
	switch f.Kind {
	case tables.Balance:
		return balance(e, f, page)
	case tables.Years:
		return years(e, f, page)
	}
	return ranked(e, f, page)
}

// partLooks tell the parts of a bar apart, neighbours by lightness and hatching too. None is the red of
// what is behind: a part is neither good nor bad.
var partLooks = []look{
	{fill: Ink{0x1F, 0x4E, 0x79}, words: white},
	{fill: Ink{0xCF, 0xE0, 0xEF}, words: black},
	{fill: Ink{0x2F, 0x6B, 0x66}, words: white, pitch: 1.1, angle: -45, lines: Ink{0xBC, 0xDC, 0xD8}},
	{fill: Ink{0xEB, 0xCF, 0x86}, words: black, pitch: 1.1, angle: 0, lines: Ink{0xA8, 0x83, 0x2B}},
	{fill: Ink{0x8F, 0xB4, 0xD9}, words: black},
	{fill: Ink{0xE9, 0xF0, 0xF6}, words: black, pitch: 1.4, angle: 45, lines: Ink{0x6E, 0x93, 0xB5}},
	{fill: Ink{0x8A, 0x8F, 0x94}, words: white, pitch: 1.3, angle: 90, lines: Ink{0xC9, 0xCD, 0xD1}},
	{fill: white, words: black},
}

func partLook(i int) look { return partLooks[i%len(partLooks)] }

const (
	sidePitch  = 13.0 // mm from bar to bar of a balance
	sideHeight = 8.0
)

// balance draws two bars of one length, each with the names and numbers of its parts above it.
func balance(e publish.Edition, f publish.NumberFigure, page Page) Chart {
	p := &pen{Page: page}
	left := max(p.width(f.Sides[0], label, Strong), p.width(f.Sides[1], label, Strong)) + 2
	n := 0
	for i, side := range [][]publish.NumberBar{f.Left, f.Right} {
		var keys []key
		sum := 0.0
		for k, b := range side {
			keys = append(keys, key{partLook(n + k), b.Name + b.Text + f.Unit})
			sum += b.Value
		}
		p.legend(keys)
		p.text(0, p.y+sideHeight/2, Left, f.Sides[i], label, Strong, black)
		x := left
		for k, b := range side {
			w := (page.Width - left - 0.2) * b.Value / sum
			p.labelled(x, p.y, w, sideHeight, partLook(n+k), b.Text, label)
			x += w
		}
		n += len(side)
		p.y += sidePitch - keyLine + 1.5
	}
	return p.chart(f.Title, CutOff(e)+"。"+f.Remark)
}

// ranked draws a bar a part, the longest first, with its number behind it.
func ranked(e publish.Edition, f publish.NumberFigure, page Page) Chart {
	return barRows(f.Title, f.Left, nil, f.Unit, CutOff(e)+"。"+f.Remark, page)
}

// years draws each part as it was in each year that is known, this year's dark.
func years(e publish.Edition, f publish.NumberFigure, page Page) Chart {
	var all []publish.NumberBar
	var looks []int
	now := len(f.Spans) - 1
	for _, part := range f.Spans[now] {
		for i, span := range f.Spans {
			k := slices.IndexFunc(span, func(o publish.NumberBar) bool { return o.Name == part.Name })
			if k < 0 {
				continue
			}
			look := 1
			if i == now {
				look = 0
			}
			b := span[k]
			b.Name = f.Sides[i] + b.Name
			all, looks = append(all, b), append(looks, look)
		}
	}
	return barRows(f.Title, all, looks, f.Unit, CutOff(e)+"。"+f.Remark, page)
}

// barRows draws a bar a row.
func barRows(title string, bars []publish.NumberBar, looks []int, unit, remark string, page Page) Chart {
	p := &pen{Page: page}
	names := make([]string, len(bars))
	most, counts := 0.0, 0.0
	for i, b := range bars {
		names[i], most = b.Name, max(most, b.Value)
		counts = max(counts, page.Measure(b.Text+unit, 9, Strong))
	}
	r := page.blocks(names, 0.38, nil)[0]
	left := r.nameWidth + rowNameGap
	p.y++
	p.add(Line{Point{left, p.y}, Point{left, p.y + r.pitch*float64(len(bars))}, hairline, frame})
	for i, b := range bars {
		middle := p.y + r.pitch/2
		p.name(r, 0, middle, b.Name)
		shade := 0
		if looks != nil {
			shade = looks[i]
		}
		w := (page.Width - left - counts - 2) * b.Value / most
		p.box(left, middle-r.pitch*0.37, w, r.pitch*0.74, partLook(shade))
		p.text(left+w+1, middle, Left, b.Text+unit, r.size, Strong, black)
		p.y += r.pitch
	}
	p.y++
	return p.chart(title, remark)
}
