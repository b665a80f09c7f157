package cli

import (
	"fmt"
	"io"

	"taizhang/report/console"
)

// What the console says, and where:
//
//   - stdout is for results: what was asked for, in the order of the year, one line a thing.
//   - stderr is for everything else: progress, findings, faults and their remedies.
//   - --quiet leaves only faults; findings stand in the outputs all the same.
//   - A fault is one line that begins with the program's name, then 提示 with what to do, then
//     whether anything was written.
//   - Nothing is drawn over: a progress line is closed before anything else is said.
//   - Names of files and texts from returns are printed so that no character of theirs steers
//     the terminal (report/console).

// printer remembers whether what was printed arrived, and stops at the first failure.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) Write(b []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	n, err := p.w.Write(b)
	p.err = err
	return n, err
}

// progress shows a phase of a run, unless it is to be quiet.
func (c *call) progress(phase string) *console.Progress {
	screen := c.stderr
	screen.Live = screen.Live && !c.quiet
	c.shown = console.NewProgress(screen, phase)
	return c.shown
}

// say tells what was done, list what was written.
func (c *call) say(format string, args ...any) {
	if !c.quiet {
		c.stdout.Say(fmt.Sprintf(format, args...))
	}
}

func (c *call) list(paths []string) {
	for _, path := range paths {
		c.say("  %s", path)
	}
}
