package wording

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// lastYear is the look back as the template sees it, nil where no earlier year is known.
func lastYear(e publish.Edition) fact {
	y := e.LastYear
	if y == nil {
		return nil
	}
	f := tally(y.Tally, nil)
	f["年度"], f["截至"], f["全年"] = y.Year, y.CutOff.Label(), y.AsOf.N == 4
	f["同期"], f["变化"] = fact(nil), ""
	if !y.SameCutOff.IsZero() {
		same := tally(y.Same, nil)
		same["截至"] = y.SameCutOff.Label()
		f["同期"] = same
	}
	if y.Compared {
		f["变化"] = ledger.MovedLabel(y.Change)
	}
	f["延续"], f["新增"], f["停用"], f["取消"] = y.Carried, y.New, y.Left, y.Ended
	continued := pick(e, y.Continued)
	f["未完成"] = y.Unfinished
	f["续办"] = tally(y.Again, func(statuses ...status.Status) []publish.Requirement {
		return slices.DeleteFunc(slices.Clone(continued), func(r publish.Requirement) bool { return !slices.Contains(statuses, r.Status) })
	})
	f["已停"] = items(pick(e, y.Suspended))
	var dropped []fact
	for _, p := range y.Dropped {
		dropped = append(dropped, fact{"序号": p.No, "内容": words(p.Text), "进度": words(p.Label), "逾期": p.Overdue})
	}
	f["未列"] = dropped
	return f
}
