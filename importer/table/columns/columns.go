// Package columns says what the columns of a table are for: headings and content are weighed, and
// one assignment decides for all of them.
package columns

import (
	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/known"
	"taizhang/templates/words"
)

// Reader gives columns their roles. It is safe for use by several goroutines.
type Reader struct {
	*known.Facts
	content *content.Reader
}

// New returns a reader that weighs columns by what is known.
func New(k *known.Facts) *Reader { return &Reader{Facts: k, content: content.New(k)} }

// What a reading of a column must reach.
const (
	leastTotal  = 0.34 // half heading, half content: below it the column is other
	SureMargin  = 0.1  // a lead over the runner-up that needs no question
	onlyProgess = 0.35 // content from which the only prose column without a better name is progress
)

// reading is a column while the block decides what it is for.
type reading struct {
	col     *block.Column
	fits    heading.Fits
	content content.Shares

	unlikeStatus bool // its heading ends in a noun that is none of a status
}

// Classify gives the columns of a block their roles: one assignment decides for all of them.
func (r *Reader) Classify(b *block.Block, file, department string) {
	b.Index()
	if b.Unit.Name == "" && r.plain(b) {
		return
	}
	r.tickGroups(b)
	rs := make([]*reading, 0, len(b.Columns))
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != "" {
			continue // one of a group of ticks
		}
		rd := &reading{col: col, fits: r.FitsOf(col)}
		if r.settled(b, col, rd, file, department) {
			continue
		}
		if r.List != nil && heading.AsksElse(heading.Bare(col.Heading[len(col.Upper):])) {
			col.Role, col.By = words.OtherText, block.ByContent
			continue
		}
		rd.content = r.content.Of(b, col.Col)
		if r.timed(b, col, rd) || r.ticked(b, col, rd) {
			continue
		}
		rs = append(rs, rd)
	}
	rs = r.bareTicks(b, rs)
	rs = r.ownTexts(rs)
	rs = asksAs(b, rs)
	r.noStatus(rs)
	rs = r.told(r.stages(rs))
	r.assignByQuarter(b, rs)
	topicAsks(b, rs)
	r.finest(b, rs)
	r.noTasks(b, rs)
	r.onlyProse(b, rs)
	r.asides(b, rs)
	bareTimes(b, rs)
	severalTicks(rs)
}

// severalTicks lets go of a column of statuses that holds bare ticks beside another column that holds some:
// each of them ticks something else, and nobody knows what.
func severalTicks(rs []*reading) {
	var ticked []*reading
	for _, rd := range rs {
		if rd.content.Tick > 0 && (rd.col.Role == words.Status || rd.col.Role == words.OtherText) {
			ticked = append(ticked, rd)
		}
	}
	if len(ticked) < 2 {
		return
	}
	for _, rd := range ticked {
		rd.col.Role, rd.col.By, rd.col.Sure = words.OtherText, block.ByContent, 0
	}
}

// settled gives a column its role where something speaks before heading and content: the
// office, and the key of a form.
func (r *Reader) settled(b *block.Block, col *block.Column, rd *reading, file, department string) bool {
	if r.Key != nil && holdsKeys(b, col.Col, r.Key) {
		col.Role, col.By, col.Sure = words.Key, block.ByKey, 1
		return true
	}
	if r.Office == nil || col.Heading == "" {
		return false
	}
	role, said := r.Office(known.Asked{Heading: col.Heading, Neighbours: b.Neighbours(col.Col), File: file, Department: department})
	if said {
		col.Role, col.By, col.Sure = role, block.ByOffice, 1
	}
	return said
}

func holdsKeys(b *block.Block, c int, isKey func(string) bool) bool {
	for line := b.Body; line <= min(b.End, b.Body+content.MostJudged); line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && isKey(cell.Text) {
			return true
		}
	}
	return false
}

// topicAsks takes the requirement's role from a column under a title that names a requirement, where
// the column names none: it tells what was done of that one.
func topicAsks(b *block.Block, rs []*reading) {
	for _, rd := range rs {
		if rd.col.Role.Asks() && !b.Topic.IsEmpty() && rd.col.By == block.ByContent && rd.content.Requirement == 0 {
			rd.col.Role, rd.col.Sure = words.OtherText, 0
		}
	}
}
