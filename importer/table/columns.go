package table

import (
	"maps"
	"slices"

	"taizhang/templates/words"
)

// What a reading of a column must reach.
const (
	leastTotal  = 0.34 // half heading, half content: below it the column is other
	leastFit    = 0.3  // of the heading, where content alone would not do
	sureMargin  = 0.1  // a lead over the runner-up that needs no question
	onlyProgess = 0.35 // content from which the only prose column without a better name is progress
)

// reading is a column while the block decides what it is for.
type reading struct {
	col     *Column
	fits    fits
	content content
	judged  bool

	unlikeStatus bool // its heading ends in a noun that is none of a status
}

// classify gives the columns of a block their roles: one assignment decides for all of them.
func (r *Reader) classify(b *Block, in Context) {
	b.index()
	if b.whose.name == "" && r.plain(b) {
		return
	}
	r.tickGroups(b)
	rs := make([]*reading, 0, len(b.Columns))
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != "" {
			continue // one of a group of ticks
		}
		rd := &reading{col: col, fits: r.fitsOf(col)}
		if r.settled(b, col, rd, in) {
			continue
		}
		if r.known.List != nil && asksElse(bare(col.Heading[len(col.Upper):])) {
			col.Role, col.By = words.OtherText, ByContent
			continue
		}
		rd.content, rd.judged = r.contentOf(b, col.Col), true
		if r.timed(b, col, rd) || r.ticked(b, col, rd) {
			continue
		}
		rs = append(rs, rd)
	}
	rs = r.bareTicks(b, rs)
	rs = r.ownTexts(rs)
	rs = b.asksAs(rs)
	r.noStatus(rs)
	rs = r.told(r.stages(b, rs))
	r.assignByQuarter(b, rs)
	b.topicAsks(rs)
	r.finest(b, rs)
	r.noTasks(b, rs)
	r.onlyProse(b, rs)
	r.asides(b, rs)
}

// topicAsks takes the requirement's role from a column under a title that names a requirement, where
// the column names none: it tells what was done of that one.
func (b *Block) topicAsks(rs []*reading) {
	for _, rd := range rs {
		if rd.col.Role.Asks() && !b.Topic.IsEmpty() && rd.col.By == ByContent && rd.content.requirement == 0 {
			rd.col.Role, rd.col.Sure = words.OtherText, 0
		}
	}
}

// bareTicks sets columns of ticks aside of which nobody knows what a tick in them means, where
// there are several: a tick is then no word for done.
func (r *Reader) bareTicks(b *Block, rs []*reading) []*reading {
	var rest, ticks []*reading
	for _, rd := range rs {
		if rd.content.n > 0 && rd.content.tick == 1 && rd.fits.best(words.Status) < knownFrom {
			ticks = append(ticks, rd)
		} else {
			rest = append(rest, rd)
		}
	}
	if len(ticks) < 2 && !b.Has(words.Tick) {
		return rs
	}
	for _, rd := range ticks {
		rd.col.Role, rd.col.By = words.OtherText, ByContent
	}
	return rest
}

// ownTexts makes the column in which the list's own texts stand the requirement's, whatever it is
// called, and returns the others.
func (r *Reader) ownTexts(rs []*reading) []*reading {
	best := -1
	for i, rd := range rs {
		if rd.content.own >= 0.6 && rd.content.n >= judgedFrom && (best < 0 || rd.content.own*rd.content.distinct > rs[best].content.own*rs[best].content.distinct) {
			best = i // of two, the one whose cells differ: the same words again and again name nothing
		}
	}
	if best < 0 || r.known.List == nil {
		return rs
	}
	col := rs[best].col
	col.Role, col.By, col.Sure, col.Next = words.Requirement, ByContent, rs[best].content.own, words.OtherText
	switch fit := rs[best].fits.best(words.Requirement, words.Task); {
	case fit >= knownFrom:
		col.By = ByHeading
	case fit >= leastFit:
		col.By = ByPart
	}
	var rest []*reading
	for i, rd := range rs {
		if i != best {
			delete(rd.fits, words.Requirement)
			rest = append(rest, rd)
		}
	}
	return rest
}

// asksAs makes the column by which a table of unknown names is asked the requirement's, and
// returns the others.
func (b *Block) asksAs(rs []*reading) []*reading {
	i := slices.IndexFunc(rs, func(rd *reading) bool { return rd.col.Col == b.asksBy })
	if b.asksBy == 0 || i < 0 || b.Has(words.Requirement) || !b.Topic.IsEmpty() {
		return rs
	}
	rs[i].col.Role, rs[i].col.By, rs[i].col.Next = words.Requirement, ByContent, words.Task
	return slices.Delete(slices.Clone(rs), i, i+1)
}

// fitsOf returns what the heading of a column fits: the lowest of its rows, and all of them
// together.
func (r *Reader) fitsOf(col *Column) fits {
	f := r.headings.of(col.Heading)
	if col.Upper == "" {
		return maps.Clone(f)
	}
	lowest := r.headings.of(col.Heading[len(col.Upper):])
	both := fits{}
	for role, fit := range f {
		both[role] = 0.9 * fit
	}
	for role, fit := range lowest {
		both[role] = max(both[role], fit)
	}
	for role, fit := range r.headings.of(col.Upper) {
		both[role] = max(both[role], 0.5*fit)
	}
	return both
}

// settled gives a column its role where something speaks before heading and content: the
// office, and the key of a form.
func (r *Reader) settled(b *Block, col *Column, rd *reading, in Context) bool {
	if r.known.Key != nil && b.holdsKeys(col.Col, r.known.Key) {
		col.Role, col.By, col.Sure = words.Key, ByKey, 1
		return true
	}
	if r.known.Office == nil || col.Heading == "" {
		return false
	}
	role, said := r.known.Office(Asked{Heading: col.Heading, Neighbours: b.neighbours(col.Col), File: in.File, Department: in.Department})
	if said {
		col.Role, col.By, col.Sure = role, ByOffice, 1
	}
	return said
}

func (b *Block) holdsKeys(c int, isKey func(string) bool) bool {
	for line := b.Body; line <= min(b.End, b.Body+mostJudged); line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && isKey(cell.Text) {
			return true
		}
	}
	return false
}

// neighbours returns the headings on either side of a column.
func (b *Block) neighbours(c int) (sides [2]string) {
	i := b.byCol[c]
	if i > 0 {
		sides[0] = b.Columns[i-1].Heading
	}
	if i+1 < len(b.Columns) {
		sides[1] = b.Columns[i+1].Heading
	}
	return sides
}
