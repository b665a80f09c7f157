package letters

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/templates/forms"
)

// mostMissing is how many requirements a problem names; more don't fit into a row.
const mostMissing = 20

// together makes one problem of all requirements that a sheet leaves out: a list of them
// is read at one glance, and thirty lines that say the same are not.
func (p post) together(list []problem, words *forms.Slip) []problem {
	type desk struct {
		at      finding.Place
		quarter period.Quarter
	}
	left := map[desk][]*plan.Requirement{}
	for _, one := range list {
		if req := p.missing(one.Finding); req != nil && one.at.Row() == 0 {
			of := desk{one.at, one.quarter}
			left[of] = append(left[of], req)
		}
	}
	var fewer []problem
	told := map[desk]bool{}
	for _, one := range list {
		of := desk{one.at, one.quarter}
		reqs := left[of]
		if p.missing(one.Finding) == nil || one.at.Row() > 0 || len(reqs) < 2 {
			fewer = append(fewer, one)
			continue
		}
		if !told[of] {
			told[of] = true
			one.Message, one.Found, one.asked = leftOut(reqs, words), "", ""
			fewer = append(fewer, one)
		}
	}
	return fewer
}

// leftOut lists requirements in the order of the list, the first of many.
func leftOut(reqs []*plan.Requirement, words *forms.Slip) string {
	slices.SortFunc(reqs, func(a, b *plan.Requirement) int { return a.No - b.No })
	var names []string
	for _, req := range reqs[:min(len(reqs), mostMissing)] {
		names = append(names, ledger.RequirementName(req))
	}
	if len(reqs) > mostMissing {
		names = append(names, words.AndMore)
	}
	return forms.Fill(words.LeftOut, "条数", strconv.Itoa(len(reqs)), "清单", strings.Join(names, "\n"))
}

// missing returns the requirement that a requirement-missing is about, nil for any other.
func (p post) missing(f finding.Finding) *plan.Requirement {
	for i := range p.Plan.Requirements {
		if req := &p.Plan.Requirements[i]; f.Code == finding.RequirementMissing && f.Found == ledger.RequirementName(req) {
			return req
		}
	}
	return nil
}

// asked returns the whole text of the requirement that a finding is about, "" where it
// wouldn't help.
func (p post) asked(f finding.Finding) string {
	req := p.missing(f)
	if f.Code == finding.LeadSupportConflict {
		req = p.About(&f)
	}
	for i := range p.Plan.Requirements {
		if r := &p.Plan.Requirements[i]; f.Code == finding.Overdue && f.Place == r.Text.At {
			req = r
		}
	}
	if req == nil {
		return ""
	}
	return req.Text.Value
}
