package chart

import (
	"slices"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// measure is a typeface of squares: a Chinese character is one em wide, others 0.55.
func measure(text string, size float64, _ Font) float64 {
	ems := 0.0
	for _, r := range text {
		if r < 0x2000 {
			ems += 0.55
		} else {
			ems++
		}
	}
	return ems * size * MM
}

func tally(counts ...int) ledger.Tally {
	stands := map[status.Status]int{}
	for i, n := range counts {
		stands[status.Statuses[i]] = n
	}
	return ledger.TallyOf(stands, 0)
}

// edition makes a year up to a quarter; the counts are different in every row.
func edition(departments, tasks, requirements, quarters int) publish.Edition {
	asOf := period.Quarter{Year: 2021, N: quarters}
	e := publish.Edition{Name: "政务公开工作要点", Year: 2021, AsOf: asOf, CutOff: asOf.Last()}
	names := []string{"办公室", "广电旅游和公共服务股（行政审批服务股）", "馆", "一个名称特别特别长以至于怎么也放不下的属下单位（又挂一个很长的牌子）"}
	states := []ledger.CoverageState{ledger.OnTime, ledger.Late, ledger.Missing, ledger.Undated, ledger.NotExpected}
	spreadOver := func(n, seed int) []int {
		counts := make([]int, len(status.Statuses))
		for k := range n {
			counts[(k+k/5*seed+seed)%len(counts)]++
		}
		return counts
	}
	for q := 1; q <= quarters; q++ {
		e.Quarters = append(e.Quarters, ledger.QuarterTally{Quarter: period.Quarter{Year: 2021, N: q}, Tally: tally(spreadOver(requirements, q)...)})
	}
	for i := range departments {
		d := publish.Department{Name: names[i%len(names)], Tally: tally(spreadOver(requirements*(i%5)/4, i)...)}
		for q := range quarters {
			d.Coverage = append(d.Coverage, states[(i+q)%len(states)])
		}
		d.Returns = ledger.Receipts{Expected: quarters, Reported: i % (quarters + 1)}
		e.Departments = append(e.Departments, d)
	}
	for i := range tasks {
		t := publish.Task{No: i + 1, Title: strings.Repeat("做好信息公开", 1+i%8)}
		for q := range quarters {
			t.Quarters = append(t.Quarters, publish.Progress{Of: i % 4, Done: min(i%4, q)})
		}
		e.Tasks = append(e.Tasks, t)
	}
	return e
}

func all(e publish.Edition, page Page) []Chart {
	charts := slices.Concat([]Chart{Composition(e, page), Trend(e, page)}, Departments(e, page), Tasks(e, page), Coverage(e, page))
	for _, f := range figures {
		charts = append(charts, Numbers(e, f, page))
	}
	return charts
}

var pages = []Page{{156, 200, measure}, {225, 140, measure}, {120, 110, measure}}

var editions = map[string]publish.Edition{
	"nothing":             {},
	"all zero":            edition(3, 3, 0, 4),
	"one of everything":   edition(1, 1, 1, 1),
	"the list of 2021":    edition(9, 15, 33, 4),
	"half a year":         edition(9, 15, 33, 2),
	"sixty departments":   edition(60, 40, 200, 4),
	"hundreds of rows":    edition(300, 120, 2000, 3),
	"one in each status":  {Quarters: []ledger.QuarterTally{{Quarter: period.Quarter{Year: 2021, N: 1}, Tally: tally(1, 1, 1, 1, 1, 1, 1)}}},
	"slivers at the end":  {Quarters: []ledger.QuarterTally{{Quarter: period.Quarter{Year: 2021, N: 4}, Tally: tally(9994, 1, 1, 1, 1, 1, 1)}}},
	"slivers at the head": {Quarters: []ledger.QuarterTally{{Quarter: period.Quarter{Year: 2021, N: 4}, Tally: tally(1, 1, 1, 1, 1, 1, 9994)}}},
}
