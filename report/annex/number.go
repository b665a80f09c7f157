package annex

import (
	"fmt"

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
