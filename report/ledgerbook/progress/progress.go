// Package progress prints how the requirements stand: 总台账, 季度进度 and, with every
// word that was said, 明细.
package progress

import "taizhang/report/ledgerbook/book"

// sheet is a sheet of the ledger while this room writes it.
type sheet struct{ *book.Sheet }
