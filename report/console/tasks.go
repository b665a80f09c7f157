package console

import (
	"fmt"
	"io"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"

	"github.com/mattn/go-runewidth"
)

// Tasks prints how the list was understood: each requirement with who leads, who
// supports and when it is due.
func Tasks(w io.Writer, p *plan.Plan) {
	fmt.Fprintf(w, "%d 年任务清单：%s\n", p.Year, p.Source)
	if p.Embedded {
		fmt.Fprintln(w, "（文件夹里没有任务清单，用的是内置的 2021 年清单和名录）")
	}
	q := p.Settings.AsOf
	if q.IsZero() {
		q = period.Quarter{Year: p.Year, N: 4}
	}
	for i := range p.Tasks {
		t := &p.Tasks[i]
		fmt.Fprintln(w)
		if t.Group != "" {
			fmt.Fprintf(w, "【%s】\n", t.Group)
		}
		fmt.Fprintf(w, "任务 %d  %s\n", t.No, t.Title.Value)
		for _, no := range t.Requirements {
			requirement(w, p, &p.Requirements[no-1], q)
		}
	}
	fmt.Fprintf(w, "\n共 %d 项工作任务，%d 条具体要求。\n", len(p.Tasks), len(p.Requirements))
}

func requirement(w io.Writer, p *plan.Plan, r *plan.Requirement, q period.Quarter) {
	number := r.Number
	if number == "" {
		number = fmt.Sprintf("(%d)", r.No)
	}
	fmt.Fprintf(w, "  %s. %s\n", number, r.Text.Value)
	assigned := p.Assigned(r, q)
	together := "共同负责"
	if len(assigned.Joint) == 1 {
		together = "负责"
	}
	for _, part := range []struct {
		label string
		names []string
	}{{"牵头", assigned.Lead}, {together, assigned.Joint}, {"配合", assigned.Support}} {
		if len(part.names) > 0 {
			fmt.Fprintf(w, "      %s：%s\n", part.label, strings.Join(part.names, "、"))
		}
	}
	switch {
	case !r.Due.On.IsZero():
		fmt.Fprintf(w, "      时限：%s（%s）\n", r.Due.On.Label(), r.Due.Said)
	case r.Due.Recurring != "":
		fmt.Fprintf(w, "      时限：%s\n", r.Due.Recurring)
	}
	if len(r.Inherited) > 0 {
		fmt.Fprintf(w, "      沿用：%s沿用上一条\n", strings.Join(r.Inherited, "、"))
	}
	if a := r.Active; !a.From.IsZero() || !a.Until.IsZero() {
		fmt.Fprintf(w, "      调整：启用 %s 停用 %s %s\n", a.From, a.Until, a.Note)
	}
}

// Check prints what each return is and what became of its rows.
func Check(w io.Writer, l *ledger.Ledger) {
	fmt.Fprintf(w, "对照的清单：%s（%d 年，%d 条要求）\n", l.Plan.Source, l.Year, len(l.Plan.Requirements))
	for _, r := range l.Returns {
		department, quarter := r.Department, r.Quarter.Label()
		if department == "" {
			department = "部门不明"
		}
		if quarter == "" {
			quarter = "季度不明"
		}
		fmt.Fprintf(w, "%s「%s」 %s %s：读取 %d 行 = 并入 %d + 待核对 %d + 不计 %d\n", r.File, r.Sheet, department, quarter,
			r.Count.Read, r.Count.Merged, r.Count.Held, r.Count.Ignored)
		for _, row := range l.Rows {
			if row.At.File == r.File && row.At.Sheet == r.Sheet && row.Department == r.Department && row.Quarter == r.Quarter {
				fmt.Fprintf(w, "  %s %s  %s\n", pad(fmt.Sprintf("第%d行", row.At.Row), 8), pad(fate(l, row), 24), runewidth.Truncate(plain(oneLine(row.Text)), 48, "……"))
			}
		}
	}
}

// fate says where a row went.
func fate(l *ledger.Ledger, row ledger.Row) string {
	switch row.Fate {
	case ledger.Merged:
		return "→ " + ledger.RequirementNumber(l.Requirement(row.Requirement))
	case ledger.Held:
		return "待核对：" + ledger.ReasonLabel(row)
	default:
		return "不计：" + ledger.ReasonLabel(row)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// pad fills a text with spaces to a width in display places.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-runewidth.StringWidth(s)))
}
