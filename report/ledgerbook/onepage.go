package ledgerbook

import (
	"math"

	"taizhang/importer/ledger/figures"
	"taizhang/report/document"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
)

// The page is a fine grid, so that tables of any columns stand on it.
const (
	gridColumns = 36
	gridWidth   = 2.4
	tablePoints = 9
)

// onePage writes 一页纸: the bulletin of the quarter as it goes to the director, word for word that
// of 通报.docx, on one page.
func onePage(b *book.Book, d document.Document) {
	widths := make([]float64, gridColumns)
	for i := range widths {
		widths[i] = gridWidth
	}
	s := b.Start(book.OnePageSheet, xlsx.Paper{Title: b.AsOf.Label(), OnePage: true, Tab: "C00000"}, widths...)
	for _, block := range d.Blocks {
		switch v := block.(type) {
		case document.Heading:
			k := xlsx.Style{Font: xlsx.Hei, Size: 11, Middle: true}
			if v.Level == 0 {
				k.Size, k.Align = 16, "center"
			}
			s.Row(xlsx.Cell{Value: v.Text.Plain, Style: k, Span: gridColumns})
		case document.Paragraph:
			k, text := xlsx.Style{Middle: true}, "　　"+v.Text.Plain
			if v.Style == document.Centred {
				k.Align, text = "center", v.Text.Plain
			}
			s.Row(xlsx.Cell{Value: text, Style: k, Span: gridColumns})
		case document.Table:
			onePageTable(s, v)
		}
	}
	s.Close()
}

// onePageTable lays the columns of a table on the grid, each by its share.
func onePageTable(s *book.Sheet, t document.Table) {
	edges := make([]int, len(t.Columns)+1) // where each column begins on the grid
	sum := 0.0
	for i, c := range t.Columns {
		sum += c.Share
		edges[i+1] = max(int(math.Round(sum*gridColumns)), edges[i]+1)
	}
	edges[len(t.Columns)] = gridColumns
	for i, row := range t.Rows {
		var cells []xlsx.Cell
		for _, c := range row.Cells {
			k := xlsx.LabelStyle
			switch {
			case i < t.Head:
				k = xlsx.HeadStyle
			case c.Centre:
				k = xlsx.MidStyle
			}
			k = lit(c.Light, k)
			to := min(c.Col+max(c.Cols, 1), len(t.Columns))
			cells = append(cells, xlsx.Cell{Value: c.Text.Plain, Style: k.Sized(tablePoints), Span: edges[to] - edges[c.Col]})
		}
		s.Row(cells...)
	}
}

// lit colours the word of a light.
func lit(light figures.Light, k xlsx.Style) xlsx.Style {
	fill := map[figures.Light]string{figures.Red: "FFC7CE", figures.Yellow: "FFE699"}[light]
	if fill != "" {
		k.Fill, k.Bold, k.Align = fill, true, "center"
	}
	return k
}
