package find

import (
	"sync"
	"sync/atomic"

	"taizhang/importer/numbers/naming"
)

// mostKept is how many texts a memo keeps: the labels and headings of a year's tables are some hundreds.
const mostKept = 4096

// memo keeps what texts were found to mean: the same labels stand in table after table. It never changes
// what is found.
type memo[V any] struct {
	kept sync.Map
	n    atomic.Int32
}

func (m *memo[V]) of(text string, find func(text string) V) V {
	if len(text) > 3*naming.LongestLabel {
		return find(text)
	}
	if v, ok := m.kept.Load(text); ok {
		return v.(V)
	}
	v := find(text)
	if m.n.Add(1) <= mostKept {
		m.kept.Store(text, v)
	}
	return v
}
