package plan

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// outline writes a plan as text: what was understood, line by line.
func outline(p *Plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d年 %s 内置=%v\n", p.Year, p.Unit, p.Embedded)
	for _, t := range p.Tasks {
		if t.Group != "" {
			fmt.Fprintf(&b, "[%s] ", t.Group)
		}
		fmt.Fprintf(&b, "任务%d %s\n", t.No, t.Title.Value)
		for _, no := range t.Requirements {
			r := p.Requirements[no-1]
			fmt.Fprintf(&b, "  %d（%s）%s %s\n", r.No, r.Number, r.Key, r.Text.Value)
			fmt.Fprintf(&b, "    %s ← %s @%s\n", dutyText(r.Duty), r.Duty.Said.Said, r.Duty.Said.At.Cell())
			if due := dueText(r.Due); due != "" {
				fmt.Fprintf(&b, "    时限 %s\n", due)
			}
			if r.Active != (roster.Active{}) {
				fmt.Fprintf(&b, "    启用 %s 停用 %s %s\n", r.Active.From, r.Active.Until, r.Active.Note)
			}
			if len(r.Inherited) > 0 {
				fmt.Fprintf(&b, "    沿用 %s\n", strings.Join(r.Inherited, "、"))
			}
		}
	}
	return b.String()
}

func dueText(d period.Due) string { return strings.TrimSpace(d.On.String() + " " + d.Recurring) }

// findingText writes findings as code, cell and message.
func findingText(found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s %s %s\n", f.Code, f.Place, f.Message)
	}
	return b.String()
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got:\n%s", file, got)
	}
}

func TestEmbedded(t *testing.T) {
	p, found, err := Read(Embedded(words.Default()))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Tasks) != 15 || len(p.Requirements) != 33 || len(p.Roster.Departments) != 7 {
		t.Errorf("%d tasks, %d requirements, %d departments", len(p.Tasks), len(p.Requirements), len(p.Roster.Departments))
	}
	golden(t, "testdata/embedded.golden", outline(p)+"\n"+findingText(found))
}

// The facts that the list itself states, apart from how the golden file writes them.
func TestEmbeddedFacts(t *testing.T) {
	p, found, err := Read(Embedded(words.Default()))
	if err != nil {
		t.Fatal(err)
	}
	due := map[int]string{7: "每年至少更新一次", 20: "2021-12-31", 24: "2021-11-20", 28: "每年至少听取1次"}
	for _, r := range p.Requirements {
		if r.Number != fmt.Sprint(r.No) || strings.HasPrefix(r.Text.Value, r.Number+".") {
			t.Errorf("requirement %d: number %q text %q", r.No, r.Number, r.Text.Value)
		}
		if got := dueText(r.Due); got != due[r.No] {
			t.Errorf("requirement %d is due %q, want %q", r.No, got, due[r.No])
		}
	}
	for no, want := range map[int]string{
		3:  "共同 广电旅游和公共服务股(行政审批服务股)",
		8:  "共同 办公室、各股室*、属下单位*",
		9:  "牵头 广电旅游和公共服务股(行政审批服务股) | 配合 办公室",
		26: "牵头 办公室、计划财务股 | 配合 其他股室*、属下单位*",
		27: "牵头 办公室 | 配合 其他股室*、属下单位*",
		33: "共同 办公室",
	} {
		if got := dutyText(p.Requirements[no-1].Duty); got != want {
			t.Errorf("requirement %d: %s, want %s", no, got, want)
		}
	}
	inherited := map[int]bool{}
	for _, f := range found {
		switch f.Code {
		case finding.ListInherited:
			inherited[f.Place.Row()] = true
		case finding.SettingMissing:
		default:
			t.Errorf("unexpected %s: %s", f.Code, f.Message)
		}
	}
	if len(inherited) != 18 { // 6 lines without their task, 12 without task and department
		t.Errorf("%d lines inherit, want 18", len(inherited))
	}
	if got := p.Settings.Deadline.For(period.Quarter{Year: 2021, N: 4}).String(); got != "2022-01-08" {
		t.Errorf("the fourth quarter's returns are due %s", got)
	}
	a := p.Assigned(&p.Requirements[25], period.Quarter{Year: 2021, N: 1})
	if got := strings.Join(a.Lead, "、") + " | " + strings.Join(a.Support, "、"); got != "办公室、计划财务股 | 市场执法股、广电旅游和公共服务股(行政审批服务股)、文化馆、图书馆、博物馆" {
		t.Errorf("26 is assigned to %s", got)
	}
}
