package openworld

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// checker compares what the program printed of one year with what was written there.
type checker struct {
	*folder
	*printed
	books  []*book
	byFile map[string]*book
	nos    map[int]*requirement
	layout map[string]string // by file
	miss   func(layout, what string, text string)
	tally  func(layout string) *tally
}

// check adds what it finds to the tallies.
func (c *checker) check() {
	c.balance()
	c.byFile = map[string]*book{}
	for _, b := range c.books {
		c.byFile[b.file()] = b
	}
	c.layout = map[string]string{}
	for _, f := range c.facts {
		for _, p := range f.places {
			c.layout[p.book] = f.job.layout
		}
	}
	for i := range c.Entries {
		c.entry(&c.Entries[i])
	}
	for _, f := range c.facts {
		if f.requirement != nil && f.wroteAnything() {
			c.fact(f)
		}
		c.kept(f)
	}
	c.blame()
}

func quarter(year, n int) string { return fmt.Sprintf("%dQ%d", year, n) }

// answers reports whether the entry is the fact's.
func (c *checker) answers(e *entry, f *fact) bool {
	return !f.sample && f.requirement != nil && c.nos[e.Requirement] == f.requirement && e.Department == f.department && e.Quarter == quarter(c.list.year, f.quarter)
}

// entry checks that an entry holds what its own row says and nothing else.
func (c *checker) entry(e *entry) {
	layout := c.layout[e.Source.File]
	t := c.tally(layout)
	said, answered := 0, false
	wrong, foreign, published := "", "", ""
	for field, text := range e.texts() {
		for _, token := range c.tokens(text) {
			said++
			own, role := false, ""
			for _, o := range c.owner[token] {
				before := o.role == "earlier" && o.fact.quarter > 1 && e.Quarter == quarter(c.list.year, o.fact.quarter-1) &&
					c.nos[e.Requirement] == o.fact.requirement && e.Department == o.fact.department
				if c.answers(e, o.fact) || before {
					own = true
				}
				role = o.role
				if before {
					role = "progress" // of the quarter before, which is what the heading says
				}
			}
			answer := strings.HasPrefix(role, "progress")
			answered = answered || own && answer
			switch {
			case !own && answer && field == "progress":
				wrong = text
			case !own:
				foreign = field + "：" + text
			case field == "progress" && !answer:
				published = role + "：" + text
			}
		}
	}
	if said == 0 && !slices.ContainsFunc(c.facts, func(f *fact) bool { return c.answers(e, f) && f.wroteAnything() }) {
		wrong = "an entry without a text, of a row that nobody wrote"
	}
	if wrong != "" && answered { // the right row, with another one's text besides
		wrong, foreign = "", wrong
	}
	at := fmt.Sprintf("%s「%s」%d, on %s of %s %s: ", e.Source.File, e.Source.Sheet, e.Source.Row, c.number(e.Requirement), e.Department, e.Quarter)
	for what, text := range map[string]string{"wrong": wrong, "foreign": foreign, "published": published} {
		if text != "" {
			t.Counts[what]++
			c.miss(layout, what, at+text)
		}
	}
}

func (c *checker) number(no int) string {
	if r := c.nos[no]; r != nil {
		return r.number
	}
	return fmt.Sprint("no. ", no)
}

// fact checks that what was written arrived.
func (c *checker) fact(f *fact) {
	t := c.tally(f.job.layout)
	who := fmt.Sprintf("%s of %s, quarter %d", f.requirement.number, f.department, f.quarter)
	var of *entry
	for i := range c.Entries {
		if e := &c.Entries[i]; c.answers(e, f) && (len(f.places) == 0 || c.holds(e, f)) {
			of = e
			break
		}
	}
	if !t.share("placed", of != nil) {
		c.miss(f.job.layout, "placed", who+c.fate(f))
		f.unread(t)
		return
	}
	for _, p := range f.places {
		if p.role == "progress" && !t.share("progress", slices.Contains(c.tokens(of.Progress), p.token)) {
			c.miss(f.job.layout, "progress", who+" stands elsewhere")
		}
	}
	for _, p := range f.places {
		if slices.Contains([]string{"problems", "next_steps", "evidence"}, p.role) && !t.share("fields", strings.Contains(of.texts()[p.role], p.token)) {
			c.miss(f.job.layout, "fields", fmt.Sprintf("%s: %s stand elsewhere", who, p.role))
		}
	}
	if f.accepted != nil && !t.share("statuses", slices.Contains(f.accepted, of.Status)) {
		c.miss(f.job.layout, "statuses", fmt.Sprintf("%s said %q reads %q, truly %q", who, f.said, of.Status, f.accepted))
	}
	if of.Status != "" && !slices.Contains(f.accepted, of.Status) {
		t.Counts["status-wrong"]++
		c.miss(f.job.layout, "status-wrong", fmt.Sprintf("%s said %q reads %q, truly %q (%q)", who, f.said, of.Status, f.accepted, of.Said))
	}
	if f.dateWritten && !t.share("dates", of.CompletedOn == f.date) {
		c.miss(f.job.layout, "dates", fmt.Sprintf("%s reads %q, truly %q", who, of.CompletedOn, f.date))
	}
	if of.CompletedOn != "" && (!f.dateWritten || of.CompletedOn != f.date) {
		t.Counts["date-wrong"]++
		c.miss(f.job.layout, "date-wrong", fmt.Sprintf("%s reads %q, truly %q", who, of.CompletedOn, f.date))
	}
}

// unread counts what would have to be read of a fact that was not placed.
func (f *fact) unread(t *tally) {
	for _, p := range f.places {
		switch p.role {
		case "progress":
			t.All["progress"]++
		case "problems", "next_steps", "evidence":
			t.All["fields"]++
		}
	}
	if f.accepted != nil {
		t.All["statuses"]++
	}
	if f.dateWritten {
		t.All["dates"]++
	}
}

func (c *checker) holds(e *entry, f *fact) bool {
	for _, text := range e.texts() {
		for _, token := range c.tokens(text) {
			if slices.ContainsFunc(c.owner[token], func(o owner) bool { return o.fact == f }) {
				return true
			}
		}
	}
	return false
}

// fate says for a developer what became of the row of a fact that was not placed.
func (c *checker) fate(f *fact) string {
	if len(f.places) == 0 {
		return ""
	}
	p := f.places[0]
	out := fmt.Sprintf(": %s「%s」%d", p.book, p.sheet, p.row)
	for _, r := range c.Rows {
		if r.File == p.book && r.Row == p.row {
			out += " " + r.Fate + " " + r.Reason
		}
	}
	for _, x := range c.Findings {
		if x.File == p.book && x.Severity == "error" {
			if row, _ := x.at(); row == 0 || row == p.row {
				out += " [" + x.Code + " " + x.Message + "]"
				break
			}
		}
	}
	return out
}

// balance checks that rows and cells balance, of the run and of each return and sheet.
func (c *checker) balance() {
	unbalanced := func(format string, args ...any) {
		c.tally("").Counts["unbalanced"]++
		c.miss("", "unbalanced", fmt.Sprintf(format, args...))
	}
	var sum count
	for _, r := range c.Returns {
		if r.Rows.Read != r.Rows.Merged+r.Rows.Held+r.Rows.Ignored {
			unbalanced("%s「%s」: rows %+v", r.File, r.Sheet, r.Rows)
		}
		sum.Read += r.Rows.Read
	}
	if t := c.Totals.Rows; t.Read != t.Merged+t.Held+t.Ignored || t.Read != sum.Read {
		unbalanced("rows %+v, of returns %d", t, sum.Read)
	}
	// CELLS: this part sleeps until 台账.json has an account of cells; it needs no change then.
	if t := c.Totals.Cells; t != nil && !closed(t) {
		unbalanced("cells %v", t)
	}
	for _, f := range c.Files {
		for _, s := range f.Sheets {
			var account map[string]int
			var cells int
			if json.Unmarshal(s.Cells, &account) == nil && account != nil {
				if cells = account["read"]; !closed(account) {
					unbalanced("%s「%s」: cells %v", f.File, s.Sheet, account)
				}
			} else if json.Unmarshal(s.Cells, &cells) != nil {
				continue
			}
			for _, b := range c.books {
				for _, own := range b.sheets {
					if b.kind == "xlsx" && b.file() == f.File && own.name == s.Sheet && own.filled() != cells {
						unbalanced("%s「%s」: %d cells hold something, %d are read", f.File, s.Sheet, own.filled(), cells)
					}
				}
			}
		}
	}
}

// closed reports whether each cell that was read went somewhere.
func closed(account map[string]int) bool {
	sum := 0
	for what, n := range account {
		if what != "read" {
			sum += n
		}
	}
	return account["read"] == sum
}
