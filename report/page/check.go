package page

import (
	"net/http"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// card is 核对 as it is shown: one cause, and of it one question.
type card struct {
	Causes  []causeLine
	Left    int // questions that wait
	Cause   *ledger.Cause
	No, Of  int // which question of the cause, of how many that wait
	ID      string
	Title   string
	Level   string
	Where   string
	Finding finding.Finding
	Quarter string
	Said    string // what the row says of its requirement
	Decided string // what was decided here, "" for nothing
	Options []option
	Choices []string // acts that can be filled in
	States  []string
	Names   []string
	Most    int // number of the list's last requirement
	Drawn   *drawn
	Gone    bool // the file is no longer as it was
	Next    string
	Prev    string
	Undo    bool
	Habits  habits
	Kind    ruling.Kind
}

type causeLine struct {
	First, Title, Message, Level string
	Left                         int
	Here                         bool
}

// showCheck is 核对.
func (p *Page) showCheck(w http.ResponseWriter, r *http.Request, y *year) {
	s, _, _ := y.state()
	if s == nil {
		p.show(w, r, "wait", "核对", y, nil)
		return
	}
	p.show(w, r, "check", "核对", y, p.cardOf(y, s, r.URL.Query().Get("q"), r.URL.Query().Get("c")))
}

// mostCauses is how many causes stand beside the card.
const mostCauses = 200

// cardOf lays out the card of a question; without one, of the first that waits, in the cause
// that is wanted.
func (p *Page) cardOf(y *year, s *snapshot, id, cause string) *card {
	open := y.asked(s)
	c := &card{Left: len(open), Habits: habitsOf(s, p.Today()), Undo: y.canUndo(s)}
	at, known := s.at[id]
	if !known {
		if len(open) == 0 {
			return c
		}
		at = open[0]
		for _, i := range open {
			if n := s.questions[i].Cause; n > 0 && s.ledger.Causes[n-1].ID == cause {
				at = i
				break
			}
		}
	}
	q := &s.questions[at]
	c.causes(s, open, q.Cause)
	c.ID, c.Finding, c.Level, c.Kind = idOf(q), q.Finding, severityOf(s.ledger, q).Label(), q.Office.Kind
	c.Title = q.Finding.Code.Entry().Title
	if q.Cause > 0 {
		c.Cause = &s.ledger.Causes[q.Cause-1]
		for _, i := range open {
			if s.questions[i].Cause == q.Cause {
				if c.Of++; i <= at {
					c.No = c.Of
				}
			}
		}
	}
	if quarter, ok := period.ParseQuarter(q.Finding.Quarter); ok {
		c.Quarter = quarter.Short()
	}
	c.Where = where(q.Finding.Place)
	if q.Row != nil {
		c.Said = q.Row.Text
	}
	if c.Decided, known = y.laidOn(c.ID); !known && q.Ruled != nil && !y.reopened(c.ID) {
		c.Decided = q.Ruled.Says()
		if q.Ruled.Why != "" {
			c.Decided += "（没有执行：" + q.Ruled.Why + "）"
		}
	}
	c.Options = optionsOf(s, q)
	c.fields(s, q)
	c.Drawn = p.books.draw(y, s.ledger, q.Finding.Place, false)
	c.Gone = c.Drawn == nil && q.Finding.Place.File() != "" && p.books.bookOf(y, s.ledger, q.Finding.Place.File()) == nil
	c.Prev, c.Next = neighbours(s, open, at)
	return c
}

func where(at finding.Place) string {
	return strings.Join(slices.DeleteFunc([]string{at.File(), at.Sheet(), at.Cell()}, func(s string) bool { return s == "" }), " · ")
}

// causes lists the causes that wait, each leading to its first question.
func (c *card) causes(s *snapshot, open []int, here int) {
	at := map[int]int{}
	for _, i := range open {
		q := &s.questions[i]
		n, known := at[q.Cause]
		if !known {
			if len(c.Causes) == mostCauses {
				continue
			}
			line := causeLine{First: idOf(q), Title: q.Finding.Code.Entry().Title, Level: severityOf(s.ledger, q).Label(), Message: q.Finding.Message, Here: q.Cause == here}
			if q.Cause > 0 {
				cause := &s.ledger.Causes[q.Cause-1]
				line.Title, line.Message = cause.Code.Entry().Title, cause.Message
			}
			n = len(c.Causes)
			at[q.Cause] = n
			c.Causes = append(c.Causes, line)
		}
		c.Causes[n].Left++
	}
}

// fields are what can be filled in beside the keys: all that the ledger's list offers there.
func (c *card) fields(s *snapshot, q *ledgerbook.Question) {
	if q.Office.Kind == "" {
		return
	}
	first, last := q.Office.Kind.Span()
	for _, choice := range ruling.Choices[first : last+1] {
		c.Choices = append(c.Choices, choice.Label)
	}
	for _, stands := range ruling.Statuses {
		c.States = append(c.States, stands.Label())
	}
	for _, d := range s.ledger.Departments {
		c.Names = append(c.Names, d.Name)
	}
	c.Most = len(s.ledger.Plan.Requirements)
}

// neighbours are the questions before and after one, among those that wait.
func neighbours(s *snapshot, open []int, at int) (before, after string) {
	for _, i := range open {
		switch {
		case i < at:
			before = idOf(&s.questions[i])
		case i > at && after == "":
			after = idOf(&s.questions[i])
		}
	}
	return before, after
}

func (y *year) canUndo(s *snapshot) bool {
	y.mu.Lock()
	n := len(y.batches)
	y.mu.Unlock()
	return n > 0 || s.ledger.Journal.LastOfPage() != ""
}
