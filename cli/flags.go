package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"taizhang/importer"
	"taizhang/importer/period"

	"github.com/agext/levenshtein"
	"github.com/spf13/pflag"
)

// examples show the value that a flag takes.
var examples = map[string]string{"year": "--year 2021", "as-of": "--as-of 2021Q4", "quarter": "--quarter 3", "tasks": "--tasks 任务清单.xlsx",
	"out": "--out 成果", "unit": "--unit 示例市文化广电旅游体育局", "last": "--last 上年/台账.json"}

const seeHelp = "用 taizhang --help 看有哪些选项。"

// wrongFlag says in Chinese what pflag has refused.
func wrongFlag(err error, flags *pflag.FlagSet) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return &importer.UsageError{Message: "没有 -" + unknown.GetSpecifiedName() + " 这个选项", Hint: "选项前面是两条短横线，例如 --quiet；" + seeHelp}
	case errors.As(err, &unknown):
		hint := seeHelp
		if near := nearest(unknown.GetSpecifiedName(), names(flags)); near != "" {
			hint = "是不是 --" + near + "？" + seeHelp
		}
		return &importer.UsageError{Message: "没有 --" + unknown.GetSpecifiedName() + " 这个选项", Hint: hint}
	case errors.As(err, &missing):
		name := missing.GetFlag().Name
		return &importer.UsageError{Message: "--" + name + " 后面没有写内容", Hint: "请写成 " + examples[name]}
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "bool":
		name := invalid.GetFlag().Name
		return &importer.UsageError{Message: fmt.Sprintf("--%s 后面写了 %s", name, invalid.GetValue()), Hint: "这个选项后面不用写内容，只写 --" + name}
	case errors.As(err, &invalid):
		name := invalid.GetFlag().Name
		return &importer.UsageError{Message: fmt.Sprintf("--%s 后面应当是数字，写的是 %s", name, invalid.GetValue()), Hint: "请写成 " + examples[name]}
	}
	return &importer.UsageError{Message: "选项的写法不对：" + strings.Join(os.Args[min(1, len(os.Args)):], " "), Hint: seeHelp}
}

// names lists the flags.
func names(flags *pflag.FlagSet) (all []string) {
	flags.VisitAll(func(f *pflag.Flag) { all = append(all, f.Name) })
	return all
}

// nearest returns the word that was probably meant: one that begins with what was typed,
// or differs from it by two letters at most; "" where there is none.
func nearest(typed string, known []string) string {
	best, least := "", 3
	for _, word := range known {
		if typed != "" && strings.HasPrefix(word, typed) {
			return word
		}
		if d := levenshtein.Distance(typed, word, nil); d < least && d < len(word) {
			best, least = word, d
		}
	}
	return best
}

// fits refuses a flag of another command, so that nobody takes it for done.
func fits(flags *pflag.FlagSet, args []string) error {
	command := "build" // also for a folder alone
	if len(args) > 0 {
		command = args[0]
	}
	if _, err := os.Stat(command); err != nil && !slices.Contains(commands, command) {
		return nil // what is wrong is said of the command
	}
	for name, of := range alone {
		if flags.Changed(name) && command != of {
			return &importer.UsageError{Message: "--" + name + " 只用于 " + of, Hint: "请去掉它再运行，或改用 taizhang " + of + "。"}
		}
	}
	return nil
}

// dashed finds an option that was typed with the dashes of a Chinese keyboard, which make
// it a name.
func dashed(args []string) error {
	for _, arg := range args {
		if name := strings.TrimLeft(arg, "－—–―"); name != arg {
			return &importer.UsageError{Message: "看不懂 " + arg, Hint: "选项前面要用英文输入法的两条短横线：--" + strings.TrimLeft(name, "-")}
		}
	}
	return nil
}

// readFlags checks the flags that have a form.
func (c *call) readFlags(flags *pflag.FlagSet) error {
	if flags.Changed("year") && (c.Year < 1949 || c.Year > 2200) {
		return &importer.UsageError{Message: fmt.Sprintf("--year 写的是 %d", c.Year), Hint: "请写四位数的年度，例如 --year 2021"}
	}
	if c.asOf != "" {
		q, ok := period.ParseQuarter(c.asOf)
		if !ok {
			return &importer.UsageError{Message: "--as-of 看不懂：" + c.asOf, Hint: "请写成 --as-of 2021Q4"}
		}
		c.AsOf = q
	}
	if c.Tasks != "" {
		if info, err := os.Stat(c.Tasks); err != nil || info.IsDir() {
			return &importer.UsageError{Message: "找不到任务清单：" + c.Tasks, Hint: "--tasks 后面要写清单文件的路径。"}
		}
	}
	if c.Last != "" {
		if info, err := os.Stat(c.Last); err != nil || info.IsDir() {
			return &importer.UsageError{Message: "找不到上年的台账：" + c.Last, Hint: "--last 后面要写上年成果里 台账.json 的路径。"}
		}
	}
	return nil
}
