package odt

import (
	"iter"

	"taizhang/importer/grid"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// rows yields for each row of the innermost open table, whatever groups it stands in.
func (w *document) rows() iter.Seq[struct{}] {
	return func(yield func(struct{}) bool) {
		x := w.x
		depth := x.Depth()
		for {
			switch x.Next() {
			case markup.TokenStop:
				return
			case markup.TokenEnd:
				if x.Depth() < depth {
					return
				}
			case markup.TokenStart:
				inside := x.Depth() - 1
				switch x.Name {
				case "table-row-group", "table-rows", "table-header-rows":
					continue
				case "table-row":
					if !yield(struct{}{}) {
						return
					}
				}
				x.Leave(inside)
			}
		}
	}
}

// table reads a table into the draft, below the paragraphs above it.
func (w *document) table() {
	for range w.rows() {
		w.tableRow()
	}
}

// placed is a cell in a row: as often as it is repeated, and how far it reaches.
type placed struct {
	flow.Said
	col, times, down, across int
}

// tableRow reads a row once and puts it down as often as it is repeated.
func (w *document) tableRow() {
	x := w.x
	times := w.repeats("number-rows-repeated")
	w.Row++
	col := 1
	var cells []placed
	for tag := range x.Children() {
		if tag != "table-cell" && tag != "covered-table-cell" {
			continue
		}
		if x.IsSingle() && len(x.Attrs) == 0 {
			col = min(col+1, grid.MostCols+2)
			continue
		}
		c := placed{col: col, times: w.repeats("number-columns-repeated")}
		c.down, c.across = odf.Spans(x)
		c.Fill = w.fill(x.Attr("style-name"))
		if !x.IsSingle() {
			w.tableCell(&c.Said)
		}
		if c.Shows() || c.Beside != (grid.Beside{}) || c.Fill != "" || c.down > 1 || c.across > 1 {
			cells = append(cells, c)
		}
		if col += c.times; col > grid.MostCols+1 && c.Shows() {
			w.fail(grid.Damaged("文档中的表格超出范围"))
		}
		col = min(col, grid.MostCols+2)
	}
	if len(cells) == 0 {
		w.Row += times - 1
		return
	}
	for i := range times {
		if i > 0 {
			w.Row++
		}
		w.putRow(cells)
		if x.Bad == nil && w.Draft.Noted() > grid.MaxLinks {
			w.fail(grid.TooLarge("单元格过多", "10 万处批注或删除线"))
		}
		if x.Bad != nil {
			return
		}
	}
}

func (w *document) putRow(cells []placed) {
	for _, c := range cells {
		if c.down > 1 || c.across > 1 {
			w.Merge(grid.Span{Top: w.Row, Left: c.col, Bottom: w.Row + c.down - 1, Right: c.col + c.across - 1})
		}
		for i := range c.times {
			if w.x.Bad != nil || !c.Shows() && c.Beside == (grid.Beside{}) && c.col+i > grid.MostCols {
				return
			}
			w.Put(c.col+i, c.Said)
		}
	}
}

// repeats reads how often a row or cell stands.
func (w *document) repeats(name string) int {
	n, bad := odf.Repeats(w.x, name)
	if bad != nil {
		w.fail(bad)
	}
	return n
}

// tableCell reads what stands in a cell, a paragraph a line.
func (w *document) tableCell(cell *flow.Said) {
	var all flow.Gathered
	for tag := range w.content() {
		s, ok := w.inCell(tag)
		if !ok {
			continue
		}
		all.Add(s.Said)
		if cell.Link == "" {
			cell.Link = s.Link
		}
		cell.Looks.Merge(s.Looks)
	}
	all.Into(cell)
}

// inCell reads a paragraph or a table of a cell. The text of a text box in it is the cell's
// too; a table in such a box is read behind the table.
func (w *document) inCell(tag string) (said, bool) {
	if tag == "table" {
		return w.flatten(), true
	}
	s, ok := w.piece(tag)
	for _, o := range s.objects {
		w.inAnswer(o)
	}
	if len(s.boxes) == 0 {
		return s, ok
	}
	var all flow.Gathered
	all.Add(s.Said)
	for _, b := range s.boxes {
		if b.table {
			w.nested.Later(b.at)
			continue
		}
		w.inside(b.at, func() {
			for tag := range w.content() {
				if inner, ok := w.inCell(tag); ok && (inner.Shows() || inner.Beside != (grid.Beside{})) {
					all.Add(inner.Said)
				}
			}
		})
	}
	all.Into(&s.Said)
	return s, ok
}

// flatten reads a table inside a cell as text: a line a row, cells apart by a space.
func (w *document) flatten() (table said) {
	var flat flow.Flat
	for range w.rows() {
		for tag := range w.x.Children() {
			if tag != "table-cell" && tag != "covered-table-cell" {
				continue
			}
			for tag := range w.content() {
				s, ok := w.inCell(tag)
				if !ok {
					continue
				}
				flat.Add(s.Said)
			}
		}
		flat.EndRow()
	}
	flat.Into(&table.Said)
	return table
}
