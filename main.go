// Command taizhang merges the quarterly returns of a bureau's departments into a ledger
// (台账), the annex of its annual report (年报附件) and a JSON file for other programs.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"

	"taizhang/importer"
	"taizhang/report/console"
	"taizhang/report/console/window"

	"github.com/spf13/pflag"
)

// What the process tells its caller (see the contract): done and written; something was
// held back; the call was wrong and nothing is written; the tool could not do its work and
// earlier outputs are untouched.
const (
	exitDone = iota
	exitHeld
	exitUsage
	exitFailed
)

const usage = `taizhang 台账：把各部门每季度报来的表格合并成工作台账和年报附件。

用法：
  taizhang init 文件夹               建一个年度文件夹，带任务清单和四个季度
  taizhang forms [文件夹] --quarter 季度
                                     给每个应报的部门写一份报送表，放进 下发
  taizhang build [文件夹]            读取一年，写出台账、年报附件和退回单
  taizhang 文件夹                    同上（也可以把文件夹拖到程序图标上）
  taizhang tasks [文件夹或清单]      看清单怎样理解：谁牵头、谁配合、何时完成
  taizhang check 文件或文件夹…       检查报表，列出问题，不写任何文件

选项：
  --quarter 季度    forms：哪个季度，例如 3 或 2021Q3
  --explain         check：说明每张工作表是怎样读的：各栏读作什么、凭什么
  --from 文件夹     init：接着上一年的文件夹建，沿用名录、设置、词表和台账
  --sample          init：建一个虚构的样例年度，带各部门的报表
  --tasks 文件      任务清单，不写则用文件夹里的 任务清单.xlsx
  --last 文件       上年的 台账.json，不写则用文件夹里的 上年/台账.json
  --out 文件夹      写到哪里，不写则为 文件夹/成果（forms 为 文件夹/下发）
  --year 年度       例如 2021
  --unit 单位名称   例如 示例市文化广电旅游体育局
  --as-of 季度      截至哪个季度，例如 2021Q4
  --strict          有待核对的内容时退出码为 1（文件照常写出）
  --quiet           只在出错时说话
  --version         显示版本
  --help            显示本说明

退出码：
  0  完成
  1  有内容待核对（check，或 build --strict）
  2  用法不对，没有清单，或不是年度文件夹；什么都没写
  3  程序没能完成（磁盘满、没有权限、文件正被打开）；原有成果不动

例：
  taizhang init 2021                 改好 2021/任务清单.xlsx，然后：
  taizhang forms 2021 --quarter 1    把 2021/下发 里的表发给部门
  taizhang build 2021                报回来的放进 2021/第一季度 以后，汇总
`

// How the garbage collector goes about it. It counts a floor that is never touched, and so
// takes no memory, as in use: without it, twenty collections would be done while little is
// there to collect. From the limit on, which only a year of thousands of returns reaches,
// it clears up sooner.
const (
	garbageFloor   = 100 << 20 // bytes
	garbagePercent = 60        // of what is in use
	memoryLimit    = 920 << 20 // bytes, the floor included
)

func main() {
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(memoryLimit)
	floor := make([]byte, garbageFloor)
	code := start(os.Args[1:])
	runtime.KeepAlive(floor)
	os.Exit(code)
}

// start runs the program in its window, which stays open where it would close at the end.
func start(args []string) (code int) {
	w := window.Open()
	defer w.Close()
	if w.Own && len(args) == 0 {
		fmt.Print(welcome)
	} else {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		code = run(ctx, args, os.Stdout, os.Stderr)
		stop() // from here on an interrupt ends the waiting
	}
	hold(w.Own, args, os.Stdin, os.Stderr)
	return code
}

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

// call is one run of the program: its flags and where it speaks.
type call struct {
	importer.Options
	asOf, quarter  string
	from           string
	strict, quiet  bool
	sample         bool
	explain        bool
	stdout, stderr console.Screen
	shown          *console.Progress // what the terminal shows at the moment
}

// run carries out the command line and returns the exit code. A fault of the program
// itself, or results that can't be printed, are failures of the tool and not wrong usage.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) (code int) {
	out := &printer{w: stdout}
	c := &call{stdout: console.ScreenOf(stdout, os.Getenv), stderr: console.ScreenOf(stderr, os.Getenv)}
	c.stdout.Writer = out
	defer func() {
		fault := recover()
		c.shown.Close() // nothing may be drawn over what is said now
		if fault != nil {
			code = c.fail(fmt.Errorf("程序内部出错，请把这个文件夹和这行字交给维护者：%v", fault))
		} else if out.err != nil && code == exitDone {
			code = exitFailed
			fmt.Fprintln(stderr, "taizhang: 结果没能显示出来："+out.err.Error())
		}
	}()
	flags := pflag.NewFlagSet("taizhang", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&c.Tasks, "tasks", "", "")
	flags.StringVar(&c.Last, "last", "", "")
	flags.StringVar(&c.Out, "out", "", "")
	flags.IntVar(&c.Year, "year", 0, "")
	flags.StringVar(&c.Unit, "unit", "", "")
	flags.StringVar(&c.asOf, "as-of", "", "")
	flags.StringVar(&c.quarter, "quarter", "", "")
	flags.StringVar(&c.from, "from", "", "")
	flags.BoolVar(&c.sample, "sample", false, "")
	flags.BoolVar(&c.explain, "explain", false, "")
	flags.BoolVar(&c.strict, "strict", false, "")
	flags.BoolVar(&c.quiet, "quiet", false, "")
	version := flags.Bool("version", false, "")
	help := flags.BoolP("help", "h", false, "")
	if err := flags.Parse(args); err != nil {
		return c.fail(wrongFlag(err, flags))
	}
	rest := flags.Args()
	switch {
	case *help || len(rest) == 1 && rest[0] == "help":
		fmt.Fprint(c.stdout, usage)
		return exitDone
	case *version:
		fmt.Fprintln(c.stdout, "taizhang", fullVersion())
		return exitDone
	case len(args) == 0:
		fmt.Fprint(c.stdout, usage)
		return exitDone
	}
	for _, err := range []error{dashed(rest), fits(flags, rest), c.readFlags(flags)} {
		if err != nil {
			return c.fail(err)
		}
	}
	code, err := c.command(ctx, rest)
	if err != nil {
		return c.fail(err)
	}
	return code
}

// command carries out one command.
func (c *call) command(ctx context.Context, args []string) (int, error) {
	name := "build"
	if len(args) > 0 {
		name = args[0]
	}
	switch name {
	case "build", "tasks", "forms":
		folder, err := atMostOne(args[min(1, len(args)):])
		if err != nil {
			return 0, err
		}
		switch name {
		case "tasks":
			return c.tasks(folder)
		case "forms":
			return c.forms(ctx, folder)
		}
		return c.build(ctx, folder)
	case "check":
		return c.check(ctx, args[1:])
	case "init":
		return c.start(args[1:])
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir() && len(args) == 1:
		return c.build(ctx, name)
	case err == nil && info.IsDir():
		_, err := atMostOne(args)
		return 0, err
	case err == nil:
		return 0, &importer.UsageError{Message: name + " 是一个文件", Hint: "合并一年的报表，请用整个年度文件夹（可以拖到程序图标上）；只检查这一份，请用 taizhang check " + name}
	}
	hint := "用 taizhang --help 看有哪些命令。"
	if near := nearest(name, commands); near != "" {
		hint = "是不是 taizhang " + near + "？" + hint
	}
	return 0, &importer.UsageError{Message: "没有这个命令，也没有这个文件夹：" + name, Hint: hint}
}

func atMostOne(args []string) (string, error) {
	switch len(args) {
	case 0:
		return ".", nil
	case 1:
		return args[0], nil
	}
	return "", &importer.UsageError{Message: "只能写一个文件夹", Hint: "文件夹名里有空格时请加引号。"}
}
