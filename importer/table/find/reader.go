// Package find says where the tables of a sheet stand: how the sheet lies and what stands side by
// side on it, then by what matches the list, by headings, by shape alone or by cards. What their
// columns are for it leaves open.
package find

import (
	"taizhang/importer/table/cards"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/known"
)

// Reader finds tables. It is safe for use by several goroutines.
type Reader struct {
	*known.Facts
	heads   *heads.Reader
	cards   *cards.Reader
	content *content.Reader
}

// New returns a reader that finds tables by what is known.
func New(k *known.Facts) *Reader {
	return &Reader{Facts: k, heads: heads.New(k), cards: cards.New(k), content: content.New(k)}
}
