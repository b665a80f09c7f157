package returns

import (
	"sync"

	"taizhang/importer/plan"
)

// memo remembers what has been made of a text: a year's returns repeat the same
// requirements, tasks and short answers in file after file, and each is worked out and
// held once. It is safe for use by several goroutines.
type memo struct {
	texts, numbers, titles, requirements sync.Map // by text
}

// numbered is a requirement's text with its number taken off.
type numbered struct{ number, rest string }

// text returns the text itself, the same string each time.
func (m *memo) text(s string) string { return recall(&m.texts, s, func() string { return s }) }

// number returns the number that a cell holds; see digits.
func (m *memo) number(s string) string {
	return recall(&m.numbers, s, func() string { return digits(s) })
}

// title returns a task without its number and full stop.
func (m *memo) title(s string) string {
	return recall(&m.titles, s, func() string { return plan.Title(s) })
}

// requirement returns a requirement's number and text.
func (m *memo) requirement(s string) (number, rest string) {
	n := recall(&m.requirements, s, func() numbered {
		number, rest := splitNumber(s)
		return numbered{number, rest}
	})
	return n.number, n.rest
}

func recall[V any](made *sync.Map, s string, work func() V) V {
	if v, ok := made.Load(s); ok {
		return v.(V)
	}
	v, _ := made.LoadOrStore(s, work())
	return v.(V)
}
