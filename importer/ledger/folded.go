package ledger

import "taizhang/importer/fold"

// folded remembers the keys of texts: the same few requirements stand in every return.
type folded map[string]string

// key returns fold.Key(text).
func (f folded) key(text string) string {
	key, known := f[text]
	if !known {
		key = fold.Key(text)
		f[text] = key
	}
	return key
}
