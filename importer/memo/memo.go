// Package memo remembers what has been made of texts: a year's returns repeat the same words in file
// after file, and each is worked out and held once.
package memo

import (
	"strings"
	"sync"
)

// Texts remembers what was made of each text. It is safe for use by several goroutines;
// what it gives is shared and not written to.
type Texts[V any] struct {
	mu   sync.RWMutex
	made map[string]V
	held int // bytes of its texts
}

// How much one of them holds. A year has some thousand texts; files without end of which no two
// cells are alike must not fill the memory.
const (
	mostMade = 1 << 16 // texts
	mostHeld = 8 << 20 // bytes of them
)

// longestBrief is how long an answer may be, in bytes, that comes again.
const longestBrief = 64

// Brief is Get for columns in which short answers come again and sentences do not.
func (m *Texts[V]) Brief(text string, work func(text string) V) V {
	if len(text) > longestBrief {
		return work(text)
	}
	return m.Get(text, work)
}

// Get returns what work made of the text when it came first.
func (m *Texts[V]) Get(text string, work func(text string) V) V {
	m.mu.RLock()
	v, ok := m.made[text]
	m.mu.RUnlock()
	if ok {
		return v
	}
	text = strings.Clone(text) // the file that it was read from is not kept
	v = work(text)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.made == nil {
		m.made = map[string]V{}
	}
	if _, again := m.made[text]; !again && len(m.made) < mostMade && m.held+len(text) <= mostHeld {
		m.made[text] = v
		m.held += len(text)
	}
	return v
}
