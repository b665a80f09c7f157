package odf

import (
	"strconv"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// Repeats reads how often a row or cell stands, at least once. More often than a sheet has
// rows is too often, however much: sums of such counts would overflow.
func Repeats(x *markup.Scanner, name string) (int, *grid.Refusal) {
	s := x.Attr(name)
	if s == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1, grid.Damaged("文件中的零件 %s 的重复次数“%s”读不出来", x.Part, s)
	}
	return min(n, grid.MostRows+1), nil
}

// Spans returns how many rows and columns a cell takes, one each at the least.
func Spans(x *markup.Scanner) (down, across int) {
	down, _ = strconv.Atoi(x.Attr("number-rows-spanned"))
	across, _ = strconv.Atoi(x.Attr("number-columns-spanned"))
	return min(max(down, 1), grid.MostRows), min(max(across, 1), grid.MostCols)
}

// Spaces returns how many spaces a text:s stands for.
func Spaces(x *markup.Scanner) int {
	n, _ := strconv.Atoi(x.Attr("c"))
	return min(max(n, 1), 1000)
}
