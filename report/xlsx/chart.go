package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

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
	Most       int     // the scale ends here, 0 for where the longest bar suggests
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

// Room that a chart keeps for what stands around its bars, and that a number takes inside one, in pixels.
const (
	aroundStanding, aroundLying = 90, 190
	letterHigh, digitWide       = 15, 9
)

// Least is the smallest part of a bar that has room for its number. Smaller ones go without:
// numbers of neighbours would lie over each other.
func (p Chart) Least() int {
	room, need := float64(p.Height-aroundStanding), float64(letterHigh)
	if p.Across {
		room, need = p.Width*fit.PixelsPerUnit-aroundLying, digitWide
	}
	scale := float64(p.Most)
	if p.Most == 0 {
		longest := 0
		for k := range p.Categories {
			sum := 0
			for _, one := range p.Series {
				sum += one.Counts[k]
			}
			longest = max(longest, sum)
		}
		scale = 1.2 * float64(longest) // the scale ends at the next round number
	}
	return max(int(math.Ceil(need*scale/max(room, 1))), 1)
}

// numbers is the format of the numbers inside the bars.
func (p Chart) numbers() string {
	if least := p.Least(); least > 1 {
		return fmt.Sprintf("[>=%d]0;", least)
	}
	return "0;;;"
}

// caption is the title, with the numbers that are left out.
func (p Chart) caption() string {
	least, shut := p.Least(), strings.TrimSuffix(p.Title, "）")
	if least == 1 {
		return p.Title
	}
	words := fmt.Sprintf("不足%d的不标数", least)
	if shut != p.Title {
		return shut + "；" + words + "）"
	}
	return p.Title + "（" + words + "）"
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
