package console

import (
	"cmp"
	"fmt"
	"strings"

	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

// lies says where a table stands: its heading, and its rows up to the next table.
func (x *explained) lies(i int) string {
	columns := x.tables[i]
	first, last := columns[0].At, columns[0].At
	named := 0
	for _, c := range columns {
		if c.Heading == "" {
			continue
		}
		if named++; named == 1 || c.At.Row() < first.Row() || c.At.Row() == first.Row() && c.At.Col() < first.Col() {
			first = c.At
		}
		if named == 1 || c.At.Row() > last.Row() || c.At.Row() == last.Row() && c.At.Col() > last.Col() {
			last = c.At
		}
	}
	text := "没有表头，从 " + first.Cell() + " 起"
	shape := shapeOf(columns)
	if named > 0 {
		text = "表头在 " + first.Cell()
		if last != first {
			text += " 至 " + last.Cell()
		}
	}
	if text += "，" + shapeLabel(shape); shape != table.Upright {
		return text
	}
	until := 0 // row in which the next table begins
	if i+1 < len(x.tables) {
		until = x.tables[i+1][0].At.Row()
	}
	from, to := 0, 0
	for _, row := range x.rows {
		if n := row.At.Row(); n >= first.Row() && (until == 0 || n < until) {
			if from == 0 || n < from {
				from = n
			}
			to = max(to, n)
		}
	}
	if from > 0 {
		text += fmt.Sprintf("，内容在第 %d 至 %d 行", from, to)
	}
	return text
}

// shapeOf tells how a table lies by where its headings stand.
func shapeOf(columns []*table.Column) table.Shape {
	rows, cols := map[int]bool{}, map[int]bool{}
	for _, c := range columns {
		rows[c.At.Row()], cols[c.At.Col()] = true, true
	}
	switch {
	case len(cols) == len(columns):
		return table.Upright
	case len(cols) == 1:
		return table.Turned
	}
	return table.Cards
}

func shapeLabel(shape table.Shape) string {
	switch shape {
	case table.Turned:
		return "横过来的：一列一条要求，或一条要求一张卡片"
	case table.Cards:
		return "卡片：一条要求一张"
	}
	return "一行一条要求"
}

func stateLabel(state table.State) string {
	switch state {
	case table.IsTable:
		return "报送表"
	case table.IsInfo:
		return "封面：写的是后面各表是谁的、哪个季度的"
	case table.IsSample:
		return "样表或填报说明，不读"
	case table.IsEmpty:
		return "空的"
	}
	return "没有读懂"
}

// cells says what became of the cells of a sheet.
func cells(c table.Cells) string {
	text := fmt.Sprintf("读取 %d = 采用 %d + 表头 %d + 抬头 %d + 版式 %d + 其他 %d + 未读 %d", c.Read, c.Used, c.Heading, c.Info, c.Furniture, c.Other, c.Unread)
	if !c.Balances() {
		return text + "（不平衡！请把这个文件交给程序的维护者）"
	}
	return text + "（平衡）"
}

// Widths of the columns of an explanation, in display columns.
var explainedWidths = []int{7, 24, 10, 10, 5, 10, 4}

func header(s Screen) {
	explainedRow(s, "格", "表头", "读作", "凭什么", "把握", "其次", "格数")
}

// column prints a column of a table, with what stands in it.
func column(s Screen, c *table.Column) {
	explainedRow(s, c.At.Cell(), cmp.Or(oneLine(c.Heading), "（没有表头）"), cmp.Or(string(c.Role), "没有认出"), ruling.ByLabel(c.By),
		fmt.Sprintf("%.0f%%", 100*c.Sure), cmp.Or(string(c.Next), "-"), fmt.Sprint(c.Filled))
	var samples []string
	for _, text := range c.Samples {
		samples = append(samples, shorten(oneLine(text), 24))
	}
	if len(samples) > 0 {
		head := "    " + pad("", explainedWidths[0]) + " 例："
		fmt.Fprintln(s, head+shorten(plain(strings.Join(samples, " ┆ ")), s.Width-1-places.StringWidth(head)))
	}
}

func explainedRow(s Screen, texts ...string) {
	var parts []string
	for i, text := range texts {
		parts = append(parts, pad(shorten(plain(text), explainedWidths[i]), explainedWidths[i]))
	}
	fmt.Fprintln(s, shorten("    "+strings.TrimRight(strings.Join(parts, " "), " "), s.Width-1))
}
