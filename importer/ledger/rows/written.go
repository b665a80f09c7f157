package rows

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/importer/returns"
)

// Write turns the lines into the ledger's rows, and keeps the findings of those that are not set
// aside.
func (r *Rows) Write() {
	l := r.ledger
	l.Rows = make([]ledger.Row, len(r.Lines))
	answered := r.answeredRows()
	l.Findings = append(l.Findings, parallel.Gather(len(r.Lines), func(i int) []finding.Finding {
		l.Rows[i] = r.Lines[i].written()
		return r.Lines[i].findings(answered)
	})...)
}

// written returns the line as a row of the ledger.
func (l *Line) written() ledger.Row {
	first := l.Placed.No
	for no := range l.answers {
		first = no
		break
	}
	said := ""
	if l.Fate == ledger.Held || l.with != nil || l.Fate == ledger.Ignored && answersRow(returns.Reason(l.Reason)) {
		said = l.alone().Answer()
	}
	return ledger.Row{Said: said, At: l.Row.At, Department: l.Ret.Department.Value, Quarter: l.Ret.Quarter.Value,
		Text: ledger.RowText(l.Row), Fate: l.Fate, Reason: l.Reason, Requirement: first, Candidates: l.Placed.Candidates,
		Key: l.Key, Sum: l.Sum}
}

// answeredRows are the rows of sheets that answer in some quarter: a table of a whole year has a line
// for each quarter, and not all of them say something.
func (r *Rows) answeredRows() map[finding.Place]bool {
	rows := map[finding.Place]bool{}
	for _, l := range r.Lines {
		if l.Fate != ledger.Ignored || l.Reason != string(returns.Unanswered) && answersRow(returns.Reason(l.Reason)) {
			rows[l.Row.At] = true
		}
	}
	return rows
}

// findings returns what is said of the line, nothing where it is set aside. A value that was tried
// and not understood is said, also where the row has no other answer. Where the row answers in
// another quarter, nothing is asked of the one in which it is blank.
func (l *Line) findings(answered map[finding.Place]bool) []finding.Finding {
	if l.Fate == ledger.Ignored && l.Reason != string(returns.Unanswered) {
		return nil
	}
	found := slices.Concat(l.Row.Findings, l.Placed.Findings)
	if l.Fate == ledger.Ignored && answered[l.Row.At] && len(l.Row.Other) == 0 {
		found = slices.Clone(l.Row.Findings)
	}
	for i, f := range found {
		f.RowKey = l.Key
		found[i] = f.For(l.Ret.Department.Value, l.Ret.Quarter.Value.String())
	}
	return found
}

// answersRow reports whether a row that is ignored for the reason holds an answer all the same.
func answersRow(why returns.Reason) bool {
	switch why {
	case returns.Unanswered, returns.Duplicate, returns.Superseded, returns.AfterAsOf, returns.RuledOut, returns.General:
		return true
	}
	return false
}

// Counts returns the account of each return.
func (r *Rows) Counts() []ledger.Count {
	counts := make([]ledger.Count, len(r.Returns))
	for _, l := range r.Lines {
		c := &counts[l.Index]
		c.Read++
		switch l.Fate {
		case ledger.Merged:
			c.Merged++
		case ledger.Held:
			c.Held++
		default:
			c.Ignored++
		}
	}
	return counts
}

// InOrder returns what the merged lines answer by requirement, department and quarter. order is the
// place of each department.
func (r *Rows) InOrder(order map[string]int) []Answer {
	department := make([]int, len(r.Returns))
	for i := range r.Returns {
		department[i] = order[r.Returns[i].Department.Value]
	}
	byRequirement := make([][]Answer, len(r.ledger.Plan.Requirements))
	for _, l := range r.Lines {
		if l.Fate != ledger.Merged {
			continue
		}
		for no := range l.answers {
			byRequirement[no-1] = append(byRequirement[no-1], Answer{l, no})
		}
	}
	parallel.Each(len(byRequirement), func(i int) {
		slices.SortStableFunc(byRequirement[i], func(a, b Answer) int {
			return cmp.Or(department[a.Index]-department[b.Index], a.Ret.Quarter.Value.Compare(b.Ret.Quarter.Value))
		})
	})
	return slices.Concat(byRequirement...)
}
