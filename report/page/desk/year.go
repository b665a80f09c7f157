package desk

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"time"

	"taizhang/importer"
	"taizhang/importer/ruling"
	"taizhang/report/outputs"
	"taizhang/report/page/questions"
)

// Year is a year folder that is open. It is read when it is opened and again when anything in
// it has changed, in the background: a screen shows the last reading.
type Year struct {
	Folder, Out string
	release     func() // of the page's own lock
	ctx         context.Context
	close       context.CancelFunc
	kick        chan struct{} // something has changed
	over        chan struct{} // closed when nothing is read any more

	mu      sync.Mutex
	now     *questions.Reading // nil until the folder was read once
	from    string             // how the files were when it was read
	failed  error              // why the last reading failed
	reading Progress           // the one that is going on
	waits   bool               // one is asked for
	urgent  bool               // it is not to wait for further decisions
	took    time.Duration
	printed printed   // what lies in 成果
	sums    sums      // of what a build would print, see weigh
	looked  time.Time // when the files were last looked at
	seen    string    // how they were
	decided int       // decisions made here, counted
	finals  []int     // those of them that made a quarter final
	laid    map[string]laid
	wrote   []ruling.Ruling // what was decided since the last reading, with what was written beside it
	dated   [2]string       // the day that was typed last, and the one on which that was
	batches []batch         // decisions by the key that made them, for taking them back
	base    int             // how many decisions there were when the ledger was last printed
	made    []made          // decisions since the last reading
	told    string          // what happened by itself, see Told
	toldTo  questions.Piece
	files   string     // how all but the decisions and the outputs was when it was read
	job     *Job       // a build that is going on, or the last one
	writing sync.Mutex // one decision at a time
	beside  sync.WaitGroup
}

// Progress says how far a reading is.
type Progress struct {
	Going       bool
	Done, Total int
	File        string
}

// laid is what was decided, or taken back, since the last reading.
type laid struct {
	decided int
	says    string
	open    bool // it was taken back
}

// batch is what one key decided.
type batch struct {
	decisions []string        // their IDs
	questions []string        // and those of what they were made on
	says      string          // the first of them, in the office's words
	dropped   []ruling.Typing // what it dropped, as it is decided again
}

// Open opens a year folder and begins to read it.
func Open(folder string, release func()) (*Year, error) {
	y := &Year{Folder: folder, Out: filepath.Join(folder, importer.OutFolder), release: release, kick: make(chan struct{}, 1), over: make(chan struct{}), laid: map[string]laid{}}
	if _, err := outputs.Resume(folder); err != nil {
		return nil, err
	}
	if err := outputs.Recover(y.Out, folder); err != nil {
		return nil, err
	}
	journal, err := importer.Journal(folder)
	if err != nil {
		return nil, err
	}
	y.base = journal.Count()
	y.ctx, y.close = context.WithCancel(context.Background())
	y.Again()
	go y.keepReading()
	return y, nil
}

func (y *Year) keepReading() {
	defer close(y.over)
	for {
		select {
		case <-y.ctx.Done():
			return
		case <-y.kick:
			if y.quiet() {
				y.read()
			}
		}
	}
}

// mostPause is how long a reading waits for further decisions.
const mostPause = 4 * time.Second

// quiet waits until no decision has come in for as long as a reading takes; false is that the
// year was closed.
func (y *Year) quiet() bool {
	for {
		y.mu.Lock()
		pause := min(y.took, mostPause)
		if y.urgent {
			pause = 0
		}
		y.mu.Unlock()
		timer := time.NewTimer(pause)
		select {
		case <-y.ctx.Done():
			timer.Stop()
			return false
		case <-y.kick:
			timer.Stop()
		case <-timer.C:
			return true
		}
	}
}

// read reads the year and lays out what the screens show.
func (y *Year) read() {
	began, seen, files := time.Now(), stampOf(y.Folder), y.filesOf()
	y.mu.Lock()
	decided := y.decided
	y.waits, y.urgent, y.reading = false, false, Progress{Going: true}
	y.mu.Unlock()
	l, err := y.load(func(done, total int, file string) {
		y.mu.Lock()
		y.reading = Progress{true, done, total, file}
		y.mu.Unlock()
	})
	tidy()
	var s *questions.Reading
	if err == nil {
		s, err = safely(func() *questions.Reading { return questions.Of(l, decided) })
	}
	if s != nil {
		y.weigh(s)
	}
	if s != nil {
		y.dropIdle(s)
	}
	y.mu.Lock()
	defer y.mu.Unlock()
	y.seen, y.looked, y.failed = seen, time.Now(), err
	y.reading, y.took = Progress{}, time.Since(began)
	if errors.Is(err, context.Canceled) {
		y.failed = nil
	}
	if s != nil {
		y.take(s, files)
		y.from = seen
	}
}

// filesOf is a stamp of what comes from outside.
func (y *Year) filesOf() string {
	return stampOf(y.Folder, y.Out, filepath.Join(y.Folder, ruling.JournalName))
}

// take makes a questions.Reading the one that is shown. It is called under the lock.
func (y *Year) take(s *questions.Reading, files string) {
	before, waited := y.now, map[string]bool{}
	if before != nil {
		for _, i := range asked(before, y.laid) {
			waited[questions.ID(&before.Questions[i])] = true
		}
	}
	y.now = s
	for id, l := range y.laid {
		if l.decided <= s.Decided {
			delete(y.laid, id)
		}
	}
	if before != nil && before.Decided != s.Decided && y.files == files {
		y.opened(s, waited)
	}
	y.files = files
}

// show takes a questions.Reading of the year as it is now.
func (y *Year) show(s *questions.Reading) {
	seen, files := stampOf(y.Folder), y.filesOf()
	y.weigh(s)
	y.mu.Lock()
	defer y.mu.Unlock()
	y.seen, y.looked, y.failed = seen, time.Now(), nil
	y.take(s, files)
}

// LookEvery is how often the files are looked at while somebody is at the page.
const LookEvery = time.Second

// Look asks for a reading where the files have changed since the last one.
func (y *Year) Look() {
	y.mu.Lock()
	due := !y.reading.Going && !y.waits && time.Since(y.looked) > LookEvery
	if due {
		y.looked = time.Now()
	}
	seen := y.seen
	y.mu.Unlock()
	if due && stampOf(y.Folder) != seen {
		y.Again()
	}
}

// State returns what is known now: the last reading, nil for none, and the one that is going on.
func (y *Year) State() (*questions.Reading, Progress, error) {
	y.mu.Lock()
	defer y.mu.Unlock()
	now := y.reading
	now.Going = now.Going || y.waits && y.urgent
	return y.now, now, y.failed
}

// Settle waits until the year is read as it is now.
func (y *Year) Settle() { _ = y.follow(context.Background(), func(Progress) {}) }

// Beside has something done while the year is open: End makes its context end, and waits for it.
func (y *Year) Beside(do func(ctx context.Context)) {
	y.beside.Go(func() { do(y.ctx) })
}

// End stops reading and building and leaves the year to others.
func (y *Year) End() {
	y.mu.Lock()
	j := y.job
	y.mu.Unlock()
	if j != nil {
		j.cancel()
		<-j.over
	}
	y.close()
	y.beside.Wait()
	<-y.over
	y.release()
}
