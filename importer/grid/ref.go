package grid

import "strings"

// digits reads a whole number that is written with digits only.
func digits(s string) (int, bool) {
	if len(s) == 0 || len(s) > 18 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int(c)
	}
	return n, true
}

// parseRef reads a cell reference: D17, $D$17.
func parseRef(ref string) (row, col int, ok bool) {
	col, rest := letters(strings.TrimPrefix(ref, "$"))
	row, ok = digits(strings.TrimPrefix(rest, "$"))
	return row, col, ok && col >= 1 && row >= 1 && col <= lastSheetCol && row <= lastSheetRow
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
func parseSpan(ref string) (span, bool) {
	from, to, ranged := strings.Cut(ref, ":")
	if !ranged {
		row, col, ok := parseRef(from)
		return span{row, col, row, col}, ok
	}
	top, left, ok1 := parseRef(from)
	bottom, right, ok2 := parseRef(to)
	if !ok1 || !ok2 {
		return wholeSpan(from, to)
	}
	return span{min(top, bottom), min(left, right), max(top, bottom), max(left, right)}, true
}

func wholeSpan(from, to string) (span, bool) {
	from, to = strings.ReplaceAll(from, "$", ""), strings.ReplaceAll(to, "$", "")
	top, ok1 := digits(from)
	bottom, ok2 := digits(to)
	if ok1 && ok2 && top >= 1 && top <= bottom && bottom <= lastSheetRow {
		return span{top, 1, bottom, lastSheetCol}, true
	}
	left, rest1 := letters(from)
	right, rest2 := letters(to)
	if rest1 == "" && rest2 == "" && left >= 1 && left <= right && right <= lastSheetCol {
		return span{1, left, lastSheetRow, right}, true
	}
	return span{}, false
}
