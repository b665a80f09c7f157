package page

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report"
	"taizhang/report/outputs"
)

// job is a build on its way, or the last one.
type job struct {
	cancel context.CancelFunc
	over   chan struct{} // closed at its end

	mu          sync.Mutex
	phase       string
	done, total int
	file        string
	began, took time.Duration
	failed      string // what went wrong, "" for nothing
	hint        string
	ended       bool
	stopped     bool
	changes     *changes // what it changed
}

// jobState is a job as it is shown.
type jobState struct {
	Going, Stopped bool
	Phase, File    string
	Done, Total    int
	Percent        int
	Failed, Hint   string
	Took           string
}

func (j *job) say(phase string, done, total int, file string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.phase, j.done, j.total, j.file = phase, done, total, file
}

func (j *job) state() jobState {
	j.mu.Lock()
	defer j.mu.Unlock()
	s := jobState{Going: !j.ended, Stopped: j.stopped, Phase: j.phase, File: j.file, Done: j.done, Total: j.total, Failed: j.failed, Hint: j.hint,
		Took: fmt.Sprintf("%.1f 秒", j.took.Seconds())}
	if j.total > 0 {
		s.Percent = 100 * j.done / j.total
	}
	return s
}

// building reports whether a build is going on.
func (y *year) building() bool {
	y.mu.Lock()
	j := y.job
	y.mu.Unlock()
	return j != nil && j.state().Going
}

// build begins to write all outputs, unless that is going on.
func (p *Page) build(w http.ResponseWriter, r *http.Request, y *year) {
	y.mu.Lock()
	if y.job == nil || !y.job.state().Going {
		ctx, cancel := context.WithCancel(y.ctx)
		y.job = &job{cancel: cancel, over: make(chan struct{})}
		go p.run(ctx, y, y.job)
	}
	y.mu.Unlock()
	p.back(w, r, "/results", "")
}

// stopBuild ends a build before it writes. What is being written is finished: outputs appear
// together or not at all.
func (p *Page) stopBuild(w http.ResponseWriter, r *http.Request, y *year) {
	y.mu.Lock()
	j := y.job
	y.mu.Unlock()
	if j != nil {
		j.cancel()
	}
	p.back(w, r, "/results", "")
}

// run builds as the command does, and again where a decision came in between reading and writing.
func (p *Page) run(ctx context.Context, y *year, j *job) {
	defer close(j.over)
	began := time.Now()
	var l, printed *ledger.Ledger
	var err error
	before := lastBuilt(y.out)
	var inputs string
	var decided int
	for range busyTries {
		var fault error
		inputs = y.inputs()
		y.mu.Lock()
		decided = y.decided
		y.mu.Unlock()
		if l, fault = safely(func() *ledger.Ledger {
			var built *ledger.Ledger
			built, printed, err = p.buildOnce(ctx, y, j)
			return built
		}); fault != nil {
			err = fault
		}
		if err == nil || !passing(err) || ctx.Err() != nil {
			break
		}
		j.say("等另一个程序写完", 0, 0, "")
		time.Sleep(busyWait)
	}
	j.mu.Lock()
	j.took, j.ended = time.Since(began), true
	switch {
	case errors.Is(err, context.Canceled):
		j.stopped = true
	case err != nil:
		j.failed = err.Error()
		var wrong *importer.UsageError
		if errors.As(err, &wrong) {
			j.hint = wrong.Hint
		}
	default:
		j.changes = before.to(printed)
	}
	j.mu.Unlock()
	if err == nil {
		y.mu.Lock()
		y.base = l.Journal.Count()
		y.mu.Unlock()
		if s, fault := safely(func() *snapshot { return lay(l, decided) }); fault == nil && inputs == y.inputs() {
			y.show(s) // what was built was read just now
			return
		}
	}
	y.again()
}

// inputs sums up the files that a build reads and does not write.
func (y *year) inputs() string {
	return stampOf(y.folder, y.out, filepath.Join(y.folder, ruling.JournalName))
}

// passing reports a failure that is over when another writer is.
func passing(err error) bool {
	var busy *outputs.BusyError
	return errors.As(err, &busy)
}

// buildOnce returns the ledger as it was read, and as it was printed.
func (p *Page) buildOnce(ctx context.Context, y *year, j *job) (l, printed *ledger.Ledger, err error) {
	if err := outputs.Recover(y.out, y.folder); err != nil {
		return nil, nil, err
	}
	j.say("正在读取", 0, 0, "")
	l, err = importer.Load(ctx, importer.Options{Folder: y.folder, Out: y.out, Progress: func(done, total int, file string) {
		j.say("正在读取", done, total, file)
	}})
	if err != nil {
		return nil, nil, err
	}
	wording, err := importer.Own(y.folder, "annex.md")
	if err != nil {
		return nil, nil, err
	}
	fonts := p.Fonts(l.Plan.Settings.Fonts, y.folder)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	j.say("正在写出台账、年报附件和退回单", 0, 0, "")
	y.writing.Lock() // decisions wait, so that they are not refused
	defer y.writing.Unlock()
	if journal, err := importer.Journal(y.folder); err == nil && l.Journal != nil && journal.Sum != l.Journal.Sum {
		return nil, nil, &outputs.BusyError{Folder: y.folder} // somebody has decided since: it is read again
	}
	done, err := report.Write(l, fonts, report.Place{Year: y.folder, Out: y.out, Version: p.Version, Program: p.Program, Wording: string(wording)})
	if err != nil {
		return nil, nil, err
	}
	return l, done.Ledger, nil
}

// outputs are shown in the order of the contract.
var outputOrder = []string{"台账.xlsx", "年报附件.pdf", "年报附件.docx", "年报附件.html", "通报.docx", "台账.json"}

func outputRank(name string) int {
	if i := slices.Index(outputOrder, name); i >= 0 {
		return i
	}
	return len(outputOrder)
}
