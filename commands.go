package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/console"
	"taizhang/report/face"
)

// sample is the year of a made-up bureau that init --sample copies out.
//
//go:embed all:testdata/sample
var sample embed.FS

// build is the main job: a year folder in, all outputs out.
func (c *call) build(ctx context.Context, folder string) (int, error) {
	c.Folder = folder
	if c.Out == "" {
		c.Out = filepath.Join(folder, "成果")
	}
	if _, err := c.resume(folder); err != nil {
		return 0, err
	}
	if err := report.Recover(c.Out, folder); err != nil {
		return 0, err
	}
	reading := c.progress("正在读取")
	c.Progress = reading.Read
	l, err := importer.Load(ctx, c.Options)
	reading.Close()
	if err != nil {
		return 0, err
	}
	wording, err := importer.Own(folder, "annex.md")
	if err != nil {
		return 0, err
	}
	fonts := c.faces(l.Plan.Settings.Fonts, folder)
	writing := c.progress("正在写出台账、年报附件和退回单")
	done, err := report.Write(l, fonts, report.Place{Year: folder, Out: c.Out, Version: release(), Program: installed(), Wording: string(wording)})
	writing.Close()
	var worded *report.WordingError
	if errors.As(err, &worded) {
		return 0, &importer.UsageError{Message: worded.Error(), Hint: "请对照内置的 annex.md 改正，或先移走该文件。"}
	}
	if err != nil {
		return 0, err
	}
	if !c.quiet {
		console.Problems(c.stderr, done.Ledger)
		console.Summary(c.stdout, done.Ledger, done.Files)
		c.say("\n年报附件的字体：%s", fonts)
	}
	if c.strict && held(done.Ledger.Findings) {
		return exitHeld, nil
	}
	return exitDone, nil
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

// tasks prints how the list was understood.
func (c *call) tasks(path string) (int, error) {
	p, found, err := importer.Tasks(c.Options, path)
	if err != nil {
		return 0, err
	}
	console.Tasks(c.stdout, p)
	if !c.quiet {
		console.Findings(c.stderr, found, "taizhang tasks "+path+" 2> 问题.txt")
	}
	return exitDone, nil
}

// check prints what is to be said of single returns.
func (c *call) check(ctx context.Context, paths []string) (int, error) {
	if len(paths) == 0 {
		return 0, &importer.UsageError{Message: "check 后面要写文件或文件夹", Hint: "例如 taizhang check 第一季度/办公室.xlsx"}
	}
	reading := c.progress("正在读取")
	c.Progress = reading.Read
	l, err := importer.Check(ctx, c.Options, paths)
	reading.Close()
	if err != nil {
		return 0, err
	}
	switch {
	case c.explain:
		console.Explain(c.stdout, l)
	case !c.quiet:
		console.Check(c.stdout, l)
	}
	if len(l.Inputs) == 0 {
		c.stderr.Say("这里没有报表，什么也没有检查。")
		return exitDone, nil
	}
	console.Checked(c.stderr, l, "taizhang check "+strings.Join(paths, " ")+" 2> 问题.txt")
	if held(l.Findings) {
		return exitHeld, nil
	}
	return exitDone, nil
}

func held(findings []finding.Finding) bool {
	for _, f := range findings {
		if f.Severity() == finding.Error && !f.Settled {
			return true
		}
	}
	return false
}

// forms writes one form a department for the quarter. What was last said comes from the
// returns that are already there, with the office's rulings in 成果.
func (c *call) forms(ctx context.Context, folder string) (int, error) {
	q, ok := period.ParseQuarter(c.quarter)
	if !ok {
		hint := "请写成 --quarter 3 或 --quarter 2021Q3"
		if c.quarter == "" {
			return 0, &importer.UsageError{Message: "没有写是哪个季度的报送表", Hint: hint}
		}
		return 0, &importer.UsageError{Message: "--quarter 看不懂：" + c.quarter, Hint: hint}
	}
	out := c.Out
	if out == "" {
		out = filepath.Join(folder, "下发")
	}
	c.Folder, c.Out = folder, filepath.Join(folder, "成果")
	c.AsOf = period.Quarter{N: max(q.N-1, 1)}
	if _, err := c.resume(folder); err != nil {
		return 0, err
	}
	if err := report.Recover(c.Out, folder); err != nil {
		return 0, err
	}
	reading := c.progress("正在读取")
	c.Progress = reading.Read
	l, err := importer.Load(ctx, c.Options)
	reading.Close()
	if err != nil {
		return 0, err
	}
	if q.Year != 0 && q.Year != l.Year {
		return 0, &importer.UsageError{Message: fmt.Sprintf("--quarter 写的是%s，清单是 %d 年的", q.Label(), l.Year),
			Hint: fmt.Sprintf("请改成本年度的季度，例如 %dQ%d", l.Year, q.N)}
	}
	q.Year = l.Year
	writing := c.progress("正在写出报送表")
	paths, err := report.Forms(l, q, out)
	writing.Close()
	if err != nil {
		return 0, err
	}
	if len(paths) == 0 {
		return 0, &importer.UsageError{Message: q.Label() + "没有应报送的部门", Hint: "请核对任务清单的责任部门、部门名录，以及“启用”“停用”的季度。"}
	}
	c.say("%s的报送表，已写出：", q.Label())
	c.list(paths)
	c.say("请把它们发给部门，填好报回来的放进 %s。", filepath.Join(folder, q.Short()))
	return exitDone, nil
}

// start makes a year folder.
func (c *call) start(args []string) (int, error) {
	if len(args) != 1 {
		return 0, &importer.UsageError{Message: "init 后面要写一个文件夹", Hint: "例如 taizhang init 2021"}
	}
	if c.sample && (c.Year != 0 || c.Unit != "") {
		return 0, &importer.UsageError{Message: "样例的年度和单位是定好的", Hint: "--sample 不和 --year、--unit 一起用，请去掉。"}
	}
	folder := args[0]
	if resumed, err := c.resume(folder); resumed || err != nil {
		return exitDone, err
	}
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return 0, &importer.UsageError{Message: folder + " 是一个文件", Hint: "请换一个文件夹的名字。"}
	}
	entries, err := os.ReadDir(folder)
	switch {
	case err == nil && len(entries) > 0:
		return 0, &importer.UsageError{Message: folder + " 里已经有内容，没有改动", Hint: "init 只建新的文件夹，请换一个名字，例如 taizhang init " + folder + "-新"}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return 0, fmt.Errorf("打不开文件夹 %s：%w", folder, err)
	}
	if c.from != "" {
		return c.goOn(folder)
	}
	var paths []string
	if c.sample {
		year, subErr := fs.Sub(sample, "testdata/sample")
		if subErr != nil {
			return 0, subErr
		}
		paths, err = report.Sample(folder, year)
	} else {
		paths, err = report.Start(folder, c.Year, c.Unit)
	}
	if err != nil {
		return 0, err
	}
	c.say("已建好年度文件夹 %s：", folder)
	c.list(paths)
	if c.sample {
		c.say("这是虚构的一年，看成果请用：taizhang build %s", folder)
	} else {
		c.say("下一步：在 任务清单.xlsx 里换上本年度的清单、部门名录和设置，然后用 taizhang forms %s --quarter 1 写出第一季度的报送表。", folder)
	}
	return exitDone, nil
}

// goOn makes a year folder that goes on from an earlier one.
func (c *call) goOn(folder string) (int, error) {
	if c.sample {
		return 0, &importer.UsageError{Message: "--sample 和 --from 不能一起用", Hint: "请去掉一个。"}
	}
	if err := report.Recover(filepath.Join(c.from, importer.OutFolder), c.from); err != nil {
		return 0, err
	}
	old, err := importer.Carry(c.from, c.Out)
	if err != nil {
		return 0, err
	}
	paths, err := report.Continue(folder, c.Year, c.Unit, old.Carried, old.Ledger, old.Decisions)
	if err != nil {
		return 0, err
	}
	c.say("已接着 %s（%d年）建好年度文件夹 %s：", c.from, old.Year, folder)
	c.list(paths)
	if old.Ledger == nil {
		c.say("%s 里没有成果，没有带上上年的台账；要回头看的，先生成它，再把 台账.json 放进 %s。", c.from, filepath.Join(folder, "上年"))
	}
	c.say("下一步：在 任务清单.xlsx 里填上本年度的清单，核对部门名录和设置，然后用 taizhang forms %s --quarter 1 写出第一季度的报送表。", folder)
	return exitDone, nil
}

// resume ends an init that was killed in a year folder, and says whether there was one.
func (c *call) resume(folder string) (resumed bool, err error) {
	paths, err := report.Resume(folder)
	if err != nil || len(paths) == 0 {
		return false, err
	}
	c.say("上一次 init 中断了，现已接着建好年度文件夹 %s：", folder)
	c.list(paths)
	return true, nil
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
