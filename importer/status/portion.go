package status

import (
	"regexp"
	"strings"
)

// shared is a completion with a share: 已完成80%, 80%已完成.
var (
	shared = regexp.MustCompile(`^[cskNMdtwbVKgu]*[TU][lgctkKVCi]*%.*$|^[csk]*%[dt]*T[lk]*$`)
	entire = regexp.MustCompile(`^[cskNMdtwbVK]*[TU]l?[ct]*%$|^[csk]*%[dt]*T[lk]*$`)
)

// withShare reads a clause that tells how much was completed. All of it is completed, the
// rest is not.
func withShare(p parsed) meaning {
	if !shared.MatchString(p.form) {
		return tenths(p)
	}
	all := false
	for _, w := range p.words {
		if w.class == percent {
			share, ok := shareOf(w.text)
			if !ok {
				return tenths(p)
			}
			all = share >= 100
		}
	}
	switch {
	case !all:
		return meaning{InProgress, firm}
	case entire.MatchString(p.form):
		return meaning{Completed, firm}
	}
	return meaning{}
}

// remains is a share that is left: 还剩两成.
var remains = regexp.MustCompile(`^[csk]*r%$`)

// withRemainder reads the share that is left. All of it or nothing left is no status.
func withRemainder(p parsed) meaning {
	last := p.words[len(p.words)-1].text
	if share, ok := shareOf(last); ok && (share <= 0 || share >= 100) {
		return meaning{}
	}
	return meaning{InProgress, byForm}
}

// someTenths is a share in tenths, which need not be one number: 六七成, 完成八九成.
var someTenths = regexp.MustCompile(`^[csktd]*[TU]?l?%l?$`)

// tenths reads a share in tenths; nobody calls all of a thing 成.
func tenths(p parsed) meaning {
	for _, w := range p.words {
		if w.class == percent && strings.Contains(w.text, "成") && someTenths.MatchString(p.form) {
			return meaning{InProgress, byForm}
		}
	}
	return meaning{}
}
