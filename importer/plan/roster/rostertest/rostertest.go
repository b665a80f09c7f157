// Package rostertest is what the tests of the plan's rooms share: a roster, and who answers in words.
package rostertest

import (
	"strings"

	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
)

// Bureau is a roster with the traps of the field: a second name in brackets, close names,
// and a section that was renamed in the middle of the year.
func Bureau() *roster.Roster {
	at := func(year, n int) period.Quarter { return period.Quarter{Year: year, N: n} }
	return &roster.Roster{Unit: "示例市文化广电旅游体育局", Departments: []roster.Department{
		{Name: "办公室", Kind: roster.Section, Aliases: []string{"局办公室", "局办"}},
		{Name: "综合办公室", Kind: roster.Section},
		{Name: "计划财务股", Kind: roster.Section, Aliases: []string{"计财股", "财务股"}},
		{Name: "计划统计股", Kind: roster.Section},
		{Name: "市场执法股", Kind: roster.Section, Aliases: []string{"执法股"}},
		{Name: "广电旅游和公共服务股(行政审批服务股)", Kind: roster.Section},
		{Name: "文化艺术股", Kind: roster.Section, Aliases: []string{"文艺股"}, Active: roster.Active{Until: at(2021, 3)}},
		{Name: "艺术产业股", Kind: roster.Section, Aliases: []string{"文艺股"}, Active: roster.Active{From: at(2021, 3)}},
		{Name: "文化馆", Kind: roster.Affiliate},
		{Name: "市图书馆", Kind: roster.Affiliate},
		{Name: "市博物馆", Kind: roster.Affiliate},
		{Name: "区博物馆", Kind: roster.Affiliate},
	}}
}

// InWords writes who answers as 牵头/配合/共同, collectives in brackets.
func InWords(lead, support, joint []roster.Party) string {
	var parts []string
	for _, side := range []struct {
		name    string
		parties []roster.Party
	}{{"牵头", lead}, {"配合", support}, {"共同", joint}} {
		if len(side.parties) == 0 {
			continue
		}
		var names []string
		for _, p := range side.parties {
			if p.Collective != "" {
				p.Name += "*"
			}
			names = append(names, p.Name)
		}
		parts = append(parts, side.name+" "+strings.Join(names, "、"))
	}
	return strings.Join(parts, " | ")
}
