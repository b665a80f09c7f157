package cli

import (
	"context"
	"strings"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/report/console"
)

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
	return ExitDone, nil
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
		return ExitDone, nil
	}
	console.Checked(c.stderr, l, "taizhang check "+strings.Join(paths, " ")+" 2> 问题.txt")
	if held(l.Findings) {
		return ExitHeld, nil
	}
	return ExitDone, nil
}

func held(findings []finding.Finding) bool {
	for _, f := range findings {
		if f.Severity() == finding.Error && !f.Settled {
			return true
		}
	}
	return false
}
