package pdf

import (
	"fmt"

	"taizhang/report/pdf/finish"
)

// marking marks what a page paints as content of the structure or as an artifact.
type marking struct {
	current   *node // whose content is being painted, nil for an artifact
	open      bool
	furniture bool      // page numbers and 草稿 are being painted
	owners    [][]*node // by page and piece: the element whose content it is
}

func (p *painter) begin() {
	p.owners = append(p.owners, nil)
	p.open = false
}

// enter begins a piece of marked content where it is another's than the last.
func (p *painter) enter(slot *node) {
	if p.open && p.current == slot {
		return
	}
	p.leave()
	p.current, p.open = slot, true
	switch {
	case slot != nil:
		page := len(p.owners) - 1
		id := len(p.owners[page])
		slot.Pieces = append(slot.Pieces, finish.Piece{Page: page, ID: id})
		p.owners[page] = append(p.owners[page], slot.Parent)
		p.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", slot.Parent.Kind, id))
	case p.furniture:
		p.pdf.RawWriteStr("/Artifact <</Type /Pagination>> BDC")
	default:
		p.pdf.RawWriteStr("/Artifact BMC")
	}
}

func (p *painter) leave() {
	if p.open {
		p.pdf.RawWriteStr("EMC")
		p.open = false
	}
}
