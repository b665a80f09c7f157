// Package cli is the command line: commands, flags, exit codes, and what is said to whom
// (say.go). It knows neither formats nor rules.
package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"

	"taizhang/importer"
	"taizhang/report/console"
	"taizhang/report/manual"

	"github.com/spf13/pflag"
)

// call is one run of the program: its flags and where it speaks.
type call struct {
	importer.Options
	asOf, quarter  string
	from           string
	strict, quiet  bool
	sample         bool  // init copies out the sample year
	sampleYear     fs.FS // which is this
	explain        bool
	stdout, stderr console.Screen
	shown          *console.Progress // what the terminal shows at the moment
}

// Run carries out the command line, the arguments after the program's name, and returns the
// exit code; sample is the year that init --sample copies out. A fault of the program
// itself, or results that can't be printed, are failures of the tool and not wrong usage.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer, sample fs.FS) (code int) {
	out := &printer{w: stdout}
	c := &call{sampleYear: sample, stdout: console.ScreenOf(stdout, os.Getenv), stderr: console.ScreenOf(stderr, os.Getenv)}
	c.stdout.Writer = out
	defer func() {
		fault := recover()
		c.shown.Close() // nothing may be drawn over what is said now
		if fault != nil {
			code = c.fail(fmt.Errorf("程序内部出错，请把这个文件夹和这行字交给维护者：%v", fault))
		} else if out.err != nil && code == ExitDone {
			code = ExitFailed
			fmt.Fprintln(stderr, "taizhang: 结果没能显示出来："+out.err.Error())
		}
	}()
	flags, version, help := c.flags()
	if err := flags.Parse(args); err != nil {
		return c.fail(wrongFlag(err, flags))
	}
	rest := flags.Args()
	switch {
	case *help || len(rest) == 1 && rest[0] == "help":
		fmt.Fprint(c.stdout, manual.Usage())
		return ExitDone
	case *version:
		fmt.Fprintln(c.stdout, "taizhang", fullVersion())
		return ExitDone
	case len(args) == 0:
		fmt.Fprint(c.stdout, manual.Usage())
		return ExitDone
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

// flags are all that the program takes, whatever the command.
func (c *call) flags() (flags *pflag.FlagSet, version, help *bool) {
	flags = pflag.NewFlagSet("taizhang", pflag.ContinueOnError)
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
	version = flags.Bool("version", false, "")
	help = flags.BoolP("help", "h", false, "")
	return flags, version, help
}

// command carries out one command.
func (c *call) command(ctx context.Context, args []string) (int, error) {
	name := "build"
	if len(args) > 0 {
		name = args[0]
	}
	switch name {
	case "build", "tasks", "forms", "open":
		folder, err := atMostOne(args[min(1, len(args)):])
		if err != nil {
			return 0, err
		}
		switch name {
		case "tasks":
			return c.tasks(folder)
		case "forms":
			return c.forms(ctx, folder)
		case "open":
			return c.open(ctx, folder)
		}
		return c.build(ctx, folder)
	case "check":
		return c.check(ctx, args[1:])
	case "init":
		return c.start(args[1:])
	case "completion":
		return c.completion(args[1:])
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
