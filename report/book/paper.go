package book

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// page is how a sheet is printed and what stays in view.
type page struct {
	title     string // in the header of the paper
	a3        bool
	head      [2]int // first and last row repeated on each page, and frozen above the rest
	freeze    int    // columns that stay in view
	tab       string // colour of the tab, RRGGBB
	landscape bool
	foot      string // at the left of the paper's footer, "" for the as-of quarter
}

// setUp writes all that stands before the first row.
func (s *sheet) setUp(p page) {
	yes, no, tab := true, false, "FF"+p.tab
	// The properties and the range go out before the first row; the range isn't known then.
	s.check(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes, TabColorRGB: &tab}))
	s.check(s.file.SetSheetDimension(s.name, ""))
	s.check(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	size, orientation, wide, tall := 9, "portrait", 1, 0
	if p.a3 {
		size = 8
	}
	if p.landscape {
		orientation = "landscape"
	}
	s.check(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation,
		FitToWidth: &wide, FitToHeight: &tall}))
	if p.foot == "" {
		p.foot = "截至" + s.AsOf.Label()
	}
	side, top, edge := 0.4, 0.75, 0.35
	s.check(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top,
		Bottom: &top, Header: &edge, Footer: &edge, Horizontally: &yes}))
	s.check(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: `&L&9&"` + song + `,常规"` + headerText(s.Unit) + `&R&9&"` + song + `,常规"` + headerText(p.title),
		OddFooter: `&L&9&"` + song + `,常规"` + headerText(p.foot) + `&C&9&"` + song + `,常规"第 &P 页，共 &N 页`}))
	if p.head[1] > 0 {
		s.titles(p.head[0], p.head[1])
	}
	if s.err != nil {
		return
	}
	var err error
	if s.out, err = s.file.NewStreamWriter(s.name); err != nil {
		s.check(err)
		return
	}
	for i, w := range slices.Backward(s.widths) { // each goes in before the others
		s.check(s.out.SetColWidth(i+1, i+1, w))
	}
	if corner := name(p.freeze+1, p.head[1]+1); corner != "A1" {
		pane := "bottomRight"
		switch {
		case p.freeze == 0:
			pane = "bottomLeft"
		case p.head[1] == 0:
			pane = "topRight"
		}
		s.check(s.out.SetPanes(&excelize.Panes{Freeze: true, XSplit: p.freeze, YSplit: p.head[1],
			TopLeftCell: corner, ActivePane: pane,
			Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}}}))
	}
}

// titles repeats rows on each printed page that follows them. A sheet has one such block.
func (s *sheet) titles(first, last int) {
	s.check(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("%s!$%d:$%d", s.name, first, last)}))
}

// repeat repeats the heading of the longest table of a sheet that has several.
func (s *sheet) repeat(row int) { s.titles(row, row) }

// headerText keeps a text from being read as codes of the page header, which holds 255
// letters in all.
func headerText(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return strings.ReplaceAll(clean(s), "&", "&&")
}
