package wording

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/export"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"
)

// speakers is what 台账.json says of who said what, as this test reads it.
type speakers struct {
	AsOf         string `json:"as_of"`
	Tasks        []struct{ Requirements []int }
	Requirements []struct {
		No                   int
		Lead, Support, Joint []string
	}
	Entries   []spoken
	Standings []struct {
		Requirement int
		Quarter     string
		Status      *string
		Active      bool
	}
	Findings []struct{ Code, Department, Quarter string }
}

type spoken struct {
	Requirement         int
	Department, Quarter string
	Status              *string
	Progress            string
}

// markedYear is a year of answers each of which has a number of its own, so that whoever finds it in a
// document knows whose it is. Every sixth of those that say 已完成 says that something is not done.
func markedYear(r *rand.Rand, requirements, departments int) *ledger.Ledger {
	p, sent, asOf := answers(r, requirements, departments)
	for i := range p.Requirements {
		duty := &p.Requirements[i].Duty
		if other := p.Roster.Departments[r.IntN(departments)].Name; !slices.ContainsFunc(duty.Lead, func(l plan.Party) bool { return l.Name == other }) {
			duty.Support = append(duty.Support, plan.Party{Name: other})
		}
		if r.IntN(4) == 0 {
			duty.Joint, duty.Lead, duty.Support = duty.Lead, nil, nil
		}
	}
	serial := 1000
	for i := range sent {
		for k := range sent[i].Rows {
			row := &sent[i].Rows[k]
			serial++
			row.Progress.Value = fmt.Sprintf("公开%d条。", serial)
			if row.Status.Value == status.Completed && serial%6 == 0 {
				row.Against = "尚未验收"
				row.Progress.Value = fmt.Sprintf("公开%d条，%s。", serial, row.Against)
			}
		}
	}
	return merge.Merge(p, sent, nil, merge.Options{AsOf: asOf})
}

var (
	marked  = regexp.MustCompile(`公开(\d{4,6})条`)
	quoteOf = regexp.MustCompile(`(?:(第\d+室)[：，]?)?(?:据(第\d+室)?(第[一二三四]季度)?填报，)?(?:(第\d+室)[：，]?)?公开(\d{4,6})条`)
	headed  = regexp.MustCompile(`第(\d+)项（[^（）]*(?:牵头|负责)[^（）]*）：`)
)

// TestQuotesAgreeWithTheLedger holds every text that the annex and its table quote against 台账.json: it
// is of that requirement, the last word of a department that decides, its status is the standing's, it
// says nothing against that status, and what goes before it names its department and its quarter.
// Contradictions between leads and supporting departments are counted anew.
func TestQuotesAgreeWithTheLedger(t *testing.T) {
	quotes, carried, kept, conflicts := 0, 0, 0, 0
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 15))
		sizes := [...]int{0, 1, 5, 12, 33}
		requirements, departments := sizes[seed%5], 1+r.IntN(8)
		if seed%40 == 39 {
			requirements, departments = 200, 60
		}
		l := markedYear(r, requirements, departments)
		edition, _ := publish.Of(l)
		var whole bytes.Buffer
		if err := export.Write(&whole, l); err != nil {
			t.Fatal(err)
		}
		var file speakers
		if err := json.Unmarshal(whole.Bytes(), &file); err != nil {
			t.Fatal(err)
		}
		for _, req := range edition.Requirements {
			quotes += file.check(t, seed, []int{req.No}, req.Done, &carried)
		}
		task := 0
		for _, b := range blocks(t, edition, annexwords.Default()) {
			if b.Kind == Sub {
				task++
			}
			heads := headed.FindAllStringSubmatchIndex(b.Text, -1)
			for i, m := range heads {
				end := len(b.Text)
				if i+1 < len(heads) {
					end = heads[i+1][0]
				}
				no, _ := strconv.Atoi(b.Text[m[2]:m[3]])
				quotes += file.check(t, seed, []int{no}, b.Text[m[1]:end], &carried)
			}
			if heads == nil && marked.MatchString(b.Text) {
				if task < 1 || task > len(file.Tasks) {
					t.Errorf("year %d: a text is quoted of no task: %s", seed, b.Text)
					continue
				}
				quotes += file.check(t, seed, file.Tasks[task-1].Requirements, b.Text, &carried)
			}
		}
		for _, e := range file.Entries {
			if strings.Contains(e.Progress, "尚未") {
				kept++
			}
		}
		said, counted := file.conflicts()
		conflicts += len(counted)
		if !slices.Equal(said, counted) {
			t.Errorf("year %d: the ledger reports the contradictions %v, there are %v", seed, said, counted)
		}
	}
	t.Logf("%d quotes, %d of an earlier quarter; %d texts against their status; %d contradictions", quotes, carried, kept, conflicts)
	if quotes < 1200 || carried < 300 || kept < 1000 || conflicts < 60 {
		t.Errorf("only %d quotes, %d of an earlier quarter, %d texts against their status, %d contradictions", quotes, carried, kept, conflicts)
	}
}

// check holds what a text quotes of some requirements against the entries, and returns how many quotes it has.
func (f speakers) check(t *testing.T, year uint64, of []int, text string, carried *int) int {
	t.Helper()
	all := quoteOf.FindAllStringSubmatch(text, -1)
	for _, m := range all {
		at := slices.IndexFunc(f.Entries, func(e spoken) bool { return strings.Contains(e.Progress, "公开"+m[5]+"条") })
		if at < 0 {
			t.Errorf("year %d: nobody said %s: %s", year, m[0], text)
			continue
		}
		e := f.Entries[at]
		if !slices.Contains(of, e.Requirement) {
			t.Errorf("year %d: %s of requirement %d is said of %v: %s", year, m[0], e.Requirement, of, text)
		}
		if who := cmp.Or(m[4], m[2], m[1]); who != "" && who != e.Department {
			t.Errorf("year %d: %s is %s's: %s", year, m[0], e.Department, text)
		}
		quarter := "第" + string([]rune("一二三四")[e.Quarter[5]-'1']) + "季度"
		if from := m[3]; from != "" && from != quarter {
			t.Errorf("year %d: %s is of %s: %s", year, m[0], quarter, text)
		}
		if strings.Contains(e.Progress, "尚未") {
			t.Errorf("year %d: a text against its status is quoted: %s", year, text)
		}
		if e.Quarter != f.AsOf {
			*carried++
		}
		req := f.Requirements[e.Requirement-1]
		deciders := req.Lead
		if len(deciders) == 0 {
			deciders = req.Joint
		}
		if !slices.Contains(deciders, e.Department) {
			t.Errorf("year %d: %s does not decide requirement %d: %s", year, e.Department, e.Requirement, text)
		}
		for _, later := range f.Entries {
			if later.Requirement == e.Requirement && later.Department == e.Department && later.Quarter > e.Quarter {
				t.Errorf("year %d: %s has said something since: %s", year, e.Department, text)
			}
		}
		stands := f.standing(e.Requirement, f.AsOf)
		if e.Status == nil && stands != "in_progress" || e.Status != nil && *e.Status != stands {
			t.Errorf("year %d: requirement %d stands %s, and a text of another status is quoted: %s", year, e.Requirement, stands, text)
		}
	}
	return len(all)
}

func (f speakers) standing(no int, quarter string) string {
	for _, s := range f.Standings {
		if s.Requirement == no && s.Quarter == quarter && s.Active && s.Status != nil {
			return *s.Status
		}
	}
	return ""
}

// conflicts returns the contradictions between leads and supporting departments: those that the ledger
// reports, and those that the entries show.
func (f speakers) conflicts() (said, counted []string) {
	for _, x := range f.Findings {
		if x.Code == "lead-support-conflict" {
			said = append(said, x.Department+x.Quarter)
		}
	}
	for _, e := range f.Entries {
		if e.Status == nil || !slices.Contains(f.Requirements[e.Requirement-1].Support, e.Department) {
			continue
		}
		lead, theirs := f.standing(e.Requirement, e.Quarter), *e.Status
		if lead == "completed" && (theirs == "in_progress" || theirs == "behind" || theirs == "not_started") || lead == "not_started" && theirs == "completed" {
			counted = append(counted, e.Department+e.Quarter)
		}
	}
	slices.Sort(said)
	slices.Sort(counted)
	return said, counted
}
