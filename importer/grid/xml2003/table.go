package xml2003

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
)

// sheetMLTable is where the reader stands in a table.
type sheetMLTable struct {
	*sheetML
	d             *grid.Draft
	row, col, gap int // last row, cell and column description read
	busy          markup.Busy
	columns       []columns
	runs          []chars.Run // of the text read last, where some may be struck out
}

// columns is a run of columns and the style of cells in them that have none.
type columns struct {
	left, right int
	style       string
}

func (t *sheetMLTable) read() {
	for tag := range t.x.Children() {
		switch tag {
		case "Column":
			t.gap = t.place(t.gap, grid.MostCols)
			right := min(t.gap+t.count("Span"), grid.MostCols)
			if markup.IsTrue(t.x.Attr("Hidden")) {
				t.d.HideCols(t.gap, right)
			}
			if style := t.x.Attr("StyleID"); style != "" && len(t.columns) < grid.MostCols {
				t.columns = append(t.columns, columns{t.gap, right, style})
			}
			t.gap = right
		case "Row":
			t.row = t.place(t.row, grid.MostRows)
			if markup.IsTrue(t.x.Attr("Hidden")) {
				t.d.HideRow(t.row)
			}
			more := t.count("Span")
			t.readRow()
			t.row += more
		}
	}
}

// place returns where the next row, column or cell stands: at its ss:Index, else behind
// the last one.
func (t *sheetMLTable) place(last, limit int) int {
	at := last + 1
	if s := t.x.Attr("Index"); s != "" {
		n, ok := numfmt.Digits(s)
		if !ok || n < at {
			t.damage("位置“%s”读不出来", s)
			return last
		}
		at = n
	}
	if at > limit {
		t.damage("行列超出表格范围")
		return last
	}
	return at
}

// count reads how many more rows or columns an element stands for.
func (t *sheetMLTable) count(name string) int {
	n, ok := numfmt.Digits(t.x.Attr(name))
	if !ok {
		return 0
	}
	return min(n, grid.MostRows)
}

func (t *sheetMLTable) damage(format string, args ...any) {
	if t.x.Bad == nil {
		t.x.Bad = grid.Damaged("工作表“%s”的"+format, append([]any{t.d.Name()}, args...)...)
	}
}

func (t *sheetMLTable) readRow() {
	t.col = 0
	style := t.x.Attr("StyleID")
	for tag := range t.x.Children() {
		if tag == "Cell" {
			if t.x.Attr("Index") == "" {
				for t.busy.Takes(t.col+1, t.row) { // what a merge covers is left out
					t.col++
				}
			}
			t.col = t.place(t.col, grid.MostCols)
			t.readCell(style)
		}
	}
	if bad := t.reading.Room(t.d); bad != nil && t.x.Bad == nil {
		t.x.Bad = bad
	}
}

func (t *sheetMLTable) readCell(rowStyle string) {
	x, row, col := t.x, t.row, t.col
	across, down := min(t.count("MergeAcross"), grid.MostCols-col), t.count("MergeDown")
	if across > 0 || down > 0 {
		if len(t.d.Merges) == grid.MaxMerges {
			x.Bad = grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges))
			return
		}
		t.d.Merges = append(t.d.Merges, grid.Span{Top: row, Left: col, Bottom: row + down, Right: col + across})
		if down > 0 {
			t.busy.Take(col, col+across, row+down)
		}
	}
	if style := x.Attr("StyleID"); style != "" {
		rowStyle = style
	}
	if rowStyle == "" && t.columns != nil {
		i, _ := slices.BinarySearchFunc(t.columns, col, func(c columns, col int) int { return cmp.Compare(c.right, col) })
		if i < len(t.columns) && t.columns[i].left <= col {
			rowStyle = t.columns[i].style
		}
	}
	t.d.Look(t.look(rowStyle))
	c := grid.Cell{Format: t.format(rowStyle), Link: x.Attr("HRef")}
	formula := x.Attr("Formula")
	if len(formula) > 0 && formula[0] == '=' {
		formula = formula[1:]
	}
	if c.Link == "" {
		c.Link, _, _ = grid.Hyperlink(formula)
	}
	found, stored := false, false
	t.runs = nil
	for tag := range x.Children() {
		switch tag {
		case "Data":
			kind := x.Attr("Type")
			found, stored = t.fill(&c, kind, t.text()), true
		case "Comment":
			author := x.Attr("Author")
			t.d.Comment(row, col, author, x.Text())
		}
	}
	switch {
	case formula != "" && grid.IsPictureFormula(formula):
		t.d.PutPicture(row, col)
	case found && c.Kind == grid.Text && len(t.runs) > 0:
		t.d.PutRuns(row, col, t.runs, c)
	case found:
		t.d.Put(row, col, c)
	case formula != "" && !stored:
		t.d.Put(row, col, grid.Cell{Kind: grid.Failed, Formula: formula})
	default:
		t.d.Blank(row, col, col)
	}
	t.col += across
}

// text reads the text of the innermost open element. Its runs are kept where some may be struck
// out, or be in a font of their own.
func (t *sheetMLTable) text() string {
	x := t.x
	if !t.strikes {
		return x.Text()
	}
	depth, struck := x.Depth(), 0 // depth of the element that strikes out, 0 for none
	var fonts []font
	var all strings.Builder
	for {
		switch x.Next() {
		case markup.TokenStop:
			return all.String()
		case markup.TokenEnd:
			if x.Depth() < struck {
				struck = 0
			}
			if n := len(fonts); n > 0 && x.Depth() < fonts[n-1].depth {
				fonts = fonts[:n-1]
			}
			if x.Depth() < depth {
				return all.String()
			}
		case markup.TokenStart:
			if x.Name == "S" && struck == 0 {
				struck = x.Depth()
			}
			if face := x.Attr("Face"); x.Name == "Font" && face != "" {
				fonts = append(fonts, font{x.Depth(), face})
			}
		case markup.TokenText:
			run := chars.Run{Text: x.Piece(), Struck: struck > 0}
			if n := len(fonts); n > 0 {
				run.OwnFont, run.Text = true, chars.Symbols(fonts[n-1].name, run.Text)
			}
			all.WriteString(run.Text)
			t.runs = append(t.runs, run)
		}
		if all.Len() > grid.MaxTextBytes && x.Bad == nil {
			x.Bad = grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
	}
}

// font is an element that sets a font, which is open.
type font struct {
	depth int
	name  string
}

// fill takes over a cell's data and reports whether it holds anything.
func (t *sheetMLTable) fill(c *grid.Cell, kind, text string) bool {
	switch kind {
	case "Number":
		v, ok := numfmt.ParseNumber(text)
		if !ok {
			t.damage("单元格 %s 的数值“%s”无效", finding.Place{}.At(t.row, t.col).Cell(), text)
		}
		c.Kind, c.Number, c.Text = grid.Number, v, numfmt.Decimal(v)
	case "DateTime":
		v, ok := numfmt.Serial(text, t.from1904)
		if !ok {
			c.Kind, c.Text, c.Format = grid.Text, chars.Tidy(text), ""
			return !chars.Blank(text)
		}
		if !numfmt.DisplayOf(c.Format, v).Dated() {
			c.Format = "yyyy-mm-dd"
		}
		c.Kind, c.Number, c.Text = grid.Number, v, numfmt.Decimal(v)
	case "Boolean":
		b, err := strconv.ParseBool(text)
		if err != nil {
			t.damage("单元格 %s 的数值“%s”无效", finding.Place{}.At(t.row, t.col).Cell(), text)
		}
		c.Kind, c.Text, c.Format = grid.Bool, numfmt.BoolText(b), ""
	case "Error":
		c.Kind, c.Text = grid.Failed, text
	default:
		if chars.Blank(text) {
			return false
		}
		c.Kind, c.Text = grid.Text, chars.Tidy(text)
		if !numfmt.ShowsTexts(c.Format) {
			c.Format = ""
		}
	}
	return true
}
