package book

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"

	"taizhang/importer/status"

	"github.com/xuri/excelize/v2"
)

// plot is a stacked chart of counts by status: a bar a department, or a column a quarter.
type plot struct {
	title      string
	kind       excelize.ChartType
	top        int // row of the sheet that it stands at
	head       int // row of the status words
	first      int // row of the first category, in column 1
	col        int // column of the first status
	statuses   []status.Status
	categories []string
	counts     func(category int, s status.Status) int
	width      float64 // columns' units that it may take
	height     int     // pixels
}

// inks tell statuses apart by lightness too; the label's colour goes with it.
func inks(s status.Status) (fill, label string) {
	switch s {
	case status.Completed:
		return "3F7F3A", "FFFFFF"
	case status.InProgress:
		return "9DC3E6", "000000"
	case status.Ongoing:
		return "D0CECE", "000000"
	case status.Behind:
		return "C55A11", "FFFFFF"
	case status.NotStarted:
		return "FFD966", "000000"
	case status.NotApplicable:
		return "E4D7F0", "000000"
	default:
		return "7B7B7B", "FFFFFF"
	}
}

const chartRow = 20 // pixels of a row that a chart covers, 15 points

// chart draws the plot as a native chart and leaves the rows free that it covers.
func (s *sheet) chart(p plot) {
	if s.err != nil || len(p.categories) == 0 {
		return
	}
	letters := func(size float64, color string) excelize.Font {
		return excelize.Font{Family: song, Size: size, Color: color}
	}
	last := p.first + len(p.categories) - 1
	categories := fmt.Sprintf("%s!$A$%d:$A$%d", s.name, p.first, last)
	c := &excelize.Chart{Type: p.kind,
		Dimension: excelize.ChartDimension{Width: uint(p.width*pixelsPerUnit) - 8, Height: uint(p.height)},
		Format:    excelize.GraphicOptions{AltText: p.title, OffsetX: 4, OffsetY: 4},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: p.title,
			Font: &excelize.Font{Family: hei, Size: 12, Color: ink}}}},
		Legend:   excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: song, Size: 9, Color: ink}},
		PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;;"}},
		XAxis:    excelize.ChartAxis{Font: letters(9, ink), ReverseOrder: p.kind == excelize.BarStacked},
		YAxis:    excelize.ChartAxis{Font: letters(9, ink), MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
	}
	gap := uint(60)
	c.GapWidth = &gap
	if p.kind == excelize.BarStacked {
		c.YAxis.None = true // the bars carry their numbers
	}
	caches := map[string][]string{categories: p.categories}
	for i, st := range p.statuses {
		fill, label := inks(st)
		column := p.col + i
		l := letter(column)
		series := excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$%d", s.name, l, p.head),
			Categories: categories,
			Values:     fmt.Sprintf("%s!$%s$%d:$%s$%d", s.name, l, p.first, l, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}},
			DataLabel:  excelize.ChartDataLabel{Font: letters(9, label)},
		}
		c.Series = append(c.Series, series)
		caches[series.Name] = []string{statusWord(st)}
		for k := range p.categories {
			caches[series.Values] = append(caches[series.Values], strconv.Itoa(p.counts(k, st)))
		}
	}
	s.check(s.file.AddChart(s.name, name(1, p.top), c))
	s.charts++
	s.fillCaches(fmt.Sprintf("xl/charts/chart%d.xml", s.charts), caches)
	for range p.height/chartRow + 2 {
		s.put(15, nil)
	}
}

// fillCaches writes the values beside the references of a chart. Viewers that don't
// compute, and WPS before the first change, draw the chart from them.
func (s *sheet) fillCaches(part string, caches map[string][]string) {
	stored, ok := s.file.Pkg.Load(part)
	if !ok || s.err != nil {
		return
	}
	b := stored.([]byte)
	for ref, values := range caches {
		var points bytes.Buffer
		fmt.Fprintf(&points, `<ptCount val="%d"/>`, len(values))
		for i, v := range values {
			fmt.Fprintf(&points, `<pt idx="%d"><v>`, i)
			_ = xml.EscapeText(&points, []byte(clean(v))) // a buffer takes everything
			points.WriteString("</v></pt>")
		}
		f := "<f>" + ref + "</f>"
		b = bytes.ReplaceAll(b, []byte("<strRef>"+f+"</strRef>"),
			[]byte("<strRef>"+f+"<strCache>"+points.String()+"</strCache></strRef>"))
		b = bytes.ReplaceAll(b, []byte("<numRef>"+f+"<numCache><formatCode></formatCode></numCache></numRef>"),
			[]byte("<numRef>"+f+"<numCache><formatCode>General</formatCode>"+points.String()+"</numCache></numRef>"))
	}
	s.file.Pkg.Store(part, b)
}
