package page

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/ledgerbook"
	"taizhang/report/outputs"
	"taizhang/report/publish"
)

// year is a year folder that is open. It is read when it is opened and again when anything in
// it has changed, in the background: a screen shows the last reading.
type year struct {
	folder, out string
	release     func() // of the page's own lock
	ctx         context.Context
	close       context.CancelFunc
	kick        chan struct{} // something has changed
	over        chan struct{} // closed when nothing is read any more

	mu      sync.Mutex
	now     *snapshot // nil until the folder was read once
	failed  error     // why the last reading failed
	reading reading   // the one that is going on
	waits   bool      // one is asked for
	urgent  bool      // it is not to wait for further decisions
	took    time.Duration
	looked  time.Time // when the files were last looked at
	seen    string    // how they were
	decided int       // decisions made here, counted
	laid    map[string]laid
	batches []batch    // decisions by the key that made them, for taking them back
	base    int        // how many decisions there were when the ledger was last printed
	drops   []dropped  // what was stored last
	job     *job       // a build that is going on, or the last one
	writing sync.Mutex // one decision at a time
	storing sync.Mutex // one drop at a time
}

// reading says how far a reading is.
type reading struct {
	going       bool
	done, total int
	file        string
}

// snapshot is what one reading gave. It is never written to.
type snapshot struct {
	ledger    *ledger.Ledger
	edition   publish.Edition
	questions []ledgerbook.Question
	at        map[string]int // of questions by their IDs
	readings  []ledgerbook.Reading
	keys      map[int]string // of requirements, by number
	decided   int            // how many of the page's decisions it knows
}

// quarter is the one that the office is at: the one that the ledger is drawn up for, and the
// first as long as nothing has come and the settings say none.
func (s *snapshot) quarter() period.Quarter {
	l := s.ledger
	if !l.Plan.Settings.AsOf.IsZero() || l.Numbers != nil && l.Numbers.Any() ||
		slices.ContainsFunc(l.Quarters, func(t ledger.QuarterTally) bool { return t.Returns.Reported > 0 }) {
		return l.AsOf
	}
	return period.Quarter{Year: l.Year, N: 1}
}

// laid is what was decided, or taken back, since the last reading.
type laid struct {
	decided int
	says    string
	open    bool // it was taken back
}

// batch is what one key decided.
type batch struct {
	decisions []string // their IDs
	questions []string // and those of what they were made on
}

// openYear opens a year folder and begins to read it.
func openYear(folder string, release func()) (*year, error) {
	y := &year{folder: folder, out: filepath.Join(folder, importer.OutFolder), release: release, kick: make(chan struct{}, 1), over: make(chan struct{}), laid: map[string]laid{}}
	if _, err := outputs.Resume(folder); err != nil {
		return nil, err
	}
	if err := outputs.Recover(y.out, folder); err != nil {
		return nil, err
	}
	journal, err := importer.Journal(folder)
	if err != nil {
		return nil, err
	}
	y.base = journal.Count()
	y.ctx, y.close = context.WithCancel(context.Background())
	y.again()
	go y.keepReading()
	return y, nil
}

func (y *year) keepReading() {
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
func (y *year) quiet() bool {
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
func (y *year) read() {
	began, seen := time.Now(), stampOf(y.folder)
	y.mu.Lock()
	decided := y.decided
	y.waits, y.urgent, y.reading = false, false, reading{going: true}
	y.mu.Unlock()
	l, err := y.load(func(done, total int, file string) {
		y.mu.Lock()
		y.reading = reading{true, done, total, file}
		y.mu.Unlock()
	})
	var s *snapshot
	if err == nil {
		s, err = safely(func() *snapshot { return lay(l, decided) })
	}
	y.mu.Lock()
	defer y.mu.Unlock()
	y.seen, y.looked, y.failed = seen, time.Now(), err
	y.reading, y.took = reading{}, time.Since(began)
	if errors.Is(err, context.Canceled) {
		y.failed = nil
	}
	if s != nil {
		y.take(s)
	}
}

// take makes a snapshot the one that is shown. It is called under the lock.
func (y *year) take(s *snapshot) {
	y.now = s
	for id, l := range y.laid {
		if l.decided <= s.decided {
			delete(y.laid, id)
		}
	}
}

// show takes a snapshot of the year as it is now.
func (y *year) show(s *snapshot) {
	seen := stampOf(y.folder)
	y.mu.Lock()
	defer y.mu.Unlock()
	y.seen, y.looked, y.failed = seen, time.Now(), nil
	y.take(s)
}

// lookEvery is how often the files are looked at while somebody is at the page.
const lookEvery = time.Second

// look asks for a reading where the files have changed since the last one.
func (y *year) look() {
	y.mu.Lock()
	due := !y.reading.going && !y.waits && time.Since(y.looked) > lookEvery
	if due {
		y.looked = time.Now()
	}
	seen := y.seen
	y.mu.Unlock()
	if due && stampOf(y.folder) != seen {
		y.again()
	}
}

// state returns what is known now: the last reading, nil for none, and the one that is going on.
func (y *year) state() (*snapshot, reading, error) {
	y.mu.Lock()
	defer y.mu.Unlock()
	now := y.reading
	now.going = now.going || y.waits && y.urgent
	return y.now, now, y.failed
}

// settle waits until the year is read as it is now.
func (y *year) settle() {
	for {
		y.mu.Lock()
		over := !y.waits && !y.reading.going
		y.mu.Unlock()
		if over {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// end stops reading and building and leaves the year to others.
func (y *year) end() {
	y.mu.Lock()
	j := y.job
	y.mu.Unlock()
	if j != nil {
		j.cancel()
		<-j.over
	}
	y.close()
	<-y.over
	y.release()
}
