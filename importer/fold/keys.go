package fold

// Keys remembers the keys of texts: the same few stand in many places. It is for one goroutine.
type Keys map[string]string

// Of returns Key(text).
func (k Keys) Of(text string) string {
	key, known := k[text]
	if !known {
		key = Key(text)
		k[text] = key
	}
	return key
}
