package columns

import (
	"slices"

	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// bareTicks sets columns of ticks aside of which nobody knows what a tick in them means, where
// there are several: a tick is then no word for done.
func (r *Reader) bareTicks(b *block.Block, rs []*reading) []*reading {
	var rest, ticks []*reading
	for _, rd := range rs {
		if rd.content.N > 0 && rd.content.Tick == 1 && rd.fits.Best(words.Status) < heading.KnownFrom {
			ticks = append(ticks, rd)
		} else {
			rest = append(rest, rd)
		}
	}
	if len(ticks) < 2 && !b.Has(words.Tick) {
		return rs
	}
	for _, rd := range ticks {
		rd.col.Role, rd.col.By = words.OtherText, block.ByContent
	}
	return rest
}

// ownTexts makes the column in which the list's own texts stand the requirement's, whatever it is
// called, and returns the others.
func (r *Reader) ownTexts(rs []*reading) []*reading {
	best := -1
	for i, rd := range rs {
		if rd.content.Own >= 0.6 && rd.content.N >= content.JudgedFrom && (best < 0 || rd.content.Own*rd.content.Distinct > rs[best].content.Own*rs[best].content.Distinct) {
			best = i // of two, the one whose cells differ: the same words again and again name nothing
		}
	}
	if best < 0 || r.List == nil {
		return rs
	}
	col := rs[best].col
	col.Role, col.By, col.Sure, col.Next = words.Requirement, block.ByContent, rs[best].content.Own, words.OtherText
	switch fit := rs[best].fits.Best(words.Requirement, words.Task); {
	case fit >= heading.KnownFrom:
		col.By = block.ByHeading
	case fit >= heading.LeastFit:
		col.By = block.ByPart
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
func asksAs(b *block.Block, rs []*reading) []*reading {
	i := slices.IndexFunc(rs, func(rd *reading) bool { return rd.col.Col == b.AsksBy })
	if b.AsksBy == 0 || i < 0 || b.Has(words.Requirement) || !b.Topic.IsEmpty() {
		return rs
	}
	rs[i].col.Role, rs[i].col.By, rs[i].col.Next = words.Requirement, block.ByContent, words.Task
	return slices.Delete(slices.Clone(rs), i, i+1)
}
