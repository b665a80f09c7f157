package ledger

import (
	"iter"

	"taizhang/importer/finding"
	"taizhang/importer/parallel"
	"taizhang/importer/returns"
)

// line is a row on its way to its fate.
type line struct {
	ret    *returns.Return
	index  int // of ret
	number int // in merge.lines
	row    *returns.Row
	placed placed
	fate   Fate
	reason string

	key, sum string // see package ruling
	progress string // folded
	only     bool   // no other row of the department and quarter says the same of its requirement
}

func (l *line) ignore(why returns.Reason) { l.fate, l.reason = Ignored, string(why) }

func (l *line) hold(why finding.Code) { l.fate, l.reason = Held, string(why) }

// placeRows gives each row a first fate: furniture and late quarters are ignored, rows of
// held sheets are held, answers are placed.
func (m *merge) placeRows() {
	rows := 0
	for i := range m.returns {
		rows += len(m.returns[i].Rows)
	}
	m.lines = make([]*line, 0, rows)
	all := make([]line, rows)
	first := make([]int, 0, len(m.returns)) // line of each return
	for i := range m.returns {
		ret := &m.returns[i]
		from := len(m.lines)
		first = append(first, from)
		for j := range ret.Rows {
			row, l := &ret.Rows[j], &all[len(m.lines)]
			*l = line{ret: ret, index: i, number: len(m.lines), row: row, fate: Merged}
			switch {
			case row.Ignored != "":
				l.ignore(row.Ignored)
			case ret.Held != "":
				l.hold(ret.Held)
			case m.AsOf.Before(ret.Quarter.Value):
				l.ignore(returns.AfterAsOf)
			}
			m.lines = append(m.lines, l)
		}
		at := deskOf(ret)
		if _, known := m.desks[at]; !known {
			m.manned = append(m.manned, at)
		}
		m.desks[at] = append(m.desks[at], m.lines[from:]...)
	}
	parallel.Shares(len(m.returns), func(share iter.Seq[int]) {
		pl := m.placer.apart()
		for i := range share {
			pl.placeAnswers(&m.returns[i], m.lines[first[i]:][:len(m.returns[i].Rows)])
		}
	})
}

// placeAnswers places the answers of one return together, and the rows that answer
// nothing beside them, so that the ledger can say which requirement went unanswered.
func (pl *placer) placeAnswers(ret *returns.Return, lines []*line) {
	if ret.Held != "" {
		return
	}
	var answers, blank []*line
	for _, l := range lines {
		switch {
		case l.fate == Merged:
			answers = append(answers, l)
		case l.reason == string(returns.Unanswered):
			blank = append(blank, l)
		}
	}
	for _, group := range [][]*line{answers, blank} {
		rows := make([]*returns.Row, len(group))
		for k, l := range group {
			rows[k] = l.row
		}
		for k, p := range pl.place(rows, ret.Department.Value, ret.Quarter.Value) {
			l := group[k]
			l.placed = p
			if l.fate == Merged && p.held != "" {
				l.hold(p.held)
			}
		}
	}
}
