package console

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Progress is one line on a terminal that says what a run is doing. It is drawn anew as
// time goes by, so that a large file does not look like a standstill, and is gone after
// Close. On anything but a terminal nothing is shown. Nothing else may be printed on the
// screen before it is closed.
type Progress struct {
	container *mpb.Progress
	bar       *mpb.Bar
	started   time.Time

	mu   sync.Mutex // between the run that reports and the line that is drawn
	step step
}

// step is what a run is at: a phase, and where it goes file by file, which.
type step struct {
	phase       string
	done, total int // files; total is 0 where there is nothing to count
	file        string
}

// NewProgress begins to show a phase, such as 读取.
func NewProgress(s Screen, phase string, options ...mpb.ContainerOption) *Progress {
	p := &Progress{started: time.Now(), step: step{phase: phase}}
	if !s.Live {
		return p
	}
	p.container = mpb.New(append([]mpb.ContainerOption{mpb.WithOutput(s.Writer)}, options...)...)
	p.bar = p.container.New(0, mpb.NopStyle(), mpb.BarFillerTrim(), mpb.PrependDecorators(decor.Any(func(at decor.Statistics) string {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.step.line(time.Since(p.started), min(at.AvailableWidth, s.Width)-1)
	})))
	return p
}

// Read says how many files are done and which was the last; it fits importer.Options.
func (p *Progress) Read(done, total int, file string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.step.done, p.step.total, p.step.file = done, total, file
}

// Close wipes the line. It may be called again, and where nothing was begun.
func (p *Progress) Close() {
	if p == nil || p.container == nil {
		return
	}
	p.bar.Abort(true)
	p.container.Wait()
	p.container = nil
}

// line is what is shown in at most `width` display columns: a long file name is cut, never
// wrapped, for only the last line of a wrapped text can be wiped.
func (s step) line(elapsed time.Duration, width int) string {
	if s.total == 0 {
		return shorten(s.phase+"…", width)
	}
	parts := []string{fmt.Sprintf("%s %d/%d", s.phase, s.done, s.total)}
	if left := s.left(elapsed); left != "" {
		parts = append(parts, left)
	}
	return shorten(strings.Join(append(parts, plain(s.file)), "  "), width)
}

// left guesses the time left from the time that the files so far took. Before the first
// seconds it would jump, and at the end it says nothing.
func (s step) left(elapsed time.Duration) string {
	if s.done == 0 || s.done >= s.total || elapsed < 2*time.Second {
		return ""
	}
	left := (elapsed / time.Duration(s.done) * time.Duration(s.total-s.done)).Round(time.Second)
	switch minutes := int(left / time.Minute); {
	case left < time.Second:
		return ""
	case minutes == 0:
		return fmt.Sprintf("约剩 %d 秒", int(left/time.Second))
	default:
		return fmt.Sprintf("约剩 %d 分 %02d 秒", minutes, int(left%time.Minute/time.Second))
	}
}
