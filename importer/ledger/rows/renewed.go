package rows

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

// A later return often tells anew a part of what was told together: the drill of “plan and drill”, in the words by
// which the part went before. It replaces that part, and the others stand.

// renewed is a part that a later return tells anew.
type renewed struct{ part, by *Line }

// renewParts settles the parts that later returns tell anew, and returns those that are superseded.
func (r *Rows) renewParts() (replaced []renewed) {
	for _, lines := range r.rivals() {
		slices.SortStableFunc(lines, earlier)
		for _, l := range lines {
			before := l.toldBefore(lines)
			if before == nil {
				continue
			}
			parts := l.renews(before)
			if parts == nil {
				continue
			}
			kept, asWritten := l.parts, false
			for i, old := range append([]*Line{before}, before.parts...) {
				by := parts[i]
				switch {
				case by == nil:
					kept = append(kept, old)
					asWritten = old.asWritten() || asWritten
				case old.alone().SaysSame(*by.alone()):
					old.Ignore(returns.Duplicate)
				default:
					old.Ignore(returns.Superseded)
					replaced = append(replaced, renewed{old, by})
				}
			}
			before.Row, before.parts = before.alone(), nil
			l.tellWith(kept, l.No)
			if asWritten {
				r.report(statusAsWritten(l, kept[0]), l.Ret)
			}
		}
	}
	return replaced
}

// asWritten gives a part back the status that its department wrote, and reports whether the office had taken another:
// that was taken for the whole as it was told then.
func (l *Line) asWritten() bool {
	if l.Wrote == nil {
		return false
	}
	l.own, l.Wrote = l.Wrote, nil
	return true
}

// statusAsWritten says that a status which the office took no longer holds.
func statusAsWritten(a Answer, kept *Line) finding.Finding {
	f := finding.New(finding.SupersededReturn, ledger.TextPlace(a.Row), "", "")
	f.Message = "这一行重填了合在一起的几行中的一行；先前核定的状态是为那时的几行定的，不再用，现在照部门填的算（另一行在 " + ledger.TextPlace(kept.Row).String() + "）。"
	f.Hint = "请看现在的状态对不对；不对的，在这一行重新核定。"
	f.RowKey = a.Key
	return f
}

// earlier orders answers by when they were given, as far as that is known.
func earlier(a, b Answer) int {
	switch {
	case supersedes(b.Ret, a.Ret):
		return -1
	case supersedes(a.Ret, b.Ret):
		return 1
	}
	return 0
}

// toldBefore is the last answer before the line's return that several rows tell together, nil where there is none.
func (a Answer) toldBefore(rivals []Answer) (last *Line) {
	for _, o := range rivals {
		if o.Fate == a.Fate && len(o.parts) > 0 && supersedes(a.Ret, o.Ret) && (last == nil || supersedes(o.Ret, last.Ret)) {
			last = o.Line
		}
	}
	return last
}

// renews returns which row of the line's return tells each part of an earlier answer anew, nil for one that none does.
// All are nil where the return tells more than some of the parts, or in other words: then it tells the whole.
func (l *Line) renews(before *Line) []*Line {
	parts := append([]*Line{before}, before.parts...)
	rows := append([]*Line{l}, l.parts...)
	by := make([]*Line, len(parts))
	if len(rows) >= len(parts) {
		return nil
	}
	for _, row := range rows {
		found := -1
		for i, part := range parts {
			if part.Wording != row.Wording {
				continue
			}
			if found >= 0 || by[i] != nil {
				return nil
			}
			found = i
		}
		if found < 0 {
			return nil
		}
		by[found] = row
	}
	return by
}
