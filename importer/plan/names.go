package plan

import (
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/sheets"
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
	Settings   = sheets.Settings
	Receipt    = sheets.Receipt
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

// SplitNumber takes the number off a task or requirement as it is printed, in a list or in
// a return: 3.及时公开… is number 3, （十二）… is number 12, ③… is number 3. number is in
// ASCII digits, "" where the text begins with none; text is what remains, trimmed.
func SplitNumber(s string) (number, text string) {
	n := numbering.Split(s)
	return n.Number, n.Text
}

// Title returns a heading without its number and its final full stop, as tasks are named.
func Title(s string) string { return numbering.Title(s) }
