package plan

import (
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster/rostertest"
)

func dutyText(d duty.Duty) string { return rostertest.InWords(d.Lead, d.Support, d.Joint) }
