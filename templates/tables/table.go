package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// addTable takes in a table: the axes and the layout of an official one, or a list of numbers.
func (f *Form) addTable(s source, raw *rawTable, own bool) error {
	if raw.ID == "" {
		return s.fault("表没有编号", "表:")
	}
	if slices.ContainsFunc(f.Tables, func(t Table) bool { return t.ID == raw.ID }) {
		return s.fault(fmt.Sprintf("编号“%s”已经有一张表", raw.ID), "编号: "+raw.ID)
	}
	f.Tables = append(f.Tables, Table{ID: raw.ID, Title: raw.Title, Section: raw.Section, Column: raw.Column, Groups: raw.Groups, Sentences: raw.Sentences, Own: own})
	t := &f.Tables[len(f.Tables)-1]
	if len(raw.Indicators) > 0 {
		return f.listTable(s, t, raw)
	}
	for _, axis := range [][]rawAxis{raw.Rows, raw.Columns} {
		for i, a := range axis {
			if a.Key == "" || a.Name == "" {
				return s.fault("行和列都要有键和名称", "编号: "+raw.ID, "行")
			}
			if slices.ContainsFunc(axis[:i], func(o rawAxis) bool { return o.Key == a.Key }) {
				return s.fault(fmt.Sprintf("键“%s”用了两次", a.Key), "编号: "+raw.ID, "键: "+a.Key)
			}
		}
	}
	for _, a := range raw.Rows {
		t.Rows = append(t.Rows, a.axis())
	}
	for _, a := range raw.Columns {
		t.Columns = append(t.Columns, a.axis())
	}
	if err := f.layOut(s, t, raw); err != nil {
		return err
	}
	for _, a := range slices.Concat(raw.Rows, raw.Columns) {
		if _, err := s.truth(a.Inside, false, "编号: "+raw.ID, a.Key); err != nil {
			return err
		}
	}
	return nil
}

func (a rawAxis) axis() Axis {
	return Axis{Key: a.Key, Name: a.Name, Names: a.Names, Group: a.Group, Inside: a.Inside == "是", Note: a.Note}
}

// listTable takes in a table in which each number is a row.
func (f *Form) listTable(s source, t *Table, raw *rawTable) error {
	t.Layout = [][]Cell{nil}
	for i, text := range []string{"指标", "单位", "数量"} {
		t.Layout[0] = append(t.Layout[0], Cell{Row: 1, Col: i + 1, Rows: 1, Cols: 1, Text: text, Indicator: -1})
	}
	t.Width = 3
	table := len(f.Tables) - 1
	for i := range raw.Indicators {
		r := &raw.Indicators[i]
		key, ok := strings.CutPrefix(r.ID, raw.ID+".")
		if !ok || key == "" || strings.Contains(key, "*") {
			return s.fault(fmt.Sprintf("指标的编号要以“%s.”开头", raw.ID), "编号: "+raw.ID, cmp.Or(r.ID, "指标"))
		}
		if r.Name == "" {
			return s.fault("指标没有名称", "编号: "+r.ID)
		}
		ind := Indicator{ID: r.ID, Table: table, Row: i, Column: -1, Unit: cmp.Or(raw.Unit, "件"), Kind: Flow, Sum: Added, Decimals: raw.Decimals, Owners: raw.Owners, Public: raw.Public != "否"}
		whole := &rawIndicator{ID: raw.ID, Kind: raw.Kind, Sum: raw.Sum, Unit: raw.Unit, Public: raw.Public}
		if err := f.override(s, &ind, whole); err != nil {
			return err
		}
		if err := f.override(s, &ind, r); err != nil {
			return err
		}
		t.Rows = append(t.Rows, Axis{Key: key, Name: r.Name, Note: r.Definition})
		if err := f.addIndicator(s, ind); err != nil {
			return err
		}
		n, row := len(f.indicators)-1, len(t.Layout)+1
		t.Indicators = append(t.Indicators, n)
		t.Layout = append(t.Layout, []Cell{
			{Row: row, Col: 1, Rows: 1, Cols: 1, Text: r.Name, Indicator: -1},
			{Row: row, Col: 2, Rows: 1, Cols: 1, Text: ind.Unit, Indicator: -1},
			{Row: row, Col: 3, Rows: 1, Cols: 1, Indicator: n}})
	}
	return nil
}

func (f *Form) addIndicator(s source, ind Indicator) error {
	if _, ok := f.byID[ind.ID]; ok {
		return s.fault(fmt.Sprintf("编号“%s”已经有一个指标", ind.ID), "编号: "+ind.ID)
	}
	f.byID[ind.ID] = len(f.indicators)
	f.indicators = append(f.indicators, ind)
	return nil
}

// layOut places the printed cells, and makes an indicator of each number among them.
func (f *Form) layOut(s source, t *Table, raw *rawTable) error {
	taken := map[[2]int]bool{}
	for i, texts := range raw.Layout {
		row, col := i+1, 1
		var line []Cell
		for _, text := range texts {
			cells, err := f.cellsOf(s, t, raw, text)
			if err != nil {
				return err
			}
			for _, c := range cells {
				for taken[[2]int{row, col}] {
					col++
				}
				c.Row, c.Col = row, col
				for r := range c.Rows {
					for k := range c.Cols {
						taken[[2]int{row + r, col + k}] = true
					}
				}
				t.Width = max(t.Width, col+c.Cols-1)
				line = append(line, c)
			}
		}
		t.Layout = append(t.Layout, line)
	}
	for row := 1; row <= len(t.Layout); row++ {
		for col := 1; col <= t.Width; col++ {
			if !taken[[2]int{row, col}] {
				return s.fault(fmt.Sprintf("“格”的第 %d 行没有排满 %d 列", row, t.Width), "编号: "+raw.ID, "格:")
			}
		}
	}
	return nil
}

// cellsOf reads one item of a layout: a text, a number, or the numbers of a whole row.
func (f *Form) cellsOf(s source, t *Table, raw *rawTable, item string) ([]Cell, error) {
	parts := strings.Split(item, "|")
	c := Cell{Rows: 1, Cols: 1, Text: parts[0], Indicator: -1}
	for _, part := range parts[1:] {
		if part == "竖" {
			c.Upright = true
			continue
		}
		wide, high, ok := strings.Cut(part, "x")
		w, err1 := strconv.Atoi(wide)
		h, err2 := strconv.Atoi(high)
		if !ok || err1 != nil || err2 != nil || w < 1 || h < 1 || w > 100 || h > 200 {
			return nil, s.fault(fmt.Sprintf("“%s”看不懂，格子的大小要写成 3x2 的样子", item), "编号: "+raw.ID, item)
		}
		c.Cols, c.Rows = w, h
	}
	id, isNumber := strings.CutPrefix(c.Text, "=")
	if !isNumber {
		return []Cell{c}, nil
	}
	row, column, ok := strings.Cut(id, ".")
	r := slices.IndexFunc(raw.Rows, func(a rawAxis) bool { return a.Key == row })
	if !ok || r < 0 {
		return nil, s.fault(fmt.Sprintf("“%s”里的行没有写在“行”里", item), "编号: "+raw.ID, item)
	}
	var cells []Cell
	for k := range raw.Columns {
		if column != "*" && raw.Columns[k].Key != column {
			continue
		}
		n, err := f.addCross(s, t, raw, r, k)
		if err != nil {
			return nil, err
		}
		c.Text, c.Indicator = "", n
		cells = append(cells, c)
	}
	if len(cells) == 0 {
		return nil, s.fault(fmt.Sprintf("“%s”里的列没有写在“列”里", item), "编号: "+raw.ID, item)
	}
	return cells, nil
}

// addCross makes the indicator of a row and a column. What a row says beats the column, but
// for what is said nowhere else, the table speaks.
func (f *Form) addCross(s source, t *Table, raw *rawTable, r, k int) (int, error) {
	row, col := raw.Rows[r], raw.Columns[k]
	ind := Indicator{ID: raw.ID + "." + row.Key + "." + col.Key, Table: len(f.Tables) - 1, Row: r, Column: k, Public: true, Kind: Flow, Sum: Added,
		Owners: raw.Owners, Unit: "件", Decimals: max(row.Decimals, col.Decimals, raw.Decimals), Signed: row.Signed == "是" || col.Signed == "是",
		Label: row.Name + "·" + col.Name, Definition: cmp.Or(row.Note, col.Note)}
	merged := &rawIndicator{ID: ind.ID, Kind: cmp.Or(row.Kind, col.Kind, raw.Kind), Sum: cmp.Or(row.Sum, col.Sum, raw.Sum), Unit: cmp.Or(row.Unit, col.Unit, raw.Unit), Public: raw.Public}
	if err := f.override(s, &ind, merged); err != nil {
		return 0, err
	}
	if err := f.addIndicator(s, ind); err != nil {
		return 0, err
	}
	n := len(f.indicators) - 1
	t.Indicators = append(t.Indicators, n)
	return n, nil
}
