package plan

import "taizhang/importer/plan/roster"

// What the list and the roster have in common is of the roster. Callers of the plan find it here.
type (
	Roster     = roster.Roster
	Department = roster.Department
	Kind       = roster.Kind
	Active     = roster.Active
	Party      = roster.Party
	Collective = roster.Collective
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
