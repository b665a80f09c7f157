package plan

import (
	"strings"
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/roster/rostertest"
	"taizhang/importer/plan/sheets"
)

func TestAssigned(t *testing.T) {
	all := func(a Assigned) string {
		return strings.Join(a.Lead, "、") + "|" + strings.Join(a.Support, "、") + "|" + strings.Join(a.Joint, "、")
	}
	single := func(name string) roster.Party { return roster.Party{Name: name} }
	q2, q3 := period.Quarter{Year: 2021, N: 2}, period.Quarter{Year: 2021, N: 3}
	const sections = "综合办公室、计划财务股、计划统计股、市场执法股、广电旅游和公共服务股(行政审批服务股)"
	everyone, others, affiliates := roster.Party{Name: "各科室", Collective: roster.AllSections}, roster.Party{Name: "其他股室", Collective: roster.OtherSections}, roster.Party{Name: "局属单位", Collective: roster.Affiliates}
	tests := []struct {
		name       string
		duty       duty.Duty
		q          period.Quarter
		firstLeads bool
		want       string
	}{
		{"one", duty.Duty{Joint: []roster.Party{single("办公室")}}, q2, false, "||办公室"},
		{"all sections, none twice", duty.Duty{Joint: []roster.Party{single("办公室"), everyone}}, q2, false, "||办公室、" + sections + "、文化艺术股"},
		{"renamed in the third quarter", duty.Duty{Joint: []roster.Party{single("办公室"), everyone}}, q3, false, "||办公室、" + sections + "、艺术产业股"},
		{"others are all but those named in the cell", duty.Duty{Lead: []roster.Party{single("办公室")}, Support: []roster.Party{others, affiliates}}, q2, false,
			"办公室|" + sections + "、文化艺术股、文化馆、市图书馆、市博物馆、区博物馆|"},
		{"named as support too", duty.Duty{Lead: []roster.Party{others}, Support: []roster.Party{single("办公室"), single("计划财务股")}}, q3, false,
			"综合办公室、计划统计股、市场执法股、广电旅游和公共服务股(行政审批服务股)、艺术产业股|办公室、计划财务股|"},
		{"not valid any more", duty.Duty{Lead: []roster.Party{single("文化艺术股")}, Support: []roster.Party{single("办公室")}}, q3, false, "|办公室|"},
		{"not in the roster", duty.Duty{Joint: []roster.Party{single("市财政局"), {Name: "各镇街", Collective: "各镇街"}}}, q2, false, "||市财政局、各镇街"},
		{"the first leads", duty.Duty{Joint: []roster.Party{single("办公室"), affiliates}}, q2, true, "办公室|文化馆、市图书馆、市博物馆、区博物馆|"},
		{"the first that is valid leads", duty.Duty{Joint: []roster.Party{single("文化艺术股"), single("办公室"), single("文化馆")}}, q3, true, "办公室|文化馆|"},
		{"a marked lead stays", duty.Duty{Lead: []roster.Party{single("文化馆")}, Support: []roster.Party{single("办公室")}}, q2, true, "文化馆|办公室|"},
	}
	for _, tt := range tests {
		p := &Plan{Roster: *rostertest.Bureau(), Settings: sheets.Settings{FirstLeads: tt.firstLeads}}
		if got := all(p.Assigned(&Requirement{Duty: tt.duty}, tt.q)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
	p := &Plan{}
	if got := all(p.Assigned(&Requirement{Duty: duty.Duty{Lead: []roster.Party{single("办公室")}, Support: []roster.Party{others}}}, q2)); got != "办公室|其他股室|" {
		t.Errorf("without a roster: %s", got)
	}
}

// Forms, rulings and the look back go by the key: it may never change.
func TestKey(t *testing.T) {
	if got := Key("做好财政信息公开", "公开预算、决算。"); got != Key("做好财政信息公开。", "公开预算，决算") || got == Key("做好财政信息公开公开", "预算、决算") {
		t.Errorf("key %s", got)
	}
	if got := Key("做好财政信息公开", "公开预算、决算。"); got != "e6a180b89014" {
		t.Errorf("key is %s", got)
	}
}
