package columns

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/period"
	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// noTasks lets go of columns that half their heading calls tasks where none of what stands there is
// one of the list's and another column names the requirement: 节点任务 over what is planned.
func (r *Reader) noTasks(b *block.Block, rs []*reading) {
	if r.List == nil || !b.Has(words.Requirement) {
		return
	}
	for _, rd := range rs {
		if k := rd.content; rd.col.Role == words.Task && rd.col.By == block.ByPart && k.N >= content.JudgedFrom && k.Distinct >= 0.9 && k.Task+k.Requirement+k.Grouped == 0 {
			rd.col.Role, rd.col.By, rd.col.Sure = words.OtherText, block.ByContent, 0
		}
	}
}

// finest makes the last column of tasks the requirement's, where no other is: offices use the
// two words for each other, and what stands there is no task of the list.
func (r *Reader) finest(b *block.Block, rs []*reading) {
	if r.List == nil || b.Has(words.Requirement) {
		return
	}
	for _, rd := range slices.Backward(rs) {
		if rd.col.Role == words.Task && rd.content.Task < 0.5 && rd.content.N > 0 {
			rd.col.Role = words.Requirement
			return
		}
	}
}

// onlyProse makes the only prose column without a better name progress, where none is. A
// second one needs its heading.
func (r *Reader) onlyProse(b *block.Block, rs []*reading) {
	if r.List == nil || !b.Asks() && !b.Named && b.Topic.IsEmpty() {
		return
	}
	sparse := r.sparseProgress(b, rs)
	if says(b, words.Progress) && sparse == nil {
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
		loose := rd.col.Role == words.OtherText || rd.col.Role == words.Remarks && rd.col.By != block.ByHeading && rd.tells()
		if sparse != nil && (rd.content.Filled < 2*sparse.content.Filled || !rd.tells() || rd.col.Role != words.OtherText) {
			continue
		}
		if loose && named < 0.6 && rd.content.Suits(words.Progress, false) >= onlyProgess && rd.content.N > 0 {
			open = append(open, rd)
		}
	}
	if sparse != nil && len(open) != 1 {
		return
	}
	if len(open) == 0 {
		open = r.remarkColumns(b, rs)
	}
	if sparse != nil {
		sparse.col.Role, sparse.col.Next = words.Remarks, words.Progress
	}
	for _, of := range byQuarter(open) {
		r.tellsProgress(b, of)
	}
}

// sparseProgress returns the only column of progress where half its heading says so and most rows
// leave it empty: 情况说明 beside 一季度结果. It is nil for a column that most rows fill.
func (r *Reader) sparseProgress(b *block.Block, rs []*reading) (sparse *reading) {
	for _, rd := range rs {
		switch {
		case rd.col.Role != words.Progress:
		case rd.col.By != block.ByPart || rd.content.Filled == 0 || 2*rd.content.Filled > b.End-b.Body+1 || sparse != nil:
			return nil
		default:
			sparse = rd
		}
	}
	return sparse
}

// byQuarter splits columns that are headed alike but for the quarter by it; others stay together:
// 二季度干成的 and 三季度想干的 are no pair.
func byQuarter(rs []*reading) [][]*reading {
	groups := map[int][]*reading{}
	for _, rd := range rs {
		groups[rd.col.Quarter] = append(groups[rd.col.Quarter], rd)
	}
	if groups[0] != nil || slices.ContainsFunc(rs, func(rd *reading) bool { return besideQuarter(rd.col.Heading) != besideQuarter(rs[0].col.Heading) }) {
		return [][]*reading{rs}
	}
	var all [][]*reading
	for _, q := range slices.Sorted(maps.Keys(groups)) {
		all = append(all, groups[q])
	}
	return all
}

// besideQuarter is what a heading says beside its quarter, "" where it is nothing else: 第二季度（4-6月）.
func besideQuarter(text string) string {
	text = heading.Bare(text)
	for _, m := range period.Mentions(text) {
		text = strings.Replace(text, m.Said, "", 1)
	}
	return text
}

// tellsProgress makes the one of the columns that outweighs the others progress.
func (r *Reader) tellsProgress(b *block.Block, open []*reading) {
	slices.SortStableFunc(open, func(x, y *reading) int {
		return cmp.Compare(y.weight(), x.weight())
	})
	if len(open) > 1 && open[0].weight() < 1.5*open[1].weight() {
		return
	}
	if open[0].content.N >= content.JudgedFrom && !open[0].tells() && open[0].content.Length < longRemark && !situation.MatchString(open[0].col.Heading) && timely(open[0].col) == 1 && (b.Has(words.Percent) || b.Has(words.Status)) {
		return // what stands beside a status and tells nothing that was done may be a remark, unless it is asked for of this quarter
	}
	col := open[0].col
	col.Role, col.By, col.Sure, col.Next = words.Progress, block.ByContent, 0.5*open[0].content.Suits(words.Progress, false), words.OtherText
}

// situation is a heading that asks for what was done, however little is said: 情况.
var situation = regexp.MustCompile(`^(?:具体|有关|工作|落实)?情况$`)

// remarkColumns returns the columns of remarks that may be the answer, where nothing but a status
// stands beside them: 说明. Beside a percentage they are what they are called. A heading that is
// only half a word for remarks, 自查说明, gives way where nothing at all stands beside it.
func (r *Reader) remarkColumns(b *block.Block, rs []*reading) (open []*reading) {
	if b.Has(words.Percent) {
		return nil
	}
	for _, rd := range rs {
		called := len(r.Headings.Whole(rd.col.Heading)) > 0 || rd.col.By == block.ByPart && !b.Has(words.Status) && !b.Has(words.Tick)
		if rd.col.Role == words.Remarks && called && rd.content.N >= content.JudgedFrom && rd.content.Prose >= 0.6 && rd.content.Suits(words.Progress, false) >= onlyProgess {
			open = append(open, rd)
		}
	}
	return open
}

// weight is how much a prose column looks like the one that tells what was done.
func (rd *reading) weight() float64 {
	return rd.content.Suits(words.Progress, false) * min(rd.content.Length, 60) * float64(rd.content.Filled) * (1 + rd.fits[words.Progress]) * timely(rd.col)
}

// timely is how much the heading's time speaks for the column.
func timely(c *block.Column) float64 {
	if heading.ThisTime.MatchString(c.Heading) {
		return 3
	}
	return 1
}

// says reports whether a column of the role holds anything.
func says(b *block.Block, role words.Role) bool {
	return slices.ContainsFunc(b.Columns, func(c block.Column) bool { return c.Role == role && c.Filled > 0 })
}

// longRemark is how many characters the answers of a column have on average that are no remarks.
const longRemark = 20

// tells reports whether the column tells what was done, as far as its words say so: some answers
// count what was done, or half of them speak of what is past.
func (rd *reading) tells() bool { return rd.content.Tally >= 0.15 || rd.content.Past >= 0.5 }

// asides makes a column a remark that half its heading calls progress and that tells nothing that
// was done, where another column does tell it: 情况说明 beside 推进举措.
func (r *Reader) asides(b *block.Block, rs []*reading) {
	told := slices.ContainsFunc(rs, func(rd *reading) bool { return rd.col.Role == words.Progress && rd.tells() })
	if !told || r.List == nil {
		return
	}
	for _, rd := range rs {
		if rd.col.Role == words.Progress && rd.col.By == block.ByPart && rd.content.N >= content.JudgedFrom && !rd.tells() {
			rd.col.Role, rd.col.Next = words.Remarks, words.Progress
		}
	}
}
