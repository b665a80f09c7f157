package grid

import (
	"fmt"
	"strconv"
)

// sheetMLTable is where the reader stands in a table.
type sheetMLTable struct {
	*sheetML
	d             *draft
	row, col, gap int // last row, cell and column description read
	busy          busy
}

func (t *sheetMLTable) read() {
	for tag := range t.x.children() {
		switch tag {
		case "Column":
			t.gap = t.place(t.gap, lastSheetCol)
			right := min(t.gap+t.count("Span"), lastSheetCol)
			if isTrue(t.x.attr("Hidden")) {
				t.d.hideCols(t.gap, right)
			}
			t.gap = right
		case "Row":
			t.row = t.place(t.row, lastSheetRow)
			if isTrue(t.x.attr("Hidden")) {
				t.d.rows = append(t.d.rows, t.row)
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
	if s := t.x.attr("Index"); s != "" {
		n, ok := digits(s)
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
	n, ok := digits(t.x.attr(name))
	if !ok {
		return 0
	}
	return min(n, lastSheetRow)
}

func (t *sheetMLTable) damage(format string, args ...any) {
	if t.x.bad == nil {
		t.x.bad = damaged("工作表“%s”的"+format, append([]any{t.d.sheet.Name}, args...)...)
	}
}

func (t *sheetMLTable) readRow() {
	t.col = 0
	style := t.x.attr("StyleID")
	for tag := range t.x.children() {
		if tag == "Cell" {
			if t.x.attr("Index") == "" {
				for t.busy.takes(t.col+1, t.row) { // what a merge covers is left out
					t.col++
				}
			}
			t.col = t.place(t.col, lastSheetCol)
			t.readCell(style)
		}
	}
	if bad := t.reading.fits(len(t.d.cells)); bad != nil && t.x.bad == nil {
		t.x.bad = bad
	}
}

func (t *sheetMLTable) readCell(rowStyle string) {
	x, row, col := t.x, t.row, t.col
	across, down := min(t.count("MergeAcross"), lastSheetCol-col), t.count("MergeDown")
	if across > 0 || down > 0 {
		if len(t.d.merges) == maxMerges {
			x.bad = tooLarge("合并单元格过多", fmt.Sprintf("%d 处", maxMerges))
			return
		}
		t.d.merges = append(t.d.merges, span{row, col, row + down, col + across})
		if down > 0 {
			t.busy.take(col, col+across, row+down)
		}
	}
	if style := x.attr("StyleID"); style != "" {
		rowStyle = style
	}
	c := Cell{Format: t.format(rowStyle), Link: x.attr("HRef")}
	formula := x.attr("Formula")
	if len(formula) > 0 && formula[0] == '=' {
		formula = formula[1:]
	}
	if c.Link == "" {
		c.Link, _, _ = hyperlink(formula)
	}
	found, stored := false, false
	for tag := range x.children() {
		if tag != "Data" {
			continue
		}
		kind := x.attr("Type")
		found, stored = t.fill(&c, kind, x.text()), true
	}
	switch {
	case found:
		t.d.put(row, col, c)
	case formula != "" && !stored:
		t.d.put(row, col, Cell{Kind: Failed, Formula: formula})
	}
	t.col += across
}

// fill takes over a cell's data and reports whether it holds anything.
func (t *sheetMLTable) fill(c *Cell, kind, text string) bool {
	switch kind {
	case "Number":
		v, ok := parseNumber(text)
		if !ok {
			t.damage("单元格 %s 的数值“%s”无效", Cell{row: int32(t.row), col: int32(t.col)}.At().Cell(), text)
		}
		c.Kind, c.Number, c.Text = Number, v, decimal(v)
	case "DateTime":
		v, ok := serial(text, t.from1904)
		if !ok {
			c.Kind, c.Text, c.Format = Text, tidy(text), ""
			return !blank(text)
		}
		if !displayOf(c.Format, v).dated() {
			c.Format = "yyyy-mm-dd"
		}
		c.Kind, c.Number, c.Text = Number, v, decimal(v)
	case "Boolean":
		b, err := strconv.ParseBool(text)
		if err != nil {
			t.damage("单元格 %s 的数值“%s”无效", Cell{row: int32(t.row), col: int32(t.col)}.At().Cell(), text)
		}
		c.Kind, c.Text, c.Format = Bool, boolText(b), ""
	case "Error":
		c.Kind, c.Text = Failed, text
	default:
		if blank(text) {
			return false
		}
		c.Kind, c.Text, c.Format = Text, tidy(text), ""
	}
	return true
}
