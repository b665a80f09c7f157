// Package checks prints what is to be looked at before anything is believed or signed: 待核对, 读法,
// 行账 and 定稿核对.
package checks

import "taizhang/report/ledgerbook/book"

// sheet is a sheet of the ledger while this room writes it.
type sheet struct{ *book.Sheet }
