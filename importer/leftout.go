package importer

import (
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ours"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

// What is said of a file of this program's own, and what to do about it.
var (
	ownWhat = map[string]string{
		ours.Ledger: "是程序生成的台账",
		ours.Data:   "是程序生成的台账数据",
		ours.Slip:   "是程序生成的退回单，里面没有报送表",
		ours.Paper:  "是程序生成的年报附件或者通报",
	}
	ownHints = map[string]string{
		ours.Ledger: "不用处理；里面有部门另外填报的内容的，请抄到报送表里再交。",
		ours.Data:   "不用处理。",
		ours.Paper:  "不用处理；里面有部门填报的内容的，请抄到报送表里再交。",
		ours.Slip:   "请部门照退回单改好自己的报送表，再交报送表。",
	}
)

// unchanged says of a slip that its department has sent it back, or left it lying about, as it was.
const unchanged = "是程序生成的退回单，里面的原表没有改动"

// withoutOwn takes the sheets that this program has written out of a book, and the page of a slip
// that stands there as it was drawn: what it says stands in the return that it was drawn from. Where nothing else
// is in it, rest is nil and the finding says what the file is; where a ledger holds somebody's
// sheets besides, the finding names its own. A slip's list of problems goes without a word.
func (f file) withoutOwn(book *grid.Book) (rest *grid.Book, own []returns.SheetAccount, said []finding.Finding) {
	what, pages := ours.Sheets(book)
	if what == "" {
		return book, nil, nil
	}
	left, drawn := *book, false
	left.Sheets = nil
	for _, s := range book.Sheets {
		same := what == ours.Slip && ruling.Unedited(book, s)
		drawn = drawn || same
		switch {
		case same || slices.Contains(pages, s):
			cells := table.NewAccount(s)
			cells.All(table.Info)
			own = append(own, returns.SheetAccount{Sheet: s.Name, State: table.IsInfo, Reason: "程序生成的" + what, Cells: cells.Cells()})
		case s.LastRow() > 0:
			left.Sheets = append(left.Sheets, s)
		}
	}
	switch {
	case len(left.Sheets) == 0 && drawn:
		return nil, nil, []finding.Finding{f.skipped(unchanged, ownHints[what])}
	case len(left.Sheets) == 0:
		return nil, nil, []finding.Finding{f.skipped(ownWhat[what], ownHints[what])}
	case what == ours.Ledger:
		said = append(said, f.skipped(fmt.Sprintf("里面有%d张工作表是程序生成的台账，只读了其余%d张", len(own), len(left.Sheets)), ownHints[what]))
	}
	return &left, own, said
}

// blankForm reports whether all that a file holds is a form of this program as it went out:
// its keys, no answer, and no day on which it was filled in.
func blankForm(got returns.Reading) bool {
	keyed := false
	for i := range got.Returns {
		ret := &got.Returns[i]
		if ret.Held != finding.EmptyReturn || ret.StatedOn.Given() {
			return false
		}
		keyed = keyed || slices.ContainsFunc(ret.Rows, func(r returns.Row) bool { return r.Key.Given() })
	}
	return keyed
}

// leftOut is a file that is known and not read, under the finding that says so.
func (f file) leftOut(book *grid.Book, why finding.Finding) result {
	in := f.input(ledger.FileSkipped)
	in.Sum, in.Format, in.Reason = book.Sum, book.Format, why.Found
	return result{inputs: []ledger.Input{in}, findings: []finding.Finding{why}}
}

// skipped says why a file is not read as a return, and what to do where it is one.
func (f file) skipped(why, hint string) finding.Finding {
	said := finding.New(finding.FileSkipped, finding.In(f.name, ""), why, "")
	said.Hint = hint
	return said
}
