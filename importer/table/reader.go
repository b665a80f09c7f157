package table

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/memo"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Reader understands sheets. It is safe for use by several goroutines.
type Reader struct {
	known    Known
	headings *headings
	anchors  memo.Texts[match]
}

// New returns a reader that holds sheets against what is known.
func New(k Known) *Reader {
	return &Reader{known: k, headings: newHeadings(k.Words)}
}

// Context is what is known of a sheet beside itself.
type Context struct {
	File       string
	Department string                   // whose it is by the names around it, "" where nothing says so
	Labels     map[string]bool          // folded short texts that several sheets of the file print in the same place
	Before     *Block                   // the last block before it in the file, nil for none
	Legend     map[string]status.Status // of the file's other sheets, for one that explains nothing itself
}

// Understand finds the tables of a sheet and gives their columns roles.
func (r *Reader) Understand(s *grid.Sheet, in Context) *Sheet {
	s = r.grouped(s)
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
	if u.Legend = r.legend(s); u.Legend == nil {
		u.Legend = in.Legend
	}
	in.Legend = u.Legend
	for _, l := range r.layouts(s, in) {
		// A find of which nothing is kept may rest on a name that only looks like one.
		found, twin := r.find(l, in), r.beside(l, u.Blocks)
		if l.block != nil && l.block.whose.name != "" {
			r.take(u, found, &in)
			continue
		}
		if twin != nil && len(found) > 0 && found[0].Head != twin[0].Head {
			found = twin
		}
		_ = r.take(u, found, &in) || r.take(u, twin, &in) || r.take(u, r.byNumbers(l), &in)
	}
	u.State = IsTable
	if len(u.Blocks) == 0 {
		u.State = IsUnread
	}
	return u
}

// take keeps the tables that both ask and answer, and reports whether there is one.
func (r *Reader) take(u *Sheet, found []*Block, in *Context) (took bool) {
	for _, b := range found {
		b.legend = u.Legend
		r.classify(b, *in)
		b.setShared()
		r.labelLines(b)
		if !b.Asks() && b.Topic.IsEmpty() && !b.Named || !b.Answers() && !b.prose() {
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
func (b *Block) prose() bool {
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
		} else if _, n := b.Shown(line); n >= leastShaped && b.Shape == Upright && 2*n > b.right-b.left && !r.isLabelLine(b.View, line) {
			continue // a line as wide as the table is no title: it is named as unread
		}
		for c := b.left; c <= b.right; c++ {
			a.Mark(b.Cell(line, c), fate)
		}
	}
	for _, cell := range b.titles {
		a.Mark(cell, Info)
	}
	for _, cell := range b.whose.names {
		a.Mark(cell, Heading)
	}
	for _, cell := range b.labels {
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

// isSample reports a sheet that shows how to fill in a form: its name or its title says so.
func (r *Reader) isSample(s *grid.Sheet) bool {
	if r.saysSample(s.Name) {
		return true
	}
	v := whole(s)
	for line := 1; line <= min(3, s.LastRow()); line++ {
		if cells := v.Filled(line); len(cells) == 1 && r.saysSample(cells[0].Text) {
			return true
		}
	}
	return false
}

// saysSample reports whether a name or title begins or ends with a word for a sample.
func (r *Reader) saysSample(text string) bool {
	key := fold.Key(text)
	if utf8.RuneCountInString(key) > longestTitle {
		return false
	}
	for _, word := range r.known.Words.Samples {
		w := fold.Key(word)
		if strings.HasPrefix(key, w) && (utf8.RuneCountInString(key) <= utf8.RuneCountInString(w)+4) || strings.HasSuffix(key, w) {
			return true
		}
	}
	return false
}

// longestTitle is how many characters a title has at the most.
const longestTitle = 60

// IsWord reports whether a label is a word of the vocabulary, with or without what surrounds it.
func (r *Reader) IsWord(label string) bool { return len(r.headings.known(label)) > 0 }

// IsSureLabel reports whether a text is a label, and not a name that ends in the word of one:
// 存在的问题和困难, and no 信访投诉办理.
func (r *Reader) IsSureLabel(label string) bool {
	for role, fit := range r.headings.of(label) {
		if fit >= knownFrom || fit >= sureLabel && (role == words.Problems || role == words.NextSteps) {
			return true
		}
	}
	return false
}

const sureLabel = 0.7 // of what a heading fits

// Label returns what a label says that stands before a text, "" where it is none that a return
// has.
func (r *Reader) Label(label string) words.Role {
	best, fit := words.Role(""), 0.55
	for _, role := range words.ColumnRoles {
		if f := r.headings.of(label)[role]; f > fit {
			best, fit = role, f
		}
	}
	return best
}
