package publish

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// generatedYear merges a year in which departments answer at random.
func generatedYear(r *rand.Rand, requirements, departments int) *ledger.Ledger {
	p := &plan.Plan{Year: 2021, Unit: "某局", Settings: plan.Settings{PublishReturns: true}}
	for d := range departments {
		kind := []plan.Kind{plan.Section, plan.Affiliate}[d%2]
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: fmt.Sprintf("第%d室", d+1), Kind: kind})
	}
	party := func() plan.Party { return plan.Party{Name: p.Roster.Departments[r.IntN(departments)].Name} }
	for no := 1; no <= requirements; no++ {
		if len(p.Tasks) == 0 || r.IntN(3) == 0 {
			p.Tasks = append(p.Tasks, plan.Task{No: len(p.Tasks) + 1, Title: grid.Read[string]{Value: fmt.Sprintf("任务%d", len(p.Tasks)+1)}})
		}
		task := &p.Tasks[len(p.Tasks)-1]
		task.Requirements = append(task.Requirements, no)
		req := plan.Requirement{No: no, Number: strconv.Itoa(no), Key: fmt.Sprint("key", no), Task: task.No, Text: grid.Read[string]{Value: fmt.Sprintf("要求%d", no)}}
		switch r.IntN(4) {
		case 0:
			req.Duty.Lead, req.Duty.Support = []plan.Party{party(), party()}, []plan.Party{party()}
		case 1:
			req.Duty.Lead = []plan.Party{party()}
		case 2:
			req.Duty.Joint = []plan.Party{{Name: "各股室", Collective: plan.AllSections}}
		default:
			req.Duty.Joint = []plan.Party{{Name: "各股室", Collective: plan.AllSections}, {Name: "属下单位", Collective: plan.Affiliates}}
		}
		if r.IntN(8) == 0 {
			req.Active.Until = period.Quarter{Year: 2021, N: 1 + r.IntN(4)}
		}
		if r.IntN(4) == 0 {
			req.Due.On = period.Date{Year: 2021, Month: 1 + r.IntN(12), Day: 20}
		}
		p.Requirements = append(p.Requirements, req)
	}
	asOf := period.Quarter{Year: 2021, N: 1 + r.IntN(4)}
	var sent []returns.Return
	for _, q := range asOf.Until() {
		for _, d := range p.Roster.Departments {
			if r.IntN(5) == 0 {
				continue
			}
			ret := returns.Return{File: q.String() + d.Name, Sheet: "表", Department: grid.Read[string]{Value: d.Name, Said: d.Name},
				Quarter: grid.Read[period.Quarter]{Value: q, Said: q.String()}}
			for i, req := range p.Requirements {
				if r.IntN(3) == 0 {
					continue
				}
				at := finding.In(ret.File, "表").At(i+2, 0)
				stands := status.Statuses[r.IntN(6)]
				ret.Rows = append(ret.Rows, returns.Row{At: at, Key: grid.Read[string]{Value: req.Key, Said: req.Key}, Text: req.Text,
					Status:   grid.Read[status.Status]{Value: stands, Said: stands.Label()},
					Progress: grid.Words{Value: fmt.Sprintf("%s公开%d条。", d.Name, r.IntN(100)), At: at}})
			}
			sent = append(sent, ret)
		}
	}
	return merge.Merge(p, sent, nil, merge.Options{AsOf: asOf, Last: generatedPast(r, p)})
}

// generatedPast is an earlier year of which some requirements are this year's, or nil.
func generatedPast(r *rand.Rand, p *plan.Plan) *lookback.Year {
	if r.IntN(4) == 0 {
		return nil
	}
	y := &lookback.Year{File: "上年/台账.json", Year: 2021 - 1 - r.IntN(2), AsOf: period.Quarter{N: 1 + r.IntN(4)}}
	y.AsOf.Year = y.Year
	for no := range len(p.Requirements) + 2 {
		req := lookback.Requirement{No: no + 1, Key: fmt.Sprint("key", no), Task: "任务", Text: fmt.Sprintf("往年要求%d", no+1)}
		if r.IntN(3) == 0 {
			req.Key = fmt.Sprint("past", no)
		}
		for range y.AsOf.N {
			req.Standings = append(req.Standings, lookback.Standing{Status: status.Statuses[r.IntN(len(status.Statuses))], Active: r.IntN(9) > 0})
		}
		y.Requirements = append(y.Requirements, req)
	}
	return y
}

var counted = regexp.MustCompile(`^(\d+)个(?:责任|牵头)部门(均|中，)([^。]*)。`)

// TestSameFigures: the edition counts as the ledger does, over years of every size.
func TestSameFigures(t *testing.T) {
	for i, size := range [][2]int{{0, 1}, {1, 1}, {1, 60}, {33, 9}, {33, 1}, {200, 12}, {12, 60}} {
		l := generatedYear(rand.New(rand.NewPCG(uint64(i), 1)), size[0], size[1])
		if size[0] > 1 && len(l.Entries) == 0 {
			t.Fatalf("%v: nothing was merged", size)
		}
		ed, found := Of(l)
		if len(found) > 0 {
			t.Errorf("%v: %v", size, found[0])
		}
		now := ed.Now()
		sum := 0
		for _, s := range status.Statuses {
			if n := len(ed.Where(s)); n != now.Counts[s] {
				t.Errorf("%v: %d requirements are %s, the ledger counts %d", size, n, s, now.Counts[s])
			}
			sum += now.Counts[s]
		}
		if sum != now.Of || len(ed.Overdue()) != now.Overdue {
			t.Errorf("%v: %d of %d, %d overdue of %d", size, sum, now.Of, len(ed.Overdue()), now.Overdue)
		}
		active := 0
		for k, task := range ed.Tasks {
			last := task.Quarters[len(task.Quarters)-1]
			tally := l.ByTask[k].Tally
			if last.Active != tally.Of || last.Of != tally.RateOf || last.Done != tally.Counts[status.Completed] {
				t.Errorf("%v: task %d is %+v, the ledger counts %+v", size, task.No, last, tally)
			}
			active += last.Active
		}
		if active != now.Of {
			t.Errorf("%v: the tasks have %d requirements, the year %d", size, active, now.Of)
		}
		for k, d := range ed.Departments {
			if d.Tally.Of != l.ByDepartment[k].Of || len(d.Coverage) != l.AsOf.N {
				t.Errorf("%v: department %+v", size, d)
			}
		}
		for _, r := range ed.Requirements {
			if r.Done == "" || r.Active && r.Status != l.Standing(r.No, l.AsOf).Status {
				t.Errorf("%v: requirement %+v", size, r)
			}
			checkCounts(t, r)
		}
		checkLastYear(t, l, ed)
	}
}

// TestSameFiguresAsLastYear: so does what it says of an earlier year.
func TestSameFiguresAsLastYear(t *testing.T) {
	known, unfinished := 0, 0
	for i := range 60 {
		r := rand.New(rand.NewPCG(uint64(i), 2))
		l := generatedYear(r, i%40, 1+i%6)
		ed, _ := Of(l)
		checkLastYear(t, l, ed)
		if ed.LastYear != nil {
			known++
			unfinished += ed.LastYear.Unfinished
		}
	}
	if known < 30 || known == 60 || unfinished < 100 {
		t.Fatalf("%d years have a last year, with %d unfinished", known, unfinished)
	}
}

// checkLastYear: what the look back prints is what the JSON file names, and adds up.
func checkLastYear(t *testing.T, l *ledger.Ledger, ed Edition) {
	t.Helper()
	y := ed.LastYear
	figure := func(name string) float64 {
		v, ok := l.Figures.Value("last_year." + name)
		if !ok && y != nil {
			t.Errorf("no figure %s", name)
		}
		return v
	}
	if (y != nil) != (l.LastYear != nil) {
		t.Fatalf("last year is %v in the edition", y)
	}
	if y == nil {
		for _, f := range l.Figures {
			if strings.HasPrefix(f.Name, "last_year") {
				t.Errorf("figure %s without a last year", f.Name)
			}
		}
		return
	}
	now := ed.Now()
	for name, printed := range map[string]int{"requirements": y.Tally.Of, "completion_rate_of": y.Tally.RateOf, "status.completed": y.Tally.Counts[status.Completed],
		"carried": y.Carried, "new": y.New, "left": y.Left, "ended": y.Ended, "unfinished": y.Unfinished,
		"continued.requirements": len(y.Continued), "suspended": len(y.Suspended), "dropped": len(y.Dropped)} {
		if figure(name) != float64(printed) {
			t.Errorf("%s is %d in print, %v in the file", name, printed, figure(name))
		}
	}
	if y.Carried+y.New != now.Of || y.Carried+y.Left+y.Ended != y.Tally.Of || len(y.Continued)+len(y.Suspended)+len(y.Dropped) != y.Unfinished {
		t.Errorf("%+v does not add up to %d", y, now.Of)
	}
	for _, s := range status.Statuses {
		n := 0
		for _, no := range y.Continued {
			if r := ed.Requirements[no-1]; r.Active && r.Status == s {
				n++
			}
		}
		if n != y.Again.Counts[s] {
			t.Errorf("%d of what continues are %s, the ledger counts %d", n, s, y.Again.Counts[s])
		}
	}
	for _, no := range y.Suspended {
		if ed.Requirements[no-1].Active {
			t.Errorf("requirement %d is in force", no)
		}
	}
	for _, p := range y.Dropped {
		if p.Text != fmt.Sprintf("往年要求%d。", p.No) || p.Label != p.Status.Label() {
			t.Errorf("%+v", p)
		}
	}
	if y.Compared && (y.Change != figure("completion_rate_change") || fmt.Sprintf("%.1f", y.Same.Rate+y.Change) != fmt.Sprintf("%.1f", now.Rate)) {
		t.Errorf("%.1f and then %.1f are a change of %v", y.Same.Rate, now.Rate, y.Change)
	}
}

// checkCounts: what a sentence counts sums to whom it speaks of.
func checkCounts(t *testing.T, r Requirement) {
	m := counted.FindStringSubmatch(r.Done)
	if must := r.Active && r.Deciders >= countFrom; m == nil && must || m != nil && (!r.Active || r.Deciders < 2) {
		t.Errorf("requirement %d has %d deciders and says %q", r.No, r.Deciders, r.Done)
	}
	if m == nil || m[2] == "均" {
		return
	}
	sum := 0
	for _, part := range strings.Split(m[3], "，") {
		n, _ := strconv.Atoi(part[:strings.Index(part, "个")])
		sum += n
	}
	if strconv.Itoa(sum) != m[1] || sum != r.Deciders {
		t.Errorf("%q counts %d of %d", r.Done, sum, r.Deciders)
	}
}
