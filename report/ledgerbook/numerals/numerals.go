// Package numerals prints the numbers of the annual report: 年报数据, the official tables and 勾稽核对.
package numerals

import "taizhang/report/ledgerbook/book"

// sheet is a sheet of the ledger while this room writes it.
type sheet struct{ *book.Sheet }
