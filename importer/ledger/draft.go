package ledger

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/templates/tables"
)

// Pending is what keeps the documents of a year a draft (草稿): what holds something back and
// is not settled, rules of the numbers that must hold and do not, and expected returns that are missing and not accepted.
type Pending struct {
	Errors  int        // findings of severity error
	Rules   int        // rules of the numbers that must hold and do not, also where the office accepts it
	Missing []Coverage // in the ledger's order
	Scans   int        // expected returns of which nothing but a scan came, and which are not accepted
}

// Pending returns what is still open at the as-of quarter.
func (l *Ledger) Pending() Pending {
	var p Pending
	accepted := l.Excused()
	for i := range l.Findings {
		switch f := &l.Findings[i]; {
		case f.Code == finding.ReturnMissing && !f.Settled && f.Place.File() != "":
			p.Scans++
		case !f.Settled && f.Severity() == finding.Error:
			p.Errors++
		}
	}
	for _, c := range l.Coverage {
		if c.State == Missing && !accepted[Desk{c.Department, c.Quarter}] {
			p.Missing = append(p.Missing, c)
		}
	}
	p.Rules = l.Unproven()
	return p
}

// Excused returns the departments and quarters of which the office has accepted that no return comes: nobody asks
// them for it any more.
func (l *Ledger) Excused() map[Desk]bool {
	accepted := map[Desk]bool{}
	for i := range l.Findings {
		f := &l.Findings[i]
		if q, ok := period.ParseQuarter(f.Quarter); ok && f.Settled && f.Code == finding.ReturnMissing {
			accepted[Desk{f.Department, q}] = true
		}
	}
	return accepted
}

// Owed returns the returns of a quarter that are missing and still asked for: the quarter is not final, and the office
// has not let the department off.
func (l *Ledger) Owed(q period.Quarter) (list []Coverage) {
	if _, final := ruling.NewClosed(l.Rulings)[q.String()]; final {
		return nil
	}
	excused := l.Excused()
	for _, c := range l.Coverage {
		if c.Quarter == q && c.State == Missing && !excused[Desk{c.Department, c.Quarter}] {
			list = append(list, c)
		}
	}
	return list
}

// Draft reports whether anything is pending.
func (p Pending) Draft() bool {
	return p.Errors > 0 || p.Rules > 0 || len(p.Missing) > 0 || p.Scans > 0
}

// Words says what is pending as the office reads it, "" where nothing is.
func (p Pending) Words() string {
	var said []string
	if p.Errors > 0 {
		said = append(said, fmt.Sprintf("%d 处强制问题没有办结", p.Errors))
	}
	if p.Rules > 0 {
		said = append(said, fmt.Sprintf("%d 处勾稽关系不成立", p.Rules))
	}
	if n := len(p.Missing); n > 0 {
		said = append(said, fmt.Sprintf("%d 份应报的报表没有报送，也没有认可", n))
	}
	if p.Scans > 0 {
		said = append(said, fmt.Sprintf("%d 份应报的报表只交了扫描件，也没有认可", p.Scans))
	}
	return strings.Join(said, "；")
}

// Unproven counts the places where a rule of the numbers that must hold is broken: what is printed
// of them is no final word.
func (l *Ledger) Unproven() (n int) {
	if l.Numbers == nil {
		return 0
	}
	for i := range l.Numbers.Results {
		if r := &l.Numbers.Results[i]; r.Verdict == numbers.Broken && r.Rule.Severity == tables.Must {
			n++
		}
	}
	return n
}
