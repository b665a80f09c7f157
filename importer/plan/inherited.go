package plan

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/roster"
)

// repeatDuties puts the duty of the requirement before where 同上 stands.
func repeatDuties(drafts []draft.Draft) {
	for i := 1; i < len(drafts); i++ {
		d, before := &drafts[i], drafts[i-1]
		same := false
		for _, side := range []struct{ to, from *[]grid.Read[string] }{{&d.Lead, &before.Lead}, {&d.Department, &before.Department}, {&d.Support, &before.Support}} {
			if len(*side.to) == 1 && draft.SameAgain.MatchString(roster.Unspaced((*side.to)[0].Said)) {
				*side.to, same = *side.from, true
			}
		}
		if same {
			d.Inherited = append(d.Inherited, draft.Inheritance{Heading: "责任单位", Draft: i - 1})
		}
	}
}

// reportInherited says which values come from which requirement above. Where cells are merged
// the list itself says so, and there is nothing to look at.
func (b *builder) reportInherited(r *Requirement, d draft.Draft, drafts []draft.Draft) {
	var from []int
	headings := map[int][]string{}
	for _, in := range d.Inherited {
		heading := strings.Join(strings.Fields(in.Heading), "")
		r.Inherited = append(r.Inherited, heading)
		if in.Merged {
			continue
		}
		if !slices.Contains(from, in.Draft) {
			from = append(from, in.Draft)
		}
		headings[in.Draft] = append(headings[in.Draft], heading)
	}
	for _, i := range from {
		number := drafts[i].Number
		if number == "" {
			number = fmt.Sprint(i + 1)
		}
		b.report(finding.ListInherited, d.Text.At, strings.Join(headings[i], "、"), "第"+number+"条")
	}
}
