package table

import (
	"regexp"
	"slices"

	"taizhang/importer/assign"
	"taizhang/templates/words"
)

// assignByQuarter assigns roles to the columns that have none yet. Columns that are headed with a quarter
// are assigned a quarter at a time, together with those that are headed with none.
func (r *Reader) assignByQuarter(b *Block, rs []*reading) {
	groups := map[int][]*reading{}
	for _, rd := range rs {
		groups[rd.col.Quarter] = append(groups[rd.col.Quarter], rd)
	}
	var quarters []int
	for q := range groups {
		if q != 0 {
			quarters = append(quarters, q)
		}
	}
	slices.Sort(quarters)
	common := groups[0]
	if len(quarters) < 2 {
		r.assign(b, rs, nil)
		return
	}
	r.assign(b, slices.Concat(common, groups[quarters[0]]), nil)
	used := map[words.Role]bool{}
	for _, rd := range common {
		used[rd.col.Role] = single[rd.col.Role]
	}
	for _, q := range quarters[1:] {
		r.assign(b, groups[q], used)
	}
}

// assign solves the assignment for some columns; roles in used are taken.
func (r *Reader) assign(b *Block, rs []*reading, used map[words.Role]bool) {
	if len(rs) == 0 {
		return
	}
	roles := slices.DeleteFunc(slices.Clone(words.ColumnRoles), func(role words.Role) bool {
		return used[role] || role == words.Requirement && r.known.List != nil && b.Has(role)
	})
	var slots []words.Role // a role that several columns may have stands there several times
	for _, role := range roles {
		slots = append(slots, role)
		if !single[role] || r.known.List == nil && (role == words.Requirement || role == words.Number) { // of a list, levels tell the requirement among them
			for range len(rs) - 1 {
				slots = append(slots, role)
			}
		}
	}
	totals := make([]map[words.Role]float64, len(rs))
	scores := make([][]float64, len(rs))
	for i, rd := range rs {
		totals[i] = r.totals(rd, roles)
		scores[i] = make([]float64, len(slots)+len(rs))
		for j, role := range slots {
			scores[i][j] = totals[i][role]
		}
		// Standing for nothing is always open, at what a reading must reach.
		for j := range rs {
			scores[i][len(slots)+j] = leastTotal
		}
	}
	taken := assign.Best(scores)
	for i, rd := range rs {
		if j := taken[i]; j >= 0 && j < len(slots) && totals[i][slots[j]] >= leastTotal {
			r.decide(rd, slots[j], totals[i])
		} else {
			rd.col.Role, rd.col.By = words.OtherText, ByContent
			rd.col.Next = ranked(totals[i], words.OtherText)
		}
	}
}

// totals returns what each role would get of the column, half for the heading and half for the
// content. Content alone gives only roles that it can tell.
func (r *Reader) totals(rd *reading, roles []words.Role) map[words.Role]float64 {
	totals := make(map[words.Role]float64, len(roles))
	for _, role := range roles {
		if r.known.List == nil && role.Answers() && rd.fits[role] < knownFrom {
			continue // nothing was done yet when the list was issued
		}
		fit, suit := rd.fits[role], rd.content.suits(role, r.known.List == nil)
		if (role == words.Task || role == words.Requirement) && rd.content.counted() {
			fit = min(fit, leastFit) // 项目 over a column of numbers and one of names
		}
		if role == words.Status && fit < leastFit && rd.content.tick > rd.content.stated() {
			continue // nobody knows what a tick says under a heading that asks something else
		}
		if rd.counts() && (role == words.Status || role == words.Progress) {
			suit, fit = 0, min(fit, 0.4) // pieces counted under 完成情况 are no status
		}
		if role == words.Percent && rd.content.n >= deniedFrom && rd.content.percent+rd.content.plain == 0 && rd.content.prose >= 0.5 {
			continue // 形象进度 told in sentences is no share
		}
		if role == words.Status && rd.unlikeStatus {
			continue
		}
		least := judgedFrom
		if role == words.Requirement || role == words.Completed || role == words.Status {
			least = 1 // one cell that is nothing else tells
			if rd.content.n == 1 {
				suit = max(suit, rd.content.judge(role, r.known.List == nil))
			}
		}
		if floor, ok := byContent[role]; fit < leastFit && (!ok || suit < floor || rd.content.n < least) {
			continue
		}
		if fit < knownFrom && rd.content.n >= deniedFrom && suit < 0.1 && structural[role] {
			continue // the heading only half says so, and no cell is such a thing
		}
		total := 0.5*fit + 0.5*suit
		if fit < leastFit {
			total = max(total, 0.5*suit+0.02)
		}
		if role == words.Requirement && r.known.List != nil && suit > 0.4 {
			total = max(total, 0.5*suit+0.1)
		}
		if role == words.Number && rd.content.requirement >= 0.5 && rd.content.number+rd.content.cited == 0 {
			continue // 第30项 组织… is the requirement with its number
		}
		if role == words.Number && listNumber.MatchString(rd.col.Heading) {
			total += 0.3 // it asks for the list's number, another may count the rows
		}
		totals[role] = total
	}
	return totals
}

// counted reports numbers that tell the rows apart, and no text.
func (k content) counted() bool { return k.n >= judgedFrom && k.number >= 0.8 && k.requirement < 0.4 }

// counts reports a column of plain numbers: 46, 100.
func (rd *reading) counts() bool {
	k := rd.content
	return k.n >= judgedFrom && k.plain >= 0.8 && k.percent == 0 && k.date == 0
}

// decide gives a column its role and says by what and how surely.
func (r *Reader) decide(rd *reading, role words.Role, totals map[words.Role]float64) {
	col := rd.col
	col.Role = role
	col.Next = ranked(totals, role)
	col.Sure = min(1, max(0, totals[role]-totals[col.Next]))
	switch fit := rd.fits[role]; {
	case fit >= knownFrom:
		col.By = ByHeading
	case fit >= leastFit:
		col.By = ByPart
	default:
		col.By = ByContent
	}
}

// ranked returns the best role but the one that was taken.
func ranked(totals map[words.Role]float64, taken words.Role) words.Role {
	best := words.Role("")
	for _, role := range words.ColumnRoles {
		if t, ok := totals[role]; ok && role != taken && t > 0.2 && (best == "" || t > totals[best]) {
			best = role
		}
	}
	return best
}

// listNumber is a heading that asks for the number that the list gives, and not for a count of rows.
var listNumber = regexp.MustCompile(`清单|条目|第几|哪.?[条项]|计划表|分解表|对应|原文|(?:任务|事项|方案|要点|目录)[编序]?号|^[条项]号$`)

// AsksListNumber reports whether a heading asks for the list's number: 清单序号, 项号, and no 序号.
func AsksListNumber(heading string) bool { return listNumber.MatchString(heading) }

// deniedFrom is how many cells it takes to deny what a heading half says.
const deniedFrom = 3

// structural are the roles whose cells can be told by what they hold.
var structural = map[words.Role]bool{words.Number: true, words.Status: true, words.Percent: true, words.Completed: true, words.Due: true,
	words.Department: true, words.Lead: true, words.Support: true}
