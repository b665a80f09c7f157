package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/own"
)

// library is what the library for workbooks makes: all that stands around the rows. Only this
// file knows the library; library_test.go holds it to what is relied on here.
type library struct {
	file   *excelize.File
	sheets int
	charts int
}

// frame is a sheet of the library without its rows.
type frame struct {
	*library
	sheet string
	out   *excelize.StreamWriter
}

func newLibrary() (*library, error) {
	b, err := theBlank()
	if err == nil {
		var f *excelize.File
		if f, err = excelize.OpenReader(bytes.NewReader(b.file)); err == nil {
			f.Pkg.Store(themePart, b.theme)
			return &library{file: f}, f.SetDefaultFont(unitFont)
		}
	}
	return &library{file: excelize.NewFile()}, err // which the workbook keeps as its failure
}

func newBlank() (blank, error) {
	f := excelize.NewFile()
	defer f.Close()
	b, err := withoutTheme(&f.Pkg)
	if err == nil {
		_, err = f.WriteToBuffer()
	}
	theme, _ := f.Pkg.Load(themePart)
	written, ok := theme.([]byte)
	if err == nil && !ok {
		err = errors.New("no " + themePart)
	}
	return blank{b, written}, err
}

func (l *library) properties(p Properties) error {
	day := p.Day.String() + "T00:00:00Z"
	author := fit.Clean(p.Unit)
	if author == "" {
		author = own.Application
	}
	err := l.file.SetDocProps(&excelize.DocProperties{Title: fit.Clean(p.Title), Subject: p.Subject,
		Creator: author, LastModifiedBy: author, Created: day, Modified: day, Language: "zh-CN", Category: p.Category, Identifier: p.Key})
	if err != nil {
		return err
	}
	return l.file.SetAppProps(&excelize.AppProperties{Application: own.Application, Company: fit.Clean(p.Unit)})
}

// writeTo hands all parts over.
func (l *library) writeTo(p *pack) error {
	l.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return p })
	return l.file.Write(io.Discard)
}

// add starts a sheet and returns its part of the workbook.
func (l *library) add(sheet string) (f *frame, part string, err error) {
	if l.sheets++; l.sheets == 1 {
		err = l.file.SetSheetName("Sheet1", sheet)
	} else {
		_, err = l.file.NewSheet(sheet)
	}
	return &frame{library: l, sheet: sheet}, fmt.Sprintf("xl/worksheets/sheet%d.xml", l.sheets), err
}

// hideSheet hides a sheet so that only a program can show it. The library's SetSheetVisible
// reads every sheet anew to see which is selected; a hidden one must not be the first.
func (l *library) hideSheet(sheet string) {
	for i := range l.file.WorkBook.Sheets.Sheet {
		if s := &l.file.WorkBook.Sheets.Sheet[i]; s.Name == sheet {
			s.State = "veryHidden"
		}
	}
}

func (l *library) define(name, scope, refersTo string) error {
	return l.file.SetDefinedName(&excelize.DefinedName{Name: name, Scope: scope, RefersTo: refersTo})
}

// setUp writes all that stands before the first row.
func (f *frame) setUp(p Paper, unit string, widths []float64) error {
	yes, no, tab := true, false, "FF"+p.Tab
	size, orientation, wide, tall := a4, "portrait", max(p.Across, 1), 0
	if p.Landscape {
		orientation = "landscape"
	}
	if p.OnePage {
		tall = 1
	}
	side, top, edge := p.side(), topMargin, 0.35
	steps := []func() error{
		// The properties and the range go out before the first row; the range isn't known then.
		func() error {
			return f.file.SetSheetProps(f.sheet, &excelize.SheetPropsOptions{FitToPage: &yes, TabColorRGB: &tab})
		},
		func() error { return f.file.SetSheetDimension(f.sheet, "") },
		func() error { return f.file.SetSheetView(f.sheet, 0, &excelize.ViewOptions{ShowGridLines: &no}) },
		func() error {
			return f.file.SetPageLayout(f.sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall})
		},
		func() error {
			return f.file.SetPageMargins(f.sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top,
				Bottom: &top, Header: &edge, Footer: &edge, Horizontally: &yes})
		},
		func() error {
			return f.file.SetHeaderFooter(f.sheet, &excelize.HeaderFooterOptions{ScaleWithDoc: &no,
				OddHeader: `&L&10&"` + song + `,常规"` + headerText(unit) + `&R&10&"` + song + `,常规"` + headerText(p.Title),
				OddFooter: `&L&10&"` + song + `,常规"` + headerText(p.Foot) + `&C&10&"` + song + `,常规"第 &P 页，共 &N 页`})
		},
		func() error {
			if p.Head[1] == 0 && p.Lead == 0 {
				return nil
			}
			return f.titles(p.Lead, p.Head[0], p.Head[1])
		},
		func() (err error) {
			f.out, err = f.file.NewStreamWriter(f.sheet)
			return err
		},
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	for i, w := range slices.Backward(widths) { // each goes in before the others
		if err := f.out.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	return f.freeze(p.Freeze, p.Head[1])
}

// freeze keeps the first columns and rows in view.
func (f *frame) freeze(cols, rows int) error {
	corner, pane := Name(cols+1, rows+1), "bottomRight"
	switch {
	case cols == 0 && rows == 0:
		return nil
	case cols == 0:
		pane = "bottomLeft"
	case rows == 0:
		pane = "topRight"
	}
	return f.out.SetPanes(&excelize.Panes{Freeze: true, XSplit: cols, YSplit: rows,
		TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}}})
}

// repeat repeats rows on each printed page that follows them. A sheet has one such block.
func (f *frame) repeat(first, last int) error { return f.titles(0, first, last) }

// titles repeats the first columns and some rows; none where their last is 0.
func (f *frame) titles(cols, first, last int) error {
	var parts []string
	if cols > 0 {
		parts = append(parts, fmt.Sprintf("%s!$A:$%s", f.sheet, Letter(cols)))
	}
	if last > 0 {
		parts = append(parts, fmt.Sprintf("%s!$%d:$%d", f.sheet, first, last))
	}
	return f.define("_xlnm.Print_Titles", f.sheet, strings.Join(parts, ","))
}

// printed says which part of a sheet goes on paper. A sheet has one.
func (f *frame) printed(area string) error {
	return f.define("_xlnm.Print_Area", f.sheet, f.sheet+"!"+area)
}

func (f *frame) merge(col, row, toCol, toRow int) error {
	return f.out.MergeCell(Name(col, row), Name(toCol, toRow))
}

func (f *frame) filter(ref string) error { return f.file.AutoFilter(f.sheet, ref, nil) }

func (f *frame) breakPage(row int) error { return f.out.InsertPageBreak(Name(1, row)) }

func (f *frame) show(col int, shown bool) error { return f.out.SetColVisible(col, col, shown) }

func (f *frame) flush() error { return f.out.Flush() }

// protect locks the cells that are not open, without a password: whoever must can lift it.
func (f *frame) protect() error {
	return f.file.ProtectSheet(f.sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, InsertHyperlinks: true})
}

// table names the columns of the rows from a heading to a last row.
func (f *frame) table(called string, top, last int, headings []string) error {
	stripes, list := false, make([]any, len(headings))
	for i, w := range headings {
		list[i] = w
	}
	if err := f.out.SetRow(Name(1, top), list); err != nil { // after which the columns are named
		return err
	}
	return f.out.AddTable(&excelize.Table{Range: Area(1, top, len(headings), last), Name: called, StyleName: "TableStyleLight1", ShowRowStripes: &stripes})
}

// comment lays a note beside a cell; width and height are pixels.
func (f *frame) comment(col, row int, author, text string, width, height int) error {
	return f.file.AddComment(f.sheet, excelize.Comment{Cell: Name(col, row), Author: author, Text: text, Width: uint(width), Height: uint(height)})
}

// inFormula is how the library wants the formula of a validation.
var inFormula = strings.NewReplacer("&", "&amp;", "<", "&lt;")

// allow says what may be typed, in the terms of the library.
func allow(d *excelize.DataValidation, what Allowed) error {
	kinds := map[allowedKind]excelize.DataValidationType{wholeNumber: excelize.DataValidationTypeWhole,
		anyNumber: excelize.DataValidationTypeDecimal, someDay: excelize.DataValidationTypeDate}
	switch what.kind {
	case oneOf:
		return d.SetDropList(what.words)
	case oneFrom:
		d.SetSqrefDropList(inFormula.Replace(what.formula))
		return nil
	case whatHolds:
		d.Type, d.Formula1 = "custom", inFormula.Replace(what.formula)
		return nil
	}
	return d.SetRange(what.least, what.most, kinds[what.kind], excelize.DataValidationOperatorBetween)
}

func (f *frame) validate(v Validation) error {
	d := excelize.NewDataValidation(true)
	d.SetSqref(v.Ref)
	if err := allow(d, v.Allowed); err != nil {
		return err
	}
	if v.Input != "" {
		d.SetInput(v.Title, v.Input)
	}
	if v.Error != "" {
		d.SetError(excelize.DataValidationErrorStyleStop, v.Title, v.Error)
	}
	return f.file.AddDataValidation(f.sheet, d)
}

// conditional returns the number of a style of cells while a condition holds: the colours RRGGBB
// of the letters, "" for their own, and of the cell.
func (l *library) conditional(color, fill string) (int, error) {
	style := &excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}}
	if color != "" {
		style.Font = &excelize.Font{Color: color}
	}
	return l.file.NewConditionalStyle(style)
}

func (f *frame) when(ref, formula string, style int) error {
	return f.file.SetConditionalFormat(f.sheet, ref, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: formula, Format: &style}})
}

// libraryRow is how many pixels the library takes a row to have that it doesn't know, where there are
// chartRow of them: it would draw a chart over more rows than are left free.
const libraryRow = 18

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
	gap, legend := uint(60), "right" // standing bars need the height, and their legend's order is theirs
	if p.Across {
		legend = "bottom"
	}
	c := &excelize.Chart{Type: kind,
		Dimension: excelize.ChartDimension{Width: uint(p.Width*fit.PixelsPerUnit) - 8, Height: uint(p.Height * libraryRow / chartRow)},
		Format:    excelize.GraphicOptions{AltText: p.caption(), OffsetX: 4, OffsetY: 4},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: p.caption(), Font: &title}}},
		Legend:    excelize.ChartLegend{Position: legend, Font: &excelize.Font{Family: song, Size: paperPoints, Color: ink}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: p.numbers()}},
		XAxis:     excelize.ChartAxis{Font: letters(paperPoints, ink), ReverseOrder: p.Across},
		YAxis:     excelize.ChartAxis{Font: letters(paperPoints, ink), MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}, None: p.Across}, // lying bars carry their numbers
		GapWidth:  &gap,
	}
	if p.Most > 0 {
		most := float64(p.Most)
		c.YAxis.Maximum = &most
	}
	for i, series := range p.Series {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       p.nameRef(f.sheet, i),
			Categories: p.categoriesRef(f.sheet),
			Values:     p.valuesRef(f.sheet, i),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{series.Fill}},
			DataLabel:  excelize.ChartDataLabel{Font: letters(paperPoints, series.Label)},
		})
	}
	if err := f.file.AddChart(f.sheet, Name(1, p.Top), c); err != nil {
		return err
	}
	f.charts++
	part := fmt.Sprintf("xl/charts/chart%d.xml", f.charts)
	if stored, ok := f.file.Pkg.Load(part); ok {
		f.file.Pkg.Store(part, fillCaches(stored.([]byte), p.caches(f.sheet)))
	}
	return nil
}
