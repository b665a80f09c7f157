package columns

import (
	"slices"

	"taizhang/importer/assign"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// assignByQuarter assigns roles to the columns that have none yet. Columns that are headed with a quarter
// are assigned a quarter at a time, together with those that are headed with none.
func (r *Reader) assignByQuarter(b *block.Block, rs []*reading) {
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
	alikeInQuarters(rs)
}

// alikeInQuarters reads columns that are headed alike but for the quarter alike: where one of them tells
// progress, what stands in the others tells it too, with the status that it opens with.
func alikeInQuarters(rs []*reading) {
	headed := map[string][]*reading{}
	for _, rd := range rs {
		if rd.col.Quarter != 0 && (rd.col.Role == words.Progress || rd.col.Role == words.Status) {
			beside := besideQuarter(rd.col.Heading)
			headed[beside] = append(headed[beside], rd)
		}
	}
	for _, same := range headed {
		tells := slices.IndexFunc(same, func(rd *reading) bool { return rd.col.Role == words.Progress && rd.content.N > 0 })
		if tells < 0 {
			continue
		}
		for _, rd := range same {
			if rd.col.Role == words.Status && rd.col.Sure < SureMargin {
				rd.col.Role, rd.col.By, rd.col.Sure, rd.col.Next = words.Progress, block.ByContent, SureMargin, words.Status
			}
		}
	}
}

// assign solves the assignment for some columns; roles in used are taken.
func (r *Reader) assign(b *block.Block, rs []*reading, used map[words.Role]bool) {
	if len(rs) == 0 {
		return
	}
	roles := slices.DeleteFunc(slices.Clone(words.ColumnRoles), func(role words.Role) bool {
		return used[role] || role == words.Requirement && r.List != nil && b.Has(role)
	})
	var slots []words.Role // a role that several columns may have stands there several times
	for _, role := range roles {
		slots = append(slots, role)
		if !single[role] || r.List == nil && (role == words.Requirement || role == words.Number) { // of a list, levels tell the requirement among them
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
			rd.col.Role, rd.col.By = words.OtherText, block.ByContent
			rd.col.Next = ranked(totals[i], words.OtherText)
		}
	}
}

// decide gives a column its role and says by what and how surely.
func (r *Reader) decide(rd *reading, role words.Role, totals map[words.Role]float64) {
	col := rd.col
	col.Role = role
	col.Next = ranked(totals, role)
	col.Sure = min(1, max(0, totals[role]-totals[col.Next]))
	switch fit := rd.fits[role]; {
	case fit >= heading.KnownFrom:
		col.By = block.ByHeading
	case fit >= heading.LeastFit:
		col.By = block.ByPart
	default:
		col.By = block.ByContent
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

// single are the roles that one column of a block has at the most.
var single = map[words.Role]bool{
	words.Number: true, words.Requirement: true, words.Status: true, words.Percent: true, words.Completed: true, words.Due: true,
	words.From: true, words.Until: true, words.Change: true,
}
