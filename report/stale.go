package report

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/letters"
)

// Overtaken is what forms that were written say otherwise than the year says now.
type Overtaken struct {
	Until int // of which the deadline is another now
	Asks  int // of which requirements, who answers for them or by when are others now
	New   int // departments that are asked now and have no form
}

// None reports whether they are as they would be written now, as far as they say what they were written from.
func (o Overtaken) None() bool { return o == Overtaken{} }

// OvertakenForms looks through the forms of a quarter that lie in a folder.
func OvertakenForms(l *ledger.Ledger, q period.Quarter, folder string) (o Overtaken) {
	names := fileNames{}
	for _, f := range letters.Forms(l, q) {
		path := filepath.Join(folder, q.Short(), names.with(f.Department, fmt.Sprintf("-%d%s", q.Year, q.Short())))
		info, err := os.Stat(path)
		if os.IsNotExist(err) {
			o.New++
			continue
		}
		was, ok := letters.FormKey{}, false
		if err == nil {
			was, ok = written.key(path, info)
		}
		if !ok {
			continue
		}
		now := f.Key()
		if was.Until != now.Until {
			o.Until++
		}
		if was.Asks != now.Asks {
			o.Asks++
		}
	}
	return o
}

// written remembers what forms were written from: they are looked at again and again, and seldom change.
var written keys

type keys struct {
	mu sync.Mutex
	of map[string]keyed
}

type keyed struct {
	stamp string
	key   letters.FormKey
	ok    bool
}

// mostKeys is more than a year has forms.
const mostKeys = 10000

func (k *keys) key(path string, info os.FileInfo) (letters.FormKey, bool) {
	stamp := fmt.Sprint(info.Size(), info.ModTime().UnixNano())
	k.mu.Lock()
	defer k.mu.Unlock()
	one, known := k.of[path]
	if !known || one.stamp != stamp {
		if one.stamp = stamp; k.of == nil || len(k.of) > mostKeys {
			k.of = map[string]keyed{}
		}
		one.key, one.ok = letters.FormKeyIn(path)
		k.of[path] = one
	}
	return one.key, one.ok
}
