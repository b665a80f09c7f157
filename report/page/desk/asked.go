package desk

import (
	"cmp"
	"slices"
	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/questions"
)

// Asked lists what waits for the office, cause by cause: what is only good to know is no question, nor
// that a return is missing while nothing has come at all.
func (y *Year) Asked(s *questions.Reading) []int {
	y.mu.Lock()
	defer y.mu.Unlock()
	return asked(s, y.laid)
}

// asked is Asked by what was decided since the reading.
func asked(s *questions.Reading, since map[string]laid) (list []int) {
	waits := map[int]bool{} // by cause
	for i := range s.Questions {
		if q := &s.Questions[i]; s.Severity(q) != finding.Info && open(q, since) && !early(s, q) {
			waits[q.Cause] = true
		}
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		switch {
		case s.Severity(q) == finding.Info || early(s, q):
		case open(q, since), !waits[q.Cause] && stuck(q, since):
			list = append(list, i)
		}
	}
	return list
}

// Open reports whether a question waits for the office.
func (y *Year) Open(q *ledgerbook.Question) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return open(q, y.laid)
}

// open is Open by what was decided since the reading.
func open(q *ledgerbook.Question, since map[string]laid) bool {
	l, known := since[questions.ID(q)]
	switch {
	case q.Office.Kind == "" || known && !l.open:
		return false
	case known:
		return true
	}
	return !q.Settled && (q.Ruled == nil || q.Ruled.State != ruling.Applied)
}

// Stuck reports a decision that was carried out and did not help: what it was made on still keeps the
// outputs a draft. It is asked again once nothing else of its cause waits, for the next decision may help.
func (y *Year) Stuck(q *ledgerbook.Question) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return stuck(q, y.laid)
}

func stuck(q *ledgerbook.Question, since map[string]laid) bool {
	l, known := since[questions.ID(q)]
	return !(known && !l.open) && !q.Settled && q.Office.Kind != "" && q.Finding.Severity() == finding.Error &&
		q.Ruled != nil && q.Ruled.State == ruling.Applied
}

// early reports a question that has no ground yet: on what a row says that may not count, on a return that is missed before its time, and in a year
// that nothing has come in yet on all but the list, what stands beside it, and what did come and can't be used.
func early(s *questions.Reading, q *ledgerbook.Question) bool {
	if !s.Begun() && !s.OfList(&q.Finding) && !s.Came(q.Finding.Place.File()) {
		return true
	}
	if s.Premature(q) {
		return true
	}
	of, ok := period.ParseQuarter(q.Finding.Quarter)
	return ok && q.Finding.Code == finding.ReturnMissing && s.Quarter().Before(of)
}

// Unread reports whether decisions were made that a reading does not know.
func (y *Year) Unread(s *questions.Reading) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.decided > s.Decided
}

// Doubtful lists the lines of 读法 that wait for the office.
func (y *Year) Doubtful(s *questions.Reading) (list []int) {
	for i := range s.Headings {
		if r := &s.Headings[i]; r.Doubtful || y.Reopened(questions.HeadingID(r)) || y.Reopened(questions.Unanswered(r)) {
			if _, done := y.LaidOn(questions.HeadingID(r)); !done {
				list = append(list, i)
			}
		}
	}
	return list
}

// LaidOn returns what was decided on a thing since the last reading; ok is false for nothing.
func (y *Year) LaidOn(id string) (says string, ok bool) {
	y.mu.Lock()
	defer y.mu.Unlock()
	l, ok := y.laid[id]
	return l.says, ok && !l.open
}

// Reopened reports a thing whose decision was taken back since the last reading.
func (y *Year) Reopened(id string) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.laid[id].open
}

// Last says what the key that takes back would take back, "" for nothing that is known here.
func (y *Year) Last(s *questions.Reading) string {
	y.mu.Lock()
	defer y.mu.Unlock()
	if n := len(y.batches); n > 0 {
		return y.batches[n-1].says
	}
	if y.decided > s.Decided {
		return "" // the last one that this reading knows was taken back
	}
	r, _ := s.Ledger.Journal.Says(s.Ledger.Journal.LastOfPage())
	return r.Says()
}

func (y *Year) CanUndo(s *questions.Reading) bool {
	y.mu.Lock()
	n := len(y.batches)
	y.mu.Unlock()
	return n > 0 || s.Ledger.Journal.LastOfPage() != ""
}

// Decided is a question that the office has answered.
type Decided struct {
	At   int // of the reading's questions
	Says string

	filed int
}

// mostDecided is how many answers are listed.
const mostDecided = 200

// Decided lists what was decided, the last first.
func (y *Year) Decided(s *questions.Reading) (list []Decided) {
	for i := range s.Questions {
		q := &s.Questions[i]
		id := questions.ID(q)
		d := Decided{At: i, filed: len(s.Ledger.Rulings) + i}
		var laid bool
		if d.Says, laid = y.LaidOn(id); !laid && q.Ruled != nil && !y.Reopened(id) {
			d.Says, d.filed = q.Ruled.Says(), q.Ruled.Filed
		}
		if d.Says != "" {
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, func(a, b Decided) int { return cmp.Compare(b.filed, a.filed) })
	return list[:min(len(list), mostDecided)]
}
