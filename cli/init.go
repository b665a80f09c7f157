package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/importer"
	"taizhang/report"
	"taizhang/report/outputs"
)

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
		return ExitDone, err
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
		paths, err = report.Sample(folder, c.sampleYear)
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
		c.say("任务清单.xlsx 里放的是2021年的示例清单。下一步：在里面换上本年度的清单、部门名录和设置，然后用 taizhang forms %s --quarter 1 写出第一季度的报送表。", folder)
	}
	return ExitDone, nil
}

// goOn makes a year folder that goes on from an earlier one.
func (c *call) goOn(folder string) (int, error) {
	if c.sample {
		return 0, &importer.UsageError{Message: "--sample 和 --from 不能一起用", Hint: "请去掉一个。"}
	}
	if err := outputs.Recover(filepath.Join(c.from, importer.OutFolder), c.from); err != nil {
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
	return ExitDone, nil
}

// resume ends an init that was killed in a year folder, and says whether there was one.
func (c *call) resume(folder string) (resumed bool, err error) {
	paths, err := outputs.Resume(folder)
	if err != nil || len(paths) == 0 {
		return false, err
	}
	c.say("上一次 init 中断了，现已接着建好年度文件夹 %s：", folder)
	c.list(paths)
	return true, nil
}
