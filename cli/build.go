package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/console"
	"taizhang/report/face"
	"taizhang/report/outputs"
)

// build is the main job: a year folder in, all outputs out.
func (c *call) build(ctx context.Context, folder string) (int, error) {
	c.Folder = folder
	if c.Out == "" {
		c.Out = filepath.Join(folder, "成果")
	}
	l, err := c.load(ctx)
	if err != nil {
		return 0, err
	}
	wording, err := importer.Own(folder, "annex.md")
	if err != nil {
		return 0, err
	}
	bulletin, err := importer.Own(folder, "通报.md")
	if err != nil {
		return 0, err
	}
	fonts := c.faces(l.Plan.Settings.Fonts, folder)
	writing := c.progress("正在写出台账、年报附件、通报和退回单")
	done, err := report.Write(ctx, l, fonts, report.Place{Year: folder, Out: c.Out, Version: release(), Program: installed(), Wording: string(wording), Bulletin: string(bulletin), Day: today(), Told: writing.Read})
	writing.Close()
	var worded *report.WordingError
	if errors.As(err, &worded) {
		return 0, &importer.UsageError{Message: worded.Error(), Hint: "请对照内置的写法改正，或先移走该文件。"}
	}
	if err != nil {
		return 0, err
	}
	if !c.quiet {
		console.Problems(c.stderr, done.Ledger)
		console.Summary(c.stdout, done.Ledger, done.Files)
		for _, kept := range done.Kept {
			c.say("\n%s", kept)
		}
		c.say("\n年报附件的字体：%s", fonts)
	}
	if c.strict && held(done.Ledger.Findings) {
		return ExitHeld, nil
	}
	return ExitDone, nil
}

// today is the day of the run.
func today() period.Date {
	now := time.Now()
	return period.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}

// load reads the year, after ending what an earlier run was killed in.
func (c *call) load(ctx context.Context) (*ledger.Ledger, error) {
	if _, err := c.resume(c.Folder); err != nil {
		return nil, err
	}
	if err := outputs.Recover(c.Out, c.Folder); err != nil {
		return nil, err
	}
	reading := c.progress("正在读取")
	defer reading.Close()
	c.Progress = reading.Read
	return importer.Load(ctx, c.Options)
}

// faces finds the fonts to print with and says which of the office's own were refused. A
// path in the settings counts from the year folder.
func (c *call) faces(wanted, folder string) face.Set {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // then only the system's own places are looked through
	}
	program, err := os.Executable()
	if err != nil {
		program = ""
	}
	fonts, refused := face.Find(wanted, folder, face.Places(runtime.GOOS, home, filepath.Dir(program)))
	for _, r := range refused {
		instead := ""
		if r.Instead != "" {
			instead = "；" + r.Instead
		}
		c.stderr.Say(fmt.Sprintf("taizhang: 字体 %s 没有用上：%s%s", r.File, r.Why, instead))
	}
	return fonts
}
