package words

import (
	"slices"

	"taizhang/importer/fold"
)

// Pointed lists the roles that the office may give a heading, as lists offer them. A tick and
// a form's key say themselves what they are.
var Pointed = []Role{Progress, Status, Percent, Completed, Evidence, Problems, NextSteps, Remarks, Requirement, Task, Number,
	Department, Lead, Support, Person, Due, Score, Filler, Plan, Earlier, OtherText, Skip}

// RoleNamed returns the role that a person names: as the vocabulary calls it (进展), as
// 台账.json does (progress), or 不读.
func RoleNamed(said string) (Role, bool) {
	key := fold.Key(said)
	for _, role := range slices.Concat(Pointed, ColumnRoles) {
		if key == fold.Key(string(role)) || key == fold.Key(role.Code()) && role != Skip && said != "" {
			return role, true
		}
	}
	return "", false
}
