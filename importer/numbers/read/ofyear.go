package read

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/prose"
	"taizhang/importer/table"
)

// earlier returns the year before this one that a table is of, by the titles above it or by that of its
// report; 0 for none. A date is no title, and neither is what cites a document.
func (sc part) earlier(book *grid.Book, top int) int {
	found := 0
	for line := top; line < sc.First && !sc.Turned; line++ {
		for _, c := range table.Whole(sc.View.Grid()).Filled(line) {
			if strings.ContainsAny(c.Text, ":：《〔") {
				continue
			}
			switch y := prose.NamedYear(c.Text); {
			case y == sc.year:
				return 0
			case y > 0 && y < sc.year:
				found = y
			}
		}
	}
	if found == 0 {
		if y := prose.YearOfReport(book); y < sc.year {
			found = y
		}
	}
	return found
}

// giveUp takes nothing of a table of another year: its cells are held, and said once.
func (sc part) giveUp(year int, s *grid.Sheet, whose Whose, got *Reading) {
	for _, p := range sc.Placed {
		if !p.Cell.IsEmpty() {
			got.Held = append(got.Held, numbers.Held{At: p.Cell.Anchor(), Label: sc.Form.Indicators()[p.Indicator].Label, Said: strings.TrimSpace(p.Cell.String()),
				Why: fmt.Sprintf("是%d年的数", year), Candidates: []int{p.Indicator}, Department: whose.Department, Quarter: whose.Quarter})
		}
	}
	f := finding.New(finding.NumberDoubtful, s.Place(), "", "").For(whose.Department, whose.Quarter.String())
	f.Found = fmt.Sprintf("这张表写的是%d年", year)
	f.Message = fmt.Sprintf("这张表写的是%d年的，不是%d年的，里面的数没有计入。", year, sc.year)
	f.Hint = fmt.Sprintf("请部门报%d年的；是%d年公开的年报、放来作核对的，移到“上年”文件夹。", sc.year, year)
	got.Findings = append(got.Findings, f)
}
