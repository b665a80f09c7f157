package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"taizhang/importer"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/outputs"
)

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
	l, err := c.load(ctx)
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
	written := slices.DeleteFunc(slices.Clone(paths), outputs.IsKept)
	c.list(written)
	if kept := len(paths) - len(written); kept > 0 {
		c.say("原来的 %d 份与新写的不同，移进了 %s。", kept, filepath.Join(filepath.Dir(written[0]), "历史"))
	}
	c.say("请把它们发给部门，填好报回来的放进 %s。", filepath.Join(folder, q.Short()))
	return ExitDone, nil
}
