package publish

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

var fourth = period.Quarter{Year: 2021, N: 4}

// word is what a department says of the one requirement of a test.
type word struct {
	department     string
	status         status.Status
	progress, next string
}

// yearOf is a ledger with one task and one requirement, led or jointly held by those who
// speak; a word without a status is of one who never reported.
func yearOf(lead bool, stands status.Status, said ...word) *ledger.Ledger {
	at := func(col int) finding.Place {
		return finding.In("第四季度/甲.xlsx", "表").At(5, col)
	}
	read := func(s string, col int) grid.Read[string] { return grid.Read[string]{Value: s, Said: s, At: at(col)} }
	words := func(s string, col int) grid.Words { return grid.Words{Value: s, At: at(col)} }
	req := plan.Requirement{No: 1, Number: "1", Task: 1, Text: read("主动公开规划。", 2)}
	l := &ledger.Ledger{Year: 2021, Unit: "某局", AsOf: fourth, Plan: &plan.Plan{
		Tasks:     []plan.Task{{No: 1, Title: read("做好规划公开", 1), Requirements: []int{1}}},
		Settings:  plan.Settings{Phone: "0750-5512345", PublishReturns: true},
		Sensitive: []string{"某某事件"},
	}}
	now := ledger.Standing{Requirement: 1, Quarter: fourth, Active: true, Status: stands, Expected: len(said)}
	for i, w := range said {
		v := ledger.Voice{Department: w.department}
		if w.status != "" {
			v.Entry = &ledger.Entry{Requirement: 1, Department: w.department, Quarter: fourth, Row: &returns.Row{
				Status: grid.Read[status.Status]{Value: w.status}, Progress: words(w.progress, 4), NextSteps: words(w.next, 6),
				Problems: words("经费不足", 5), Remarks: words("备注13900139000", 7),
				Other: []returns.Other{{Heading: "督办记录", Text: "已约谈一次"}}}}
			at := &v.Entry.Row.Progress.At
			*at = at.At(at.Row()+i, at.Col())
			l.Entries = append(l.Entries, *v.Entry)
			v.Decides = w.status == stands
		}
		now.Deciders = append(now.Deciders, v)
		d := plan.Department{Name: w.department, Kind: plan.Section}
		l.Departments = append(l.Departments, d)
		l.ByDepartment = append(l.ByDepartment, ledger.DepartmentTally{Department: d})
		for _, q := range fourth.Until() {
			l.Coverage = append(l.Coverage, ledger.Coverage{Department: w.department, Quarter: q, Expected: true, State: ledger.OnTime})
		}
		l.Coverage[len(l.Coverage)-2].State = ledger.Unreadable
		party := plan.Party{Name: w.department}
		if lead {
			req.Duty.Lead = append(req.Duty.Lead, party)
		} else {
			req.Duty.Joint = append(req.Duty.Joint, party)
		}
	}
	l.Plan.Requirements = []plan.Requirement{req}
	for _, q := range fourth.Until()[:3] {
		l.Standings = append(l.Standings, ledger.Standing{Requirement: 1, Quarter: q, Active: true, Status: status.InProgress})
	}
	l.Standings = append(l.Standings, now)
	for _, q := range fourth.Until() {
		l.Quarters = append(l.Quarters, ledger.QuarterTally{Quarter: q})
	}
	return l
}

func TestDone(t *testing.T) {
	tests := []struct {
		name    string
		lead    bool
		status  status.Status
		said    []word
		want    string
		neutral bool
	}{
		{"one", true, status.Completed, []word{{"办公室", status.Completed, "公开规划12份", ""}}, "公开规划12份。", false},
		{"half-width and lines", true, status.Completed, []word{{"办公室", status.Completed, "1.公开规划12份,其中(市级)3份\n2.解读 5 次;点击10:30", ""}},
			"1.公开规划12份，其中（市级）3份；2.解读5次；点击10:30。", false},
		{"its own number", true, status.Completed, []word{{"办公室", status.Completed, "第1项：公开规划12份；第2项办法", ""}}, "公开规划12份；第2项办法。", false},
		{"the number of a rule", true, status.Completed, []word{{"办公室", status.Completed, "第1项规划公开12份", ""}}, "第1项规划公开12份。", false},
		{"nobody", true, status.NotReported, []word{{"办公室", "", "", ""}}, "暂无进展信息。", true},
		{"no department at all", true, status.NotReported, nil, "暂无进展信息。", true},
		{"nothing said", true, status.Completed, []word{{"办公室", status.Completed, "", ""}}, "已完成。", true},
		{"see the attachment", true, status.InProgress, []word{{"办公室", status.InProgress, "见附件", ""}}, "正在推进。", true},
		{"nothing remains", true, status.Behind, []word{{"办公室", status.Behind, "联系人：张三，13800138000", ""}}, "进度滞后，正在推进。", true},
		{"a sentence is left out", true, status.Completed, []word{{"办公室", status.Completed, "公开规划12份。联系人张三。", ""}}, "公开规划12份。", false},
		{"no gap in the numbers", true, status.Completed, []word{{"办公室", status.Completed, "1.公开规划12份；2.联系人张三；3.解读5次。", ""}}, "公开规划12份；解读5次。", false},
		{"two leads", true, status.InProgress, []word{{"办公室", status.Completed, "公开规划12份", ""}, {"计财股", status.InProgress, "公开预算", ""}},
			"计财股：公开预算。", false},
		{"copied text once", true, status.Completed, []word{{"办公室", status.Completed, "公开规划12份", ""}, {"计财股", status.Completed, "公开规划12份。", ""}},
			"办公室：公开规划12份。", false},
		{"three", false, status.InProgress, []word{{"办公室", status.Completed, "公开规划12份", ""}, {"计财股", status.InProgress, "公开预算", ""}, {"文化馆", "", "", ""}},
			"3个责任部门中，1个已完成，1个正在推进，1个暂无进展信息。计财股：公开预算。", false},
		{"all alike", false, status.Completed, []word{{"办公室", status.Completed, "", ""}, {"计财股", status.Completed, "无", ""}, {"文化馆", status.Completed, "略", ""}},
			"3个责任部门均已完成。", true},
		{"three leads", true, status.NotReported, []word{{"办公室", "", "", ""}, {"计财股", "", "", ""}, {"文化馆", "", "", ""}},
			"3个牵头部门均暂无进展信息。", true},
		{"the most telling", false, status.Completed, []word{{"办公室", status.Completed, "已完成", ""}, {"计财股", status.Completed, "全年公开预算决算《报表》8份、说明12份。", ""},
			{"文化馆", status.Completed, "做好公开", ""}, {"图书馆", status.Completed, "举办讲座35场，发布信息210条，接待读者8万人次。", ""}},
			"4个责任部门均已完成。计财股：全年公开预算决算《报表》8份、说明12份。图书馆：举办讲座35场，发布信息210条，接待读者8万人次。", false},
		{"a status that was not understood", false, status.InProgress, []word{{"办公室", status.Completed, "", ""}, {"计财股", "?", "", ""}, {"文化馆", status.Completed, "", ""}},
			"3个责任部门中，2个已完成，1个状态待核实。", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := yearOf(tt.lead, tt.status, tt.said...)
			for i := range l.Standings[3].Deciders {
				if e := l.Standings[3].Deciders[i].Entry; e != nil && e.Row.Status.Value == "?" {
					e.Row.Status.Value = status.NoStatus
				}
			}
			ed, _ := Of(l)
			r := ed.Requirements[0]
			if r.Done != tt.want || r.Neutral != tt.neutral {
				t.Errorf("done %q, neutral %v\nwant %q, %v", r.Done, r.Neutral, tt.want, tt.neutral)
			}
			label := tt.status.Label()
			if r.Unverified {
				label = "待核实"
			}
			if r.Status != tt.status || r.Label != label {
				t.Errorf("category %q %q is not the ledger's %q", r.Status, r.Label, tt.status)
			}
		})
	}
}

// TestGistStandsAlone: the sentence that stands for a list has no number of its item, nor is it chosen for
// the figure of that number.
func TestGistStandsAlone(t *testing.T) {
	for said, want := range map[string]string{
		"（1）梳理文件，均已公开。\n（2）收到咨询留言4件，办结2件。\n（3）印发方案。": "收到咨询留言4件，办结2件。",
		"1.印发方案；2.发布信息12条。":      "发布信息12条。",
		"①发布信息12条。②举办培训。":        "发布信息12条。",
		"印发方案。一是发布信息12条；二是举办培训。": "发布信息12条。",
		"1.5公里文化长廊建成，发布信息12条。":   "1.5公里文化长廊建成，发布信息12条。",
	} {
		ed, _ := Of(yearOf(true, status.Completed, word{"办公室", status.Completed, said, ""}))
		if got := ed.Requirements[0].Gist; got != want {
			t.Errorf("%q: the gist is %q, want %q", said, got, want)
		}
	}
}

func TestEdition(t *testing.T) {
	l := yearOf(true, status.InProgress,
		word{"办公室", status.InProgress, "公开规划12份。", "下月完成,联系人：张三。力争年底前完成；13800138000"},
		word{"广电股(行政审批股)", status.Completed, "公开预算。", "不再列出。"})
	ed, _ := Of(l)
	r := ed.Requirements[0]
	if want := "办公室、广电股（行政审批股）牵头"; r.Duty != want {
		t.Errorf("duty %q, want %q", r.Duty, want)
	}
	if want := "办公室：力争年底前完成。"; r.Next != want {
		t.Errorf("next %q, want %q", r.Next, want)
	}
	if ed.CutOff.Label() != "2021年12月31日" || ed.Elapsed != 100 {
		t.Errorf("cut-off %v, elapsed %v", ed.CutOff, ed.Elapsed)
	}
	if r.Deciders != 2 || r.Heard != 2 || len(r.History) != 4 {
		t.Errorf("deciders %d heard %d history %v", r.Deciders, r.Heard, r.History)
	}
	p := ed.Tasks[0].Quarters[3]
	if p != (Progress{Quarter: fourth, Active: 1, Of: 1, Done: 0}) {
		t.Errorf("progress %+v", p)
	}
	if d := ed.Departments[1]; d.Name != "广电股（行政审批股）" || len(d.Coverage) != 4 {
		t.Errorf("department %+v", d)
	}
	// 存在问题 and 备注 are not public, and neither is where anything was read.
	all := fmt.Sprintf("%+v", ed)
	for _, secret := range []string{"经费不足", "13900139000", "13800138000", "张三", "xlsx", "督办记录", "约谈", string(ledger.Unreadable)} {
		if strings.Contains(all, secret) {
			t.Errorf("the edition holds %q", secret)
		}
	}
}

// TestFindings: every public field of every entry is scanned, printed or not.
func TestFindings(t *testing.T) {
	l := yearOf(true, status.Completed, word{"办公室", status.Completed, "机密文件。电话13800138000、13900139000", "某某事件"})
	earlier := l.Entries[0]
	earlier.Quarter = period.Quarter{Year: 2021, N: 1}
	said := *earlier.Row
	said.Progress.At = finding.In("第一季度/甲.xlsx", "表").At(5, 4)
	said.NextSteps = grid.Words{}
	earlier.Row = &said
	l.Entries = append(l.Entries, earlier)
	l.Plan.Requirements[0].Text.Value = "公布电话0750-5621234。"
	l.Departments[0].Name = "办公室张三13800138000"

	ed, found := Of(l)
	var got []string
	for _, f := range found {
		got = append(got, fmt.Sprint(f.Code, " ", f.Place, " ", f.Department, " ", f.Quarter))
	}
	want := []string{
		"personal-information  ",
		"personal-information 第一季度/甲.xlsx「表」D5 办公室 2021Q1",
		"secrecy-marking 第一季度/甲.xlsx「表」D5 办公室 2021Q1",
		"personal-information 第四季度/甲.xlsx「表」B5  ",
		"personal-information 第四季度/甲.xlsx「表」D5 办公室 2021Q4",
		"secrecy-marking 第四季度/甲.xlsx「表」D5 办公室 2021Q4",
		"sensitive-wording 第四季度/甲.xlsx「表」F5 办公室 2021Q4",
	}
	if !slices.Equal(trimmed(got), trimmed(want)) {
		t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if text := ed.Requirements[0].Text; text != withheld {
		t.Errorf("text %q", text)
	}
}

func trimmed(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.Join(strings.Fields(s), " ")
	}
	return out
}

func TestInactive(t *testing.T) {
	tests := []struct {
		from, until int
		label, done string
	}{
		{0, 3, "已调出", "自2021年第三季度起不再列入清单。"},
		{1, 3, "已调出", "自2021年第三季度起不再列入清单。"},
	}
	for _, tt := range tests {
		l := yearOf(true, status.NotReported)
		req := &l.Plan.Requirements[0]
		if tt.from > 0 {
			req.Active.From = period.Quarter{Year: 2021, N: tt.from}
		}
		req.Active.Until = period.Quarter{Year: 2021, N: tt.until}
		l.Standings[3].Active, l.Standings[2].Active = false, false
		ed, _ := Of(l)
		r := ed.Requirements[0]
		if r.Active || r.Label != tt.label || r.Done != tt.done || r.History[3] != status.NoStatus {
			t.Errorf("%+v", r)
		}
		if len(ed.Adjusted()) != 1 || ed.Tasks[0].Quarters[3].Active != 0 {
			t.Errorf("adjusted %v, progress %v", ed.Adjusted(), ed.Tasks[0].Quarters)
		}
	}
}

// TestEmpty: a ledger without anything in it makes an edition.
func TestEmpty(t *testing.T) {
	for _, l := range []*ledger.Ledger{{}, {Plan: &plan.Plan{}}, {AsOf: fourth, Plan: &plan.Plan{}}} {
		ed, found := Of(l)
		if len(found) != 0 || ed.Now().Of != 0 || ed.Receipts() != (ledger.Receipts{}) {
			t.Errorf("%+v %v", ed, found)
		}
	}
}
