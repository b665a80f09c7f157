package table

import (
	"regexp"
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// timed gives a column that speaks of another time its role: what was said before, and what is
// still to be done. A plan before a deadline's noun is a deadline (计划完成时间), and one that the
// vocabulary knows as next steps (工作计划) is that.
func (r *Reader) timed(b *Block, col *Column, rd *reading) bool {
	if r.known.List == nil && col.Quarter == 0 || rd.content.requirement >= 0.4 {
		return false
	}
	if filledIn.MatchString(col.Heading) || signedBare.MatchString(col.Heading) && rd.content.date >= 0.6 || aPerson.MatchString(col.Heading) && rd.fits.best(words.Person) == 0 && rd.content.prose == 0 && len(r.headings.whole(col.Heading)) == 0 {
		col.Role, col.By, col.Sure = words.Filler, ByHeading, 1
		return true
	}
	if IsEarlier(col.Heading) {
		col.Role, col.By, col.Sure = words.Earlier, ByHeading, 1
		return true
	}
	// What is known as next steps stays that when each of them has its day: 下步措施 over 4月底前完成招标.
	if next := rd.fits[words.NextSteps] >= knownFrom && rd.fits[words.Due] < knownFrom && rd.content.date < 0.6; IsPlan(col.Heading) && !next && rd.content.date+rd.content.due >= 0.6 {
		col.Role, col.By, col.Sure = words.Due, ByPart, 1
		if rd.fits[words.Due] >= knownFrom {
			col.By = ByHeading
		}
		return true
	}
	if rd.fits.best(words.Task, words.Requirement) >= knownFrom {
		return false // 工作目标, 目标任务
	}
	if !IsPlan(col.Heading) || rd.content.date+rd.content.due >= 0.5 || rd.fits.best(words.Due, words.Completed) >= knownFrom && rd.content.prose < 0.5 {
		return false
	}
	answer := rd.fits.best(words.Progress, words.Status, words.Percent)
	if next := rd.fits.best(words.NextSteps); !madeBefore.MatchString(col.Heading) && !b.hasResultFor(col) && (next >= knownFrom || next > answer || answer == 0 && rd.content.future > 0.5) {
		return false
	}
	col.Role, col.By, col.Sure = words.Plan, ByPart, 1
	return true
}

// hasResultFor reports a plan for a quarter beside a column that tells of the same quarter: 一季度计划
// before 一季度结果.
func (b *Block) hasResultFor(plan *Column) bool {
	return plan.Quarter != 0 && slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Quarter == plan.Quarter && !IsPlan(c.Heading) && !IsEarlier(c.Heading) })
}

// filledIn is the heading of when the form was filled in, which is not when the work was done: 登记日.
var filledIn = regexp.MustCompile(`^(?:填|登记|记录|录入|制表|打印|签字|签收|审核|提交)\p{Han}{0,3}(?:日|日期|时间)[:：]?$`)

// signedBare is such a heading without its noun, over days: 填写 | 2023年7月5日.
var signedBare = regexp.MustCompile(`^(?:填写|填报|填表|登记|报送|上报|制表|审核|签字|签收|提交)[:：]?$`)

// aPerson is the heading of who does something: 跟进人, 经手人.
var aPerson = regexp.MustCompile(`^\p{Han}{1,4}(?:人|员|者)[:：]?$`)

// madeBefore is the heading of a plan that was made before the quarter that is reported on: 季初计划,
// 原定目标.
var madeBefore = regexp.MustCompile(`[季年月期]初|原[定来先]|原计划|预定|[本当该][季期月年]度?(?:工作)?(?:计划|目标)|年度(?:工作)?(?:计划|目标)`)

func (f fits) best(roles ...words.Role) (most float64) {
	for _, role := range roles {
		most = max(most, f[role])
	}
	return most
}

// ticked gives a column that is headed with a status and holds ticks its role.
func (r *Reader) ticked(b *Block, col *Column, rd *reading) bool {
	if r.known.List == nil {
		return false
	}
	if rd.content.tick < 0.5 && len(r.headings.whole(col.Heading)) > 0 {
		return false
	}
	if asking.MatchString(col.Heading) || r.explains(b, col.Col) {
		return false // 办理阶段 over ● and ○ asks for the status, and the legend says what a sign answers
	}
	s, word := r.statusHeading(col)
	if stands, ok := b.legend[fold.Key(col.Heading[len(col.Upper):])]; ok && rd.content.tick >= 0.5 {
		s, word = stands, true // A, B, C and what the legend says of them
	}
	if (!word || rd.content.n > 0) && rd.content.tick < 0.5 {
		return false // it may speak of a time or a stage: 完成于, 办理阶段
	}
	if s == status.NoStatus || len(rd.fits) > 0 && rd.fits.best(words.Status, words.Progress) >= knownFrom && rd.content.tick < 0.5 {
		return false
	}
	if rd.content.n > 0 && rd.content.tick < 0.5 && rd.content.prose > 0.5 {
		return false
	}
	col.Role, col.By, col.Sure, col.Tick = words.Tick, ByHeading, 1, s
	return true
}

// explains reports whether the legend says what most answers of a column mean.
func (r *Reader) explains(b *Block, c int) bool {
	known, n := 0, 0
	for _, cell := range b.answers(c, r.known.Words) {
		if n++; b.legend[cell.Text] != "" || b.legend[fold.Key(cell.Text)] != "" {
			known++
		}
	}
	return n >= judgedFrom && 10*known >= 6*n
}

// asking is a heading that asks where something stands and names no answer to it.
var asking = regexp.MustCompile(`(?:阶段|状态|程度|结果|等级|与否)$`)

// statusHeading returns the status that a heading names by itself, and whether it is a word of the
// vocabulary: 已完成, 推进中.
func (r *Reader) statusHeading(col *Column) (s status.Status, word bool) {
	lowest := col.Heading[len(col.Upper):]
	for _, text := range []string{lowest, bare(lowest)} {
		if len([]rune(fold.Key(text))) < 2 {
			continue
		}
		if s := r.known.Status.Word(text); s != status.NoStatus {
			return s, true
		}
		if reading := r.known.Status.Cell(text); reading.Status != status.NoStatus && (r.known.Status.Is(text) || col.Upper != "") && !reading.HasPercent && len(r.headings.known(text)) == 0 {
			return reading.Status, false
		}
	}
	return status.NoStatus, false
}

// quarterOf reads the quarter or month that a heading names.
func quarterOf(heading string) (quarter, month int) {
	if ofYear.MatchString(heading) {
		return 0, 0
	}
	ms := period.Mentions(heading)
	if len(ms) == 1 && !ms[0].Span {
		return ms[0].Quarter.N, 0
	}
	return 0, 0
}

// ofYear is a heading that holds an answer against the year and tells no time: 占全年任务进度.
var ofYear = regexp.MustCompile(`[占较比]全年|(?:全年|年度)(?:总)?(?:任务|目标|计划|指标|工作量|进度)`)
