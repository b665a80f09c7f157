package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"

	"taizhang/report/xlsx/fit"
)

// Chart is a stacked chart of counts that stand in the sheet: a bar a category.
type Chart struct {
	Title      string
	Across     bool // the bars lie, the first one on top; else they stand
	Top        int  // row of the sheet that it stands at
	Head       int  // row with the words of the series
	First      int  // row of the first category, in column 1
	Col        int  // column of the first series; the others follow
	Series     []Series
	Categories []string
	Width      float64 // columns' units that it may take
	Height     int     // pixels
}

// Series is one part of each bar.
type Series struct {
	Word        string
	Fill, Label string // RRGGBB of the part and of its number
	Counts      []int  // by category
}

// The rows that a chart covers, and how many of them are left free around it.
const (
	chartRow       = 20 // pixels
	chartRowPoints = 15
	chartEdge      = 2
)

// Chart draws the chart and leaves the rows free that it covers.
func (s *Worksheet) Chart(p Chart) {
	if s.err() || len(p.Categories) == 0 {
		return
	}
	s.check(s.frame.chart(p))
	for range ChartRows(p.Height) {
		s.Put(chartRowPoints, nil)
	}
}

// ChartRows returns how many rows a chart of the height in pixels covers.
func ChartRows(height int) int { return height/chartRow + chartEdge }

func (p Chart) nameRef(sheet string, i int) string {
	return fmt.Sprintf("%s!$%s$%d", sheet, Letter(p.Col+i), p.Head)
}

func (p Chart) categoriesRef(sheet string) string {
	return fmt.Sprintf("%s!$A$%d:$A$%d", sheet, p.First, p.First+len(p.Categories)-1)
}

func (p Chart) valuesRef(sheet string, i int) string {
	l := Letter(p.Col + i)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", sheet, l, p.First, l, p.First+len(p.Categories)-1)
}

// caches is what stands in the cells that the chart is drawn from, by reference.
func (p Chart) caches(sheet string) map[string][]string {
	all := map[string][]string{p.categoriesRef(sheet): p.Categories}
	for i, one := range p.Series {
		all[p.nameRef(sheet, i)] = []string{one.Word}
		values := make([]string, len(one.Counts))
		for k, n := range one.Counts {
			values[k] = strconv.Itoa(n)
		}
		all[p.valuesRef(sheet, i)] = values
	}
	return all
}

// fillCaches writes the values beside the references of a chart. Viewers that don't compute, and
// WPS before the first change, draw the chart from them.
func fillCaches(part []byte, caches map[string][]string) []byte {
	for ref, values := range caches {
		var points bytes.Buffer
		fmt.Fprintf(&points, `<ptCount val="%d"/>`, len(values))
		for i, v := range values {
			fmt.Fprintf(&points, `<pt idx="%d"><v>`, i)
			_ = xml.EscapeText(&points, []byte(fit.Clean(v))) // a buffer takes everything
			points.WriteString("</v></pt>")
		}
		at := "<f>" + ref + "</f>"
		part = bytes.ReplaceAll(part, []byte("<strRef>"+at+"</strRef>"),
			[]byte("<strRef>"+at+"<strCache>"+points.String()+"</strCache></strRef>"))
		part = bytes.ReplaceAll(part, []byte("<numRef>"+at+"<numCache><formatCode></formatCode></numCache></numRef>"),
			[]byte("<numRef>"+at+"<numCache><formatCode>General</formatCode>"+points.String()+"</numCache></numRef>"))
	}
	return part
}
