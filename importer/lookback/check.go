package lookback

import (
	"slices"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// year makes the year of a document that was read whole, or says where it contradicts
// itself.
func (d *document) year() (*Year, error) {
	asOf, ok := quarterOf(d.AsOf)
	if !ok || asOf.Year != d.Year || d.Year < 1949 || d.Year > 2200 || len(d.Unit) > maxText {
		return nil, refuse("看不出是哪一年、截至哪个季度的")
	}
	y := &Year{Year: d.Year, Unit: d.Unit, AsOf: asOf}
	y.Form, y.Numbers = d.Numbers.told()
	titles := map[int]string{}
	for _, t := range d.Tasks {
		titles[t.No] = t.Title
	}
	spans := make([]plan.Active, len(d.Requirements))
	for i, r := range d.Requirements {
		title, ok := titles[r.Task]
		if !ok || r.No != i+1 || r.Key == "" || max(len(r.Text), len(r.Number), len(title)) > maxText {
			return nil, refuse("第 %d 条具体要求不完整", i+1)
		}
		if spans[i], ok = r.span(); !ok {
			return nil, refuse("第 %d 条具体要求的启用、停用季度看不懂", i+1)
		}
		y.Requirements = append(y.Requirements, Requirement{No: r.No, Number: r.Number, Key: r.Key, Task: title, Text: r.Text,
			Standings: make([]Standing, asOf.N)})
	}
	return y, d.stand(y, spans)
}

// stand fills in where each requirement stood: once a quarter, no quarter left out.
func (d *document) stand(y *Year, spans []plan.Active) error {
	told := make([]int, len(y.Requirements))
	for _, s := range d.Standings {
		q, ok := quarterOf(s.Quarter)
		if !ok || q.Year != y.Year || q.N > y.AsOf.N || s.Requirement < 1 || s.Requirement > len(y.Requirements) {
			return refuse("进度与具体要求对不上")
		}
		stands := status.Status(s.Status)
		if !slices.Contains(status.Statuses, stands) {
			return refuse("第 %d 条具体要求的状态看不懂", s.Requirement)
		}
		i := s.Requirement - 1
		at := &y.Requirements[i].Standings[q.N-1]
		if at.Status != status.NoStatus {
			return refuse("第 %d 条具体要求的进度写了两遍", s.Requirement)
		}
		counts := spans[i].In(q)
		if s.Active != nil {
			counts = *s.Active
		}
		*at = Standing{Status: stands, Active: counts, Overdue: s.Overdue}
		told[i]++
	}
	for i, n := range told {
		if n != y.AsOf.N {
			return refuse("第 %d 条具体要求缺少进度", i+1)
		}
	}
	return nil
}

// span returns from when until when a requirement counted.
func (r requirement) span() (plan.Active, bool) {
	var a plan.Active
	if r.Active == nil {
		return a, true
	}
	for _, limit := range []struct {
		said *string
		is   *period.Quarter
	}{{r.Active.From, &a.From}, {r.Active.Until, &a.Until}} {
		if limit.said == nil {
			continue
		}
		q, ok := quarterOf(*limit.said)
		if !ok {
			return a, false
		}
		*limit.is = q
	}
	return a, true
}

// quarterOf reads a quarter as ledgers write it: 2020Q4.
func quarterOf(said string) (period.Quarter, bool) {
	q, ok := period.ParseQuarter(said)
	return q, ok && q.String() == said
}
