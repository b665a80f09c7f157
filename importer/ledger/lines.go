package ledger

import (
	"iter"
	"slices"

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

	gone []int // requirements that it was placed on and another row answers in its stead
}

// answer is a line as far as it answers one requirement.
type answer struct {
	*line
	no int
}

// all returns the requirements that the row was placed on.
func (p *placed) all() []int {
	if p.no == 0 {
		return nil
	}
	return append([]int{p.no}, p.also...)
}

// answers yields the requirements that the line answers.
func (l *line) answers(yield func(no int) bool) {
	if l.placed.no == 0 || !slices.Contains(l.gone, l.placed.no) && !yield(l.placed.no) {
		return
	}
	for _, no := range l.placed.also {
		if !slices.Contains(l.gone, no) && !yield(no) {
			return
		}
	}
}

// leave takes back what a merged line answers to one requirement, because another row
// answers it, and reports whether there was anything to take back. A line that is left
// without any requirement is not counted.
func (l *line) leave(no int, why returns.Reason) bool {
	if l.fate != Merged {
		return false
	}
	l.gone = append(l.gone, no)
	for range l.answers {
		return true
	}
	l.ignore(why)
	return true
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
	answers := func(l *line) bool { return l.fate == Merged }
	blank := func(l *line) bool { return l.reason == string(returns.Unanswered) }
	for _, wanted := range []func(*line) bool{answers, blank} {
		var group []*line
		var rows, beside []*returns.Row
		for _, l := range lines {
			if wanted(l) {
				group, rows = append(group, l), append(rows, l.row)
			} else {
				beside = append(beside, l.row)
			}
		}
		for k, p := range pl.place(rows, ret.Department.Value, ret.Quarter.Value, beside...) {
			l := group[k]
			l.placed = p
			if l.fate == Merged && p.held != "" {
				l.hold(p.held)
			}
		}
	}
}
