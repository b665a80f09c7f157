package pdf

import (
	"taizhang/report/chart"
	"taizhang/report/document"
	"taizhang/report/face"
)

const draftWord = document.DraftWord

// draftStyle is large and red, so that a page that is copied alone still says it.
var draftStyle = style{role: face.Heading, size: sanhao, pitch: sanhao, ink: chart.Ink{R: 192}}

// draftAbove is from the word to the area, where an official document has nothing.
const draftAbove = 12 * mm

// markDraft puts the word above the area of each page, at its right edge, in the properties
// and nowhere that lines are counted.
func (d *File) markDraft(k *inker) {
	x := leftMargin + areaWidth - k.width(draftWord, draftStyle.role, draftStyle.size)
	for i := range d.pages {
		d.pages[i].draft = k.run(draftWord, draftStyle, x, topMargin-draftAbove, 0, nil)
	}
	d.facts.title += "（" + draftWord + "）"
	d.facts.subject += "（" + draftWord + "）"
}
