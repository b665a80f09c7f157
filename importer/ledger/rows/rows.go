package rows

import (
	"iter"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/place"
	"taizhang/importer/parallel"
	"taizhang/importer/returns"
)

// Rows are the rows of all returns on their way to their fates.
type Rows struct {
	ledger  *ledger.Ledger
	Returns []returns.Return
	Lines   []*Line                 // every row of every return
	Desks   map[ledger.Desk][]*Line // by department and quarter: the rows that came
	manned  []ledger.Desk           // those of desks, in the order of the returns
}

// New takes in the rows of returns, none of which is placed yet.
func New(l *ledger.Ledger, rs []returns.Return) *Rows {
	return &Rows{ledger: l, Returns: rs, Desks: map[ledger.Desk][]*Line{}}
}

// Place gives each row a first fate: furniture and late quarters are ignored, rows of
// held sheets are held, answers are placed.
func (r *Rows) Place(placer *place.Placer) {
	rows := 0
	for i := range r.Returns {
		rows += len(r.Returns[i].Rows)
	}
	r.Lines = make([]*Line, 0, rows)
	all := make([]Line, rows)
	first := make([]int, 0, len(r.Returns)) // line of each return
	for i := range r.Returns {
		ret := &r.Returns[i]
		from := len(r.Lines)
		first = append(first, from)
		for j := range ret.Rows {
			row, l := &ret.Rows[j], &all[len(r.Lines)]
			*l = Line{Ret: ret, Index: i, Number: len(r.Lines), Row: row, Fate: ledger.Merged}
			switch {
			case row.Ignored != "":
				l.Ignore(row.Ignored)
			case ret.Held != "":
				l.hold(ret.Held)
			case r.ledger.AsOf.Before(ret.Quarter.Value):
				l.Ignore(returns.AfterAsOf)
			}
			r.Lines = append(r.Lines, l)
		}
		at := ledger.DeskOf(ret)
		if _, known := r.Desks[at]; !known {
			r.manned = append(r.manned, at)
		}
		r.Desks[at] = append(r.Desks[at], r.Lines[from:]...)
	}
	parallel.Shares(len(r.Returns), func(share iter.Seq[int]) {
		pl := placer.Apart()
		for i := range share {
			placeAnswers(pl, &r.Returns[i], r.Lines[first[i]:][:len(r.Returns[i].Rows)])
		}
	})
}

// placeAnswers places the answers of one return together, and the rows that answer
// nothing beside them, so that the ledger can say which requirement went unanswered.
func placeAnswers(pl *place.Placer, ret *returns.Return, lines []*Line) {
	if ret.Held != "" {
		return
	}
	answers := func(l *Line) bool { return l.Fate == ledger.Merged }
	blank := func(l *Line) bool { return l.Reason == string(returns.Unanswered) }
	for _, wanted := range []func(*Line) bool{answers, blank} {
		var group []*Line
		var rows, beside []*returns.Row
		for _, l := range lines {
			if wanted(l) {
				group, rows = append(group, l), append(rows, l.Row)
			} else {
				beside = append(beside, l.Row)
			}
		}
		for k, p := range pl.Place(rows, ret.Department.Value, ret.Quarter.Value, beside...) {
			l := group[k]
			l.Placed = p
			if l.Fate == ledger.Merged && p.Held != "" {
				l.hold(p.Held)
			}
		}
	}
}
