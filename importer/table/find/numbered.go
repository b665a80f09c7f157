package find

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// ByNumbers is numbered as a list of tables.
func (r *Reader) ByNumbers(l Layout) []*block.Block {
	if b := r.numbered(l); b != nil {
		return []*block.Block{b}
	}
	return nil
}

// numbered finds a table whose rows name requirements by the list's numbers only.
func (r *Reader) numbered(l Layout) *block.Block {
	v := l.view
	for c := v.Left(); c <= v.Right() && r.List != nil; c++ {
		first, n, other, named := 0, 0, 0, 0
		for line := v.First(); line <= min(v.Last(), v.First()+content.MostLines); line++ {
			cell := v.Cell(line, c)
			if cell.IsEmpty() || cell.Covered() {
				continue
			}
			switch {
			case r.isNumber(cell):
				n += len(list.Cited(cell.Text))
				if first == 0 {
					first = line
				}
			case first != 0 && utf8.RuneCountInString(cell.Text) <= list.ShortTo:
				named++ // perhaps by its name alone: 热线
			case first != 0:
				other++
			}
		}
		headed := r.numberAbove(v, first, c)
		if !headed {
			other += named
		}
		alone := n == 1 && headed && strings.TrimSpace(v.Cell(first, c).Text) != "1" // a single 1 counts the row
		if n < 2 && !alone || other > n/3 || named > n {
			continue
		}
		b := &block.Block{View: v, Shape: l.shape, Top: v.First(), End: v.Last()}
		h, body, ok := r.heads.ShapedHead(v, v.First(), first)
		if !ok {
			h = heads.Head{First: body, Body: body}
		}
		b.Head, b.Body = h.First, h.Body
		r.heads.ColumnsOf(b)
		return b
	}
	return nil
}

// numberAbove reports whether a heading asks for a number right above a line, or above a sample.
func (r *Reader) numberAbove(v block.View, line, c int) bool {
	for up := line - 1; up >= max(v.First(), line-2); up-- {
		if r.Headings.Of(v.Cell(up, c).Text).Best(words.Number) >= content.Neutral {
			return true
		}
	}
	return false
}

// numberNamed is a number with its name in a bracket: 3（毕业生台账）.
var numberNamed = regexp.MustCompile(`^第?([0-9]{1,3})[项条号]?\s*[（(]([^（()）]{2,40})[)）]$`)

// isNumber reports whether a cell holds a number of the list, or cites several: 7, 第7项, 10-11.
func (r *Reader) isNumber(cell grid.Cell) bool {
	if m := numberNamed.FindStringSubmatch(strings.TrimSpace(cell.Text)); m != nil && list.Cited(cell.Text) == nil {
		return r.List.Named(m[1], m[2]) != 0
	}
	for _, n := range list.Cited(cell.Text) {
		if !r.List.Has(n) {
			return false
		}
	}
	return len(list.Cited(cell.Text)) > 0
}
