package numbers_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// steady returns a year in which all rules hold, and the year before it.
func steady(rnd *rand.Rand) (now, last *sheet) {
	now = filled(rnd, filled(rnd, &sheet{two: [10]int64{0, 0, 0, 0, 0, 60}}))
	before := *now
	before.three[24] = now.three[1]
	before.two[5] = now.two[5] - now.two[3] + now.two[4]
	return now, &before
}

// printed returns the year's official tables as sheets, one cell changed; id is "" for none.
func (s *sheet) printed(f *tables.Form, id, text string) (book *grid.Book) {
	said := map[string]string{id: text}
	for i, c := range cells() {
		if c.id == id {
			continue
		}
		if said[c.id] = strconv.FormatInt(*c.at(s), 10); i == 9 {
			said[c.id] = (numbers.Whole(*c.at(s)) / 100).String()
		}
	}
	book = bookOf()
	for t := range f.Tables {
		rows, merges := printedTable(f, t, func(id string) string { return said[id] })
		book.Sheets = append(book.Sheets, grid.FromRows("第一季度/办公室.xlsx", f.Tables[t].ID, rows, merges...))
	}
	return book
}

// TestEachRuleByOneCell breaks each rule that one cell can break: it is named, and so is the cell. The
// year in which all hold gives no finding.
func TestEachRuleByOneCell(t *testing.T) {
	f := formOf(t, 2021, "")
	rnd := rand.New(rand.NewPCG(7, 7))
	q1 := period.Quarter{Year: 2021, N: 1}
	printedSettled := func(now, last *sheet, id, text string) []finding.Finding {
		r := readerOf(f).Read(now.printed(f, id, text))
		y := sums.Settle(f, r.Values, r.Totals, r.Held, sums.Options{AsOf: q1, Last: last.data(f), Unit: "示例市文旅局"})
		return append(r.Findings, y.Findings...)
	}
	now, last := steady(rnd)
	for n := 0; len(printedSettled(now, last, "", "")) > 0; n++ {
		if n == 50 {
			t.Fatal("no year holds all rules")
		}
		now, last = steady(rnd)
	}
	more := func(id string, by int64) string {
		for _, c := range cells() {
			if c.id == id {
				return strconv.FormatInt(*c.at(now)+by, 10)
			}
		}
		return ""
	}
	for _, c := range []struct {
		rule, id, text string
		code           finding.Code
	}{
		{"T3.1", "T3.r01.natural", more("T3.r01.natural", 1), finding.RuleBroken},
		{"T3.2", "T3.r05.legal", more("T3.r05.legal", 1), finding.RuleBroken},
		{"T3.3", "T3.r13.total", more("T3.r13.total", 2), finding.RuleBroken},
		{"T3.4", "T3.r02.other", more("T3.r02.other", 1), finding.CarryOverDiffers},
		{"T4.1", "T4.review.total", more("T4.review.total", 1), finding.RuleBroken},
		{"T4.2", "T4.direct.upheld", more("T4.direct.upheld", 1), finding.RuleBroken},
		{"T4.3", "T4.after.corrected", more("T4.after.corrected", 1), finding.RuleBroken},
		{"T4.4", "T4.after.total", "0", finding.CarryOverDiffers},
		{"T2.1", "T2.normative.valid", more("T2.normative.valid", 1), finding.CarryOverDiffers},
		{"T2.2", "T2.normative.made", more("T2.normative.valid", 1), finding.NumberDoubtful},
		{"T2.3", "T2.regulation.made", "1", finding.NumberDoubtful},
		{"T2.4", "T2.fees.amount", more("T2.fees.amount", 0) + "00", finding.NumberDoubtful},
		{"X.3", "T2.permit.decisions", more("T2.permit.decisions", 0) + "0", finding.NumberDoubtful},
		{"", "T2.penalty.decisions", "-3", finding.NumberUnreadable},  // N.1
		{"", "T2.penalty.decisions", "约80", finding.NumberUnreadable}, // N.3
		{"", "T2.penalty.decisions", "", finding.NumberMissing},       // N.2
		{"", "T2.fees.amount", "2000万", finding.NumberUnreadable},     // N.3
		{"", "T2.fees.amount", "35000元", finding.NumberDoubtful},      // changed into 万元, and said
	} {
		found := printedSettled(now, last, c.id, c.text)
		named := slices.ContainsFunc(found, func(f finding.Finding) bool {
			return f.Code == c.code && (c.rule == "" || strings.HasPrefix(f.Message, c.rule+" "))
		})
		if !named {
			t.Errorf("%s: %s = %q is not named: %v", c.rule, c.id, c.text, found)
		}
	}
}
