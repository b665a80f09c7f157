// Package rows decides which of the rows that came count: each is placed, known by a key, and set
// against what the same department says once more. What is left is merged; all others are held or
// ignored, with the reason.
package rows

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/place"
	"taizhang/importer/returns"
)

// Line is a row on its way to its fate.
type Line struct {
	Ret    *returns.Return
	Index  int // of Ret
	Number int // in Rows.Lines
	Row    *returns.Row
	Placed place.Outcome
	Fate   ledger.Fate
	Reason string

	Key, Sum string       // see package ruling
	Progress string       // folded
	Only     bool         // no other row of the department and quarter says the same of its requirement
	Wording  string       // the key of what it says of its requirement, which rows that say the same share
	Chosen   bool         // the office placed it where it was asked which of several rows counts
	Wrote    *returns.Row // what the department wrote, where the office took another status

	gone []int // requirements that it was placed on and another row answers in its stead

	with  *Line        // the line that tells the requirement with it, nil for none
	parts []*Line      // the lines that are told with this one
	own   *returns.Row // what this one says by itself, where others are told with it
}

// Answer is a line as far as it answers one requirement.
type Answer struct {
	*Line
	No int
}

// answers yields the requirements that the line answers.
func (l *Line) answers(yield func(no int) bool) {
	if l.Placed.No == 0 || !slices.Contains(l.gone, l.Placed.No) && !yield(l.Placed.No) {
		return
	}
	for _, no := range l.Placed.Also {
		if !slices.Contains(l.gone, no) && !yield(no) {
			return
		}
	}
}

// leave takes back what a merged line answers to one requirement, because another row
// answers it, and reports whether there was anything to take back. A line that is left
// without any requirement is not counted.
func (l *Line) leave(no int, why returns.Reason) bool {
	if l.Fate != ledger.Merged {
		return false
	}
	l.gone = append(l.gone, no)
	l.forParts(func(part *Line) { part.Ignore(why) })
	for range l.answers {
		return true
	}
	l.Ignore(why)
	return true
}

// Ignore sets the line aside: it does not count.
func (l *Line) Ignore(why returns.Reason) { l.Fate, l.Reason = ledger.Ignored, string(why) }

// hold keeps the line back until the office decides.
func (l *Line) hold(why finding.Code) {
	l.Fate, l.Reason = ledger.Held, string(why)
	l.forParts(func(part *Line) {
		part.hold(why)
		part.Placed.Candidates = part.Placed.All()
	})
}

func (l *Line) byRuling() bool { return l.Placed.Match.By == "ruling" }

// weight is how much the office said for the line: nothing, where it belongs, or that it counts.
func (l *Line) weight() int {
	switch {
	case !l.byRuling():
		return 0
	case l.Chosen:
		return 2
	}
	return 1
}

// keepOther adds texts under headings that nobody knows, which a repeating row says and this
// one does not.
func (l *Line) keepOther(others []returns.Other) {
	for _, o := range others {
		if !slices.ContainsFunc(l.Row.Other, func(own returns.Other) bool { return own.Heading == o.Heading && own.Text == o.Text }) {
			kept := *l.Row // the row is shared with its return
			kept.Other = append(slices.Clip(kept.Other), o)
			l.Row = &kept
		}
	}
}
