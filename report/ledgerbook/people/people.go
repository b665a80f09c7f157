// Package people prints who answers: 报送情况 with the reminders, and 部门情况.
package people

import "taizhang/report/ledgerbook/book"

// sheet is a sheet of the ledger while this room writes it.
type sheet struct{ *book.Sheet }
