package page

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/collect"
	"taizhang/report/page/desk"
	"taizhang/report/page/draw"
	"taizhang/report/page/questions"
)

// card is 核对 as it is shown: one cause, and of it one question.
type card struct {
	read    *questions.Reading
	Causes  []causeLine
	Left    int    // questions that wait
	Asks    string // how many headings wait, "" for none
	Cause   *ledger.Cause
	Common  string // what all of the cause have in common
	No, Of  int    // which question of the cause, of how many that wait
	Which   string // so in words, with how many there are of the cause in all
	ID      string
	Title   string
	Level   string
	Degree  string // the level in plain words
	Where   string
	Finding finding.Finding
	Hint    []questions.Piece // what to do, on this page
	Quarter string
	Day     string // on which day a late return came in, and what says so
	Came    string // where that is shown and set
	Said    string // what the row says of its requirement
	Row     string // which row that is, and whether it is hidden or struck
	Tells   string // what else the row says
	Item    string // the requirement that it is about
	ItemNo  int
	Whose   string // status the keys set, "" for nobody's
	Decided string // what was decided here, "" for nothing
	Stuck   bool   // it was carried out, and what it was made on is still not right
	Options []questions.Option
	Alike   *alike   // what may be decided together with it, nil for nothing
	Choices []string // acts that can be filled in
	States  []string
	Names   []string
	Items   []item // that a row may be placed on
	Needs   questions.Needs
	Placed  bool   // a key places the row
	Leave   string // what becomes of it when nothing is decided
	Drawn   *draw.Sheet
	Gone    bool // the file is no longer as it was
	Idle    bool // what was decided has nothing to be carried out on, so that there is nothing to fill in
	Stale   bool // its decision was taken back, and the year is not read again yet: what it asks now is not known
	Next    string
	Prev    string
	Undo    bool
	Last    string // what it would take back
	Habits  questions.Habits
	Kind    ruling.Kind
	Done    []decidedLine // what was decided before, the last first
}

func (c *card) from() *questions.Reading { return c.read }

type causeLine struct {
	First, Title, Message, Level string
	Left, All                    int // questions that wait, and all that the message speaks of; 0 for a message of none
	Here                         bool
}

// decidedLine is a question that the office has answered: 核对 shows it, and takes another answer there.
type decidedLine struct{ ID, Title, What string }

func decidedLines(y *desk.Year, s *questions.Reading) (list []decidedLine) {
	for _, d := range y.Decided(s) {
		q := &s.Questions[d.At]
		what := where(q.Finding.Place)
		if q.Row != nil && q.Row.Text != "" {
			what = "“" + draw.Short(q.Row.Text, longestTold) + "” " + what
		}
		list = append(list, decidedLine{questions.ID(q), questions.Said(d.Says), what})
	}
	return list
}

// showCheck is 核对.
func (p *Page) showCheck(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "核对", y, nil)
		return
	}
	// Who comes in anew is asked from all that was decided: an answer on a heading changes most questions.
	// The next question of somebody who answers one after the other comes at once.
	if fresh := r.URL.RawQuery == ""; fresh && y.Unread(s) {
		y.Again()
		if len(y.Asked(s)) > 0 {
			p.show(w, r, "wait", "核对", y, nil)
			return
		}
	}
	p.show(w, r, "check", "核对", y, p.cardOf(y, s, r.URL.Query().Get("q"), r.URL.Query().Get("c")))
}

// mostCauses is how many causes stand questions.Beside the card.
const mostCauses = 200

// cardOf lays out the card of a question; without one, of the first that waits, in the cause
// that is wanted.
func (p *Page) cardOf(y *desk.Year, s *questions.Reading, id, cause string) *card {
	open := y.Asked(s)
	c := &card{read: s, Done: decidedLines(y, s), Left: len(open), Asks: y.HeadingsWait(s), Habits: y.Habits(s, p.Day().Label()), Undo: y.CanUndo(s), Last: questions.Said(y.Last(s))}
	at, known := s.At[id]
	if !known {
		if len(open) == 0 {
			return c
		}
		at = open[0]
		for _, i := range open {
			if n := s.Questions[i].Cause; n > 0 && s.Ledger.Causes[n-1].ID == cause {
				at = i
				break
			}
		}
	}
	q := &s.Questions[at]
	c.causes(s, open, q.Cause)
	c.ID, c.Finding, c.Level, c.Kind = questions.ID(q), q.Finding, s.Severity(q).Label(), q.Office.Kind
	c.Title = questions.Title(q)
	c.Degree = questions.Levels[c.Level]
	c.Finding.Message = questions.Message(c.Finding) + s.Made(q)
	if q.Cause > 0 {
		c.Cause = &s.Ledger.Causes[q.Cause-1]
		c.Common = retitled(q, questions.Here(c.Cause.Message))
		for _, i := range open {
			if s.Questions[i].Cause == q.Cause {
				if c.Of++; i == at {
					c.No = c.Of
				}
			}
		}
		c.Which = whichOf(c.No, c.Of, c.Cause.Findings)
		if c.Cause.Findings < max(c.Of, 2) {
			c.Common = "" // it says the same as the question, or was said before something was taken back
		}
	}
	if quarter, ok := period.ParseQuarter(q.Finding.Quarter); ok {
		c.Quarter = quarter.Short()
	}
	c.Where = where(q.Finding.Place)
	if q.Row != nil {
		c.Said, c.Tells = q.Row.Text, draw.Short(s.RowSaid(q), longestTold)
	}
	if r := s.Requirement(q); r != nil {
		c.Item, c.ItemNo = r.Text.Value, r.No
	}
	c.Whose = s.Whose(q)
	if c.Decided, known = y.LaidOn(c.ID); !known && q.Ruled != nil && !y.Reopened(c.ID) {
		c.Decided = q.Ruled.Says()
		if q.Ruled.Why != "" {
			c.Decided += "（没有执行：" + questions.Here(q.Ruled.Why) + "）"
		}
	}
	c.Decided = questions.Said(c.Decided)
	c.Stuck = y.Stuck(q)
	if c.Decided == "" && q.Office.Kind != "" {
		c.Leave = questions.Leave(q)
	}
	if c.Stale = y.Reopened(c.ID) && (q.Settled || q.Ruled != nil); c.Stale {
		c.Prev, c.Next = neighbours(s, open, at)
		return c
	}
	c.Options = s.Options(q)
	c.Alike = p.alikeOf(y, s, at)
	if _, dropped := y.LaidOn(c.ID); dropped {
		c.Options = slices.DeleteFunc(c.Options, func(o questions.Option) bool { return o.Drop })
	}
	c.Hint = collect.Urged(s.Ledger, &q.Finding, questions.Pieces(questions.HintHere(c.Finding, c.Options)))
	c.fields(s, q)
	c.Drawn = p.books.Around(y.Folder, s.Ledger, c.day(s, q), false, s.Beside(q)...)
	c.Row = rowOf(q, c.Drawn)
	c.Gone = c.Drawn == nil && q.Finding.Place.File() != "" && p.books.Of(y.Folder, s.Ledger, q.Finding.Place.File()) == nil
	c.Prev, c.Next = neighbours(s, open, at)
	if c.Idle = questions.Gone(q); c.Idle {
		c.Decided, c.Gone, c.Choices = "", false, nil
	}
	return c
}

// longestTold is how much of what a row says besides is shown.
const longestTold = 120

// rowOf says which row a question is about, and what its department did to it.
func rowOf(q *ledgerbook.Question, drawn *draw.Sheet) string {
	if q.Row == nil || q.Row.At.Row() == 0 {
		return ""
	}
	said := fmt.Sprintf("第%d行", q.Row.At.Row())
	if q.Row.At.Row() != q.Finding.Place.Row() {
		return said
	}
	hidden, struck := drawn.Asked()
	if hidden {
		said += "，部门把它隐藏了"
	}
	if struck {
		said += "，整行划掉了"
	}
	return said
}

// retitled says of a cause in the words of its question's title.
func retitled(q *ledgerbook.Question, said string) string {
	return strings.ReplaceAll(said, q.Finding.Code.Entry().Title, questions.Title(q))
}

// whichOf says which of the questions that wait one is: the cause speaks of all, and those that were decided or
// that nobody has to decide on are among them.
func whichOf(no, waiting, all int) string {
	switch {
	case waiting == 0:
		return ""
	case no == 0: // it is shown again, and does not wait itself
		return fmt.Sprintf("这个原因共 %d 处，还等着 %d 处", max(all, waiting), waiting)
	case all <= waiting && waiting == 1:
		return "这个原因只有这一处"
	case all <= waiting:
		return fmt.Sprintf("这个原因的第 %d 处，共 %d 处", no, waiting)
	case waiting == 1:
		return fmt.Sprintf("这个原因共 %d 处，还等着的只有这一处", all)
	}
	return fmt.Sprintf("这个原因共 %d 处，还等着 %d 处，这是其中第 %d 处", all, waiting, no)
}

// day tells of a return that is late on which day it came in, and what says so: that is the place to look at.
func (c *card) day(s *questions.Reading, q *ledgerbook.Question) finding.Place {
	at := q.Finding.Place
	of, ok := period.ParseQuarter(q.Finding.Quarter)
	if q.Finding.Code != finding.ReturnLate || !ok {
		return at
	}
	c.Came = camePath(q.Finding.Department, of)
	for i := range c.Hint {
		if c.Hint[i].Path == "/board" {
			c.Hint[i].Path = c.Came
		}
	}
	for i := range s.Ledger.Returns {
		r := &s.Ledger.Returns[i]
		if r.File == at.File() && r.Sheet == at.Sheet() && r.Department == q.Finding.Department && r.Quarter == of {
			if c.Day = r.ReceivedOn.Label() + "收到，" + dayFrom(s, r); r.Day.At.Row() > 0 {
				return r.Day.At
			}
		}
	}
	return at
}

func where(at finding.Place) string {
	return strings.Join(slices.DeleteFunc([]string{at.File(), at.Sheet(), at.Cell()}, func(s string) bool { return s == "" }), " · ")
}

// causes lists the causes that wait, each leading to its first question.
func (c *card) causes(s *questions.Reading, open []int, here int) {
	at := map[int]int{}
	for _, i := range open {
		q := &s.Questions[i]
		n, known := at[q.Cause]
		if !known {
			if len(c.Causes) == mostCauses {
				continue
			}
			line := causeLine{First: questions.ID(q), Title: questions.Title(q), Level: s.Severity(q).Label(), Message: q.Finding.Message, Here: q.Cause == here}
			if q.Cause > 0 {
				cause := &s.Ledger.Causes[q.Cause-1]
				line.Message = cause.Message
				if cause.Code != q.Finding.Code {
					line.Title = questions.Plain(cause.Code.Entry().Title)
				}
			}
			if q.Settled || q.Ruled != nil {
				line.Message = "" // it was taken back since it was said
			}
			line.Message = retitled(q, questions.Here(line.Message))
			if q.Cause > 0 && line.Message != "" {
				line.All = s.Ledger.Causes[q.Cause-1].Findings
			}
			n = len(c.Causes)
			at[q.Cause] = n
			c.Causes = append(c.Causes, line)
		}
		c.Causes[n].Left++
	}
}

// fields are what can be filled in beside the keys: all that the ledger's list offers there.
func (c *card) fields(s *questions.Reading, q *ledgerbook.Question) {
	c.Choices, c.Needs = s.Other(q)
	for _, stands := range ruling.Statuses {
		c.States = append(c.States, stands.Label())
	}
	for _, d := range s.Ledger.Departments {
		c.Names = append(c.Names, d.Name)
	}
	if c.Needs.Item {
		for i := range s.Ledger.Plan.Requirements {
			r := &s.Ledger.Plan.Requirements[i]
			c.Items = append(c.Items, item{r.No, draw.Short(r.Text.Value, longestItem)})
		}
	}
	c.Placed = slices.ContainsFunc(c.Options, func(o questions.Option) bool { return o.Line.Item != "" })
}

// item is a requirement that a row may be placed on.
type item struct {
	No   int
	Text string
}

// longestItem is how much of a requirement its line in a list shows.
const longestItem = 36

// neighbours are the questions before and after one, among those that wait.
func neighbours(s *questions.Reading, open []int, at int) (before, after string) {
	for _, i := range open {
		switch {
		case i < at:
			before = questions.ID(&s.Questions[i])
		case i > at && after == "":
			after = questions.ID(&s.Questions[i])
		}
	}
	return before, after
}

// onwards is the question that one goes on to after an answer: of the same cause as long as one of it waits, then the
// next down the list of causes; "" where that is at its end.
func onwards(s *questions.Reading, open []int, at int) string {
	before := ""
	for _, i := range open {
		if q := &s.Questions[i]; i != at && q.Cause > 0 && q.Cause == s.Questions[at].Cause {
			if i > at {
				return questions.ID(q)
			} else if before == "" {
				before = questions.ID(q)
			}
		}
	}
	if before == "" {
		_, before = neighbours(s, open, at)
	}
	return before
}

// alike is what was found in the returns of many departments at once, to be decided together in view of all of it.
type alike struct {
	*questions.Together
	Habits questions.Habits
}

// alikeOf lays out what may be decided together with a question, nil for nothing.
func (p *Page) alikeOf(y *desk.Year, s *questions.Reading, at int) *alike {
	if together := s.Together(y.Asked(s), at); together != nil {
		return &alike{together, y.Habits(s, p.Day().Label())}
	}
	return nil
}

// showAlike lists what may be decided together with a question.
func (p *Page) showAlike(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "核对", y, nil)
		return
	}
	at, known := s.At[r.URL.Query().Get("q")]
	if !known {
		p.back(w, r, "/check", "")
		return
	}
	v := p.alikeOf(y, s, at)
	if v == nil {
		p.back(w, r, "/check?q="+questions.ID(&s.Questions[at]), "")
		return
	}
	p.show(w, r, "alike", "核对", y, v)
}
