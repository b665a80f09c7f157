package progress

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/report/ledgerbook/book"
	"taizhang/templates/words"

	"github.com/google/go-cmp/cmp"
)

// What was read as something that the ledger has no column for says so behind its own heading.
func TestOthersSayWhatTheyWereReadAs(t *testing.T) {
	sheet := finding.In("a.xlsx", "S")
	column := func(col int, heading string, role words.Role) table.Column {
		return table.Column{Col: col, At: sheet.At(3, col), Heading: heading, Role: role}
	}
	b := &book.Book{Ledger: &ledger.Ledger{Returns: []ledger.Return{{Columns: []table.Column{
		column(4, "谁负责", words.Person), column(5, "责任人", words.Person), column(6, "编码", words.OtherText)}}}}}
	e := &ledger.Entry{Row: &returns.Row{Other: []returns.Other{{Heading: "谁负责", Text: "张三", At: sheet.At(9, 4)}, {Heading: "责任人", Text: "李四", At: sheet.At(9, 5)},
		{Heading: "编码", Text: "NB-1", At: sheet.At(9, 6)}, {Text: "无头", At: sheet.At(9, 7)}}}}
	if diff := cmp.Diff("谁负责（责任人）：张三\n责任人：李四\n编码：NB-1\n无头", readAsOf(b).others(e)); diff != "" {
		t.Error(diff)
	}
}
