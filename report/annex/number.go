package annex

import (
	"fmt"
	"strconv"

	"taizhang/importer/period"
	"taizhang/report/annex/wording"
	"taizhang/report/face"
	"taizhang/report/publish"
)

// properties is what the file says of itself.
type properties struct {
	title, subject, author string
	date                   period.Date // of the document: the last day that it tells of
}

func about(e publish.Edition, blocks []wording.Block) properties {
	p := properties{title: "年报附件", author: e.Unit, date: e.CutOff, subject: fmt.Sprintf("%d年政务公开工作要点落实情况", e.Year)}
	for _, b := range blocks {
		if b.Kind == wording.Title {
			p.title = b.Text
			break
		}
	}
	return p
}

// fillIn puts the numbers of pages where they are told.
func (d *Document) fillIn(k *inker) {
	for _, pg := range d.pages {
		for i, b := range pg.boxes {
			var marks []mark
			for _, m := range b.marks {
				p, ok := m.(pageOf)
				if !ok {
					marks = append(marks, m)
				} else if to, ok := d.goals[p.To]; ok {
					text := strconv.Itoa(to.page + 1)
					marks = append(marks, k.run(text, p.Style, p.X-k.width(text, p.Style.role, p.Style.size), p.Y, 0)...)
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
func (d *Document) number(k *inker) {
	for i := range d.pages {
		text := fmt.Sprintf("— %d —", i+1)
		x := leftMargin + sihao
		if i%2 == 0 {
			x = leftMargin + areaWidth - sihao - k.width(text, numberStyle.role, numberStyle.size)
		}
		y := topMargin + areaHeight + numberBelow + halfway*sihao
		d.pages[i].number = k.run(text, numberStyle, x, y, 0)
	}
}
