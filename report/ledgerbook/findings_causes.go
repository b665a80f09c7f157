package ledgerbook

import (
	"cmp"
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// mostCauses is how many causes stand before the findings of their severity; a screen shows
// no more of them.
const mostCauses = 20

// causeLines are the lines of the causes that explain several findings: who settles one of
// them settles all of its findings.
func causeLines(causes []ledger.Cause) []line {
	var lines []line
	count := map[finding.Severity]int{}
	for i := range causes {
		c := &causes[i]
		if c.Findings < 2 {
			continue
		}
		if count[c.Severity]++; count[c.Severity] <= mostCauses {
			lines = append(lines, line{cause: c, no: i + 1, rank: severityRank(c.Severity)})
		}
	}
	return lines
}

// withCauses puts the causes of each severity before its findings.
func withCauses(causes, findings []line) []line {
	all := slices.Concat(causes, findings)
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// number gives each line the number of its cause, counting from 1; 0 for what is settled.
func (n *liner) number(lines []line) {
	numbers, of := map[string]int{}, n.CauseOf()
	for i, c := range n.Causes {
		numbers[c.ID] = i + 1
	}
	for i := range lines {
		if l := &lines[i]; !l.settled {
			l.no = numbers[of(&l.finding)]
			if l.rank = rank(l.finding); l.no > 0 {
				l.rank = severityRank(n.Causes[l.no-1].Severity)
			}
		} else {
			l.rank = rankSettled
		}
	}
}

// cause is the line of a cause: what is wrong, in how many places, and what settles it. Its
// number leads to its findings.
func (s *sheet) cause(l line) []xlsx.Cell {
	c := l.cause
	tinted := func(k xlsx.Style) xlsx.Style {
		k.Fill, k.Bold = "DDEBF7", true
		return k
	}
	text, word := tinted(xlsx.BodyStyle), tinted(xlsx.WordStyle)
	number := causeNumber(l.no, word)
	if at := s.where.cause[l.no]; at[0] > 0 {
		number.Style, number.Link = word.Linked(), xlsx.LinkTo(findingsSheet, xlsx.Area(1, at[0], findingsShown, at[1]), "看是哪几条")
	}
	title := fmt.Sprintf("%s %d处", c.Code.Entry().Title, c.Findings)
	if c.Rows > 0 && c.Rows != c.Findings {
		title = fmt.Sprintf("%s %d处、%d行", c.Code.Entry().Title, c.Findings, c.Rows)
	}
	cells := append(s.spare[:0], number, xlsx.Cell{Value: c.Severity.Label(), Style: signs.SeverityStyle(c.Severity)}, xlsx.Cell{Value: title, Style: text})
	for len(cells) < columnOf(findingColumns, "说明") {
		cells = append(cells, xlsx.Cell{Style: word})
	}
	cells = append(cells, xlsx.Cell{Value: c.Message, Style: text}, xlsx.Cell{Value: c.Hint, Style: text})
	for len(cells) < findingsShown {
		cells = append(cells, xlsx.Cell{Style: word})
	}
	s.spare = append(cells, keyCells(make([]string, len(ruling.LineHidden.Headings())))...)
	return s.spare
}

// causeNumber is the cell with the number of a cause, empty for 0.
func causeNumber(no int, k xlsx.Style) xlsx.Cell {
	if no == 0 {
		return xlsx.Cell{Style: k}
	}
	return xlsx.Cell{Value: no, Style: k}
}

// notesOf is of what kind a note is, of which the first few say it all. A heading is a kind:
// each may be another's.
func (l line) notesOf() (kind string, most int) {
	switch l.finding.Code {
	case finding.ColumnAssumed, finding.ColumnUnused:
		return fmt.Sprint(l.no), sameNotes / 2
	}
	return string(l.finding.Code), sameNotes
}
