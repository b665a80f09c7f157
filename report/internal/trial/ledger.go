// Package trial makes years for the tests of report, in one place. Of ledgers: the list of 2021, ten
// departments, four quarters, and what goes wrong in them; and a year with something in every field that
// must not go out. Of public editions: years of any size, with every standing, long and short texts, and
// figures that add up.
package trial

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

// Whole is the ledger of the whole year.
func Whole(t testing.TB) *ledger.Ledger { return Part(t, len(Departments), 15, 4) }

// Part is the ledger of the year with the first departments, tasks and quarters only.
func Part(t testing.TB, departments, tasks, quarters int) *ledger.Ledger {
	t.Helper()
	return Ruled(t, departments, tasks, quarters, nil)
}

// Ruled is the same with what the office decided.
func Ruled(t testing.TB, departments, tasks, quarters int, rulings []ruling.Ruling) *ledger.Ledger {
	t.Helper()
	p := List(t, departments, tasks)
	last := period.Quarter{Year: 2021, N: quarters}
	var rs []returns.Return
	for n := 1; n <= quarters; n++ {
		for d, dept := range p.Roster.Departments {
			if n == quarters && (d == 3 || d == 8) || n == 2 && d == 9 {
				continue // not sent
			}
			rs = append(rs, Sent(p, dept.Name, d, period.Quarter{Year: 2021, N: n}))
		}
	}
	var inputs []ledger.Input
	for i, r := range rs {
		in := ledger.Input{File: r.File, Sum: r.Sum, Format: "xlsx", State: ledger.FileRead,
			Sheets: []returns.SheetAccount{{Sheet: r.Sheet, State: table.IsTable, Cells: table.Cells{Read: 30 + i, Used: 12 + i, Heading: 8, Info: 5, Furniture: 3, Other: 2}}}}
		if i == 1 {
			in.Sheets = append(in.Sheets, returns.SheetAccount{Sheet: "随手记", State: table.IsUnread, Reason: "看不出是什么表", Cells: table.Cells{Read: 4, Unread: 4}})
		}
		inputs = append(inputs, in)
	}
	inputs = append(inputs, ledger.Input{File: last.Short() + "/市场执法股.wps", State: ledger.FileFailed, Reason: "这种文件读不了。", Department: "市场执法股", Quarter: last})
	inputs = append(inputs, ledger.Input{File: "第二季度/扫描件 100%#1.pdf", Sum: strings.Repeat("0f", 32), Format: "pdf", State: ledger.FileAttachment})
	found := []finding.Finding{
		finding.New(finding.PasswordProtected, finding.In("第四季度/加密.xlsx", ""), "", ""),
		finding.New(finding.Attachment, finding.In("第二季度/扫描件 100%#1.pdf", ""), "", ""),
	}
	for i := range 18 {
		found = append(found, finding.New(finding.ListInherited, finding.In(p.Source, "任务清单").At(4+i, 3), "责任部门", "办公室、各股室、属下单位"))
	}
	return merge.Merge(p, rs, found, merge.Options{AsOf: last, Inputs: inputs, Rulings: rulings})
}

// Wide is the year of a bureau with so many departments.
func Wide(t testing.TB, departments int) *ledger.Ledger {
	t.Helper()
	p := List(t, len(Departments), 15)
	for i := len(Departments); i < departments; i++ {
		p.Roster.Departments = append(p.Roster.Departments[:i:i], plan.Department{Name: fmt.Sprintf("第%d文化站", i), Kind: plan.Affiliate})
	}
	var rs []returns.Return
	var inputs []ledger.Input
	for n := 1; n <= 4; n++ {
		for d, dept := range p.Roster.Departments {
			r := Sent(p, dept.Name, d, period.Quarter{Year: 2021, N: n})
			rs = append(rs, r)
			inputs = append(inputs, ledger.Input{File: r.File, Sum: r.Sum, Format: "xlsx", State: ledger.FileRead})
		}
	}
	return merge.Merge(p, rs, nil, merge.Options{AsOf: period.Quarter{Year: 2021, N: 4}, Inputs: inputs})
}
