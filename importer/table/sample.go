package table

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
)

// isSample reports a sheet that shows how to fill in a form: its name or its title says so.
func (r *Reader) isSample(s *grid.Sheet) bool {
	if r.saysSample(s.Name) {
		return true
	}
	v := block.Whole(s)
	for line := 1; line <= min(3, s.LastRow()); line++ {
		if cells := v.Filled(line); len(cells) == 1 && r.saysSample(cells[0].Text) {
			return true
		}
	}
	return false
}

// saysSample reports whether a name or title begins or ends with a word for a sample.
func (r *Reader) saysSample(text string) bool {
	key := fold.Key(text)
	if utf8.RuneCountInString(key) > known.LongestTitle {
		return false
	}
	for _, word := range r.facts.Words.Samples {
		w := fold.Key(word)
		if strings.HasPrefix(key, w) && (utf8.RuneCountInString(key) <= utf8.RuneCountInString(w)+4) || strings.HasSuffix(key, w) {
			return true
		}
	}
	return false
}
