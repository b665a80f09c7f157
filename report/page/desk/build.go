package desk

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report"
	"taizhang/report/face"
	"taizhang/report/outputs"
	"taizhang/report/page/questions"
)

// Job is a build on its way, or the last one.
type Job struct {
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
	changes     *Changes // what it changed
}

// JobState is a job as it is shown.
type JobState struct {
	Going, Stopped bool
	Phase, File    string
	Done, Total    int
	Percent        int
	Failed, Hint   string
	Took           string
}

func (j *Job) say(phase string, done, total int, file string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.phase, j.done, j.total, j.file = phase, done, total, file
}

func (j *Job) State() JobState {
	j.mu.Lock()
	defer j.mu.Unlock()
	s := JobState{Going: !j.ended, Stopped: j.stopped, Phase: j.phase, File: j.file, Done: j.done, Total: j.total, Failed: j.failed, Hint: j.hint,
		Took: fmt.Sprintf("%.1f 秒", j.took.Seconds())}
	if j.total > 0 {
		s.Percent = 100 * j.done / j.total
	}
	return s
}

// Building reports whether a build is going on.
func (y *Year) Building() bool {
	j := y.Job()
	return j != nil && j.State().Going
}

// Press is what a build needs of the program that it runs in.
type Press struct {
	Version string
	Program time.Time                            // see report.Place
	Fonts   func(wanted, folder string) face.Set // finds the fonts to print with
	Day     func() period.Date                   // of the run
}

// Build begins to write all outputs, unless that is going on.
func (y *Year) Build(p Press) {
	y.mu.Lock()
	defer y.mu.Unlock()
	if y.job != nil && y.job.State().Going {
		return
	}
	ctx, cancel := context.WithCancel(y.ctx)
	y.job = &Job{cancel: cancel, over: make(chan struct{})}
	go y.run(ctx, p, y.job)
}

// Stop ends a build that is going on.
func (y *Year) Stop() {
	if j := y.Job(); j != nil {
		j.cancel()
	}
}

// Job is the build that is going on, or the last one; nil for none.
func (y *Year) Job() *Job {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.job
}

// Wait waits for the end of a build.
func (j *Job) Wait() { <-j.over }

// Changes are what the build has changed, nil as long as it is going on and where it has failed.
func (j *Job) Changes() *Changes {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.changes
}

// run builds as the command does, and again where a decision came in between reading and writing.
func (y *Year) run(ctx context.Context, p Press, j *Job) {
	defer close(j.over)
	began := time.Now()
	var s *questions.Reading
	var printed *ledger.Ledger
	var err error
	before := lastBuilt(y.Out)
	var inputs string
	for range busyTries {
		var fault error
		inputs = y.inputs()
		if s, fault = safely(func() *questions.Reading {
			var built *questions.Reading
			built, printed, err = y.buildOnce(ctx, p, j)
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
		y.base = s.Read.Journal.Count()
		y.mu.Unlock()
		if inputs == y.inputs() {
			y.show(s) // what was built is what was read
			return
		}
	}
	y.Again()
}

// inputs sums up the files that a build reads and does not write.
func (y *Year) inputs() string {
	return stampOf(y.Folder, y.Out, filepath.Join(y.Folder, ruling.JournalName))
}

// passing reports a failure that is over when another writer is.
func passing(err error) bool {
	var busy *outputs.BusyError
	return errors.As(err, &busy)
}

// buildOnce returns what it was built from, and the ledger as it was printed. It writes what the
// screens show, where that is how the year lies there: a year that is held twice takes twice the
// memory.
func (y *Year) buildOnce(ctx context.Context, p Press, j *Job) (s *questions.Reading, printed *ledger.Ledger, err error) {
	if err := outputs.Recover(y.Out, y.Folder); err != nil {
		return nil, nil, err
	}
	j.say("正在读取", 0, 0, "")
	s, err = y.current(ctx, func(now Progress) { j.say("正在读取", now.Done, now.Total, now.File) })
	if err != nil {
		return nil, nil, err
	}
	l := s.Read
	wording, err := importer.Own(y.Folder, "annex.md")
	if err != nil {
		return nil, nil, err
	}
	bulletin, err := importer.Own(y.Folder, "通报.md")
	if err != nil {
		return nil, nil, err
	}
	fonts := p.Fonts(l.Plan.Settings.Fonts, y.Folder)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	j.say("正在排年报附件", 0, 0, "")
	y.writing.Lock() // decisions wait, so that they are not refused
	defer y.writing.Unlock()
	if journal, err := importer.Journal(y.Folder); err == nil && l.Journal != nil && journal.Sum != l.Journal.Sum {
		return nil, nil, &outputs.BusyError{Folder: y.Folder} // somebody has decided since: it is read again
	}
	tidy()
	done, err := report.Write(ctx, l, fonts, report.Place{Year: y.Folder, Out: y.Out, Version: p.Version, Program: p.Program, Wording: string(wording), Bulletin: string(bulletin), Day: p.Day(),
		Told: func(done, total int, name string) { j.say("正在写出成果", done, total, name) }})
	if err != nil {
		return nil, nil, err
	}
	return s, done.Ledger, nil
}
