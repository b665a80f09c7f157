// Package table understands a sheet: where its tables stand, what each column holds, and what
// became of every cell. Content speaks first, headings are evidence, one assignment decides
// for all columns of a block. The list, the roster, the settings, returns and the ledger's own
// ruling columns are read through it. What it can't understand it says; it never drops a cell.
package table

import (
	"maps"

	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/columns"
	"taizhang/importer/table/crossed"
	"taizhang/importer/table/find"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/known"
	"taizhang/importer/table/legend"
)

// Reader understands sheets. It is safe for use by several goroutines.
type Reader struct {
	facts   *known.Facts
	heads   *heads.Reader
	find    *find.Reader
	columns *columns.Reader
	crossed *crossed.Reader
}

// New returns a reader that holds sheets against what is known.
func New(k Known) *Reader {
	facts := known.New(k)
	return &Reader{facts: facts, heads: heads.New(facts), find: find.New(facts), columns: columns.New(facts), crossed: crossed.New(facts)}
}

// Context is what is known of a sheet beside itself.
type Context struct {
	File       string
	Department string                   // whose it is by the names around it, "" where nothing says so
	Labels     map[string]bool          // folded short texts that several sheets of the file print in the same place
	Before     *Block                   // the last block before it in the file, nil for none
	Legend     map[string]status.Status // of the file's other sheets, for one that explains nothing itself
	Signs      legend.Signs             // of all sheets of the file; nil for those of this one
	Named      map[string]string        // of the file's other sheets
}

// Understand finds the tables of a sheet and gives their columns roles.
func (r *Reader) Understand(s *grid.Sheet, in Context) *Sheet {
	s = r.heads.Grouped(s)
	u := &Sheet{Grid: s, Account: NewAccount(s)}
	switch {
	case s.LastRow() == 0:
		u.State = IsEmpty
		return u
	case r.isSample(s):
		u.State = IsSample
		u.Account.All(Furniture)
		return u
	}
	if u.Legend = legend.Of(r.facts.Status, s); u.Legend == nil {
		u.Legend = in.Legend
	}
	r.name(u, in)
	in.Legend = u.Legend
	if found := r.crossed.Tables(block.Whole(s), crossed.Page{File: in.File, Department: in.Department, Legend: in.Legend}); found != nil {
		r.take(u, found, &in)
		return u.decided()
	}
	for _, l := range r.find.Layouts(s, in.Labels) {
		// A find of which nothing is kept may rest on a name that only looks like one.
		found, twin := r.find.Find(l, in.Before), r.find.Beside(l, u.Blocks)
		if twin != nil && len(found) > 0 && found[0].Head != twin[0].Head {
			found = twin
		}
		_ = r.take(u, found, &in) || r.take(u, twin, &in) || r.take(u, r.find.ByNumbers(l), &in)
	}
	return u.decided()
}

// decided is the sheet once its tables are known: it holds some, or it was not understood.
func (u *Sheet) decided() *Sheet {
	u.State = IsTable
	if len(u.Blocks) == 0 {
		u.State = IsUnread
	}
	return u
}

// name takes in which words the sheet puts beside the signs that are used. What the words mean is what
// the signs mean.
func (r *Reader) name(u *Sheet, in Context) {
	u.Signs, u.Named = in.Signs, maps.Clone(in.Named)
	if u.Signs == nil {
		u.Signs = legend.SignsOf(u.Grid)
	}
	for fill, words := range legend.Unknown(u.Grid, u.Legend) {
		if u.Named == nil {
			u.Named = map[string]string{}
		}
		u.Named[fill] = words
	}
	if len(u.Signs) == 0 {
		return
	}
	own := legend.Named(u.Grid, u.Signs)
	if u.Named == nil {
		u.Named = own
	}
	maps.Copy(u.Named, own)
	u.Legend = maps.Clone(u.Legend)
	for sign, words := range u.Named {
		stands := r.facts.Status.Meaning(words)
		if _, known := u.Legend[sign]; known || stands == status.NoStatus {
			continue
		}
		if u.Legend == nil {
			u.Legend = map[string]status.Status{}
		}
		u.Legend[sign] = stands
	}
}

// take keeps the tables that both ask and answer, and reports whether there is one.
func (r *Reader) take(u *Sheet, found []*Block, in *Context) (took bool) {
	for _, b := range found {
		b.Legend = u.Legend
		r.columns.Classify(b, in.File, in.Department)
		crossed.SetShared(b)
		r.columns.LabelLines(b)
		r.columns.LabelFoot(b)
		if !b.Asks() && b.Topic.IsEmpty() && !b.Named || !b.Answers() && !prose(b) {
			continue
		}
		r.mark(b, u.Account)
		u.Blocks = append(u.Blocks, b)
		in.Before, took = b, true
	}
	return took
}

// prose reports whether some column holds text that nobody has a name for: it may be the
// answer.
func prose(b *Block) bool {
	for i := range b.Columns {
		if c := &b.Columns[i]; c.Filled > 0 && !c.Role.Asks() && c.Role != "" {
			return true
		}
	}
	return false
}

// mark accounts for the heading, and for what stands above it.
func (r *Reader) mark(b *Block, a *Account) {
	for line := b.Top; line < b.Body; line++ {
		fate := Info
		if line >= b.Head {
			fate = Heading
		} else if _, n := b.Shown(line); n >= block.LeastShaped && b.Shape == Upright && 2*n > b.Right()-b.Left() && !r.heads.IsLabelLine(b.View, line) {
			continue // a line as wide as the table is no title: it is named as unread
		}
		for c := b.Left(); c <= b.Right(); c++ {
			a.Mark(b.Cell(line, c), fate)
		}
	}
	for _, cell := range b.Notes {
		a.Mark(cell, Info)
	}
	for _, cell := range b.Unit.Names {
		a.Mark(cell, Heading)
	}
	for _, cell := range b.Labels {
		a.Mark(cell, Heading)
	}
	if v, from, to := b.Above(); b.Shape == Cards {
		for line := from; line <= to; line++ {
			for _, cell := range v.Filled(line) {
				a.Mark(cell, Info)
			}
		}
	}
}
