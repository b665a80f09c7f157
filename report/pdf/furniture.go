package pdf

import (
	"fmt"
	"strconv"

	"taizhang/report/chart"
	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/pdf/finish"
)

func about(d document.Document) finish.Properties {
	return finish.Properties{Title: d.Title, Author: d.Author, Subject: d.Subject, Date: d.Date}
}

// fillIn puts the numbers of pages where they are told.
func (d *File) fillIn(k *inker) {
	for _, pg := range d.pages {
		for i, b := range pg.boxes {
			var marks []mark
			for _, m := range b.marks {
				p, ok := m.(pageOf)
				if !ok {
					marks = append(marks, m)
				} else if to, ok := d.goals[p.To]; ok {
					text := strconv.Itoa(to.page + d.first)
					marks = append(marks, k.run(text, p.Style, p.X-k.width(text, p.Style.role, p.Style.size), p.Y, 0, nil)...)
				}
			}
			pg.boxes[i].marks = marks
		}
	}
}

var numberStyle = style{role: face.Number, size: sihao, pitch: sihao}

// number puts the page numbers below the area, — 1 — in 4号 half-width 宋体: a character's
// width from the right edge on odd pages, from the left on even ones. On a turned page it
// stays where it is on the paper (7.5).
func (d *File) number(k *inker) {
	for i := range d.pages {
		text := fmt.Sprintf("— %d —", i+d.first)
		x := leftMargin + sihao
		if (i+d.first)%2 == 1 {
			x = leftMargin + areaWidth - sihao - k.width(text, numberStyle.role, numberStyle.size)
		}
		y := topMargin + areaHeight + numberBelow + halfway*sihao
		d.pages[i].number = k.run(text, numberStyle, x, y, 0, nil)
	}
}

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
	d.facts.Title += "（" + draftWord + "）"
	d.facts.Subject += "（" + draftWord + "）"
}
