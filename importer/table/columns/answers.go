package columns

import (
	"slices"

	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// noStatus takes the status's role from columns whose heading ends in another noun.
func (r *Reader) noStatus(rs []*reading) {
	if r.List == nil {
		return
	}
	for _, rd := range rs {
		rd.unlikeStatus = rd.fits[words.Status] < heading.KnownFrom && heading.AsksBesideStatus(rd.col.Heading[len(rd.col.Upper):])
	}
}

// stages sets the columns of one group aside that all hold statuses and of which no heading asks for one:
// 招投标 | 施工 under 进展情况. Each tells of a stage, and no stage says where the whole stands.
func (r *Reader) stages(rs []*reading) []*reading {
	if r.List == nil {
		return rs
	}
	groups := map[string][]*reading{}
	for _, rd := range rs {
		if rd.col.Upper != "" && rd.isStage(r) {
			groups[rd.col.Upper] = append(groups[rd.col.Upper], rd)
		}
	}
	return slices.DeleteFunc(slices.Clone(rs), func(rd *reading) bool {
		if !slices.Contains(groups[rd.col.Upper], rd) || len(groups[rd.col.Upper]) < 2 {
			return false
		}
		rd.col.Role, rd.col.By, rd.col.Sure, rd.col.Stage = words.OtherText, block.ByContent, 0, true
		return true
	})
}

// isStage reports a column of statuses under a heading of its own that no role is asked for by.
func (rd *reading) isStage(r *Reader) bool {
	own := r.Headings.Of(rd.col.Heading[len(rd.col.Upper):])
	k := rd.content
	return rd.col.Quarter == 0 && k.N > 0 && k.Stated() >= 0.6 && k.Tick < 0.5 && own.Best(words.Status, words.Progress, words.Percent, words.Completed, words.Problems, words.NextSteps, words.Remarks) < heading.LeastFit
}

// told makes a column progress whose heading may ask for a status as well as for what was done, where
// its cells say no status and no other column tells what was done: pieces counted under 落实情况, sentences
// under 完成情况.
func (r *Reader) told(rs []*reading) []*reading {
	if r.List == nil {
		return rs
	}
	return slices.DeleteFunc(slices.Clone(rs), func(rd *reading) bool {
		k := rd.content
		if k.N == 0 || rd.fits[words.Progress] < heading.KnownFrom && rd.fits[words.Status] < heading.KnownFrom || rd.fits.Best(words.Percent, words.Completed) >= heading.KnownFrom {
			return false
		}
		counted := (rd.counts() || k.N == 1 && k.Plain == 1 || k.Pieces >= 0.6) && k.Percent+k.Date+k.Due+k.Stated() == 0
		sentences := k.Sentences() && rd.fits[words.Progress] >= heading.KnownFrom && rd.fits[words.Status] >= heading.KnownFrom
		if !counted && !sentences || slices.ContainsFunc(rs, func(other *reading) bool { return other != rd && other.rivals(rd) }) {
			return false
		}
		rd.col.Role, rd.col.By, rd.col.Sure, rd.col.Next = words.Progress, block.ByHeading, heading.KnownFrom, words.Status
		return true
	})
}

// rivals reports whether a column may tell what was done in the time of another.
func (rd *reading) rivals(other *reading) bool {
	if rd.col.Quarter != 0 && other.col.Quarter != 0 && rd.col.Quarter != other.col.Quarter || rd.content.N == 0 || rd.content.Requirement+rd.content.Task >= 0.5 {
		return false
	}
	named := 0.0
	for role, fit := range rd.fits {
		if role != words.Progress {
			named = max(named, fit)
		}
	}
	return rd.fits[words.Progress] >= heading.LeastFit && rd.fits[words.Progress] >= named || named < heading.LeastFit && rd.content.Prose >= 0.5
}
