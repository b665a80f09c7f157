package check

import (
	"fmt"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
)

// saying is a folded progress text in a quarter.
type saying struct {
	quarter period.Quarter
	text    string
}

// sayers are those who say one text in a quarter.
type sayers struct {
	first, other *ledger.Entry // the first, and the first of another department
	author       *ledger.Entry // whose text it is; nil where nobody knows
}

// sayings collects the long texts that several departments say alike. A text is whose that
// said it in an earlier quarter already, else whose return came first; where two may be the
// first, or a day is not known, nobody is said to have copied from the other.
func (a entries) sayings() map[saying]sayers {
	said := make(map[saying]sayers, len(a.ledger.Entries))
	alike := map[saying][]int{}
	for i := range a.ledger.Entries {
		text := a.merged[i].Progress
		if !isLong(text) {
			continue
		}
		e := &a.ledger.Entries[i]
		at := saying{e.Quarter, text}
		s := said[at]
		switch {
		case s.first == nil:
			s.first = e
		case s.other == nil && e.Department != s.first.Department:
			s.other = e
		}
		said[at] = s
		alike[at] = append(alike[at], i)
	}
	for at, s := range said {
		if s.other != nil {
			s.author = a.author(alike[at])
			said[at] = s
		}
	}
	return said
}

// author returns the entry of the department that a text is from, nil where nobody knows.
func (a entries) author(entries []int) *ledger.Entry {
	var before, first *ledger.Entry
	own, dated := true, true
	var since period.Date
	for _, i := range entries {
		e := &a.ledger.Entries[i]
		if b := a.before(e); b >= 0 && a.merged[b].Progress == a.merged[i].Progress {
			own = own && (before == nil || before.Department == e.Department)
			before = e
		}
		came := a.ledger.Returns[a.merged[i].Index].ReceivedOn
		switch {
		case came.IsZero():
			dated = false
		case first == nil || since.After(came):
			first, since = e, came
		}
	}
	if before != nil {
		if !own {
			return nil
		}
		return before
	}
	for _, i := range entries {
		if e := &a.ledger.Entries[i]; first != nil && e.Department != first.Department && a.ledger.Returns[a.merged[i].Index].ReceivedOn == since {
			return nil
		}
	}
	if !dated {
		return nil
	}
	return first
}

// copied reports a text that another department of those who say it wrote too. Whose text it is
// is told nothing; where nobody knows whose it is, each is asked.
func (c *comparison) copied(text string, said sayers) {
	o := said.first
	if o != nil && o.Department == c.entry.Department {
		o = said.other
	}
	if o == nil {
		return
	}
	found := "与%s相同（%s）"
	if said.author != nil {
		if said.author.Department == c.entry.Department {
			return
		}
		o, found = said.author, "与%s先报的相同（%s）"
	}
	c.report(finding.TextCopied, c.entry.Row.Progress.At, fmt.Sprintf(found, o.Department, o.Row.Progress.At), "")
	c.found[len(c.found)-1].Cause = c.entry.Quarter.String() + text // whoever wrote it, it is one text
}
