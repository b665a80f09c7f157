package xlsx

import (
	"fmt"
	"math"
	"time"

	"taizhang/importer/period"
	"taizhang/report/xlsx/fit"
)

// Worksheet is written from top to bottom, row by row, and is never read back: thousands of
// returns take no more memory than a few. The rows and links are ours; what stands around
// them is the workbook writer's.
type Worksheet struct {
	Name   string
	Widths []float64                   // of the columns, in units of a digit
	Next   int                         // the row that is written next, counting from 1
	Noted  func(row int, cells []Cell) // is told of each row before it is written; nil where nobody asks
	book   *Workbook
	frame  *frame
	content
	recent  []column // what came last
	shown   int      // the last column that is not hidden
	limited bool     // what is printed has been said
	tall    float64  // points of rows that a printed page holds, 0 where all go on one
	used    float64  // of them, on the page that the next row comes to stand on
	head    [2]int   // rows that each page repeats
	above   float64  // their points
	last    float64  // points of the last row
	turned  int      // pages that ended by themselves since one was begun
}

// content is what pack puts into a sheet.
type content struct {
	cells *cells
	links *links
}

// column is what the last cell of a column had: mostly the next one has the same.
type column struct {
	look  Style
	style int // its number in the workbook, 0 for none
	said  string
	text  int // its index in the texts
}

// Cell is one cell of a row: text, number or day, a formula with that as its result, a
// link, and over how many columns it goes.
type Cell struct {
	Text    string // where value is nil: a text, which for thousands of rows is held once less
	Value   any    // string, int, float64, period.Date, nil
	Style   Style
	Formula string
	Link    Target
	Span    int
	Tall    bool // goes on below, so that it doesn't set the row's height
}

// Said returns the text of a cell; ok is false where it holds none.
func (c *Cell) Said() (text string, ok bool) {
	if c.Value == nil {
		return c.Text, c.Text != ""
	}
	text, ok = c.Value.(string)
	return text, ok
}

// Add starts the next sheet, with columns of the widths in units of a digit. Each sheet is closed
// before the next is started.
func (b *Workbook) Add(name string, p Paper, widths ...float64) *Worksheet {
	s := &Worksheet{book: b, Name: name, Widths: widths, Next: 1, shown: len(widths), limited: p.Hidden, head: p.Head, content: content{&cells{texts: b.texts, grows: b.options.Grows}, &links{}}}
	if p.Foot == "" {
		p.Foot = b.options.Foot
	}
	if !p.OnePage {
		s.tall = p.Tall() / p.Scale(s.Width(0, len(widths)))
	}
	if b.failure != nil {
		return s
	}
	var part string
	var err error
	s.frame, part, err = b.made.add(name)
	b.check(err)
	b.sheets[part] = s.content
	if !s.err() {
		s.check(s.frame.setUp(p, b.options.Unit, widths))
	}
	return s
}

func (s *Worksheet) check(err error) { s.book.check(err) }

// err reports that nothing more can be written.
func (s *Worksheet) err() bool { return s.book.failure != nil }

// Row writes a row as tall as its texts need and returns its number, counting from 1.
func (s *Worksheet) Row(cells ...Cell) int { return s.Put(s.Height(cells), cells) }

// Heading writes a row of column headings.
func (s *Worksheet) Heading(cells []Cell) int { return s.Put(max(s.Height(cells), 20), cells) }

// Skip leaves so many rows free.
func (s *Worksheet) Skip(n int) {
	s.Next += n
	s.used += float64(n) * fit.MinHeight
}

// Height returns how many points a row must be tall so that nothing of it is cut.
func (s *Worksheet) Height(cells []Cell) float64 {
	h, col := 0.0, 0
	for i := range cells {
		c := &cells[i]
		span := max(c.Span, 1)
		if text, ok := c.Said(); ok && !c.Tall {
			n := 1
			if !c.Style.Nowrap {
				n = s.book.texts.lines(s.textAt(col+1, text), fit.Room(s.Width(col, span), c.Style.Points()))
			}
			h = max(h, fit.HeightOf(n, c.Style.Points()))
		}
		col += span
	}
	return max(h, fit.MinHeight)
}

// Width returns how wide so many columns are together, from the one at the index col, which counts
// from 0; in units of a digit.
func (s *Worksheet) Width(col, span int) float64 {
	sum := 0.0
	for i := col; i < min(col+span, len(s.Widths)); i++ {
		sum += s.Widths[i]
	}
	return sum
}

// Put writes a row of the height in points and returns its number, counting from 1.
func (s *Worksheet) Put(height float64, cells []Cell) int {
	n := s.Next
	s.Next++
	if s.used += height; s.used > s.tall {
		s.used = s.above + height
		s.turned++
	}
	if s.last = height; n >= s.head[0] && n <= s.head[1] {
		s.above += height
	}
	if s.err() {
		return n
	}
	if s.Noted != nil {
		s.Noted(n, cells)
	}
	row, col := s.cells.begin(n, height), 1
	for i := range cells {
		c, at := &cells[i], col
		if !c.Link.None() {
			s.links.add(s.cells, col, n, c.Link)
		}
		row = s.cell(row, col, n, c)
		for col++; col < at+c.Span; col++ {
			row = s.cells.append(row, col, n, s.styleAt(col, &c.Style), nil, "")
		}
		if c.Span > 1 {
			s.check(s.frame.merge(at, n, col-1, n))
		}
	}
	s.cells.end(row)
	return n
}

// cell writes what stands in a cell. An empty text is left out: it would count as filled in.
func (s *Worksheet) cell(row []byte, col, n int, c *Cell) []byte {
	if said, ok := c.Said(); ok {
		return s.said(row, col, n, c, said)
	}
	switch x := c.Value.(type) {
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return s.cells.appendText(row, col, n, s.styleAt(col, &c.Style), s.book.texts.of(fmt.Sprint(x)))
		}
	case period.Date:
		if x.IsZero() {
			return s.cells.append(row, col, n, s.styleAt(col, &c.Style), nil, c.Formula)
		}
		k := c.Style
		k.Format = DayFormat
		return s.cells.append(row, col, n, s.styleAt(col, &k), Serial(x), c.Formula)
	}
	return s.cells.append(row, col, n, s.styleAt(col, &c.Style), c.Value, c.Formula)
}

// said writes a cell with a text.
func (s *Worksheet) said(row []byte, col, n int, c *Cell, said string) []byte {
	i := s.textAt(col, said)
	text := s.book.texts.list[i].clean
	k := &c.Style
	if quoted := fit.OpensFormula(text); quoted != k.Quoted {
		other := *k
		other.Quoted = quoted
		k = &other
	}
	switch style := s.styleAt(col, k); {
	case text == "":
		return s.cells.append(row, col, n, style, nil, c.Formula)
	case c.Formula != "":
		return s.cells.append(row, col, n, style, text, c.Formula)
	default:
		return s.cells.appendText(row, col, n, style, i)
	}
}

// at returns what the column had last, counting from 1.
func (s *Worksheet) at(col int) *column {
	for len(s.recent) < col {
		s.recent = append(s.recent, column{})
	}
	return &s.recent[col-1]
}

// textAt returns the index of a text.
func (s *Worksheet) textAt(col int, text string) int {
	last := s.at(col)
	if last.said != text {
		last.said, last.text = text, s.book.texts.of(text)
	}
	return last.text
}

// styleAt returns the number of the style.
func (s *Worksheet) styleAt(col int, k *Style) int {
	last := s.at(col)
	if last.style == 0 || last.look != *k {
		last.look, last.style = *k, s.book.styles.of(*k)
	}
	return last.style
}

// Serial returns the day as a spreadsheet counts it: days from 1899-12-30.
func Serial(d period.Date) int {
	day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// ShownAt returns the index of a text and how a cell of the column shows it; the index is the
// same for texts that are shown alike.
func (s *Worksheet) ShownAt(col int, text string) (index int, shown string) {
	index = s.textAt(col, text)
	return index, s.book.texts.list[index].clean
}

// Heads returns the cells of a heading, one a word.
func Heads(words ...string) []Cell {
	var cells []Cell
	for _, word := range words {
		cells = append(cells, Cell{Value: word, Style: HeadStyle})
	}
	return cells
}
