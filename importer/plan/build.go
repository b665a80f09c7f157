package plan

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/rows"
)

// builder makes tasks and requirements of drafts, and says what it could not understand.
type builder struct {
	plan    *Plan
	table   *rows.Table
	duty    *duty.Grammar
	found   []finding.Finding
	unknown map[string]bool // names already reported
}

func (b *builder) report(code finding.Code, at finding.Place, found, wanted string) {
	b.found = append(b.found, finding.New(code, at, found, wanted))
}

// build adds all drafts to the plan.
func (b *builder) build(drafts []draft.Draft) {
	repeatDuties(drafts)
	for i, d := range drafts {
		r := Requirement{No: i + 1, Number: d.Number, Text: d.Text, Task: b.task(d), Active: b.activeOf(d)}
		var among string // the deadline among the names
		r.Duty, among = b.dutyOf(d)
		r.Due = b.dueOf(d, among)
		r.Key = Key(b.plan.Tasks[r.Task-1].Title.Value, r.Text.Value)
		b.plan.Tasks[r.Task-1].Requirements = append(b.plan.Tasks[r.Task-1].Requirements, r.No)
		b.reportInherited(&r, d, drafts)
		b.plan.Requirements = append(b.plan.Requirements, r)
	}
	b.checkNumbers(drafts)
}

// task returns the number of the draft's task. A heading equal to the one in force opens
// no new task.
func (b *builder) task(d draft.Draft) int {
	if d.Task.Value == "" {
		d.Task.Value = b.fallbackTitle()
	}
	if n := len(b.plan.Tasks); n > 0 {
		last := b.plan.Tasks[n-1]
		if fold.Key(last.Title.Value) == fold.Key(d.Task.Value) && fold.Key(last.Group) == fold.Key(d.Group) {
			return n
		}
	}
	b.plan.Tasks = append(b.plan.Tasks, Task{No: len(b.plan.Tasks) + 1, Title: d.Task, Group: d.Group})
	return len(b.plan.Tasks)
}

// fallbackTitle names the task of requirements that stand under no heading: the list's
// title, else what their column is called.
func (b *builder) fallbackTitle() string {
	for _, s := range slices.Backward(b.table.Titles) {
		if t := strings.Join(strings.Fields(s), ""); !strings.HasPrefix(t, "附件") {
			return t
		}
	}
	return b.table.Heads[b.table.Text]
}

// dutyOf reads who answers. Beside a column of leads, 责任单位 means those who support;
// beside a column of supports, it means those who lead. due is the deadline that stands
// among the names.
func (b *builder) dutyOf(d draft.Draft) (who duty.Duty, due string) {
	others := duty.Unmarked
	switch {
	case len(d.Lead) > 0:
		others = duty.Supports
	case len(d.Support) > 0:
		others = duty.Leads
	}
	var all []duty.Named
	var cells []finding.Place // of all, one by one
	var said []string
	var at finding.Place
	for _, side := range []struct {
		cells   []grid.Read[string]
		columns []int
		mark    duty.Side
	}{{d.Lead, b.table.Lead, duty.Leads}, {d.Department, b.table.Department, others}, {d.Support, b.table.Support, duty.Supports}} {
		for i, cell := range side.cells {
			reply := b.duty.Read(cell.Said, side.mark)
			all = append(all, reply.All...)
			cells = append(cells, slices.Repeat([]finding.Place{cell.At}, len(reply.All))...)
			due = cmp.Or(due, reply.Due)
			b.reportUnread(cell, reply.Unread)
			if at.Row() == 0 {
				at = cell.At
			}
			if heading := b.heading(side.columns); i == 0 && len(b.table.Lead)+len(b.table.Support) > 0 {
				said = append(said, heading+"："+cell.Said)
			} else {
				said = append(said, cell.Said)
			}
		}
	}
	if len(b.table.Lead) == 0 {
		b.duty.Rule.Apply(all)
	}
	who = duty.Settle(all)
	words := strings.Join(said, "；")
	who.Said = grid.Read[string]{Value: words, Said: words, At: at}
	b.checkDuty(d, all, cells)
	return who, due
}

// reportUnread reports once what stands among the names and is none.
func (b *builder) reportUnread(cell grid.Read[string], unread []string) {
	for _, text := range unread {
		if key := fold.Key(text); !b.unknown[key] {
			b.unknown[key] = true
			f := finding.New(finding.ListUnknownDepartment, cell.At, text, "")
			f.Message = "责任部门里有不像部门名称的文字：" + text + "。"
			f.Hint = "没有把它当作部门。确是部门的，请在“部门名录”里登记。"
			b.found = append(b.found, f)
		}
	}
}

func (b *builder) heading(columns []int) string {
	if len(columns) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(b.table.Heads[columns[0]]), "")
}

// checkDuty reports a requirement without departments, and each name that the roster
// lacks, once, in the cell that names it; of a collective, that the roster has nobody whom it could mean.
func (b *builder) checkDuty(d draft.Draft, all []duty.Named, cells []finding.Place) {
	if len(all) == 0 {
		b.report(finding.ListNoDepartment, d.Text.At, d.Text.Value, "")
		return
	}
	for i, m := range all {
		key, at := fold.Key(m.Party.Name), cells[i]
		if b.unknown[key] {
			continue
		}
		if m.Party.Collective != "" {
			if !b.plan.Roster.Has(m.Party.Collective) {
				b.unknown[key] = true
				b.report(finding.ListUnknownDepartment, at, m.Party.Name, "名录中没有这一类部门，它指哪些部门无从知道，这些部门的填报不能作数。")
			}
			continue
		}
		if !b.plan.Roster.Known() {
			continue
		}
		if _, ok := b.plan.Roster.Named(m.Party.Name); ok {
			continue
		}
		b.unknown[key] = true
		hint := ""
		if near := b.plan.Roster.Suggest(m.Party.Name); near != "" {
			hint = "名录中最接近的是“" + near + "”：就是它的，请把清单里的名称改过来。"
		}
		f := finding.New(finding.ListUnknownDepartment, at, m.Party.Name, hint)
		f.Message = "清单里的部门不在部门名录里：" + m.Party.Name + "；没有算作应报的部门。"
		b.found = append(b.found, f)
	}
}

// dueOf reads the deadline from its column, else from among the names, else from the
// remarks, else from the sentence. Where none of them gives a date or a rhythm, the words of the column
// and of the names stand as the list has them, also those that nobody understood.
func (b *builder) dueOf(d draft.Draft, among string) period.Due {
	year := b.plan.Year
	said := d.Due.Said
	if d.Due.Given() {
		due, ok := period.ParseDue(said, year)
		if ok {
			return due
		}
		b.report(finding.ListDueUnreadable, d.Due.At, said, "")
	} else if due, ok := period.ParseDue(among, year); ok && due.Named() {
		return due
	} else if due, ok := period.ParseDue(d.Remarks.Said, year); ok && !due.On.IsZero() {
		return due
	} else {
		said = among
	}
	if due := period.FindDue(d.Text.Said, year); due.Named() {
		return due
	}
	return period.Due{Said: strings.TrimSpace(said)}
}

// activeOf reads 启用, 停用 and 调整说明.
func (b *builder) activeOf(d draft.Draft) roster.Active {
	return roster.Active{From: b.quarter(d.From, "启用"), Until: b.quarter(d.Until, "停用"), Note: d.Change.Value}
}

// quarter reads a quarter, which is the list's year's where it says none.
func (b *builder) quarter(said grid.Read[string], what string) period.Quarter {
	if !said.Given() {
		return period.Quarter{}
	}
	q, ok := period.ParseQuarter(said.Said)
	if !ok {
		b.report(finding.ListDueUnreadable, said.At, what+"“"+said.Said+"”", "")
	}
	if ok && q.Year == 0 {
		q.Year = b.plan.Year
	}
	return q
}
