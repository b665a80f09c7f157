package page

import (
	"fmt"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/report/ledgerbook"
	"taizhang/report/publish"
)

// again asks for a reading at once, later for one when the decisions that come in one after the
// other are over: the screens know them already.
func (y *year) again() { y.ask(true) }
func (y *year) later() { y.ask(false) }

func (y *year) ask(urgent bool) {
	y.mu.Lock()
	y.waits, y.urgent = true, y.urgent || urgent
	y.mu.Unlock()
	select {
	case y.kick <- struct{}{}:
	default: // asked for already
	}
}

// load reads the folder.
func (y *year) load(progress func(done, total int, file string)) (l *ledger.Ledger, err error) {
	loaded, fault := safely(func() *ledger.Ledger {
		l, err = importer.Load(y.ctx, importer.Options{Folder: y.folder, Out: y.out, Progress: progress})
		return l
	})
	if fault != nil {
		return nil, fault
	}
	return loaded, err
}

// safely makes an error of a fault of the program: the page goes on with what it knows.
func safely[T any](do func() T) (v T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("程序内部出错，请把这个文件夹和这行字交给维护者：%v", fault)
		}
	}()
	return do(), nil
}

// lay makes the snapshot of a ledger, with what must not be published as a build finds it.
func lay(l *ledger.Ledger, decided int) *snapshot {
	edition, found := publish.Of(l)
	l = l.With(found)
	s := &snapshot{ledger: l, edition: edition, questions: ledgerbook.Questions(l), at: map[string]int{}, readings: ledgerbook.Readings(l), keys: map[int]string{}, decided: decided}
	for i := range s.questions {
		s.at[idOf(&s.questions[i])] = i
	}
	for i := range l.Plan.Requirements {
		s.keys[l.Plan.Requirements[i].No] = l.Plan.Requirements[i].Key
	}
	return s
}
