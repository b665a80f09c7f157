package desk

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/report/outputs"
	"taizhang/report/page/questions"
)

// tidy gives back what the work before has left behind: the page lives on, and what it takes at its most
// is to be no more than a build takes, which begins with nothing.
func tidy() { debug.FreeOSMemory() }

// Again asks for a reading at once, later for one when the decisions that come in one after the
// other are over: the screens know them already.
func (y *Year) Again() { y.ask(true) }
func (y *Year) later() { y.ask(false) }

// Later asks for a reading that waits for work that is under way, as long as a reading takes at the most;
// Hurry says that the work is over. A reading that has begun meanwhile is enough.
func (y *Year) Later() { y.later() }
func (y *Year) Hurry() {
	y.mu.Lock()
	waits := y.waits
	y.mu.Unlock()
	if waits {
		y.Again()
	}
}

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

// current waits until the year is read as it lies there, and returns what was read; tell says how
// far a reading is.
func (y *Year) current(ctx context.Context, tell func(Progress)) (*questions.Reading, error) {
	for range busyTries {
		y.mu.Lock()
		s, from := y.now, y.from
		y.mu.Unlock()
		if s != nil && from == stampOf(y.Folder) {
			return s, nil
		}
		y.Again()
		if err := y.follow(ctx, tell); err != nil {
			return nil, err
		}
		if _, _, err := y.State(); err != nil {
			return nil, err
		}
	}
	return nil, &outputs.BusyError{Folder: y.Folder} // it never lies still
}

// follow waits until no reading is asked for or going on.
func (y *Year) follow(ctx context.Context, tell func(Progress)) error {
	for {
		y.mu.Lock()
		now, over := y.reading, !y.waits && !y.reading.Going
		y.mu.Unlock()
		if over {
			return nil
		}
		tell(now)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}
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
