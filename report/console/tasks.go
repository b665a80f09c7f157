package console

import (
	"fmt"
	"strings"

	"taizhang/importer/period"
	"taizhang/importer/plan"
)

// Tasks prints how the list was understood: each requirement with who leads, who
// supports and when it is due.
func Tasks(w Screen, p *plan.Plan) {
	fmt.Fprintf(w, "%d 年任务清单：%s\n", p.Year, plain(p.Source))
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
			fmt.Fprintf(w, "【%s】\n", plain(t.Group))
		}
		w.paragraph(4, fmt.Sprintf("任务 %d  ", t.No), plain(t.Title.Value))
		for _, no := range t.Requirements {
			requirement(w, p, &p.Requirements[no-1], q)
		}
	}
	fmt.Fprintf(w, "\n共 %d 项工作任务，%d 条具体要求。\n", len(p.Tasks), len(p.Requirements))
}

func requirement(w Screen, p *plan.Plan, r *plan.Requirement, q period.Quarter) {
	number := r.Number
	if number == "" {
		number = fmt.Sprintf("(%d)", r.No)
	}
	head := "  " + number + ". "
	w.paragraph(places.StringWidth(head), head, plain(r.Text.Value))
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
			detail(w, part.label, strings.Join(part.names, "、"))
		}
	}
	switch {
	case !r.Due.On.IsZero():
		detail(w, "时限", fmt.Sprintf("%s（%s）", r.Due.On.Label(), r.Due.Said))
	case r.Due.Recurring != "":
		detail(w, "时限", r.Due.Recurring)
	case r.Due.Said != "":
		detail(w, "时限", r.Due.Said)
	}
	if len(r.Inherited) > 0 {
		detail(w, "沿用", strings.Join(r.Inherited, "、")+"沿用上一条")
	}
	if a := r.Active; !a.From.IsZero() || !a.Until.IsZero() {
		detail(w, "调整", change(a))
	}
}

// detail prints one fact of a requirement, under its label.
func detail(w Screen, label, text string) {
	head := "      " + label + "："
	w.paragraph(places.StringWidth(head), head, plain(text))
}

// change says from when to when a requirement counts, and why.
func change(a plan.Active) string {
	var parts []string
	if !a.From.IsZero() {
		parts = append(parts, a.From.Label()+"起启用")
	}
	if !a.Until.IsZero() {
		parts = append(parts, a.Until.Label()+"起停用")
	}
	if a.Note != "" {
		parts = append(parts, a.Note)
	}
	return strings.Join(parts, "，")
}
