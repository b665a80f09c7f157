package numbers

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table"
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
	if utf8.RuneCountInString(text) > longestLabel {
		return 0
	}
	m := pattern.FindStringSubmatch(fold.Text(text))
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

// earlier returns the year before this one that a table is of, by the titles above it or by that of its
// report; 0 for none. A date is no title, and neither is what cites a document.
func (sc *scan) earlier(book *grid.Book, top int) int {
	found := 0
	for line := top; line < sc.first && !sc.turned; line++ {
		for _, c := range table.Whole(sc.view.Grid()).Filled(line) {
			if strings.ContainsAny(c.Text, ":：《〔") {
				continue
			}
			switch y := yearIn(yearNamed, c.Text); {
			case y == sc.known.Year:
				return 0
			case y > 0 && y < sc.known.Year:
				found = y
			}
		}
	}
	if found == 0 {
		if y := YearOfReport(book); y < sc.known.Year {
			found = y
		}
	}
	return found
}

// giveUp takes nothing of a table of another year: its cells are held, and said once.
func (sc *scan) giveUp(year int, s *grid.Sheet, whose Whose, got *Reading) {
	for _, p := range sc.placed {
		if !p.cell.IsEmpty() {
			got.Held = append(got.Held, Held{At: p.cell.Anchor(), Label: sc.form.Indicators()[p.indicator].Label, Said: strings.TrimSpace(p.cell.String()),
				Why: fmt.Sprintf("是%d年的数", year), Candidates: []int{p.indicator}, Department: whose.Department, Quarter: whose.Quarter})
		}
	}
	f := finding.New(finding.NumberDoubtful, s.Place(), "", "").For(whose.Department, whose.Quarter.String())
	f.Found = fmt.Sprintf("这张表写的是%d年", year)
	f.Message = fmt.Sprintf("这张表写的是%d年的，不是%d年的，里面的数没有计入。", year, sc.known.Year)
	f.Hint = fmt.Sprintf("请部门报%d年的；是%d年公开的年报、放来作核对的，移到“上年”文件夹。", sc.known.Year, year)
	got.Findings = append(got.Findings, f)
}
