package annex

import (
	"taizhang/report/chart"
	"taizhang/report/face"
)

// draftWord stands on each page and in the properties of an annex that is not final.
const draftWord = "草稿"

// draftStyle is large and red, so that a page that is copied alone still says it.
var draftStyle = style{role: face.Heading, size: sanhao, pitch: sanhao, ink: chart.Ink{R: 192}}

// draftAbove is from the word to the area, where an official document has nothing.
const draftAbove = 12 * mm

// markDraft puts the word above the area of each page, at its right edge, in the properties
// and nowhere that lines are counted.
func (d *Document) markDraft(k *inker) {
	x := leftMargin + areaWidth - k.width(draftWord, draftStyle.role, draftStyle.size)
	for i := range d.pages {
		d.pages[i].draft = k.run(draftWord, draftStyle, x, topMargin-draftAbove, 0)
	}
	d.facts.title += "（" + draftWord + "）"
	d.facts.subject += "（" + draftWord + "）"
}
