package wording

import (
	"bytes"
	"encoding/json"
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
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/report/export"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"
)

// someYear is a year of a random size.
func someYear(r *rand.Rand) *ledger.Ledger {
	departments, requirements := 1+r.IntN(6), r.IntN(14)
	if r.IntN(4) == 0 {
		requirements += 30
	}
	return aYear(r, requirements, departments)
}

// aYear merges a year in which departments answer at random.
func aYear(r *rand.Rand, requirements, departments int) *ledger.Ledger {
	p, sent, asOf := answers(r, requirements, departments)
	return merge.Merge(p, sent, nil, merge.Options{AsOf: asOf})
}

// answers makes up a list and what departments answer to it.
func answers(r *rand.Rand, requirements, departments int) (*plan.Plan, []returns.Return, period.Quarter) {
	p := &plan.Plan{Year: 2021, Unit: "某局"}
	for d := range departments {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: fmt.Sprintf("第%d室", d+1), Kind: plan.Section})
	}
	for no := 1; no <= requirements; no++ {
		if len(p.Tasks) == 0 || r.IntN(3) == 0 {
			p.Tasks = append(p.Tasks, plan.Task{No: len(p.Tasks) + 1, Title: grid.Read[string]{Value: fmt.Sprintf("任务%d", len(p.Tasks)+1)}})
		}
		task := &p.Tasks[len(p.Tasks)-1]
		task.Requirements = append(task.Requirements, no)
		req := plan.Requirement{No: no, Number: strconv.Itoa(no), Key: fmt.Sprint("key", no), Task: task.No, Text: grid.Read[string]{Value: fmt.Sprintf("要求%d", no)}}
		for range 1 + r.IntN(2) {
			req.Duty.Lead = append(req.Duty.Lead, plan.Party{Name: p.Roster.Departments[r.IntN(len(p.Roster.Departments))].Name})
		}
		switch r.IntN(4) {
		case 0:
			req.Due.On = period.Date{Year: 2021, Month: 1 + r.IntN(12), Day: 20}
		case 1:
			req.Due.Recurring = "每年至少1次"
		}
		if r.IntN(8) == 0 {
			req.Active.Until = period.Quarter{Year: 2021, N: 1 + r.IntN(4)}
		}
		p.Requirements = append(p.Requirements, req)
	}
	asOf := period.Quarter{Year: 2021, N: 1 + r.IntN(4)}
	var sent []returns.Return
	silent := r.IntN(6) == 0
	for _, q := range asOf.Until() {
		for _, d := range p.Roster.Departments {
			if silent || r.IntN(4) == 0 {
				continue
			}
			ret := returns.Return{File: q.String() + d.Name, Sheet: "表", Department: grid.Read[string]{Value: d.Name, Said: d.Name},
				Quarter: grid.Read[period.Quarter]{Value: q, Said: q.String()}}
			for i, req := range p.Requirements {
				if r.IntN(3) == 0 {
					continue
				}
				at := finding.In(ret.File, "表").At(i+2, 1)
				stands := status.Statuses[min(r.IntN(9), 5)*r.IntN(2)]
				ret.Rows = append(ret.Rows, returns.Row{At: at, Key: grid.Read[string]{Value: req.Key, Said: req.Key}, Text: req.Text,
					Status:   grid.Read[status.Status]{Value: stands, Said: stands.Label()},
					Progress: grid.Words{Value: fmt.Sprintf("%s公开%d条。", d.Name, r.IntN(100)), At: at}})
			}
			sent = append(sent, ret)
		}
	}
	return p, sent, asOf
}

// standings is what 台账.json says of where each requirement stands, as this test counts it.
type standings struct {
	Tasks        []struct{ Requirements []int }
	Requirements []struct {
		No             int
		Due, Recurring *string
	}
	Standings []struct {
		Requirement int
		Quarter     string
		Status      *string
		Active      bool
	}
	AsOf string `json:"as_of"`
}

func (s standings) at(quarter string) map[int]string {
	stands := map[int]string{}
	for _, st := range s.Standings {
		if st.Quarter == quarter && st.Active && st.Status != nil {
			stands[st.Requirement] = *st.Status
		}
	}
	return stands
}

// overdue counts for itself what was due by the end of the quarter and is not done.
func (s standings) overdue() map[int]bool {
	late := map[int]bool{}
	ends := map[string]string{"1": "2021-03-31", "2": "2021-06-30", "3": "2021-09-30", "4": "2021-12-31"}
	for _, r := range s.Requirements {
		stands, counts := s.at(s.AsOf)[r.No]
		if !counts || stands == "completed" || stands == "not_applicable" {
			continue
		}
		switch {
		case r.Due != nil:
			late[r.No] = *r.Due <= ends[s.AsOf[5:]]
		case r.Recurring != nil && s.AsOf[5:] == "4":
			late[r.No] = true
			for _, st := range s.Standings {
				if st.Requirement == r.No && st.Active && st.Status != nil && *st.Status == "completed" {
					late[r.No] = false
				}
			}
		}
		if !late[r.No] {
			delete(late, r.No)
		}
	}
	return late
}

// rounded is n of whole in percent, half up, to 0.1, as the annex prints it.
func rounded(n, whole int) string {
	tenths := (n*2000 + whole) / (2 * whole)
	if tenths == 0 || tenths == 1000 {
		return fmt.Sprintf("%d%%", tenths/10)
	}
	return fmt.Sprintf("%d.%d%%", tenths/10, tenths%10)
}

var (
	saidPart  = regexp.MustCompile(`(已完成|推进中|常态化|滞后|未启动|不适用|未报)(\d+)项(?:，占([\d.]+%))?`)
	saidRate  = regexp.MustCompile(`完成率为([\d.]+%)`)
	saidTrend = regexp.MustCompile(`第[一二三四]季度(\d+)项`)
	saidShort = regexp.MustCompile(`(已到完成时限而未完成|已到完成时限而没有填报|进度滞后|尚未启动|暂无进展信息)的有(\d+)项（第([\d、]+)项`)
	saidCount = regexp.MustCompile(`(已到完成时限而未完成|已到完成时限而没有填报|进度滞后)的有(\d+)项`)
	saidTask  = regexp.MustCompile(`^本项任务由[^。]*。第([\d、]+)项(?:等(\d+)项)?(中，|均|)([^。]+)。`)
)

// TestSentencesAgreeWithTheLedger counts for itself, from 台账.json alone, what the annex says of
// generated years.
func TestSentencesAgreeWithTheLedger(t *testing.T) {
	rates, notes, lists, tasks := 0, 0, 0, 0
	var years []*ledger.Ledger
	for i := range 300 {
		years = append(years, someYear(rand.New(rand.NewPCG(uint64(i), 7))))
	}
	for _, requirements := range []int{0, 1, 33, 200} {
		for _, departments := range []int{1, 7, 60} {
			years = append(years, aYear(rand.New(rand.NewPCG(uint64(requirements), uint64(departments))), requirements, departments))
		}
	}
	for i, l := range years {
		edition, _ := publish.Of(l)
		var whole bytes.Buffer
		if err := export.Write(&whole, l); err != nil {
			t.Fatal(err)
		}
		var file standings
		if err := json.Unmarshal(whole.Bytes(), &file); err != nil {
			t.Fatal(err)
		}
		now := file.at(file.AsOf)
		counts := map[string]int{}
		for _, s := range now {
			counts[status.Status(s).Label()]++
		}
		var summary, list, short, all string
		task := 0
		for _, b := range blocks(t, edition, annexwords.Default()) {
			all += b.Text + "\n"
			switch m := saidTask.FindStringSubmatch(b.Text); {
			case b.Kind == Sub:
				task++
			case m != nil:
				tasks++
				file.checkTask(t, i, task, m)
			case saidShort.MatchString(b.Text) && !strings.Contains(b.Text, "仍存在以下不足"):
				short = b.Text
			case strings.Contains(b.Text, "具体要求中，") && strings.Contains(b.Text, "分解为"):
				_, summary, _ = strings.Cut(b.Text, "具体要求中，")
				summary, _, _ = strings.Cut(summary, "。")
			case strings.Contains(b.Text, "仍存在以下不足"):
				list = b.Text
			case strings.Contains(b.Text, "依次为"):
				for k, m := range saidTrend.FindAllStringSubmatch(b.Text[strings.Index(b.Text, "依次为"):], -1) {
					done := 0
					for _, s := range file.at(fmt.Sprintf("2021Q%d", k+1)) {
						if s == "completed" {
							done++
						}
					}
					if m[1] != strconv.Itoa(done) {
						t.Errorf("year %d: %s of %d", i, m[0], done)
					}
				}
			}
		}
		sum := 0
		for _, m := range saidPart.FindAllStringSubmatch(summary, -1) {
			n, _ := strconv.Atoi(m[2])
			if n != counts[m[1]] {
				t.Errorf("year %d: %s, there are %d", i, m[0], counts[m[1]])
			}
			if want := rounded(n, len(now)); len(now) >= 5 && m[3] != want || len(now) < 5 && m[3] != "" {
				t.Errorf("year %d: %s of %d", i, m[0], len(now))
			}
			tenths, _ := strconv.ParseFloat(strings.TrimSuffix(m[3], "%"), 64)
			sum += int(tenths*10 + 0.5)
		}
		if summary != "" && len(now) >= 5 {
			if note := strings.Contains(summary, "因四舍五入"); note != (sum != 1000) {
				t.Errorf("year %d: shares sum to %d tenths: %s", i, sum, summary)
			} else if note {
				notes++
			}
		}
		base, heard := 0, 0
		for _, s := range now {
			if s != "ongoing" && s != "not_applicable" {
				base++
				if s != "not_reported" {
					heard++
				}
			}
		}
		m := saidRate.FindStringSubmatch(all)
		switch rated := base >= 5 && heard > 0; {
		case rated != (m != nil):
			t.Errorf("year %d: a base of %d, %d heard, and it says %v", i, base, heard, m)
		case rated:
			rates++
			if want := rounded(counts["已完成"], base); m[1] != want {
				t.Errorf("year %d: %s, %d of %d are %s", i, m[0], counts["已完成"], base, want)
			}
		}
		told := map[string]bool{}
		late, unheard, behind := 0, 0, 0
		for no := range file.overdue() {
			if now[no] == "not_reported" {
				unheard++
			} else {
				late++
			}
		}
		for no, s := range now {
			if s == "behind" && !file.overdue()[no] {
				behind++
			}
		}
		for _, m := range saidCount.FindAllStringSubmatch(short+list, -1) {
			if want := map[string]int{"已到完成时限而未完成": late, "已到完成时限而没有填报": unheard, "进度滞后": behind}[m[1]]; m[2] != strconv.Itoa(want) {
				t.Errorf("year %d: %s, there are %d", i, m[0], want)
			}
		}
		if said := len(saidCount.FindAllString(list, -1)); said != min(late, 1)+min(unheard, 1)+min(behind, 1) {
			t.Errorf("year %d: %d are overdue, %d behind: %s", i, late, behind, list)
		}
		for _, m := range saidShort.FindAllStringSubmatch(short+list, -1) {
			lists++
			numbers := strings.Split(m[3], "、")
			if n, _ := strconv.Atoi(m[2]); n != len(numbers) && n <= listed {
				t.Errorf("year %d: %s", i, m[0])
			}
			for _, no := range numbers {
				if told[no] {
					t.Errorf("year %d: 第%s项 is told twice: %s", i, no, list)
				}
				told[no] = true
			}
		}
		if len(file.overdue()) > 0 && !strings.Contains(list, "已到完成时限而") {
			t.Errorf("year %d: %v are overdue, and nothing is said: %s", i, file.overdue(), all)
		}
		if strings.Contains(all, "报送") || strings.Contains(all, "迟报") {
			t.Errorf("year %d: it says who reported: %s", i, all)
		}
	}
	t.Logf("%d years: %d rates, %d notes, %d lists and %d tasks were compared", len(years), rates, notes, lists, tasks)
	if rates < 60 || notes < 20 || lists < 100 || tasks < 500 {
		t.Errorf("only %d rates, %d notes, %d lists and %d tasks were compared", rates, notes, lists, tasks)
	}
}

// checkTask compares the sentence of the n-th task with where its requirements stand: which they are, and how
// many stand where.
func (s standings) checkTask(t *testing.T, year, n int, said []string) {
	t.Helper()
	if n < 1 || n > len(s.Tasks) {
		t.Errorf("year %d: a sentence of task %d", year, n)
		return
	}
	now, counts, of := s.at(s.AsOf), map[string]int{}, 0
	for _, no := range s.Tasks[n-1].Requirements {
		if stands, counted := now[no]; counted {
			counts[status.Status(stands).Label()]++
			of++
		}
	}
	if named := len(strings.Split(said[1], "、")); said[2] == "" && named != of || said[2] != "" && said[2] != strconv.Itoa(of) {
		t.Errorf("year %d, task %d of %d: %s", year, n, of, said[0])
	}
	if said[3] != "中，" {
		if len(counts) != 1 {
			t.Errorf("year %d, task %d: %s, and they stand %v", year, n, said[0], counts)
		}
		return
	}
	sum := 0
	for _, m := range saidPart.FindAllStringSubmatch(said[4], -1) {
		if m[2] != strconv.Itoa(counts[m[1]]) {
			t.Errorf("year %d, task %d: %s, there are %d", year, n, m[0], counts[m[1]])
		}
		k, _ := strconv.Atoi(m[2])
		sum += k
	}
	if sum != of {
		t.Errorf("year %d, task %d: the parts make %d of %d: %s", year, n, sum, of, said[0])
	}
}
