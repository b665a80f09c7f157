package desk

import (
	"fmt"

	"taizhang/importer"
	"taizhang/importer/ledger"
)

// Again asks for a reading at once, later for one when the decisions that come in one after the
// other are over: the screens know them already.
func (y *Year) Again() { y.ask(true) }
func (y *Year) later() { y.ask(false) }

func (y *Year) ask(urgent bool) {
	y.mu.Lock()
	y.waits, y.urgent = true, y.urgent || urgent
	y.mu.Unlock()
	select {
	case y.kick <- struct{}{}:
	default: // asked for already
	}
}

// load reads the folder.
func (y *Year) load(progress func(done, total int, file string)) (l *ledger.Ledger, err error) {
	loaded, fault := safely(func() *ledger.Ledger {
		l, err = importer.Load(y.ctx, importer.Options{Folder: y.Folder, Out: y.Out, Progress: progress})
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
