package page

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// remind is the text that asks one department for its return.
type remind struct{ Department, Text string }

// reminders are the texts of 催报 for a quarter: one for all that are missing, and one each.
func reminders(s *questions.Reading, q period.Quarter) (group string, each []remind) {
	l := s.Ledger
	var names []string
	due := ""
	for i := range l.Coverage {
		c := &l.Coverage[i]
		if c.Quarter != q || c.State != ledger.Missing {
			continue
		}
		names = append(names, c.Department)
		if !c.Due.IsZero() {
			due = c.Due.Label()
		}
	}
	if len(names) == 0 {
		return "", nil
	}
	what := fmt.Sprintf("%s《%s》落实情况报送表", q.Label(), listName(l))
	until := "请尽快报送"
	if due != "" {
		until = "报送截止日是" + due + "，请尽快报送"
	}
	for _, name := range names {
		each = append(each, remind{name, fmt.Sprintf("%s：\n贵部门的%s还没有收到。%s；已经报送的，请告知文件名。谢谢！%s", name, what, until, from(l))})
	}
	return fmt.Sprintf("各部门：\n%s，还有%d个部门没有报送：%s。%s。谢谢！%s", what, len(names), strings.Join(names, "、"), until, from(l)), each
}

func from(l *ledger.Ledger) string {
	said := ""
	if l.Unit != "" {
		said = "\n" + l.Unit + "办公室"
	}
	if phone := l.Plan.Settings.Phone; phone != "" {
		said += "（电话" + phone + "）"
	}
	return said
}

func listName(l *ledger.Ledger) string { return fmt.Sprintf("%d年工作任务", l.Year) }
