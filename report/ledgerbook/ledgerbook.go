// Package ledgerbook prints the ledger as a workbook: the sheets that an office works from,
// each figure with its way back to a cell of a return. It computes no figures of its own;
// what stands in a sheet comes from the ledger's tallies, and where a total is a formula,
// its stored result does. The same ledger gives the same bytes.
//
// A sheet is one file in the room below whose subject it is; here stands their order.
package ledgerbook

import (
	"io"

	"taizhang/importer/ledger"
	"taizhang/report/document"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/checks"
	"taizhang/report/ledgerbook/numerals"
	"taizhang/report/ledgerbook/people"
	"taizhang/report/ledgerbook/progress"
)

// Write writes 台账.xlsx. bulletin is that of its quarter, for 一页纸. root is the way from the workbook's folder to the year folder,
// with forward slashes (".."), where returns are linked to; without a relative way there
// are no links to files. version is the tool's, for 说明. It fails where w does, or where a
// large sheet finds no room in the system's temporary folder.
func Write(w io.Writer, l *ledger.Ledger, bulletin document.Document, root, version string) error {
	b := book.New(l, root, version)
	defer b.Close()
	progress.Overview(b)
	onePage(b, bulletin)
	progress.Print(b)
	progress.Due(b)
	checks.Findings(b)
	checks.Readings(b)
	people.Coverage(b)
	people.Reminders(b)
	people.Departments(b)
	progress.Quarters(b)
	progress.Entries(b)
	checks.Rows(b)
	numerals.Numbers(b)
	checks.Final(b)
	notes(b)
	b.Printed()
	return b.Write(w)
}
