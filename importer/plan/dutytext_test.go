package plan

import (
	"strings"

	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
)

// dutyText writes a duty as 牵头/配合/共同, collectives in brackets.
func dutyText(d duty.Duty) string {
	var parts []string
	for _, side := range []struct {
		name    string
		parties []roster.Party
	}{{"牵头", d.Lead}, {"配合", d.Support}, {"共同", d.Joint}} {
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
