package wording

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// fact is what a template asks by name. The names are Chinese, so that an office can write
// a template of its own; templates/annex/README.md lists them.
type fact = map[string]any

// facts is the edition as the template sees it.
func facts(e publish.Edition, drawn map[string]bool) fact {
	now := e.Now()
	unit := e.Unit
	if unit == "" {
		unit = "本单位"
	}
	shared := 0
	for _, d := range e.Departments {
		shared += d.Tally.Of
	}
	return fact{
		"单位": words(e.Unit), "本单位": words(unit), "清单": words(e.Name), "公开电话": words(e.Phone),
		"年度": e.Year, "季度": e.AsOf.Label(), "截至": e.CutOff.Label(), "全年": e.AsOf.N == 4, "时间进度": percent(e.Elapsed),
		"任务数": len(e.Tasks), "要求数": now.Of, "部门数": len(e.Departments),
		"有共担":   shared > now.Of,
		"进度":    tally(now.Tally, e.Where),
		"逾期":    items(e.Overdue()),
		"到期未报":  items(unreported(e.Overdue())),
		"到期待核实": items(unverified(e.Overdue())),
		"待核实":   items(unverified(e.Requirements)),
		"调整":    items(e.Adjusted()),
		"任务":    tasks(e),
		"部门":    departments(e),
		"各季度":   quarters(e),
		"报送":    receipts(e, e.Receipts()),
		"报送公开":  e.Returns,
		"下步":    next(e),
		"措施":    measures(e),
		"要点":    items(gists(e.Requirements)),
		"可画":    figuresDrawn(drawn),
		"上年":    lastYear(e),
	}
}

// tally is counts by standing. where finds the requirements of a standing; nil where they
// are not told.
func tally(t ledger.Tally, where func(...status.Status) []publish.Requirement) fact {
	f := fact{"总数": t.Of, "应完成": t.RateOf, "不计": t.Counts[status.Ongoing] + t.Counts[status.NotApplicable], "完成率": none, "逾期": t.Overdue, "舍入": ""}
	if t.Rated {
		f["完成率"] = percent(t.Rate)
	}
	shared := t.Of >= ledger.SmallestBase
	if shared && t.Rounded() {
		f["舍入"] = "因四舍五入，分项之和可能不等于100%"
	}
	var parts []fact
	for _, s := range status.Statuses {
		part := fact{"名称": s.Label(), "数": t.Counts[s], "占比": none}
		if shared {
			part["占比"] = percent(t.Shares[s])
		}
		if where != nil {
			part["项"] = items(where(s))
		}
		f[s.Label()] = part
		if t.Counts[s] > 0 {
			parts = append(parts, part)
		}
	}
	f["分项"] = parts
	return f
}

// standing finds among requirements those of a standing.
func standing(of []publish.Requirement) func(...status.Status) []publish.Requirement {
	return func(statuses ...status.Status) []publish.Requirement {
		return slices.DeleteFunc(slices.Clone(of), func(r publish.Requirement) bool { return !slices.Contains(statuses, r.Status) })
	}
}

// none stands for a share or rate that has no base.
const none = "—"

func tasks(e publish.Edition) []fact {
	var list []fact
	for _, t := range e.Tasks {
		of := pick(e, t.Requirements)
		counted := slices.DeleteFunc(slices.Clone(of), func(r publish.Requirement) bool { return !r.Active })
		f := tally(t.Tally, standing(counted))
		f["标题"], f["要求"], f["列入"], f["谁"] = words(t.Title), items(of), items(counted), words(whose(counted))
		f["要点"], f["待核实"] = items(gists(of)), items(unverified(counted))
		list = append(list, f)
	}
	return list
}

// pick returns the requirements of the numbers.
func pick(e publish.Edition, numbers []int) []publish.Requirement {
	var list []publish.Requirement
	for _, no := range numbers {
		if no >= 1 && no <= len(e.Requirements) {
			list = append(list, e.Requirements[no-1])
		}
	}
	return list
}

// items is requirements one by one.
func items(requirements []publish.Requirement) []fact {
	var list []fact
	for _, r := range requirements {
		done := r.Done
		if !r.Carried.IsZero() && !r.Neutral {
			done = "据" + r.Carried.Short() + "填报，" + done
		}
		list = append(list, fact{
			"序号": item(r.No), "内容": words(r.Text), "责任": words(r.Duty), "进度": words(r.Label), "情况": words(done),
			"有情况": !r.Neutral, "要点": words(r.Gist), "不足": words(r.Lack), "归属": words(belongs(r)), "分量": r.Weight, "下步": words(r.Next), "时限": words(due(r)), "列入": r.Active, "逾期": r.Overdue, "未报": r.Status == status.NotReported,
			"几家": r.Deciders > 1,
		})
	}
	return list
}

// unreported are the requirements of which nobody has reported anything.
func unreported(of []publish.Requirement) []publish.Requirement {
	return standing(of)(status.NotReported)
}

// unverified are the requirements of which nobody gave a status that is understood.
func unverified(of []publish.Requirement) []publish.Requirement {
	return slices.DeleteFunc(slices.Clone(of), func(r publish.Requirement) bool { return !r.Unverified })
}

func due(r publish.Requirement) string {
	if r.Due.IsZero() {
		return r.Recurring
	}
	return r.Due.Label()
}

// next is what departments mean to do about what is not finished.
func next(e publish.Edition) []fact {
	var said []publish.Requirement
	for _, r := range e.Requirements {
		if r.Active && r.Next != "" {
			said = append(said, r)
		}
	}
	return items(said)
}

func departments(e publish.Edition) []fact {
	var list []fact
	for _, d := range e.Departments {
		f := tally(d.Tally, nil)
		f["名称"], f["牵头"], f["共同"], f["配合"], f["报送"] = words(d.Name), d.Leads, d.Joins, d.Supports, receipts(e, d.Returns)
		list = append(list, f)
	}
	return list
}

func quarters(e publish.Edition) []fact {
	var list []fact
	for _, q := range e.Quarters {
		f := tally(q.Tally, nil)
		f["名称"], f["报送"] = q.Quarter.Short(), receipts(e, q.Returns)
		list = append(list, f)
	}
	return list
}

// receipts is nil where the edition does not say who reported.
func receipts(e publish.Edition, r ledger.Receipts) fact {
	if !e.Returns {
		return nil
	}
	return fact{
		"应报": r.Expected, "实报": r.Reported, "按时": r.OnTime, "迟报": r.Late, "日期不详": r.Undated, "未报": r.Missing,
		"报送率": share(r.Reported, r.Expected), "按时率": share(r.OnTime, r.Expected),
	}
}
