package table

import (
	"regexp"
	"slices"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// besideStatus is the end of a heading that asks for something else than where a requirement stands,
// whatever stands below it: 三季度存在问题 over 进度滞后.
var besideStatus = regexp.MustCompile(`(?:问题|困难|难点|难题|难处|堵点|瓶颈|短板|不足|障碍|打算|思路|对策|[^按照据][^按照据]计划|工作计划|安排)$`)

// noStatus takes the status's role from columns whose heading ends in another noun.
func (r *Reader) noStatus(rs []*reading) {
	if r.known.List == nil {
		return
	}
	for _, rd := range rs {
		lowest := bare(rd.col.Heading[len(rd.col.Upper):])
		if served := servantWords.ReplaceAllString(lowest, ""); fold.Key(served) != "" {
			lowest = served
		}
		rd.unlikeStatus = besideStatus.MatchString(lowest) && rd.fits[words.Status] < knownFrom && !question.MatchString(lowest)
	}
}

// stages sets the columns of one group aside that all hold statuses and of which no heading asks for one:
// 招投标 | 施工 under 进展情况. Each tells of a stage, and no stage says where the whole stands.
func (r *Reader) stages(b *Block, rs []*reading) []*reading {
	if r.known.List == nil {
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
		rd.col.Role, rd.col.By, rd.col.Sure, rd.col.Stage = words.OtherText, ByContent, 0, true
		return true
	})
}

// isStage reports a column of statuses under a heading of its own that no role is asked for by.
func (rd *reading) isStage(r *Reader) bool {
	own := r.headings.of(rd.col.Heading[len(rd.col.Upper):])
	k := rd.content
	return rd.col.Quarter == 0 && k.n > 0 && k.stated() >= 0.6 && k.tick < 0.5 && own.best(words.Status, words.Progress, words.Percent, words.Completed, words.Problems, words.NextSteps, words.Remarks) < leastFit
}

// told makes a column progress whose heading may ask for a status as well as for what was done, where
// its cells say no status and no other column tells what was done: pieces counted under 落实情况, sentences
// under 完成情况.
func (r *Reader) told(rs []*reading) []*reading {
	if r.known.List == nil {
		return rs
	}
	return slices.DeleteFunc(slices.Clone(rs), func(rd *reading) bool {
		k := rd.content
		if k.n == 0 || rd.fits[words.Progress] < knownFrom && rd.fits[words.Status] < knownFrom || rd.fits.best(words.Percent, words.Completed) >= knownFrom {
			return false
		}
		counted := (rd.counts() || k.n == 1 && k.plain == 1 || k.pieces >= 0.6) && k.percent+k.date+k.due+k.stated() == 0
		sentences := k.prose >= 0.5 && k.status < 0.5 && k.length >= 6 && rd.fits[words.Progress] >= knownFrom && rd.fits[words.Status] >= knownFrom
		if !counted && !sentences || slices.ContainsFunc(rs, func(other *reading) bool { return other != rd && other.rivals(rd) }) {
			return false
		}
		rd.col.Role, rd.col.By, rd.col.Sure, rd.col.Next = words.Progress, ByHeading, knownFrom, words.Status
		return true
	})
}

// rivals reports whether a column may tell what was done in the time of another.
func (rd *reading) rivals(other *reading) bool {
	if rd.col.Quarter != 0 && other.col.Quarter != 0 && rd.col.Quarter != other.col.Quarter || rd.content.n == 0 || rd.content.requirement+rd.content.task >= 0.5 {
		return false
	}
	named := 0.0
	for role, fit := range rd.fits {
		if role != words.Progress {
			named = max(named, fit)
		}
	}
	return rd.fits[words.Progress] >= leastFit && rd.fits[words.Progress] >= named || named < leastFit && rd.content.prose >= 0.5
}
