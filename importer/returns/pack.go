package returns

import (
	"iter"
	"strings"
)

// pack lays the long texts of a return side by side. They come from cells that were read
// one by one, and the garbage collector goes to see each place of its own time and again: a
// year of thousands of returns has hundreds of thousands of texts, in as few places as it
// has returns.
func pack(rows []Row) {
	size, last := 0, ""
	for i := range rows {
		for text := range rows[i].long() {
			if *text != last {
				size, last = size+len(*text), *text
			}
		}
	}
	var packed strings.Builder
	packed.Grow(size)
	last = ""
	for i := range rows {
		for text := range rows[i].long() {
			if *text != last {
				from := packed.Len()
				packed.WriteString(*text)
				last = packed.String()[from:]
			}
			*text = last
		}
	}
}

// long yields the texts of a row that are seldom those of another. What else it says, memos
// hold once for all rows.
func (r *Row) long() iter.Seq[*string] {
	return func(yield func(*string) bool) {
		if !yield(&r.Progress.Value) {
			return
		}
		for i := range r.Evidence {
			if !yield(&r.Evidence[i].Value) || !yield(&r.Evidence[i].Said) {
				return
			}
		}
	}
}
