package prose

import (
	"regexp"
	"strconv"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers/naming"
)

// titled is the year that the title of a report names.
var titled = regexp.MustCompile(`(20[0-9]{2})\s*年度?[^。，；]{0,40}(?:年度报告|年报)`)

// YearOfReport returns the year that a book is the report of by its title, 0 where it names none.
func YearOfReport(book *grid.Book) int {
	for _, p := range book.Prose {
		if y := yearIn(titled, p.Text); y > 0 {
			return y
		}
	}
	for _, s := range book.Sheets {
		for c := range s.Cells() {
			if y := yearIn(titled, c.Text); c.Kind == grid.Text && y > 0 {
				return y
			}
		}
	}
	return 0
}

func yearIn(pattern *regexp.Regexp, text string) int {
	if utf8.RuneCountInString(text) > naming.LongestLabel {
		return 0
	}
	m := pattern.FindStringSubmatch(fold.Text(text))
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

var yearNamed = regexp.MustCompile(`(20[0-9]{2})\s*年`)

// NamedYear returns the year that a text names, 0 for none.
func NamedYear(text string) int { return yearIn(yearNamed, text) }
