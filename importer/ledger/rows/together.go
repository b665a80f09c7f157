package rows

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// A department tells one requirement in several rows, each a part of it. Nothing but the office can tell parts
// from contradictions: where it has said of rows of one return that they belong to one requirement, they are parts,
// and so is one beside them that says so itself. Where it has chosen which of them counts, only those are.

// parts returns the rows of a contest within one return that are told together, none where they are no parts.
func (c contest) parts() []Answer {
	chosen := slices.ContainsFunc(c.distinct, func(l Answer) bool { return l.Chosen })
	var parts []Answer
	placed := false
	for _, l := range c.distinct {
		switch {
		case len(l.Placed.Also) > 0:
			return nil
		case chosen && !l.byRuling():
			continue // the office chose another
		}
		parts, placed = append(parts, l), placed || l.byRuling()
	}
	if len(parts) < 2 || !placed {
		return nil
	}
	return parts
}

// join makes one answer of rows of one return: the first of them on the sheet says what all say, the others are
// merged with it.
func join(lines []Answer) {
	if len(lines) == 0 {
		return
	}
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b Answer) int { return a.Number - b.Number })
	var others []*Line
	for _, l := range lines[1:] {
		others = append(others, l.Line)
	}
	lines[0].tellWith(others, lines[0].No)
}

// tellWith makes the line say what the others say too of a requirement.
func (l *Line) tellWith(others []*Line, no int) {
	l.own = l.alone()
	whole := *l.own // the row is shared with its return
	for _, o := range others {
		addPart(&whole, o.alone())
		if o.byRuling() {
			l.Placed.Match = o.Placed.Match // the whole stands by what the office said
		}
		o.with, o.parts = l, nil
		o.gone = append(o.gone, no)
	}
	l.Row, l.parts = &whole, others
}

// alone is what the row itself says, without what is told with it.
func (l *Line) alone() *returns.Row {
	if l.own != nil {
		return l.own
	}
	return l.Row
}

// forParts takes from the line what is told with it, and does the same to all of that.
func (l *Line) forParts(do func(part *Line)) {
	parts := l.parts
	l.parts, l.Row = nil, l.alone()
	for _, part := range parts {
		do(part)
	}
}

// addPart adds to a row what another row says of the same requirement. The part that is furthest behind says
// where the whole stands; it is completed when all parts are, on the day of the last of them.
func addPart(whole, part *returns.Row) {
	switch {
	case whole.Status.Value == part.Status.Value:
	case lags(part.Status.Value, whole.Status.Value):
		whole.Status, whole.NotYet, whole.Against = part.Status, part.NotYet, part.Against
	}
	switch {
	case whole.Status.Value != status.Completed || !whole.CompletedOn.Given() || !part.CompletedOn.Given():
		whole.CompletedOn = grid.Read[period.Date]{}
	case part.CompletedOn.Value.After(whole.CompletedOn.Value):
		whole.CompletedOn = part.CompletedOn
	}
	switch {
	case !whole.Percent.Given() || !part.Percent.Given():
		whole.Percent = grid.Read[float64]{}
	case part.Percent.Value < whole.Percent.Value:
		whole.Percent = part.Percent
	}
	for _, words := range []struct{ to, from *grid.Words }{{&whole.Progress, &part.Progress}, {&whole.Problems, &part.Problems},
		{&whole.NextSteps, &part.NextSteps}, {&whole.Remarks, &part.Remarks}} {
		*words.to = both(*words.to, *words.from)
	}
	whole.Evidence = append(slices.Clip(whole.Evidence), part.Evidence...)
	whole.Other = append(slices.Clip(whole.Other), part.Other...)
	whole.Comments = append(slices.Clip(whole.Comments), part.Comments...)
}

// both is what two cells say, one below the other, and once where they say the same.
func both(a, b grid.Words) grid.Words {
	switch {
	case !b.Given() || strings.TrimSpace(a.Value) == strings.TrimSpace(b.Value):
		return a
	case !a.Given():
		return b
	}
	a.Value += "\n" + b.Value
	return a
}

// furthest orders statuses from the furthest behind; a row that says none stands before a completed one.
var furthest = []status.Status{status.Behind, status.NotStarted, status.InProgress, status.Ongoing, status.NoStatus, status.Completed, status.NotApplicable}

func lags(a, b status.Status) bool { return slices.Index(furthest, a) < slices.Index(furthest, b) }
