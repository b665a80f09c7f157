package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// chart draws a chart from cells of the sheet, with what stands in those.
func (f *frame) chart(p Chart) error {
	kind := excelize.ColStacked
	if p.Across {
		kind = excelize.BarStacked
	}
	letters := func(size float64, color string) excelize.Font {
		return excelize.Font{Family: song, Size: size, Color: color}
	}
	title := letters(12, ink)
	title.Family = Hei
	gap := uint(60)
	c := &excelize.Chart{Type: kind,
		Dimension: excelize.ChartDimension{Width: uint(p.Width*pixelsPerUnit) - 8, Height: uint(p.Height)},
		Format:    excelize.GraphicOptions{AltText: p.Title, OffsetX: 4, OffsetY: 4},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: p.Title, Font: &title}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: song, Size: 9, Color: ink}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;;"}},
		XAxis:     excelize.ChartAxis{Font: letters(9, ink), ReverseOrder: p.Across},
		YAxis:     excelize.ChartAxis{Font: letters(9, ink), MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}, None: p.Across}, // lying bars carry their numbers
		GapWidth:  &gap,
	}
	for i, series := range p.Series {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       p.nameRef(f.sheet, i),
			Categories: p.categoriesRef(f.sheet),
			Values:     p.valuesRef(f.sheet, i),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{series.Fill}},
			DataLabel:  excelize.ChartDataLabel{Font: letters(9, series.Label)},
		})
	}
	if err := f.file.AddChart(f.sheet, Name(1, p.Top), c); err != nil {
		return err
	}
	f.charts++
	f.fillCaches(fmt.Sprintf("xl/charts/chart%d.xml", f.charts), p.caches(f.sheet))
	return nil
}

// fillCaches writes the values beside the references of a chart. Viewers that don't
// compute, and WPS before the first change, draw the chart from them.
func (f *frame) fillCaches(part string, caches map[string][]string) {
	stored, ok := f.file.Pkg.Load(part)
	if !ok {
		return
	}
	b := stored.([]byte)
	for ref, values := range caches {
		var points bytes.Buffer
		fmt.Fprintf(&points, `<ptCount val="%d"/>`, len(values))
		for i, v := range values {
			fmt.Fprintf(&points, `<pt idx="%d"><v>`, i)
			_ = xml.EscapeText(&points, []byte(Clean(v))) // a buffer takes everything
			points.WriteString("</v></pt>")
		}
		at := "<f>" + ref + "</f>"
		b = bytes.ReplaceAll(b, []byte("<strRef>"+at+"</strRef>"),
			[]byte("<strRef>"+at+"<strCache>"+points.String()+"</strCache></strRef>"))
		b = bytes.ReplaceAll(b, []byte("<numRef>"+at+"<numCache><formatCode></formatCode></numCache></numRef>"),
			[]byte("<numRef>"+at+"<numCache><formatCode>General</formatCode>"+points.String()+"</numCache></numRef>"))
	}
	f.file.Pkg.Store(part, b)
}
