package book

import (
	"fmt"
	"math"
	"time"

	"taizhang/importer/period"
	"taizhang/importer/ruling"

	"github.com/xuri/excelize/v2"
)

// sheet is written from top to bottom, row by row, and is never read back: thousands of
// returns take no more memory than a few. The rows and links are ours; what stands around
// them is the workbook writer's.
type sheet struct {
	*book
	name   string
	out    *excelize.StreamWriter // of the sheet without its rows
	widths []float64
	next   int // the row that is written next
	content
	recent []column        // what came last
	spare  []cell          // of the row before, for the next
	print  *ruling.Printed // what stands in it, nil where nobody asks
	codes  []ruling.Code   // of the row before
}

// content is what pack puts into a sheet.
type content struct {
	cells *cells
	links *links
}

// column is what the last cell of a column had: mostly the next one has the same.
type column struct {
	look  look
	style int // its number in the workbook, 0 for none
	said  string
	text  int // its index in the texts
}

// cell is one cell of a row: text, number or day, a formula with that as its result, a
// link, and over how many columns it goes.
type cell struct {
	text    string // where value is nil: a text, which for thousands of rows is held once less
	value   any    // string, int, float64, period.Date, nil
	look    look
	formula string
	link    target
	span    int
	tall    bool // goes on below, so that it doesn't set the row's height
}

// said returns the text of a cell; ok is false where it holds none.
func (c *cell) said() (text string, ok bool) {
	if c.value == nil {
		return c.text, c.text != ""
	}
	text, ok = c.value.(string)
	return text, ok
}

// sheet starts the next sheet.
func (b *book) sheet(name string, p page, widths ...float64) *sheet {
	s := &sheet{book: b, name: name, widths: widths, next: 1, content: content{&cells{texts: b.texts, grows: b.grows}, &links{}}}
	if len(b.sheets) == 0 {
		b.check(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.check(err)
	}
	b.sheets[fmt.Sprintf("xl/worksheets/sheet%d.xml", len(b.sheets)+1)] = s.content
	if b.prints != nil {
		s.print = &ruling.Printed{Name: name, Width: max(len(widths), 1)}
		b.prints = append(b.prints, s.print)
	}
	s.setUp(p)
	return s
}

// row writes a row as tall as its texts need and returns its number.
func (s *sheet) row(cells ...cell) int { return s.put(s.height(cells), cells) }

// heading writes a row of column headings.
func (s *sheet) heading(cells []cell) int { return s.put(max(s.height(cells), 20), cells) }

// skip leaves so many rows free.
func (s *sheet) skip(n int) { s.next += n }

// height returns how tall a row must be so that nothing of it is cut.
func (s *sheet) height(cells []cell) float64 {
	h, col := 0.0, 0
	for _, c := range cells {
		span := max(c.span, 1)
		if text, ok := c.said(); ok && !c.tall {
			n := 1
			if !c.look.nowrap {
				n = s.texts.lines(s.textAt(col+1, text), room(s.width(col, span), c.look.points()))
			}
			h = max(h, heightOf(n, c.look.points()))
		}
		col += span
	}
	return max(h, minHeight)
}

func (s *sheet) width(col, span int) float64 {
	sum := 0.0
	for i := col; i < min(col+span, len(s.widths)); i++ {
		sum += s.widths[i]
	}
	return sum
}

// put writes a row of the height and returns its number.
func (s *sheet) put(height float64, cells []cell) int {
	n := s.next
	s.next++
	if s.err != nil {
		return n
	}
	s.note(n, cells)
	row, col := s.cells.begin(n, height), 1
	for _, c := range cells {
		at := col
		if !c.link.none() {
			s.links.add(s.cells, col, n, c.link)
		}
		row = s.cell(row, col, n, c)
		for col++; col < at+c.span; col++ {
			row = s.cells.append(row, col, n, s.styleAt(col, c.look), nil, "")
		}
		if c.span > 1 {
			s.check(s.out.MergeCell(name(at, n), name(col-1, n)))
		}
	}
	s.cells.end(row)
	return n
}

// cell writes what stands in a cell. An empty text is left out: it would count as filled in.
func (s *sheet) cell(row []byte, col, n int, c cell) []byte {
	if said, ok := c.said(); ok {
		return s.said(row, col, n, c, said)
	}
	k, v := c.look, c.value
	switch x := v.(type) {
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return s.cells.appendText(row, col, n, s.styleAt(col, k), s.texts.of(fmt.Sprint(x)))
		}
	case period.Date:
		if v = nil; !x.IsZero() {
			v, k.format = serial(x), dayFormat
		}
	}
	return s.cells.append(row, col, n, s.styleAt(col, k), v, c.formula)
}

// said writes a cell with a text.
func (s *sheet) said(row []byte, col, n int, c cell, said string) []byte {
	i := s.textAt(col, said)
	text := s.texts.list[i].clean
	c.look.quoted = opensFormula(text)
	switch style := s.styleAt(col, c.look); {
	case text == "":
		return s.cells.append(row, col, n, style, nil, c.formula)
	case c.formula != "":
		return s.cells.append(row, col, n, style, text, c.formula)
	default:
		return s.cells.appendText(row, col, n, style, i)
	}
}

// at returns what the column had last, counting from 1.
func (s *sheet) at(col int) *column {
	for len(s.recent) < col {
		s.recent = append(s.recent, column{})
	}
	return &s.recent[col-1]
}

// textAt returns the index of a text.
func (s *sheet) textAt(col int, text string) int {
	last := s.at(col)
	if last.said != text {
		last.said, last.text = text, s.texts.of(text)
	}
	return last.text
}

// styleAt returns the number of the look.
func (s *sheet) styleAt(col int, k look) int {
	last := s.at(col)
	if last.look != k || last.style == 0 {
		last.look, last.style = k, s.styles.of(k)
	}
	return last.style
}

// serial returns the day as a spreadsheet counts it.
func serial(d period.Date) int {
	day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// mergeDown joins the cells of a column.
func (s *sheet) mergeDown(col, row, last int) {
	if s.err == nil && last > row {
		s.check(s.out.MergeCell(name(col, row), name(col, last)))
	}
}

// filter puts filter buttons on the heading of a range.
func (s *sheet) filter(ref string) { s.check(s.file.AutoFilter(s.name, ref, nil)) }

// breakPage begins a new page with the next row.
func (s *sheet) breakPage() {
	if s.err == nil {
		s.check(s.out.InsertPageBreak(name(1, s.next)))
	}
}

// close ends the sheet.
func (s *sheet) close() {
	if s.err == nil {
		s.check(s.out.Flush())
	}
}
