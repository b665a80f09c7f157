package columns

import (
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// totals returns what each role would get of the column, half for the heading and half for the
// content. Content alone gives only roles that it can tell.
func (r *Reader) totals(rd *reading, roles []words.Role) map[words.Role]float64 {
	totals := make(map[words.Role]float64, len(roles))
	for _, role := range roles {
		if r.List == nil && role.Answers() && rd.fits[role] < heading.KnownFrom {
			continue // nothing was done yet when the list was issued
		}
		fit, suit := rd.fits[role], rd.content.Suits(role, r.List == nil)
		if (role == words.Task || role == words.Requirement) && rd.content.Counted() {
			fit = min(fit, heading.LeastFit) // 项目 over a column of numbers and one of names
		}
		if role == words.Status && fit < heading.LeastFit && rd.content.Tick > rd.content.Stated() {
			continue // nobody knows what a tick says under a heading that asks something else
		}
		if rd.counts() && (role == words.Status || role == words.Progress) {
			suit, fit = 0, min(fit, 0.4) // pieces counted under 完成情况 are no status
		}
		if role == words.Percent && rd.content.N >= deniedFrom && rd.content.Percent+rd.content.Plain == 0 && rd.content.Prose >= 0.5 {
			continue // 形象进度 told in sentences is no share
		}
		if role == words.Status && rd.unlikeStatus {
			continue
		}
		least := content.JudgedFrom
		if role == words.Requirement || role == words.Completed || role == words.Status {
			least = 1 // one cell that is nothing else tells
			if rd.content.N == 1 {
				suit = max(suit, rd.content.Judge(role, r.List == nil))
			}
		}
		if floor, ok := byContent[role]; fit < heading.LeastFit && (!ok || suit < floor || rd.content.N < least) {
			continue
		}
		if fit < heading.KnownFrom && rd.content.N >= deniedFrom && suit < 0.1 && structural[role] {
			continue // the heading only half says so, and no cell is such a thing
		}
		total := 0.5*fit + 0.5*suit
		if fit < heading.LeastFit {
			total = max(total, 0.5*suit+0.02)
		}
		if role == words.Requirement && r.List != nil && suit > 0.4 {
			total = max(total, 0.5*suit+0.1)
		}
		if role == words.Number && rd.content.Requirement >= 0.5 && rd.content.Number+rd.content.Cited == 0 {
			continue // 第30项 组织… is the requirement with its number
		}
		if role == words.Number && heading.ListNumber.MatchString(rd.col.Heading) {
			total += 0.3 // it asks for the list's number, another may count the rows
		}
		totals[role] = total
	}
	return totals
}

// counts reports a column of plain numbers: 46, 100.
func (rd *reading) counts() bool {
	k := rd.content
	return k.N >= content.JudgedFrom && k.Plain >= 0.8 && k.Percent == 0 && k.Date == 0
}

// deniedFrom is how many cells it takes to deny what a heading half says.
const deniedFrom = 3

// structural are the roles whose cells can be told by what they hold.
var structural = map[words.Role]bool{words.Number: true, words.Status: true, words.Percent: true, words.Completed: true, words.Due: true,
	words.Department: true, words.Lead: true, words.Support: true}

// byContent are the roles that content alone may give a column whose heading says nothing.
var byContent = map[words.Role]float64{
	words.Number: 0.8, words.Requirement: 0.4, words.Task: 0.6, words.Department: 0.6, words.Status: 0.6, words.Percent: 0.7,
	words.Completed: 0.6, words.Due: 0.6, words.Evidence: 0.6, words.Problems: 0.6, words.NextSteps: 0.6, words.Filler: 0.8, words.Score: 0.8,
}
