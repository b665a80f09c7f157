package fold

// KeyMemo remembers the keys of texts: the same few stand in many places. It is for one goroutine.
type KeyMemo map[string]string

// Of returns Key(text).
func (k KeyMemo) Of(text string) string {
	key, known := k[text]
	if !known {
		key = Key(text)
		k[text] = key
	}
	return key
}
