package columns

import (
	"regexp"
	"slices"

	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// timed gives a column that speaks of another time its role: what was said before, and what is
// still to be done. A plan before a deadline's noun is a deadline (计划完成时间), and one that the
// vocabulary knows as next steps (工作计划) is that.
func (r *Reader) timed(b *block.Block, col *block.Column, rd *reading) bool {
	if r.List == nil && col.Quarter == 0 || rd.content.Requirement >= 0.4 && (!madeBefore.MatchString(col.Heading) || !b.Has(words.Number) && !numbered(b)) {
		return false
	}
	if filledIn.MatchString(col.Heading) || signedBare.MatchString(col.Heading) && rd.content.Date >= 0.6 || aPerson.MatchString(col.Heading) && rd.fits.Best(words.Person) == 0 && rd.content.Prose == 0 && len(r.Headings.Whole(col.Heading)) == 0 {
		col.Role, col.By, col.Sure = words.Filler, block.ByHeading, 1
		return true
	}
	if heading.AsksPeriod(col.Heading) && len(r.Headings.Whole(col.Heading)) == 0 && rd.content.Date+rd.content.Due >= 0.9 {
		col.Role, col.By, col.Sure = words.Filler, block.ByHeading, 1 // when it was, and not when it was done
		return true
	}
	if heading.IsEarlier(col.Heading) {
		col.Role, col.By, col.Sure = words.Earlier, block.ByHeading, 1
		return true
	}
	// What is known as next steps stays that when each of them has its day: 下步措施 over 4月底前完成招标.
	if next := rd.fits[words.NextSteps] >= heading.KnownFrom && rd.fits[words.Due] < heading.KnownFrom && rd.content.Date < 0.6 && !madeBefore.MatchString(col.Heading); heading.IsPlan(col.Heading) && !next && rd.content.Date+rd.content.Due >= 0.6 {
		col.Role, col.By, col.Sure = words.Due, block.ByPart, 1
		if rd.fits[words.Due] >= heading.KnownFrom {
			col.By = block.ByHeading
		}
		return true
	}
	if rd.fits.Best(words.Task, words.Requirement, words.Number) >= heading.KnownFrom {
		return false // 工作目标, 目标任务, 目标编号
	}
	if !heading.IsPlan(col.Heading) || rd.content.Date+rd.content.Due >= 0.5 || rd.fits.Best(words.Due, words.Completed) >= heading.KnownFrom && rd.content.Prose < 0.5 {
		return false
	}
	answer := rd.fits.Best(words.Progress, words.Status, words.Percent)
	if next := rd.fits.Best(words.NextSteps); !madeBefore.MatchString(col.Heading) && !hasResultFor(b, col) && (next >= heading.KnownFrom || next > answer || answer == 0 && rd.content.Future > 0.5) {
		return false
	}
	col.Role, col.By, col.Sure = words.Plan, block.ByPart, 1
	return true
}

// numbered reports whether a column of a block asks for the list's number: what stands beside it need not name
// the requirement once more.
func numbered(b *block.Block) bool {
	return slices.ContainsFunc(b.Columns, func(c block.Column) bool { return heading.AsksListNumber(c.Heading) })
}

// hasResultFor reports a plan for a quarter beside a column that tells of the same quarter: 一季度计划
// before 一季度结果.
func hasResultFor(b *block.Block, plan *block.Column) bool {
	return plan.Quarter != 0 && slices.ContainsFunc(b.Columns, func(c block.Column) bool {
		return c.Quarter == plan.Quarter && !heading.IsPlan(c.Heading) && !heading.IsEarlier(c.Heading)
	})
}

// filledIn is the heading of when the form was filled in, which is not when the work was done: 登记日.
var filledIn = regexp.MustCompile(`^(?:填|登记|记录|录入|制表|打印|签字|签收|审核|提交)\p{Han}{0,3}(?:日|日期|时间)[:：]?$`)

// signedBare is such a heading without its noun, over days: 填写 | 2023年7月5日.
var signedBare = regexp.MustCompile(`^(?:填写|填报|填表|登记|报送|上报|制表|审核|签字|签收|提交)[:：]?$`)

// aPerson is the heading of who does something: 跟进人, 经手人.
var aPerson = regexp.MustCompile(`^\p{Han}{1,4}(?:人|员|者)[:：]?$`)

// madeBefore is the heading of a plan that was made before the quarter that is reported on: 季初计划,
// 原定目标.
var madeBefore = regexp.MustCompile(`[季年月期]初|原[定来先]|原计划|预定|[本当该][季期月年]度?(?:工作)?(?:计划|目标)|(?:年度|全年)(?:工作)?(?:计划|目标|安排)|^(?:季度|月度)(?:工作)?(?:计划|目标)`)
