package known

import (
	"taizhang/importer/memo"
	"taizhang/importer/period"
)

// memos remember what has been made of names, titles, quarters and dates.
type memos struct {
	title    memo.Texts[string]
	names    memo.Texts[bool]
	mentions memo.Texts[[]period.Mention]
	dates    memo.Texts[parsedDate]
}
