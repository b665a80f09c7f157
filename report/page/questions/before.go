package questions

import (
	"cmp"
	"path"
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// A department hands a row in once more: in a revision that words it otherwise, or in the next quarter. What the
// office placed it on then is offered first, and followed by nothing until somebody chooses it again. A revision in
// the same words is placed by the merge (package decision) and not asked about, unless those words are of two rows.

// leastSame is the likeness from which a row counts as one that was placed before, mostBefore how many
// requirements are offered for that.
const (
	leastSame  = 0.8
	mostBefore = 3
)

// placement is a row that the office placed by a decision that is carried out.
type placement struct {
	row   *ledger.Row
	shape fold.Shape
	no    int // of the requirement
	filed int // of the decision, the later the greater
}

// placements lists the rows of a ledger that the office placed.
func placements(l *ledger.Ledger) (list []placement) {
	decided := map[string]*ruling.Ruling{}
	for i := range l.Rulings {
		r := &l.Rulings[i]
		if r.Act == ruling.Place && r.State == ruling.Applied && r.Requirement >= 1 && r.Requirement <= len(l.Plan.Requirements) {
			decided[r.Target.RowKey] = r
		}
	}
	if len(decided) == 0 {
		return nil
	}
	for i := range l.Rows {
		row := &l.Rows[i]
		if r := decided[row.Key]; r != nil && row.Key != "" {
			list = append(list, placement{row, fold.Of(row.Text), r.Requirement, r.Filed})
		}
	}
	return list
}

// placedBefore lists the placements of rows that say the same as an unplaced one of their department, or
// nearly so, in its quarter or an earlier one: of each requirement one, the likest and the latest first.
func (s *Reading) placedBefore(q *ledgerbook.Question) (list []placement) {
	if q.Row == nil || !unplaced(q) {
		return nil
	}
	text := fold.Of(q.Row.Text)
	for _, p := range s.placed {
		of := p.row
		if of.Department == q.Row.Department && of.Quarter.Year == q.Row.Quarter.Year && of.Quarter.N <= q.Row.Quarter.N &&
			of.Key != q.Row.Key && text.Likeness(p.shape) >= leastSame {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b placement) int {
		return cmp.Or(cmp.Compare(text.Likeness(b.shape), text.Likeness(a.shape)), b.row.Quarter.N-a.row.Quarter.N, b.filed-a.filed)
	})
	seen := map[int]bool{}
	list = slices.DeleteFunc(list, func(p placement) bool {
		known := seen[p.no]
		seen[p.no] = true
		return known
	})
	return list[:min(len(list), mostBefore)]
}

// says tells somebody who is asked about a row in a quarter what the office decided before.
func (p placement) says(text string, in period.Quarter) string {
	from := path.Base(p.row.At.File())
	if p.row.Quarter != in {
		from = p.row.Quarter.Short() + " " + from
	}
	said := "上次（" + from + "）核定的就是这一条"
	if fold.Key(text) != p.shape.Key {
		said = "文字相近的“" + p.row.Text + "”，" + said
	}
	return said
}

// aloneAnswers reports whether a row that was placed is all that its department says of the requirement in
// that quarter: the row that it is asked about now then stands in its place.
func (s *Reading) aloneAnswers(p placement) bool {
	for i := range s.Ledger.Entries {
		e := &s.Ledger.Entries[i]
		if e.Requirement == p.no && e.Department == p.row.Department && e.Quarter == p.row.Quarter && e.Row.At != p.row.At {
			return false
		}
	}
	return true
}
