package table

import (
	"cmp"
	"slices"

	"taizhang/templates/words"
)

// finest makes the last column of tasks the requirement's, where no other is: offices use the
// two words for each other, and what stands there is no task of the list.
func (r *Reader) finest(b *Block, rs []*reading) {
	if r.known.List == nil || b.Has(words.Requirement) {
		return
	}
	for _, rd := range slices.Backward(rs) {
		if rd.col.Role == words.Task && rd.content.task < 0.5 && rd.content.n > 0 {
			rd.col.Role = words.Requirement
			return
		}
	}
}

// onlyProse makes the only prose column without a better name progress, where none is. A
// second one needs its heading.
func (r *Reader) onlyProse(b *Block, rs []*reading) {
	if b.says(words.Progress) || r.known.List == nil || !b.Asks() {
		return
	}
	asked := b.Has(words.Requirement)
	var open []*reading
	for _, rd := range rs {
		named := 0.0
		for role, fit := range rd.fits {
			if role != words.Progress && role != words.Status && role != words.Percent && !(asked && role.Asks()) {
				named = max(named, fit)
			}
		}
		if rd.col.Role == words.OtherText && named < 0.6 && rd.content.suits(words.Progress, false) >= onlyProgess && rd.content.n > 0 {
			open = append(open, rd)
		}
	}
	slices.SortStableFunc(open, func(x, y *reading) int {
		return cmp.Compare(y.weight(), x.weight())
	})
	if len(open) == 0 {
		open = r.remarkColumns(b, rs)
	}
	if len(open) == 0 || len(open) > 1 && open[0].weight() < 1.5*open[1].weight() {
		return
	}
	col := open[0].col
	col.Role, col.By, col.Sure, col.Next = words.Progress, ByContent, 0.5*open[0].content.suits(words.Progress, false), words.OtherText
}

// remarkColumns returns the columns of remarks that may be the answer, where nothing but a status
// stands beside them: 说明. Beside a percentage they are what they are called.
func (r *Reader) remarkColumns(b *Block, rs []*reading) (open []*reading) {
	if b.Has(words.Percent) {
		return nil
	}
	for _, rd := range rs {
		if rd.col.Role == words.Remarks && len(r.headings.whole(rd.col.Heading)) > 0 && rd.content.n >= judgedFrom && rd.content.prose >= 0.6 && rd.content.suits(words.Progress, false) >= onlyProgess {
			open = append(open, rd)
		}
	}
	return open
}

// weight is how much a prose column looks like the one that tells what was done.
func (rd *reading) weight() float64 {
	return rd.content.suits(words.Progress, false) * min(rd.content.length, 60) * float64(rd.content.filled) * (1 + rd.fits[words.Progress]) * rd.col.timely()
}

// timely is how much the heading's time speaks for the column.
func (c *Column) timely() float64 {
	if thisTime.MatchString(c.Heading) {
		return 3
	}
	return 1
}

// says reports whether a column of the role holds anything.
func (b *Block) says(role words.Role) bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Role == role && c.Filled > 0 })
}
