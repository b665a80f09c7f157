package columns

import (
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/values"
	"taizhang/templates/words"
)

// tickGroups gives the columns under one upper heading their roles where they hold ticks and
// nothing else: each is headed with a status, in words or in a sign that the legend explains. A
// tick under a heading that is not understood stays a text: it is no word for done.
func (r *Reader) tickGroups(b *block.Block) {
	if r.List == nil {
		return
	}
	for from := 0; from < len(b.Columns); {
		to := from + 1
		for to < len(b.Columns) && sameGroup(b, &b.Columns[from], &b.Columns[to]) && r.mayTick(b, from, to) {
			to++
		}
		if group := b.Columns[from:to]; len(group) > 1 && r.ticksOnly(b, group) {
			r.headTicks(b, group)
		}
		from = to
	}
}

// sameGroup reports whether two columns stand under the same upper heading, or both under none.
func sameGroup(b *block.Block, x, y *block.Column) bool {
	return x.Upper == y.Upper && x.Quarter == y.Quarter
}

// mayTick reports whether two columns may be of one group of ticks. Under an upper heading any
// may; without one each must be headed with a status, and hold nothing but ticks.
func (r *Reader) mayTick(b *block.Block, x, y int) bool {
	if b.Columns[x].Upper != "" {
		return true
	}
	for _, i := range []int{x, y} {
		if col := &b.Columns[i]; r.meansOf(b, col) == status.NoStatus || !r.onlyTicks(b, col) {
			return false
		}
	}
	return true
}

// onlyTicks reports whether a column holds ticks or nothing.
func (r *Reader) onlyTicks(b *block.Block, col *block.Column) bool {
	for _, cell := range content.Answers(b, col.Col, r.Words) {
		if cell.Kind != grid.Bool && !values.IsTick(cell.Text) {
			return false
		}
	}
	return true
}

// meansOf returns what a tick in a column says by its heading or by the legend.
func (r *Reader) meansOf(b *block.Block, col *block.Column) status.Status {
	lowest := col.Heading[len(col.Upper):]
	if s, ok := b.Legend[fold.Key(lowest)]; ok {
		return s
	}
	if s, _ := r.statusHeading(col); s != status.NoStatus {
		return s
	}
	return r.Status.Meaning(lowest)
}

// ticksOnly reports whether some column of a group holds a tick, and none anything else.
func (r *Reader) ticksOnly(b *block.Block, group []block.Column) bool {
	ticks := 0
	for _, col := range group {
		for _, cell := range content.Answers(b, col.Col, r.Words) {
			if cell.Kind != grid.Bool && !values.IsTick(cell.Text) {
				return false
			}
			ticks++
		}
	}
	return ticks > 0
}

// headTicks reads what a tick in each column of a group means. It leaves the group alone where
// fewer than two are understood.
func (r *Reader) headTicks(b *block.Block, group []block.Column) {
	means := make([]status.Status, len(group))
	known := 0
	for i := range group {
		if means[i] = r.meansOf(b, &group[i]); means[i] != status.NoStatus {
			known++
		}
	}
	if known < 2 && !begun(group, means) {
		return
	}
	for i := range group {
		col := &group[i]
		col.Role, col.By, col.Sure, col.Tick = words.Tick, block.ByHeading, 1, means[i]
		if means[i] == status.NoStatus {
			col.Role, col.By, col.Sure = words.OtherText, block.ByContent, 0
		}
	}
}

// begun reads headings that are the first characters of status words, 完 | 推 | 滞, where three at least
// stand side by side and no two say the same.
func begun(group []block.Column, means []status.Status) bool {
	stands := map[status.Status]bool{}
	for i, col := range group {
		s := status.Begun(col.Heading[len(col.Upper):])
		if s == status.NoStatus {
			s = means[i]
		}
		if s != status.NoStatus && stands[s] {
			return false
		}
		means[i], stands[s] = s, true
	}
	delete(stands, status.NoStatus)
	return len(stands) > 2
}
