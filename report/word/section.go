package word

import "fmt"

// Lengths in twips, 1440 to the inch: the page of an official document (GB/T 9704—2012, 5.2).
const (
	paperWidth, paperHeight                = 11906, 16838
	topMargin, bottomMargin                = 2098, 1984 // 37 mm, 35 mm
	leftMargin, rightMargin                = 1587, 1474 // 28 mm, 26 mm
	areaWidth, areaHeight                  = paperWidth - leftMargin - rightMargin, paperHeight - topMargin - bottomMargin
	headerAt, footerAt, turnedFooterBottom = 1077, 1417, 907
	linePitch                              = 579  // 22 lines
	smallMargin                            = 1247 // 22 mm, of what stands on one page
)

// section ends the section being written; the last one's properties end the body.
func (p *printer) section(last bool) {
	width, height, orient := paperWidth, paperHeight, ""
	top, right, bottom, left, footer := topMargin, rightMargin, bottomMargin, leftMargin, footerAt
	if p.turned { // the head of the page is at the paper's left edge (7.4)
		width, height, orient = paperHeight, paperWidth, ` w:orient="landscape"`
		top, right, bottom, left, footer = leftMargin, topMargin, rightMargin, bottomMargin, turnedFooterBottom
	}
	if p.doc.OnePage {
		top, right, bottom, left = smallMargin, smallMargin, smallMargin, smallMargin
	}
	said := ""
	if p.doc.Draft {
		said = `<w:headerReference w:type="even" r:id="rIdHeader"/><w:headerReference w:type="default" r:id="rIdHeader"/>`
	}
	if !p.doc.OnePage {
		said += `<w:footerReference w:type="even" r:id="rIdEven"/><w:footerReference w:type="default" r:id="rIdOdd"/>`
	}
	said += `<w:type w:val="nextPage"/>`
	said += fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		width, height, orient, top, right, bottom, left, min(headerAt, top-400), footer)
	if p.sections == 0 {
		said += fmt.Sprintf(`<w:pgNumType w:start="%d"/>`, max(p.doc.FirstPage, 1))
	}
	if !p.doc.OnePage {
		said += fmt.Sprintf(`<w:docGrid w:type="lines" w:linePitch="%d"/>`, linePitch)
	}
	p.sections++
	properties := "<w:sectPr>" + said + "</w:sectPr>"
	if last {
		if !p.open {
			p.small("")
		}
		p.put("%s\n", properties)
		return
	}
	p.small(properties)
}

// small writes a paragraph that is hardly seen: between two tables, or as the end of a section.
func (p *printer) small(more string) {
	p.put(`<w:p><w:pPr><w:pStyle w:val="Note"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>%s</w:pPr></w:p>`+"\n", more)
	p.open = false
}
