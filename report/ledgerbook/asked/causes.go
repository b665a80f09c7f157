package asked

import (
	"cmp"
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/causes"
)

// mostCauses is how many causes stand before the findings of their severity; a screen shows
// no more of them.
const mostCauses = 20

// CauseLines are the lines of the causes that explain several findings: who settles one of
// them settles all of its findings.
func CauseLines(causes []ledger.Cause) []Line {
	var lines []Line
	count := map[finding.Severity]int{}
	for i := range causes {
		c := &causes[i]
		if c.Findings < 2 {
			continue
		}
		if count[c.Severity]++; count[c.Severity] <= mostCauses {
			lines = append(lines, Line{Cause: c, No: i + 1, rank: severityRank(c.Severity)})
		}
	}
	return lines
}

// WithCauses puts the causes of each severity before its findings.
func WithCauses(causes, findings []Line) []Line {
	all := slices.Concat(causes, findings)
	slices.SortStableFunc(all, func(a, b Line) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// number gives each line the number of its cause, counting from 1; 0 for what is settled.
func (n *Liner) number(lines []Line) {
	numbers, of := map[string]int{}, causes.IDOf(n.Ledger)
	for i, c := range n.Causes {
		numbers[c.ID] = i + 1
	}
	for i := range lines {
		if l := &lines[i]; !l.Settled {
			l.No = numbers[of(&l.Finding)]
			if l.rank = Rank(l.Finding); l.No > 0 {
				l.rank = severityRank(n.Causes[l.No-1].Severity)
			}
		} else {
			l.rank = rankSettled
		}
	}
}

// notesOf is of what kind a note is, of which the first few say it all. A heading is a kind:
// each may be another's.
func (l Line) notesOf() (kind string, most int) {
	switch l.Finding.Code {
	case finding.ColumnAssumed, finding.ColumnUnused:
		return fmt.Sprint(l.No), SameNotes / 2
	}
	return string(l.Finding.Code), SameNotes
}
