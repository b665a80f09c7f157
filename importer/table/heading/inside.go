package heading

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// within raises the roles of words that stand in the heading: the longest most, and one that
// the heading ends in more than one that it begins with.
func (h *Dictionary) within(key string, raise func([]words.Role, float64)) {
	size := utf8.RuneCountInString(key)
	for _, w := range h.list {
		if w.size < 2 || w.size >= size || !strings.Contains(key, w.word) {
			continue
		}
		share := float64(w.size) / float64(size)
		if strings.HasSuffix(key, w.word) {
			raise(w.roles, endsInWord*(0.5+0.5*share))
		} else {
			raise(w.roles, holdsWord*(0.4+0.6*share))
		}
	}
}

// headed raises the roles of the noun that the heading ends in, or that stands last in it.
func (h *Dictionary) headed(key string, raise func([]words.Role, float64)) {
	last, at := -1, -1
	for i, w := range h.heads {
		p := strings.LastIndex(key, w.word)
		if p < 0 {
			continue
		}
		if end := p + len(w.word); end > at {
			last, at = i, end
		}
		raise(w.roles, 0.5*headMost)
	}
	if last >= 0 {
		fit := headMost
		if at < len(key) {
			fit *= 0.85
		}
		raise(h.heads[last].roles, fit)
	}
}

// alike raises the roles of words that share pairs of characters with the heading.
func (h *Dictionary) alike(key string, raise func([]words.Role, float64)) {
	said := fold.Of(key)
	for _, w := range h.list {
		if like := said.Likeness(w.pairs); like >= 0.34 {
			raise(w.roles, likeMost*like)
		}
	}
}
