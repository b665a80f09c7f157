package xlsx

import "strings"

// Paper is how a sheet is printed and what stays in view.
type Paper struct {
	Title     string // in the header of the paper
	A3        bool
	Head      [2]int // first and last row repeated on each page, and frozen above the rest
	Freeze    int    // columns that stay in view
	Tab       string // colour of the tab, RRGGBB
	Landscape bool
	Foot      string // at the left of the paper's footer, "" for that of the workbook
}

// headerText keeps a text from being read as codes of the page header, which holds 255
// letters in all.
func headerText(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return strings.ReplaceAll(Clean(s), "&", "&&")
}
