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

// needed is a heading that asks what others are to do for the writer: 需局领导协调, 请局里支持的事. Whoever is
// named in it answers for nothing.
var needed = regexp.MustCompile(`^(?:[尚仍还]?需要?|须|要|想?请|想要|希望|恳请|提请|报请|盼)\p{Han}{0,8}(?:协调|协助|支持|帮助?|帮忙|解决|拍板|定夺|定|研究|出面|关心|明确|答复|批示|决策|决定)(?:什么|啥|哪些)?(?:[的之]?\p{Han}{0,3})$`)

// lacking is a heading that asks for what is not there yet: 还差的, 差在哪, 缺口.
var lacking = regexp.MustCompile(`(?:还|尚|仍)有?(?:差|缺|欠|剩)\p{Han}{0,4}$|^(?:差|缺|欠)(?:什么|啥|哪|在|的)\p{Han}{0,3}$|(?:差距|缺口|欠缺|欠账|遗留|尾巴)(?:事项|问题)?$`)

// met is a heading that asks for what one came upon: 碰到的麻烦.
var met = regexp.MustCompile(`(?:碰到|碰上|遇到|遇上|遭遇)的?\p{Han}{1,4}$`)

// goesOn is a heading that asks what is to be done from here on: 后面怎么办, 回头要做的, 往下走, 将做.
var goesOn = regexp.MustCompile(`^(?:下一?步|下一?阶段|接下来|往后|往下|今后|后面|后续|回头|以后)(?:怎么|怎样|如何|咋|还?要|还?想|准备|拟|该)?(?:去|再|继续)?(?:做|干|办|走|弄|推|抓|搞)(?:的|什么|啥|些什么|哪些|法)?(?:事情?|工作)?$|(?:将|拟|准备|打算|想)要?(?:做|干|办|开展)(?:的|什么|啥|哪些)?(?:事情?|工作)?$`)

// done is a heading that asks what was done, by a verb of doing or a noun of how things stand; away is one
// that asks for what is to be done, is lacking or in the way; ofElse is one that speaks of something beside it.
var (
	done   = regexp.MustCompile(`(?:做|干|办|抓|搞|推|落实|完成|开展|实施|做成|干成)(?:了|的|成|到|得|过|出)|(?:所|实|怎么|已)(?:做|干|办|推|抓)|(?:情况|情形|进度|实况|近况|现况|实情|动静|动态|动作|结果|实际|经过|过程|战果|成绩|实绩|实效|成效|写实|纪实)$`)
	away   = regexp.MustCompile(`需|(?:^|[^主概扼简纪重])要|请|想|打算|拟|将|回头|往[后下]|下[季步一]|后续|差|缺|欠|没|未|难|卡|问题|困难|短板|不足|计划|目标|原定`)
	ofElse = regexp.MustCompile(`建议|意见|提醒|批示|任务|上[季期]|去年|资金|经费|人员|领导|是否|存在`)
)

// AsksDone reports whether a heading asks what was done, by how it is made: 我们做的, 干到哪一步, 本期情况.
func AsksDone(heading string) bool {
	bare := Bare(heading)
	return done.MatchString(bare) && !away.MatchString(bare) && !ofElse.MatchString(bare)
}

// TurnsAway reports whether a heading holds a word for what is to be done, is lacking or in the way.
func TurnsAway(heading string) bool { return away.MatchString(Bare(heading)) }

// askedWhen is a heading that asks for a day: 哪天完成, 何时办结, 完成于.
var askedWhen = regexp.MustCompile(`^(?:哪一?天|何时|何日|几时|几号|几月几[日号]|什么时[候间]|啥时候?).{0,4}(?:完|结|成|毕|好)|(?:完成?|办结|办成|竣工|完工|销号|结束|了结)(?:在|于|是)?(?:哪一?天|何时|何日|几时|几号|几月几[日号]|什么时[候间]|啥时候?)$|^(?:\p{Han}{0,2}(?:完成?|办结|办成|竣工|完工|销号|结束))[于在]$`)

// BareTime reports a heading that says nothing but that a time stands below it: 时间, 何时. Whether a matter was
// completed then it leaves open.
func BareTime(heading string) bool { return bareTime.MatchString(Bare(heading)) }

var bareTime = regexp.MustCompile(`^(?:在)?(?:时间|时点|日期|日子|何时|几时|哪一?天|几月|几号|什么时[候间]|啥时候?)(?:段|安排)?[?？]?$`)

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

// AsksWhether reports a heading that asks whether a requirement is done, to which yes and no are answers: 是否
// 完成, 完成与否.
func AsksWhether(heading string) bool {
	plain := Bare(heading)
	return whether.MatchString(plain) || doneOrNot.MatchString(plain)
}

// doneOrNot is such a heading that asks in two words.
var doneOrNot = regexp.MustCompile(`(?:完成|办结|完结|落实|销号|到位)与否$`)

// whether is a heading that asks whether it is done: 算不算办完, 做完没有.
var whether = regexp.MustCompile(`^(?:算不算|是不是|有没有|能不能算)\p{Han}{0,3}(?:完|结|成|好|毕)|(?:完|结|成|好)(?:没有|了没|了吗|没)[?？]?$|^是否\p{Han}{0,4}(?:完成|办结|完结|办完|办好|做完|干完|销号|竣工|完工|收官|落实|到位)[?？]?$|^(?:完没完|结没结|成没成|办没办|好没好|办结没办结|完成没完成)[?？]?$`)

// ListNumber is a heading that asks for the number that the list gives, and not for a count of rows.
var ListNumber = regexp.MustCompile(`清单|条目.?[号码次]|第几|哪.?[条项]|计划表|分解表|对应|原文|(?:任务|事项|方案|要点|目录)[编序]?号|^[条项]号$`)

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
