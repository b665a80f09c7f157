package draw

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/report/letters"
)

// Sheet is a part of a department's sheet as the page shows it.
type Sheet struct {
	File, Sheet string
	Columns     []drawnColumn
	Rows        []drawnRow
	Width       int  // px
	Before      int  // rows above that are left out
	After       int  // rows below
	Grey        bool // something hidden is drawn
}

type drawnColumn struct {
	Name   string
	Width  int // px
	Marked bool
	Hidden bool
}

type drawnRow struct {
	No     int
	Hidden bool
	Marked bool
	Cells  []drawnCell
}

type drawnCell struct {
	Text, Struck, Comment string
	Rows, Cols            int
	Head, Number          bool
	Marked, Hidden        bool
	Fill, Filled          string // the classes of its fill, and its name
	Colour                string // what its colour is, where that may say something
}

// How much of a sheet is drawn around a place.
const (
	rowsAround  = 6
	rowsOfTitle = 8 // of the table's heading and what stands above it
	mostColumns = 16
	longestText = 160 // characters of a cell
)

// Books keeps the books that were opened last: the next question is mostly about the same one.
type Books struct {
	mu    sync.Mutex
	books []*grid.Book
}

const mostBooks = 3

// Of opens a file of the ledger as it was when the ledger was made, nil where it is no longer
// that. The list, of which a ledger keeps no sum, is opened as it is.
func (b *Books) Of(folder string, l *ledger.Ledger, file string) *grid.Book {
	var in *ledger.Input
	for i := range l.Inputs {
		if l.Inputs[i].File == file {
			in = &l.Inputs[i]
		}
	}
	if in == nil && file != "" && file == l.Plan.Source {
		read, _, err := open.File(filepath.Join(folder, filepath.FromSlash(file)), file)
		if err != nil {
			return nil
		}
		return read
	}
	if in == nil || in.Sum == "" {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, known := range b.books {
		if known.File == file && known.Sum == in.Sum {
			return known
		}
	}
	read, _, err := open.File(filepath.Join(folder, filepath.FromSlash(cmp.Or(in.RawName, in.File))), file)
	if err != nil || read == nil || read.Sum != in.Sum {
		return nil
	}
	if b.books = append(b.books, read); len(b.books) > mostBooks {
		b.books = b.books[1:]
	}
	return read
}

// Around draws what lies around a place, nil where it is no longer as it was or is no cell. A whole
// column is marked where the place is a heading. said are texts: the cells of the same row that hold one are
// marked too.
func (b *Books) Around(folder string, l *ledger.Ledger, at finding.Place, column bool, said ...string) *Sheet {
	if at.File() == "" {
		return nil
	}
	read := b.Of(folder, l, at.File())
	if read == nil {
		return nil
	}
	for _, sheet := range read.Sheets {
		if sheet.LastRow() > 0 && (sheet.Name == at.Sheet() || at.Sheet() == "") {
			return around(sheet, at, column, said, speaks(l, at.File(), sheet.Name))
		}
	}
	return nil
}

// around draws the heading of a sheet and the rows around a place.
func around(sheet *grid.Sheet, at finding.Place, column bool, said []string, colours bool) *Sheet {
	d := letters.Draw(sheet)
	marked := at.Row()
	row := max(marked, 1)
	if column {
		row = min(row+rowsAround, d.Rows)
	}
	from, to := max(1, row-rowsAround), min(d.Rows, row+rowsAround)
	out := &Sheet{File: sheet.File, Sheet: sheet.Name}
	left, right := window(d, at.Col())
	for col := left; col <= right; col++ {
		if !d.Hidden(col) {
			out.Columns = append(out.Columns, drawnColumn{finding.ColumnName(col), int(d.Wide[col-1]*8) + 12, column && col == at.Col(), sheet.HiddenCol(col)})
		}
	}
	out.widen(sheet, left)
	out.Width = 44
	for _, c := range out.Columns {
		out.Width += c.Width
	}
	var rows []int
	for n := 1; n <= d.Rows; n++ {
		if n <= d.Head && n > d.Head-rowsOfTitle || n >= from && n <= to {
			rows = append(rows, n)
		} else if n < from {
			out.Before++
		}
	}
	out.After = sheet.LastRow() - to
	shown := map[int]bool{}
	for _, n := range rows {
		shown[n] = true
	}
	for _, n := range rows {
		line := drawnRow{No: n, Hidden: sheet.HiddenRow(n), Marked: n == marked}
		var told map[string]bool
		if colours {
			told = map[string]bool{}
		}
		title := titleOf(sheet, d, n)
		if title < left || n == marked && (column || at.Col() != title) {
			title = 0
		}
		for col := left; col <= right; col++ {
			if d.Hidden(col) || title > 0 && col > title {
				continue
			}
			if c, drawnHere := cellOf(sheet, d, n, col, left, right, shown); drawnHere {
				if col == title {
					c.Cols = len(out.Columns) - len(line.Cells) // a title runs on over the empty cells beside it
				}
				c.Marked = column && col == at.Col() && n >= marked || n == marked && (col == at.Col() || at.Col() == 0) || covers(sheet.Cell(n, col), at) || n == marked && holds(sheet.Cell(n, col), said)
				c.colour(shownIn(sheet, n, col), told)
				line.Cells = append(line.Cells, c)
				out.Grey = out.Grey || c.Hidden
			}
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}

// Asked tells of the row that is asked about whether its department hid it, and whether it struck all that the row
// says.
func (s *Sheet) Asked() (hidden, struck bool) {
	if s == nil {
		return false, false
	}
	for _, row := range s.Rows {
		if !row.Marked {
			continue
		}
		hidden, struck = row.Hidden, false
		for _, c := range row.Cells {
			if c.Text != "" && !c.Number {
				return hidden, false
			}
			struck = struck || c.Struck != ""
		}
	}
	return hidden, struck
}

// titleOf is the column of a text that stands alone in a row above the table and is not merged, 0 for none.
func titleOf(sheet *grid.Sheet, d letters.Drawing, row int) (col int) {
	if row > d.Head {
		return 0
	}
	for n := 1; n <= d.Cols; n++ {
		c := sheet.Cell(row, n)
		_, merged := d.Spans[[2]int{c.Anchor().Row(), c.Anchor().Col()}]
		switch {
		case merged || !c.IsEmpty() && col > 0 || !c.IsEmpty() && d.Hidden(n):
			return 0
		case !c.IsEmpty():
			col = n
		}
	}
	return col
}

// roomFor is how wide columns may be made together, and one by itself, in pixels: a text of few
// columns, as readers of prose have them, would else stand a word a line.
const (
	roomFor   = 720
	widestOne = 520
)

// widen gives columns whose texts are cut into short lines of what room is left.
func (s *Sheet) widen(sheet *grid.Sheet, left int) {
	left--
	need := make([]int, len(s.Columns))
	room, wanted := roomFor, 0
	for i := range s.Columns {
		for left++; finding.ColumnName(left) != s.Columns[i].Name; left++ {
		}
		longest := 0
		for row := 1; row <= min(sheet.LastRow(), rowsMeasured); row++ {
			if c := sheet.Cell(row, left); !c.Covered() {
				longest = max(longest, utf8.RuneCountInString(c.String()))
			}
		}
		room -= s.Columns[i].Width
		need[i] = max(0, min(longest*14+20, widestOne)-s.Columns[i].Width)
		wanted += need[i]
	}
	if room <= 0 || wanted == 0 {
		return
	}
	for i := range s.Columns {
		s.Columns[i].Width += min(need[i], need[i]*room/wanted)
	}
}

// rowsMeasured is how many rows are looked at for the width of columns.
const rowsMeasured = 60

// window chooses the columns that are drawn.
func window(d letters.Drawing, col int) (left, right int) {
	left, right = 1, d.Cols
	if d.Cols > mostColumns {
		left = max(1, min(col-mostColumns/2, d.Cols-mostColumns+1))
		right = left + mostColumns - 1
	}
	return left, right
}

// covers reports whether a cell shows what stands at the place because of a merge.
func covers(c grid.Cell, at finding.Place) bool {
	return at.Col() > 0 && c.Anchor() == at.At(at.Row(), at.Col()) && c.Anchor().Row() == at.Row()
}

// holds reports whether a cell says one of the texts.
func holds(c grid.Cell, said []string) bool {
	return slices.ContainsFunc(said, func(text string) bool { return text != "" && strings.Contains(c.String(), text) })
}

// cellOf is a cell as it is drawn; ok is false for one that a merge covers with another that is
// drawn.
func cellOf(sheet *grid.Sheet, d letters.Drawing, row, col, left, right int, shown map[int]bool) (drawnCell, bool) {
	c := sheet.Cell(row, col)
	anchor := c.Anchor()
	span, merged := d.Spans[[2]int{anchor.Row(), anchor.Col()}]
	out := drawnCell{Rows: 1, Cols: 1, Head: row <= d.Head, Number: c.Kind == grid.Number, Hidden: sheet.HiddenRow(row) || sheet.HiddenCol(col)}
	if merged {
		top, first := anchor.Row(), max(anchor.Col(), left)
		for !shown[top] {
			top++
		}
		if row != top || col != first {
			return drawnCell{}, false
		}
		for n := row + 1; n <= span[0]; n++ {
			if shown[n] {
				out.Rows++
			}
		}
		out.Cols = 0
		for n := col; n <= min(span[1], right); n++ {
			if !d.Hidden(n) {
				out.Cols++
			}
		}
		c = sheet.Cell(anchor.Row(), anchor.Col())
	}
	out.Text = Short(c.String(), longestText)
	beside := c.Beside()
	out.Struck, out.Comment = Short(beside.Struck, longestText), Short(beside.Comment, longestText)
	if beside.Hidden != "" {
		out.Comment = strings.TrimSpace(out.Comment + "（另有隐藏的文字：" + Short(beside.Hidden, 40) + "）")
	}
	if beside.Picture {
		out.Comment = strings.TrimSpace(out.Comment + "（有图片）")
	}
	return out, true
}

// Short cuts a text.
func Short(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return fmt.Sprintf("%s……（共%d字）", string(r[:most]), len(r))
	}
	return text
}
