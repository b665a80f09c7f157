package xlsx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/numfmt"
)

// parseRef reads a cell reference: D17, $D$17.
func parseRef(ref string) (row, col int, ok bool) {
	col, rest := letters(strings.TrimPrefix(ref, "$"))
	row, ok = numfmt.Digits(strings.TrimPrefix(rest, "$"))
	return row, col, ok && col >= 1 && row >= 1 && col <= grid.MostCols && row <= grid.MostRows
}

// letters reads the column in front of s.
func letters(s string) (col int, rest string) {
	i := 0
	for ; i < len(s) && i < 4; i++ {
		c := s[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	return col, s[i:]
}

// parseSpan reads a range: B2:D4, a single cell, whole columns A:B, whole rows 1:3.
func parseSpan(ref string) (grid.Span, bool) {
	from, to, ranged := strings.Cut(ref, ":")
	if !ranged {
		row, col, ok := parseRef(from)
		return grid.Span{Top: row, Left: col, Bottom: row, Right: col}, ok
	}
	top, left, ok1 := parseRef(from)
	bottom, right, ok2 := parseRef(to)
	if !ok1 || !ok2 {
		return wholeSpan(from, to)
	}
	return grid.Span{Top: min(top, bottom), Left: min(left, right), Bottom: max(top, bottom), Right: max(left, right)}, true
}

func wholeSpan(from, to string) (grid.Span, bool) {
	from, to = strings.ReplaceAll(from, "$", ""), strings.ReplaceAll(to, "$", "")
	top, ok1 := numfmt.Digits(from)
	bottom, ok2 := numfmt.Digits(to)
	if ok1 && ok2 && top >= 1 && top <= bottom && bottom <= grid.MostRows {
		return grid.Span{Top: top, Left: 1, Bottom: bottom, Right: grid.MostCols}, true
	}
	left, rest1 := letters(from)
	right, rest2 := letters(to)
	if rest1 == "" && rest2 == "" && left >= 1 && left <= right && right <= grid.MostCols {
		return grid.Span{Top: 1, Left: left, Bottom: grid.MostRows, Right: right}, true
	}
	return grid.Span{}, false
}
