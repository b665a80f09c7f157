package period

import "regexp"

// Time is which side of its own quarter a text speaks of.
type Time int

// The times that a heading may speak of.
const (
	None    Time = iota // its own, or none
	Earlier             // 上季度, 去年同期, 此前
	Later               // 下季度, 下一步, 四季度计划
)

// Relative reports whether a heading speaks of an earlier or a later time than its own. A
// heading that names its own time beside the other (本季度进展及下一步打算), or both others,
// speaks of no one side: None. 上 and 下 count as a word of time only before a unit of it and
// not as the end of another word (以上年度, 线下次数, 上半年).
func Relative(text string) Time {
	plain := read(text).blankQuoted()
	if ownTime.MatchString(plain) {
		return None
	}
	is := func(words *regexp.Regexp) bool {
		for from := 0; from < len(plain); {
			m := words.FindStringIndex(plain[from:])
			if m == nil {
				return false
			}
			if !endsAnother.MatchString(plain[:from+m[0]]) {
				return true
			}
			from += m[0] + len(string(after(plain, from+m[0])))
		}
		return false
	}
	switch earlier, later := is(earlierWords), is(laterWords) || isPlan(plain); {
	case earlier == later:
		return None
	case earlier:
		return Earlier
	}
	return Later
}

const timeUnit = `(?:季|期|年|月|周|旬|次|阶段|轮|批|步)`

var (
	ownTime = regexp.MustCompile(`[本当这该今][一1]?个?(?:季|期|月|次|阶段|年度?(?:$|[^度上下第\d]))|目前|当前|现在`)
	// endsAnother is a character before which 上 or 下 or 前 is the end of its word.
	endsAnother  = regexp.MustCompile(`[以线网会如乡天马属旗地名手之路楼台海当目日事空]$`)
	earlierWords = regexp.MustCompile(`(?:[上前][一1]?个?(?:季|期|月|次|阶段|轮|批)|上[一1]?个?(?:年|周|旬)|前[一1]?年|[去往昨历]年|往期|上年|此前|先前|以往|既往|(?:^|[^\d底末日月年])(?:之前|以前)|同期)`)
	laterWords   = regexp.MustCompile(`(?:下[一1]?个?` + timeUnit + `|[明来次]年|次月|后续|今后|接下来|后[一1]个?` + timeUnit + `)`)
	// plan is what is intended for a quarter, a half or a month; its outcome is no plan.
	plan    = regexp.MustCompile(`(?:季度?|半年|月份?|Q[1-4])(?:重点)?(?:的)?(?:工作|任务)?(?:计划|打算|安排|设想|思路|谋划|拟)`)
	outcome = regexp.MustCompile(`(?:计划|打算|安排|任务)(?:任务|工作|事项)?的?(?:完成|执行|落实|实施|推进|进展)`)
)

// isPlan reports whether a text is a plan for a stretch of time: 四季度计划, 10月工作安排.
func isPlan(plain string) bool {
	return plan.MatchString(plain) && !outcome.MatchString(plain)
}
