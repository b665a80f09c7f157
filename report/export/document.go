package export

import (
	"cmp"
	"math"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

func (d document) task(t *plan.Task) {
	d.number("no", t.No)
	d.text("title", t.Title.Value)
	d.textOrNull("group", t.Group)
	d.numbers("requirements", t.Requirements)
}

func (d document) requirement(r *plan.Requirement) {
	assigned := d.ledger.Plan.Assigned(r, d.ledger.AsOf)
	d.number("no", r.No)
	d.text("number", r.Number)
	d.text("key", r.Key)
	d.number("task", r.Task)
	d.text("text", r.Text.Value)
	d.texts("lead", assigned.Lead)
	d.texts("support", assigned.Support)
	d.texts("joint", assigned.Joint)
	d.textOrNull("due", r.Due.On.String())
	d.textOrNull("recurring", r.Due.Recurring)
	if a := r.Active; a.From.IsZero() && a.Until.IsZero() && a.Note == "" {
		d.null("active")
	} else {
		d.object("active", func() {
			d.textOrNull("from", a.From.String())
			d.textOrNull("until", a.Until.String())
			d.text("note", a.Note)
		})
	}
	d.object("source", func() { d.place(r.Text.At) })
}

func (d document) place(at finding.Place) {
	d.text("file", at.File())
	d.text("sheet", at.Sheet())
	d.text("cell", at.Cell())
}

func (d document) department(dep *plan.Department) {
	d.text("name", dep.Name)
	d.text("kind", string(dep.Kind))
	d.texts("aliases", dep.Aliases)
}

func (d document) returned(r *ledger.Return) {
	d.text("file", r.File)
	d.text("sheet", r.Sheet)
	d.text("sha256", r.Sum)
	d.textOrNull("department", r.Department)
	d.textOrNull("quarter", r.Quarter.String())
	d.textOrNull("stated_on", r.StatedOn.String())
	d.textOrNull("received_on", r.ReceivedOn.String())
	d.counts("rows", r.Count)
	list(d.printer, "columns", r.Columns, d.column)
}

// column tells what a column was taken for, and what else it might be.
func (d document) column(c *table.Column) {
	d.text("cell", c.At.Cell())
	d.text("heading", c.Heading)
	d.text("role", c.Role.Code())
	d.text("by", string(c.By))
	d.share("sure", math.Round(c.Sure*100)/100)
	if c.Next == "" {
		d.null("next")
	} else {
		d.text("next", c.Next.Code())
	}
}

// input tells what became of a file, whether it was read or not, and of each of its sheets.
func (d document) input(in *ledger.Input) {
	d.text("file", in.File)
	d.textOrNull("sha256", in.Sum)
	d.text("state", string(in.State))
	d.textOrNull("reason", in.Reason)
	list(d.printer, "sheets", in.Sheets, func(s *returns.SheetAccount) {
		d.text("sheet", s.Sheet)
		d.text("state", string(s.State))
		d.textOrNull("reason", s.Reason)
		d.cells("cells", s.Cells)
		d.texts("texts", s.Unread)
	})
}

func (d document) cells(key string, c table.Cells) {
	d.object(key, func() {
		d.number("read", c.Read)
		d.number("used", c.Used)
		d.number("heading", c.Heading)
		d.number("info", c.Info)
		d.number("furniture", c.Furniture)
		d.number("other", c.Other)
		d.number("unread", c.Unread)
	})
}

func (d document) counts(key string, c ledger.Count) {
	d.object(key, func() {
		d.number("read", c.Read)
		d.number("merged", c.Merged)
		d.number("held", c.Held)
		d.number("ignored", c.Ignored)
	})
}

func (d document) row(r *ledger.Row) {
	d.text("file", r.At.File())
	d.text("sheet", r.At.Sheet())
	d.number("row", r.At.Row())
	d.text("fate", string(r.Fate))
	d.textOrNull("reason", r.Reason)
	d.numberOrNull("requirement", r.Requirement, r.Requirement != 0)
	d.numbers("candidates", r.Candidates)
	d.textOrNull("said", r.Said)
}

func (d document) standing(s *ledger.Standing) {
	d.number("requirement", s.Requirement)
	d.text("quarter", s.Quarter.String())
	d.text("status", string(s.Status))
	d.number("reported", s.Reported)
	d.number("expected", s.Expected)
	d.yes("overdue", s.Overdue)
	d.textOrNull("from", s.From.String())
	d.yes("active", s.Active)
}

func (d document) coverage(c *ledger.Coverage) {
	d.text("department", c.Department)
	d.text("quarter", c.Quarter.String())
	d.yes("expected", c.Expected)
	d.yes("reported", c.Reported)
	d.text("state", string(c.State))
	d.numberOrNull("late_days", c.LateDays, c.State == ledger.OnTime || c.State == ledger.Late)
}

func (d document) finding(f *finding.Finding) {
	d.text("code", string(f.Code))
	d.text("severity", string(f.Severity()))
	d.place(f.Place)
	d.textOrNull("department", f.Department)
	d.textOrNull("quarter", f.Quarter)
	d.text("message", f.Message)
	d.text("hint", f.Hint)
	d.textOrNull("cause", d.causeOf(f))
	d.yes("settled", f.Settled) // the office has ruled on it
}

func (d document) cause(c *ledger.Cause) {
	d.text("id", c.ID)
	d.text("code", string(c.Code))
	d.text("severity", string(c.Severity))
	d.text("message", c.Message)
	d.text("hint", c.Hint)
	d.number("findings", c.Findings)
	d.number("rows", c.Rows)
}

func (d document) ruling(r *ruling.Ruling) {
	d.text("id", r.ID)
	d.text("act", string(r.Act))
	d.object("target", func() {
		d.text("file", r.Target.File)
		d.text("sheet", r.Target.Sheet)
		d.text("row_key", r.Target.RowKey)
		d.text("department", r.Target.Department)
		d.text("quarter", r.Target.Quarter)
		d.text("heading", r.Target.Heading) // of an answer on a heading
		if r.Act.OfNumbers() {
			d.text("indicator", r.Target.Indicator)
			d.text("rule", r.Target.Rule)
			d.text("scope", r.Target.Scope)
		}
	})
	d.textOrNull("value", cmp.Or(string(r.Role), r.Value)) // what the heading means, whose the file is ...
	d.numberOrNull("requirement", r.Requirement, r.Requirement != 0)
	d.textOrNull("status", string(r.Status))
	d.text("reason", r.Reason)
	d.text("by", r.By)
	d.text("on", r.On)
	d.text("state", string(r.State))
}

// lastYear tells the look back: which ledger it was made from, and what became of each
// requirement that was unfinished. Its counts stand among the figures.
func (d document) lastYear(y *ledger.LastYear) {
	d.text("file", y.File)
	d.text("sha256", y.Sum)
	d.number("year", y.Year)
	d.text("unit", y.Unit)
	d.text("as_of", y.AsOf.String())
	list(d.printer, "unfinished", y.Open, func(u *ledger.Unfinished) {
		d.number("no", u.No) // on that year's list
		d.text("number", u.Number)
		d.text("key", u.Key)
		d.text("task", u.Task)
		d.text("text", u.Text)
		d.text("status", string(u.Status)) // then
		d.yes("overdue", u.Overdue)
		d.text("fate", string(u.Fate))                   // continued, suspended or dropped
		d.numberOrNull("requirement", u.Now, u.Now != 0) // no on this year's list
	})
}
