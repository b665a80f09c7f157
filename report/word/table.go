package word

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"taizhang/importer/ledger/figures"
	"taizhang/report/document"
)

// table writes a table with its caption above and its notes below. Rows may go on over the end of a
// page; those of the head are repeated there.
func (p *printer) table(t document.Table) {
	width := areaWidth
	switch {
	case p.doc.OnePage:
		width = paperWidth - 2*smallMargin
	case t.Wide:
		width = areaHeight
	}
	if caption := document.Caption(t.Label, t.Caption); caption != "" {
		level := ""
		if t.Listed {
			level = `<w:outlineLvl w:val="0"/>`
		}
		p.line("TableTitle", level, p.bookmark(t.Anchor, run(caption, "")))
	} else if !p.open {
		p.small("")
	}
	widths := make([]int, len(t.Columns))
	edge, share := 0, 0.0
	p.put(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`, width)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		size := 4
		if side == "left" || side == "right" {
			size = 8
		}
		p.put(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, size)
	}
	above := 10 // a row is as high as in the PDF
	if p.doc.OnePage {
		above = 40
	}
	p.put(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="%[1]d" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="%[1]d" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, above)
	for i, c := range t.Columns {
		share += c.Share
		to := int(share*float64(width) + 0.5)
		widths[i] = to - edge
		edge = to
		p.put(`<w:gridCol w:w="%d"/>`, widths[i])
	}
	p.put("</w:tblGrid>\n")
	over := make([]span, len(t.Columns))
	whole := spansRows(t)
	for i, r := range t.Rows {
		if i == 0 && document.Caption(t.Label, t.Caption) == "" {
			r.Anchor = t.Anchor // no caption carries it
		}
		p.together = whole && i < len(t.Rows)-1
		p.row(t, r, i < t.Head, widths, over)
	}
	p.together = false
	p.put("</w:tbl>\n")
	p.open = false
	for _, n := range t.Notes {
		p.line("Note", "", run(n, ""))
	}
	if len(t.Notes) == 0 && !t.Wide && t.Caption != "" {
		p.line("Note", `<w:spacing w:line="120" w:lineRule="exact"/>`, "")
	}
}

// spansRows reports whether a cell reaches down over rows, so that a page should not part them.
func spansRows(t document.Table) bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Rows > 1 {
				return true
			}
		}
	}
	return false
}

// span is a cell that reaches down over a column: for how many rows yet, and how many columns wide.
type span struct{ rows, cols int }

// wholeText is how long the text of a cell may be, in characters, for its row to stay on one page.
const wholeText = 120

// short reports whether a row is low enough to go to the next page whole rather than to leave a line or
// two of it behind.
func short(r document.Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c document.Cell) bool { return utf8.RuneCountInString(c.Text.Plain) > wholeText })
}

func (p *printer) row(t document.Table, r document.Row, head bool, widths []int, over []span) {
	p.put("<w:tr>")
	switch {
	case head:
		p.put("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	case r.Group || short(r):
		p.put("<w:trPr><w:cantSplit/></w:trPr>")
	}
	anchor := r.Anchor
	next := 0
	for col := 0; col < len(widths); {
		if over[col].rows > 0 {
			n := max(over[col].cols, 1)
			p.cell(t, document.Cell{Cols: n}, "", `<w:vMerge/>`, widths[col:col+n], r.Group)
			over[col].rows--
			col += n
			continue
		}
		c := document.Cell{Cols: 1, Rows: 1}
		if next < len(r.Cells) && r.Cells[next].Col <= col {
			c = r.Cells[next]
			next++
		}
		n := min(max(c.Cols, 1), len(widths)-col)
		merge := ""
		if c.Rows > 1 {
			merge = `<w:vMerge w:val="restart"/>`
			over[col] = span{c.Rows - 1, n}
		}
		p.cell(t, c, anchor, merge, widths[col:col+n], r.Group)
		anchor = ""
		col += n
	}
	p.put("</w:tr>\n")
}

func (p *printer) cell(t document.Table, c document.Cell, anchor, merge string, widths []int, group bool) {
	width := 0
	for _, w := range widths {
		width += w
	}
	p.put(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if len(widths) > 1 {
		p.put(`<w:gridSpan w:val="%d"/>`, len(widths))
	}
	p.put("%s", merge)
	if group {
		p.put(`<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`)
	}
	if fill := lightFill(c.Light); fill != "" {
		p.put(`<w:shd w:val="clear" w:color="auto" w:fill="%s"/>`, fill)
	}
	if c.Rows > 1 || t.Head != 1 {
		p.put(`<w:vAlign w:val="center"/>`)
	}
	style, properties := "TableText", ""
	if c.Scope == document.OfColumn || c.Scope == document.OfGroup {
		style = "TableHead"
	}
	if group || p.together {
		properties += "<w:keepNext/>"
	}
	size := ""
	if t.Size != defaultSize {
		properties += fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="exact"/>`, int(t.Size*20*7/6))
		size = fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, int(2*t.Size), int(2*t.Size))
	}
	switch {
	case c.Centre || c.Upright: // what is set upright stands a character a line, as its column is no wider
		properties += `<w:jc w:val="center"/>`
	case style == "TableHead":
		properties += `<w:jc w:val="left"/>`
	}
	p.put(`</w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p></w:tc>`, style, properties, p.bookmark(anchor, p.runs(c.Text, size)))
}

// lightFill is the ground of a cell that names a light; its word stands on it, so that grey paper tells
// them apart too.
func lightFill(l figures.Light) string {
	switch l {
	case figures.Red:
		return "FFC7CE"
	case figures.Yellow:
		return "FFE699"
	case figures.Green:
		return "C6E0B4"
	case figures.Grey:
		return "D9D9D9"
	}
	return ""
}

// defaultSize is the size of the style 表文, in points.
const defaultSize = 9
