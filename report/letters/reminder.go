package letters

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/report/signs"
)

// Reminder returns the words by which the office asks a department for a return that is missing,
// late or unreadable, to be pasted into a message. asked are the numbers of the requirements that
// the department answers for in the quarter.
func Reminder(l *ledger.Ledger, c ledger.Coverage, asked []int) string {
	report := c.Quarter.Label() + "工作任务落实情况报表"
	if c.State == ledger.Late {
		return fmt.Sprintf("%s：你部门%s于%s收到，比截止日（%s）迟%d天。请今后按时报送。",
			c.Department, report, c.ReceivedOn.Label(), c.Due.Label(), c.LateDays)
	}
	if c.State == ledger.Unreadable {
		return fmt.Sprintf("%s：你部门%s已交，未能读取%s，内容没有并入。请把自己留存的那一份改成能用 Excel 或 WPS 打开、没有密码的报送表，重新报送。",
			c.Department, report, whyUnreadable(l, c))
	}
	text := c.Department + "：你部门" + report
	if !c.Due.IsZero() {
		text += "应于" + c.Due.Label() + "前报送，"
	}
	text += "尚未收到。"
	if len(asked) > 0 {
		text += fmt.Sprintf("本季度需报%d条：第%s条。", len(asked), signs.Ranges(asked))
	}
	return text + "请尽快报送；已经报送的，请与我们核对文件所在的季度和填报单位。"
}

// whyUnreadable names, in brackets, the file that came from a department for a quarter and why
// it was of no use.
func whyUnreadable(l *ledger.Ledger, c ledger.Coverage) string {
	for _, in := range l.Inputs {
		if in.State == ledger.FileFailed && in.Department == c.Department && in.Quarter == c.Quarter {
			return "（" + in.File + "：" + strings.TrimRight(in.Reason, "。") + "）"
		}
	}
	return ""
}
