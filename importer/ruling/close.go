package ruling

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// CoverageSheet is the sheet of the ledger in which the office closes a quarter.
const CoverageSheet = "报送情况"

// CloseRow is the row of it in which it does, CloseWord what it writes there.
const (
	CloseRow  = "定稿"
	CloseWord = "是"
)

// Close is the act that makes a quarter final.
const Close Act = "close" // 定稿

// closeWords are what offices write for yes, folded.
var closeWords = []string{"是", "√", "✓", "已定稿", "定稿", "y", "yes", "对"}

// Closing is the cell of a quarter in that row.
type Closing struct {
	Quarter string // 2021Q1
	Said    string // typed by the office
	Mark    string // see Mark
}

// Closings joins the marks of a row's quarters, as its hidden cell holds them.
func Closings(cs []Closing) string {
	var parts []string
	for _, c := range cs {
		parts = append(parts, c.Quarter+"="+c.Mark)
	}
	return strings.Join(parts, " ")
}

// ruling reads what stands in the cell.
func (c Closing) ruling() Ruling {
	r := Ruling{Act: Close, Target: Target{Quarter: c.Quarter, Code: finding.ReturnAfterClose}, State: Orphaned, Value: CloseWord, Typed: Typed{Choice: c.Said}}
	if !slices.Contains(closeWords, fold.Key(c.Said)) && strings.TrimSpace(c.Said) != "√" && strings.TrimSpace(c.Said) != "✓" {
		r.Value, r.Why = "", "“"+CloseRow+"”一行只填“"+CloseWord+"”"
	}
	r.Identify()
	return r
}

// Closing returns the cell that shows the decision again.
func (r Ruling) Closing() Closing { return Closing{Quarter: r.Target.Quarter, Said: r.Typed.Choice} }

// readClosings reads the row of closed quarters. A ledger of an earlier version has none, and
// so has one that lost the sheet.
func readClosings(book *grid.Book, all typings, formulas map[string]map[string]bool) typings {
	sheet := sheetOf(book, CoverageSheet)
	if sheet == nil {
		return all
	}
	for row := 1; row <= sheet.LastRow(); row++ {
		if strings.TrimSpace(sheet.Cell(row, 1).Text) != CloseRow {
			continue
		}
		for col := sheet.Width(); col > 1; col-- {
			said := sheet.Cell(row, col).Text
			if !strings.Contains(said, "=") {
				continue
			}
			for _, part := range strings.Fields(said) {
				quarter, mark, _ := strings.Cut(part, "=")
				q, ok := period.ParseQuarter(quarter)
				at := columnOfQuarter(sheet, row, q)
				if !ok || at == 0 {
					continue
				}
				c := Closing{Quarter: quarter, Said: strings.TrimSpace(sheet.Cell(row, at).String())}
				places := []finding.Place{sheet.Place().At(row, at)}
				all = appendTyping(all, []string{c.Said}, mark, c.Said == "", places, c.ruling).without(formulas, places)
			}
			break
		}
	}
	return all
}

// columnOfQuarter finds the column under the heading of a quarter, 0 for none.
func columnOfQuarter(sheet *grid.Sheet, above int, q period.Quarter) int {
	for row := 1; row < above; row++ {
		for col := 1; col <= sheet.Width(); col++ {
			if c := sheet.Cell(row, col); !c.Covered() && strings.HasPrefix(c.Text, q.Short()) {
				return col
			}
		}
	}
	return 0
}

// Closed are the quarters that the office has closed.
type Closed map[string]string // by quarter: the sums of the files that it had then, each behind a space; "" where it was closed just now

// NewClosed takes the closed quarters out of what the office decided.
func NewClosed(rulings []Ruling) Closed {
	c := Closed{}
	for _, r := range rulings {
		if r.Act == Close && r.Why == "" {
			c[r.Target.Quarter] = r.Within
		}
	}
	return c
}

// Admits reports whether a file with the sum may speak for a quarter.
func (c Closed) Admits(quarter, sum string) bool {
	within, closed := c[quarter]
	return !closed || within == "" || strings.Contains(within, " "+sum)
}

// Call notes on decisions that were taken just now what their requirements are called, where
// the ledger that they were typed into did not say, and what those that are still the same
// (仍是同一条) were found to be. text returns "" for a key that is on the list no longer.
func (j *Journal) Call(text func(key string) string, rulings []Ruling) {
	for _, i := range j.fresh {
		if at := slices.IndexFunc(rulings, func(r Ruling) bool { return r.Act == Same && r.ID == j.entries[i].ruling.ID }); at >= 0 {
			j.entries[i].ruling.Was = rulings[at].Was
		}
		if r := &j.entries[i].ruling; r.Key != "" && r.Called == "" {
			r.Called = text(r.Key)
		}
	}
}

// Seal notes on quarters that were closed just now which files they have.
func (j *Journal) Seal(files func(quarter string) []string) {
	for i := range j.entries {
		r := &j.entries[i].ruling
		if r.Act == Close && r.Why == "" && r.Within == "" && slices.Contains(j.fresh, i) {
			sums := files(r.Target.Quarter)
			slices.Sort(sums)
			r.Within = " " + strings.Join(slices.Compact(sums), " ")
		}
	}
}
