package progress

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// Where a handful of departments answer for a requirement each has its words on paper; of more
// the sum is told, and 明细 has the words.
const (
	fewDeciders  = 2
	printedWords = 240 // letters of what one department says
	printPoints  = 9
)

var printHeads = []string{"项次", "工作任务", "具体要求", "责任部门", "完成时限", "年度进度", "进展摘要"}

// Print writes 总台账打印: what 总台账 says of the as-of quarter, for paper.
func Print(b *book.Book) {
	s := &sheet{b.Start(book.PrintSheet, xlsx.Paper{Title: b.AsOf.Label() + "总台账", Landscape: true, Head: [2]int{3, 3}, Freeze: 1, Tab: "1F4E79"}, printWidths(b)...)}
	s.Put(30, []xlsx.Cell{{Value: b.Title() + "（" + b.AsOf.Label() + "）", Style: xlsx.TitleStyle}})
	s.Note(summary(b), len(printHeads))
	s.Heading(xlsx.Heads(printHeads...))
	for i := range b.Plan.Tasks {
		s.printTask(&b.Plan.Tasks[i])
	}
	s.Close()
}

func (s *sheet) printTask(t *plan.Task) {
	title := t.Title.Value
	if t.Group != "" {
		title = t.Group + "\n" + title
	}
	first, sum := s.Next, 0.0
	needed := fit.HeightOf(fit.Lines(fit.Clean(title), fit.Room(s.Widths[1], printPoints)), printPoints)
	for i, no := range t.Requirements {
		cells := s.printed(title, s.Requirement(no))
		h := s.Height(cells)
		if sum += h; i == len(t.Requirements)-1 && sum < needed {
			h += needed - sum
		}
		s.Put(h, cells)
	}
	s.MergeDown(2, first, s.Next-1)
}

func (s *sheet) printed(task string, r *plan.Requirement) []xlsx.Cell {
	st, text := s.Standing(r.No, s.AsOf), xlsx.BodyStyle.Sized(printPoints)
	until, stands := due(r.Due), book.Standing(st)
	until.Style, stands.Style = until.Style.Sized(printPoints), stands.Style.Sized(printPoints)
	if st.Active && st.Overdue {
		stands.Value, stands.Style = fmt.Sprint(stands.Value, "\n逾期"), xlsx.AlarmStyle.Sized(printPoints)
	}
	return []xlsx.Cell{{Value: r.No, Style: xlsx.OrderStyle.Sized(printPoints)}, {Value: task, Style: text, Tall: true}, {Value: printedText(r), Style: text},
		{Value: printedDuty(s.Book, r), Style: text}, until, stands, {Value: inBrief(r, st), Style: text}}
}

func printedText(r *plan.Requirement) string {
	if r.Number != "" && r.Number != strconv.Itoa(r.No) {
		return r.Number + "．" + r.Text.Value
	}
	return r.Text.Value
}

func printedDuty(b *book.Book, r *plan.Requirement) string {
	lead, support := book.Duty(r.Duty, b.Plan.Settings.FirstLeads)
	if support != "" {
		lead += "\n配合：" + support
	}
	return lead
}

// inBrief tells a quarter of a requirement on paper: one department's words, or of many how many
// have done it and who has not.
func inBrief(r *plan.Requirement, st *ledger.Standing) string {
	if !st.Active {
		if r.Active.Note != "" {
			return r.Active.Note
		}
		return "本季度不计入"
	}
	var parts []string
	if st.Ruled {
		parts = append(parts, "（状态由办公室核定）")
	}
	if len(st.Deciders) > 1 {
		parts = append(parts, summedUp(st))
	}
	if len(st.Deciders) > fewDeciders {
		return strings.Join(parts, "\n")
	}
	for _, v := range st.Deciders {
		if v.Entry == nil {
			continue
		}
		text := strings.TrimSpace(v.Entry.Row.Progress.Value)
		if v.Carried {
			text = "（沿用" + v.Entry.Quarter.Short() + "）" + text
		}
		if runes := []rune(text); len(runes) > printedWords {
			text = string(runes[:printedWords]) + "……（全文见“" + book.EntriesSheet + "”）"
		}
		if len(st.Deciders) > 1 {
			text = "【" + v.Department + "】" + text
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n")
}

// summedUp counts the departments that decide: 8/10 已完成；滞后：文化艺术股；未报：图书馆.
func summedUp(st *ledger.Standing) string {
	by, carried := map[status.Status][]string{}, 0
	for _, v := range st.Deciders {
		by[v.Status()] = append(by[v.Status()], v.Department)
		if v.Carried {
			carried++
		}
	}
	text := fmt.Sprintf("%d/%d 已完成", len(by[status.Completed]), len(st.Deciders))
	for _, one := range []status.Status{status.Behind, status.NotReported, status.NotStarted, status.NoStatus, status.InProgress, status.Ongoing, status.NotApplicable} {
		switch who := by[one]; {
		case len(who) == 0:
		case len(who) == len(st.Deciders) && len(who) > 3:
			text += "；全部" + signs.StatusWord(one)
		default:
			text += "；" + signs.StatusWord(one) + "：" + names(who, 3)
		}
	}
	if carried > 0 {
		text += fmt.Sprintf("。其中%d个部门本季度没有报送，沿用以前季度", carried)
	}
	return text
}
