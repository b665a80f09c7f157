package letters

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns/formkey"
	"taizhang/report/xlsx"
)

// How much of a sheet is drawn. A return is a page or two; what lies far outside is
// rarely meant.
const (
	mostRows = 600
	mostCols = 60
	deepest  = 12 // row in which a table begins that stays in view
	mostHead = 3  // rows of a heading
)

// original is a department's own sheet, drawn anew at the same addresses: the names of
// cells hold, and the sheet can be sent back.
type original struct {
	name   string // in the slip
	sheet  *grid.Sheet
	rows   int
	cols   int
	filled []int             // cells by row
	head   int               // first row of the table
	under  int               // last row of its heading
	wide   []float64         // of the columns
	spans  map[[2]int][2]int // last row and column of the merge that begins at a cell
	marks  map[[2]int][]problem
	speaks bool // colours below the heading may say how far things are
}

// sheets are those of the as-of quarter that a problem lies in. One of an earlier quarter is not
// drawn: sent back beside the others, it would lie in the wrong quarter's folder.
func (s Slip) sheets() (places []finding.Place) {
	for _, p := range s.problems {
		if at := p.at.At(0, 0); p.quarter == s.asOf && at.Sheet() != "" && !slices.Contains(places, at) {
			places = append(places, at)
		}
	}
	slices.SortFunc(places, func(a, b finding.Place) int {
		return cmp.Or(cmp.Compare(a.File(), b.File()), cmp.Compare(a.Sheet(), b.Sheet()))
	})
	return places
}

// originals opens each sheet that a problem lies in. gone are the names of the files that
// are no longer what was read.
func (s Slip) originals(open func(file string) *grid.Book) (list []*original, gone []string) {
	places := s.sheets()
	var book *grid.Book
	for i, at := range places {
		if i == 0 || at.File() != places[i-1].File() {
			if book = open(at.File()); book == nil {
				gone = append(gone, path.Base(at.File()))
			}
		}
		if book == nil {
			continue
		}
		for _, sheet := range book.Sheets {
			if sheet.Name == at.Sheet() && sheet.LastRow() > 0 {
				list = append(list, s.original(sheet))
				break
			}
		}
	}
	for i, o := range list {
		o.name = s.words.Original
		if len(list) > 1 {
			o.name += strconv.Itoa(i + 1)
		}
	}
	return list, gone
}

func (s Slip) original(sheet *grid.Sheet) *original {
	o := &original{sheet: sheet, rows: min(sheet.LastRow(), mostRows), cols: min(sheet.Width(), mostCols),
		spans: map[[2]int][2]int{}, marks: map[[2]int][]problem{}}
	for row := 1; row <= o.rows; row++ {
		for col := 1; col <= o.cols; col++ {
			if c := sheet.Cell(row, col); c.Covered() {
				at := [2]int{c.Anchor().Row(), c.Anchor().Col()}
				last := o.spans[at]
				o.spans[at] = [2]int{max(last[0], row), max(last[1], col)}
			}
		}
	}
	for row := 1; row <= o.rows; row++ {
		o.filled = append(o.filled, o.count(row))
	}
	o.head = o.heading()
	o.under = o.headingEnd()
	o.wide = o.widths()
	o.speaks = o.coloured()
	for _, p := range s.problems {
		if o.holds(p.at) && p.at.Row() > 0 {
			at := o.target(p.at)
			o.marks[at] = append(o.marks[at], p)
		}
	}
	return o
}

func (o *original) holds(at finding.Place) bool {
	return at.File() == o.sheet.File && at.Sheet() == o.sheet.Name
}

// target is the cell that shows what stands at the place; of a whole row, its first one.
func (o *original) target(at finding.Place) [2]int {
	col := at.Col()
	for c := 1; col == 0 && c <= o.cols; c++ {
		if cell := o.sheet.Cell(at.Row(), c); !cell.IsEmpty() && !o.hidden(c) {
			col = c
		}
	}
	anchor := o.sheet.Cell(at.Row(), max(col, 1)).Anchor()
	return [2]int{anchor.Row(), anchor.Col()}
}

// hidden reports whether a column stays hidden: one with the keys of a form. Whatever
// else a return hides is to be seen.
func (o *original) hidden(col int) bool {
	if !o.sheet.HiddenCol(col) {
		return false
	}
	for row := 1; row <= o.rows; row++ {
		if _, ok := formkey.Parse(o.sheet.Cell(row, col).Text); ok {
			return true
		}
	}
	return false
}

// draw writes the sheet with its marks.
func (o *original) draw(b *xlsx.Workbook, slip Slip, pages *prints) {
	at := xlsx.Paper{Title: slip.Department, Landscape: true, Narrow: true, Across: o.pages(), Tab: "BF8F00", Foot: o.sheet.File}
	if at.Across > 1 && o.leads() {
		at.Lead = 1
	}
	if o.head <= deepest {
		at.Head = [2]int{o.head, o.under}
	}
	s := b.Add(o.name, at, o.wide...)
	pages.watch(s, o.name)
	s.Hide(o.hidden)
	o.cells(s)
	o.comment(s, slip)
	if o.rows < o.sheet.LastRow() {
		s.Row(xlsx.Cell{Value: slip.fill(slip.words.Cut, "行", strconv.Itoa(o.sheet.LastRow()), "到", strconv.Itoa(o.rows)), Style: xlsx.Style{Nowrap: true}})
	}
	s.Close()
}

// cells writes the rows, each as high as it was, and the merged areas.
func (o *original) cells(s *xlsx.Worksheet) {
	heights := o.heights(s)
	for row := 1; row <= o.rows; row++ {
		cells := make([]xlsx.Cell, o.cols)
		for col := range cells {
			cells[col] = o.cell(row, col+1)
		}
		s.Next = row
		s.Put(heights[row], cells)
	}
	o.merge(s)
}

// pages is over how many pages the columns go, so that no letter is smaller than 9 points.
func (o *original) pages() int {
	sum := 0.0
	for i, w := range o.wide {
		if !o.hidden(i + 1) {
			sum += w
		}
	}
	pages := max(int(math.Ceil(sum/formWide)), 1)
	if o.leads() {
		pages = max(int(math.Ceil((sum+float64(pages-1)*o.wide[0])/formWide)), 1)
	}
	return pages
}

// narrowLead is how wide a first column is at most, in units, to be a number that its row is known by.
const narrowLead = 12

// leads reports whether the first column is repeated on each page that the columns go over, so that
// a row is known there.
func (o *original) leads() bool { return len(o.wide) > 1 && o.wide[0] <= narrowLead && !o.hidden(1) }

// cell is a cell as it was, in its kind and format, coloured where it is marked.
func (o *original) cell(row, col int) xlsx.Cell {
	c := o.sheet.Cell(row, col)
	k := o.look(c)
	anchor := [2]int{c.Anchor().Row(), c.Anchor().Col()}
	for _, p := range o.marks[anchor] {
		if k.Bold = true; o.speaks {
			break // a colour of ours would be read as the department's when the sheet comes back
		}
		k.Fill = "FFEB9C"
		if p.Severity() == finding.Error {
			k.Fill = "FFC7CE"
			break
		}
	}
	out := xlsx.Cell{Style: k}
	if c.Covered() {
		return out
	}
	switch c.Kind {
	case grid.Number:
		out.Value, out.Style.Format = number(c)
	case grid.Bool:
		out.Value = c.Text == "TRUE"
	case grid.Failed:
		if out.Value = c.Text; c.Formula != "" {
			out.Value = "=" + c.Formula
		}
	default:
		out.Value = c.Text
	}
	out.Link = xlsx.Web(c.Link)
	return out
}

// coloured reports whether cells below the heading are filled in a colour; grey is what forms lock.
func (o *original) coloured() bool {
	for row := o.under + 1; row <= o.rows; row++ {
		for col := 1; col <= o.cols; col++ {
			switch grid.ColorName(o.sheet.Cell(row, col).Fill()) {
			case "", "灰", "黑":
			default:
				return true
			}
		}
	}
	return false
}

// look shows a table with its heading and what stands above it. Colours below the heading are the department's own
// where they may say something.
func (o *original) look(c grid.Cell) xlsx.Style {
	at := c.Anchor()
	last, merged := o.spans[[2]int{at.Row(), at.Col()}]
	k := xlsx.Style{Frame: o.framed(c.At().Row()), Middle: true}
	across := merged && last[1] > at.Col()
	switch {
	case at.Row() >= o.head && at.Row() <= o.under:
		k.Font, k.Fill, k.Align = xlsx.Hei, "EEF2F8", "center"
	case at.Row() < o.head && across && 2*(last[1]-at.Col()) > o.cols:
		k.Font, k.Align = xlsx.Hei, "center"
	case o.runsOn(c):
		k.Nowrap = true
	case c.Kind == grid.Number, across, k.Frame && o.wide[at.Col()-1] <= narrow:
		k.Align = "center"
	}
	if o.speaks && c.At().Row() > o.under {
		own := o.sheet.Cell(at.Row(), at.Col())
		k.Fill, k.Color = own.Fill(), own.Color()
	}
	return k
}

// runsOn reports whether a text above the heading stands alone in its line and may run on over the empty cells
// behind it: a title that was not merged.
func (o *original) runsOn(c grid.Cell) bool {
	at := c.Anchor()
	if _, merged := o.spans[[2]int{at.Row(), at.Col()}]; merged || at.Row() >= o.head || c.Kind != grid.Text || o.filled[at.Row()-1] != 1 || strings.Contains(c.Text, "\n") {
		return false
	}
	room := 0.0
	for i := at.Col() - 1; i < len(o.wide); i++ {
		if !o.hidden(i + 1) {
			room += o.wide[i]
		}
	}
	return float64(2*utf8.RuneCountInString(c.Text)) <= room
}

// number returns a number as it stands, with its format where that says what it is (a
// share or a day). Days that are counted from 1904 are counted anew.
func number(c grid.Cell) (v float64, format string) {
	if c.IsPercent() {
		return c.Number, c.Format
	}
	day, ok := c.Date()
	if !ok {
		return c.Number, ""
	}
	if n := float64(xlsx.Serial(day)); n-c.Number > 1000 {
		return n + c.Number - math.Floor(c.Number), c.Format
	}
	return c.Number, c.Format
}

func (o *original) merge(s *xlsx.Worksheet) {
	for row := 1; row <= o.rows; row++ {
		for col := 1; col <= o.cols; col++ {
			if last, ok := o.spans[[2]int{row, col}]; ok {
				s.Merge(col, row, last[1], last[0])
			}
		}
	}
}

// comment says at each marked cell what is wrong and what to do.
func (o *original) comment(s *xlsx.Worksheet, slip Slip) {
	for row := 1; row <= o.rows; row++ {
		for col := 1; col <= o.cols; col++ {
			var texts []string
			for _, p := range o.marks[[2]int{row, col}] {
				texts = append(texts, slip.fill(slip.words.Comment, "问题", p.Code.Entry().Title, "说明", p.Message, "应当", slip.wanted(p), "改", slip.todo(p)))
			}
			if len(texts) == 0 {
				continue
			}
			s.Comment(col, row, cmp.Or(slip.unit, "办公室"), strings.Join(texts, "\n\n"))
		}
	}
}
