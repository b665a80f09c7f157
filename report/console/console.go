// Package console is what the terminal shows. Results go to stdout, progress and findings
// to stderr; every line can be acted on, and columns are aligned by display width, in
// which a Chinese character takes two places.
package console

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// Summary prints what a run did: files and rows and that they balance, who is missing,
// where the year stands, and what was written.
func Summary(w Screen, l *ledger.Ledger, written []string) {
	fmt.Fprintf(w, "%s%d年工作台账（截至%s）\n\n", plain(l.Unit), l.Year, l.AsOf.Label())
	t := l.Totals
	line(w, "任务清单", "%s：%d 项工作任务，%d 条具体要求，%d 个部门%s", l.Plan.Source, len(l.Plan.Tasks), len(l.Plan.Requirements), len(l.Departments), whoseList(l))
	line(w, "文件", "%s", files(l))
	line(w, "行数", "读取 %d = 并入 %d + 待核对 %d + 不计 %d%s", t.Rows.Read, t.Rows.Merged, t.Rows.Held, t.Rows.Ignored, balance(t.Rows.Balances()))
	if c := t.Cells; c.Read > 0 {
		line(w, "格数", "读取 %d = 采用 %d + 表头 %d + 抬头 %d + 版式 %d + 其他 %d + 未读 %d%s", c.Read, c.Used, c.Heading, c.Info, c.Furniture, c.Other, c.Unread, balance(c.Balances()))
	}
	coverage(w, l)
	standings(w, l)
	lastYear(w, l.LastYear)
	fmt.Fprintf(w, "  %s  %s，见台账“待核对”\n", pad("问题", 8), w.counts(severityCounts(l.Findings), "%s %d 处")) // short, and with colours: not wrapped
	if p := l.Pending(); p.Draft() {
		line(w, "年报附件", "草稿：%s", p.Words())
	}
	if len(written) > 0 && w.Width > 0 {
		line(w, "已写出", "%s", strings.Join(written, "、"))
		return
	}
	if len(written) > 0 {
		fmt.Fprintln(w, "\n已写出：")
		for _, path := range written {
			fmt.Fprintln(w, "  "+plain(path))
		}
	}
}

// whoseList says of the list that the program has brought that it is an example, as long as nothing that a
// department reports stands on it.
func whoseList(l *ledger.Ledger) string {
	if l.Plan.Embedded || l.Plan.Sample && l.Totals.Rows.Merged == 0 {
		return "；这是程序自带的2021年示例清单，请换成本单位的"
	}
	return ""
}

// files counts the files by what became of them.
func files(l *ledger.Ledger) string {
	n := map[ledger.InputState]int{}
	for _, in := range l.Inputs {
		n[in.State]++
	}
	text := fmt.Sprintf("读取 %d 份，读不了 %d 份，附件 %d 份", n[ledger.FileRead], n[ledger.FileFailed], n[ledger.FileAttachment])
	if skipped := n[ledger.FileSkipped]; skipped > 0 {
		text += fmt.Sprintf("，没有读取 %d 份", skipped)
	}
	return text
}

func balance(balances bool) string {
	if balances {
		return "（平衡）"
	}
	return "（不平衡！请把这个文件夹交给程序的维护者）"
}

func line(w Screen, label, format string, args ...any) {
	w.paragraph(12, "  "+pad(label, 8)+"  ", fmt.Sprintf(format, args...))
}

// coverage prints how many returns came and who is missing, quarter by quarter.
func coverage(w Screen, l *ledger.Ledger) {
	var sum ledger.Receipts
	for _, q := range l.Quarters {
		sum.Expected += q.Returns.Expected
		sum.Reported += q.Returns.Reported
		sum.Late += q.Returns.Late
		sum.Undated += q.Returns.Undated
		sum.Missing += q.Returns.Missing
	}
	none := ""
	if len(l.Returns) == 0 {
		none = "还没有报表；"
	}
	line(w, "报送", none+"应报 %d 份，已报 %d 份（迟报 %d，%s %d），未报送 %d 份", sum.Expected, sum.Reported, sum.Late, l.UndatedWord(), sum.Undated, sum.Missing)
	for _, q := range l.Quarters {
		for _, state := range []ledger.CoverageState{ledger.Missing, ledger.Unreadable} {
			var names []string
			for _, c := range l.Coverage {
				if c.Quarter == q.Quarter && c.State == state {
					names = append(names, c.Department)
				}
			}
			if len(names) > 0 {
				line(w, "", "%s%s：%s", q.Quarter.Short(), state.Label(), some(w, names))
			}
		}
	}
}

// mostNames is how many departments a terminal names in one line.
const mostNames = 8

// some joins names; a terminal gets the first of many, and how many there are.
func some(s Screen, names []string) string {
	if s.Width == 0 || len(names) <= mostNames {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s等 %d 个部门，见台账“报送情况”", strings.Join(names[:mostNames], "、"), len(names))
}

// standings prints where the requirements stand at the as-of quarter.
func standings(w Screen, l *ledger.Ledger) {
	if len(l.Quarters) == 0 {
		return
	}
	t := l.Quarters[len(l.Quarters)-1]
	var parts []string
	for _, s := range status.Statuses {
		if n := t.Counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.Label(), n))
		}
	}
	overdue := ""
	if t.Overdue > 0 {
		overdue = fmt.Sprintf("；其中逾期 %d", t.Overdue)
	}
	line(w, "进度", "%d 条要求：%s%s", t.Of, strings.Join(parts, "，"), overdue)
}

// lastYear prints what the year is compared with, nothing where no earlier year is known.
func lastYear(w Screen, y *ledger.LastYear) {
	if y == nil {
		return
	}
	line(w, "上年", "%s：%d 年截至%s，%d 条要求；未完成的 %d 条中继续列入 %d 条", plain(y.File), y.Year, y.AsOf.Short(), y.Of, len(y.Open), y.Again.Of)
}
