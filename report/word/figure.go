package word

import (
	"fmt"

	"taizhang/report/chart"
	"taizhang/report/document"
	"taizhang/report/face"
)

// figure writes a figure's charts as pictures, each with the caption below.
func (p *printer) figure(f document.Figure) error {
	const below = 20.0 // mm for the caption and the notes
	measure := func(text string, size float64, font chart.Font) float64 {
		w := 0.0
		for _, r := range text {
			w += p.options.Fonts.Advance(roleOf(font), r)
		}
		return w * size * chart.MM
	}
	charts := f.Draw(chart.Page{Width: document.AreaWidth * chart.MM, MaxHeight: document.AreaHeight*chart.MM - below, Measure: measure})
	for i, c := range charts {
		data, err := p.pen.picture(c)
		if err != nil {
			return err
		}
		p.pictures = append(p.pictures, data)
		n := len(p.pictures)
		const emu = 36000 // to the millimetre
		w, h := int(c.Width*emu), int(c.Height*emu)
		drawing := fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/>`+
			`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
			`<pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="image%d.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
			`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
			w, h, n, attribute(f.Label), attribute(f.Alt), n, n, n, w, h)
		caption := document.Caption(f.Label, f.Caption)
		if i > 0 {
			caption = continued + caption
		}
		anchor := f.Anchor
		if i > 0 {
			anchor = ""
		}
		p.line("Figure", "", p.bookmark(anchor, drawing))
		p.line("FigureTitle", keptNext(i == len(charts)-1 && len(f.Notes) > 0), p.runs(document.Text{Plain: caption, Links: []document.Link{{From: 0, To: len(caption), Anchor: f.Table}}}, ""))
	}
	for i, n := range f.Notes {
		p.line("Note", keptNext(i < len(f.Notes)-1), run(n, ""))
	}
	return nil
}

// continued stands before the caption of a figure that goes on.
const continued = "续"

// attribute writes a text as the value of an attribute, on one line.
func attribute(s string) string { return escape(document.OneLine(s)) }

func roleOf(f chart.Font) face.Role {
	if f == chart.Strong {
		return face.Heading
	}
	return face.Body
}
