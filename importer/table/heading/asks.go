package heading

import (
	"regexp"

	"taizhang/importer/fold"
)

// doneAlready is a heading that asks what was done: 已做工作, 做了哪些, 已开展的工作.
var doneAlready = regexp.MustCompile(`^实际(?:做到|做了|进展|完成情况|情况)|^已(?:做|开展|采取|落实|推进|完成的?工作|经做)|^(?:做|干|办|开展|完成)了(?:哪些|什么|些什么|啥|多少)|(?:做|干|办|落实|开展|完成)了的$`)

// undone is a heading that asks what was not done: 落实没做的, 还没办完的事项.
var undone = regexp.MustCompile(`(?:没有?|未|尚未|还没有?)能?(?:做|干|办|落实|完成|解决|推进)(?:完|成|好|到位|了)?(?:的|之处|哪些|什么|事项|部分|工作)`)

// troubles is a heading that asks for what is in the way and for what is to be done about it.
var troubles = regexp.MustCompile(`(?:问题|困难|难点|难题|不足|短板)(?:和|及其?|与|、|/)(?:[^和及与、/]{0,4})(?:建议|措施|打算|对策|思路|计划|安排)$`)

// askedWhen is a heading that asks for a day: 哪天完成, 何时办结, 完成于.
var askedWhen = regexp.MustCompile(`^(?:哪一?天|何时|何日|几时|几号|几月几[日号]|什么时[候间]|啥时候?).{0,4}(?:完|结|成|毕|好)|(?:完成?|办结|办成|竣工|完工|销号|结束|了结)(?:在|于|是)?(?:哪一?天|何时|何日|几时|几号|几月几[日号]|什么时[候间]|啥时候?)$|^(?:\p{Han}{0,2}(?:完成?|办结|办成|竣工|完工|销号|结束))[于在]$`)

// wantedWhen is a heading that asks by when something is to be done: 要求何时完.
var wantedWhen = regexp.MustCompile(`(?:要求|应当?|须|限|规定)\p{Han}{0,3}(?:何时|几时|啥时候?|什么时候|哪一?天|几月)`)

// AsksElse reports a heading whose 是 or 否 says nothing of where a requirement stands: 是否涉密, 是否需要
// 协调; or says it the other way round: 是否滞后.
func AsksElse(heading string) bool {
	m := question.FindStringSubmatch(heading)
	return m != nil && (turned.MatchString(m[1]) || !asksDone.MatchString(m[1]))
}

var (
	question = regexp.MustCompile(`^(?:是否|有无|有没有|能否|可否)(.*)$`)
	turned   = regexp.MustCompile(`滞后|逾期|超期|超时|延期|延误|未|没|需|要|存在|问题|困难`)
	asksDone = regexp.MustCompile(`完|结|销|到位|落实|达|序时|如期|按时|按期|启动|开展|推进|实现|整改|办|验收|交付|做|好`)
)

// whether is a heading that asks whether it is done: 算不算办完, 做完没有.
var whether = regexp.MustCompile(`^(?:算不算|是不是|有没有|能不能算)\p{Han}{0,3}(?:完|结|成|好|毕)|(?:完|结|成|好)(?:没有|了没|了吗|没)[?？]?$|^(?:完没完|结没结|成没成|办没办|好没好|办结没办结|完成没完成)[?？]?$`)

// ListNumber is a heading that asks for the number that the list gives, and not for a count of rows.
var ListNumber = regexp.MustCompile(`清单|条目|第几|哪.?[条项]|计划表|分解表|对应|原文|(?:任务|事项|方案|要点|目录)[编序]?号|^[条项]号$`)

// AsksListNumber reports whether a heading asks for the list's number: 清单序号, 项号, and no 序号.
func AsksListNumber(heading string) bool { return ListNumber.MatchString(heading) }

// besideStatus is the end of a heading that asks for something else than where a requirement stands,
// whatever stands below it: 三季度存在问题 over 进度滞后.
var besideStatus = regexp.MustCompile(`(?:问题|困难|难点|难题|难处|堵点|瓶颈|短板|不足|障碍|打算|思路|对策|[^按照据][^按照据]计划|工作计划|安排)$`)

// AsksBesideStatus reports whether the lowest row of a heading ends in a noun that is none of a status.
func AsksBesideStatus(lowest string) bool {
	lowest = Bare(lowest)
	if served := servantWords.ReplaceAllString(lowest, ""); fold.Key(served) != "" {
		lowest = served
	}
	return besideStatus.MatchString(lowest) && !question.MatchString(lowest)
}
