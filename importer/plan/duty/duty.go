package duty

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/plan/roster"
)

// Duty is who answers for a requirement as the list writes it, before collectives are
// expanded. Lead and Support are filled where someone is marked as leading, else Joint.
type Duty struct {
	Said                 grid.Read[string]
	Lead, Support, Joint []roster.Party
}

// Names reports whether the duty names the department itself, outside a collective.
func (d Duty) Names(department string) bool {
	for _, parties := range [][]roster.Party{d.Lead, d.Support, d.Joint} {
		if slices.Contains(parties, roster.Party{Name: department}) {
			return true
		}
	}
	return false
}
