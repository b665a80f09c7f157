package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report/chart"
	"taizhang/report/publish"
	"taizhang/templates/tables"
)

// numbersSize is the size of the text of an official table, in points: the widest has ten columns.
const numbersSize = 9.0

func numbersTitle(t *publish.NumberTable) string {
	if t.Section == "" {
		return t.Title
	}
	return "年报第" + t.Section + "部分　" + t.Title
}

// numbers adds the tables of the annual report, each under its title with the sentences that its
// numbers make and its figures. The figures stand above the table: they fill a page that the table, most
// of which is not parted, would leave.
func (a *annex) numbers() {
	for _, t := range a.tables() {
		a.add(Heading{1, plain(numbersTitle(t)), "年报:" + t.ID})
		for _, s := range t.Sentences {
			a.add(Paragraph{Remark, plain(s)})
		}
		for i, f := range t.Figures {
			if !shown(f, t.Figures[:i]) {
				a.add(a.numberFigure(t, f))
			}
		}
		a.add(official(t))
	}
}

// tables are the tables of the annual report: first the office's own, which the report tells in its
// general part, then the parts' own in their order.
func (a *annex) tables() []*publish.NumberTable {
	var own, parts []*publish.NumberTable
	for i := range a.edition.Numbers {
		if t := &a.edition.Numbers[i]; t.Section == "" {
			own = append(own, t)
		} else {
			parts = append(parts, t)
		}
	}
	return append(own, parts...)
}

// fewBars is how many sorted bars a figure has at least: of two, the table says all.
const fewBars = 3

// shown reports whether the numbers of a figure are seen without it: sorted bars of what the two sides of
// a balance before it tell apart, and fewer bars than a table's reader needs drawn.
func shown(f publish.NumberFigure, before []publish.NumberFigure) bool {
	if f.Kind != tables.Ranked {
		return false
	}
	if len(f.Left) < fewBars {
		return true
	}
	return slices.ContainsFunc(before, func(b publish.NumberFigure) bool {
		return b.Unit == f.Unit && !slices.ContainsFunc(f.Left, func(bar publish.NumberBar) bool {
			return !slices.Contains(b.Left, bar) && !slices.Contains(b.Right, bar)
		})
	})
}

// numberFigure is a chart of the numbers of an official table, which says in words what it shows.
func (a *annex) numberFigure(t *publish.NumberTable, f publish.NumberFigure) Figure {
	notes := []string{chart.CutOff(a.edition) + "。" + f.Remark}
	said := barsSaid(f.Left, f.Unit)
	if len(f.Sides) == 2 && len(f.Right) > 0 {
		said = f.Sides[0] + "：" + said + "；" + f.Sides[1] + "：" + barsSaid(f.Right, f.Unit)
	}
	if len(f.Spans) > 0 {
		years := make([]string, len(f.Spans))
		for i, span := range f.Spans {
			years[i] = f.Sides[i] + "：" + barsSaid(span, f.Unit)
		}
		said = strings.Join(years, "；")
	}
	return Figure{Anchor: "图:" + t.ID + f.Title, Caption: f.Title, Alt: said + "。", Notes: notes, Table: "官表:" + t.ID,
		Draw: func(page chart.Page) []chart.Chart { return []chart.Chart{chart.Numbers(a.edition, f, page)} }}
}

func barsSaid(bars []publish.NumberBar, unit string) string {
	parts := make([]string, len(bars))
	for i, b := range bars {
		parts[i] = b.Name + " " + b.Text + unit
	}
	return strings.Join(parts, "，")
}

// official is an official table with the spans of its form.
func official(t *publish.NumberTable) Table {
	out := Table{Anchor: "官表:" + t.ID, Size: numbersSize, Columns: officialColumns(t), Notes: t.Notes}
	last, numbered, upright := 0, map[int]bool{}, uprightColumns(t)
	for _, cell := range t.Cells {
		last = max(last, cell.Row)
		numbered[cell.Row] = numbered[cell.Row] || cell.Number
	}
	out.Rows = make([]Row, last)
	for _, cell := range t.Cells {
		c := Cell{Text: plain(cell.Text), Col: cell.Col - 1, Cols: cell.Cols, Rows: cell.Rows, Centre: true, Upright: cell.Upright && upright[cell.Col]}
		switch {
		case cell.Number:
		case numbered[cell.Row]:
			c.Scope = OfRow
		default:
			c.Scope = OfColumn
		}
		row := &out.Rows[cell.Row-1]
		row.Cells = append(row.Cells, c)
	}
	for _, r := range out.Rows {
		slices.SortStableFunc(r.Cells, func(a, b Cell) int { return a.Col - b.Col })
	}
	for out.Head < last && !numbered[out.Head+1] {
		out.Head++
	}
	return out
}

// uprightColumns are the columns whose labels stand upright: where each covers as many rows as it has
// characters. Others would make their rows higher, and lie.
func uprightColumns(t *publish.NumberTable) []bool {
	upright := make([]bool, t.Width+1)
	for _, cell := range t.Cells {
		upright[cell.Col] = upright[cell.Col] || cell.Upright
	}
	for _, cell := range t.Cells {
		if cell.Upright && cell.Rows < utf8.RuneCountInString(cell.Text) {
			upright[cell.Col] = false
		}
	}
	return upright
}

// officialColumns shares the width out: columns of labels take what the numbers leave.
func officialColumns(t *publish.NumberTable) []Column {
	number, narrow, upright := make([]bool, t.Width+1), make([]bool, t.Width+1), uprightColumns(t)
	for _, cell := range t.Cells {
		if cell.Number && cell.Cols == 1 {
			number[cell.Col] = true
		}
		narrow[cell.Col] = narrow[cell.Col] || cell.Upright
	}
	columns := make([]Column, t.Width)
	left, labels := 1.0, 0.0
	for i := range columns {
		switch {
		case number[i+1] && t.Width <= 4:
			columns[i].Share = 1 / float64(t.Width)
		case number[i+1]:
			columns[i].Share = min(1/float64(t.Width), 0.062)
		case upright[i+1]:
			columns[i].Share = 0.04
		case narrow[i+1]:
			columns[i].Share = 0.1
		default:
			labels++
			continue
		}
		left -= columns[i].Share
	}
	for i := range columns {
		switch {
		case columns[i].Share == 0:
			columns[i].Share = left / labels
		case labels == 0:
			columns[i].Share /= 1 - left
		}
	}
	return columns
}
