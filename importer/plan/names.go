package plan

import (
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
)

// What the list says of departments and duties is of rooms below. Callers of the plan find it here.
type (
	Roster     = roster.Roster
	Department = roster.Department
	Kind       = roster.Kind
	Active     = roster.Active
	Party      = roster.Party
	Collective = roster.Collective
	Duty       = duty.Duty
)

// The kinds of departments, and the groups that a list names by one word.
const (
	Section       = roster.Section
	Affiliate     = roster.Affiliate
	Outside       = roster.Outside
	AllSections   = roster.AllSections
	OtherSections = roster.OtherSections
	Affiliates    = roster.Affiliates
	Everyone      = roster.Everyone
)
