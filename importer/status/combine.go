package status

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/status/shares"
)

// limits reports whether a clause in brackets or behind a colon limits what was completed:
// 已完成（部分）, 完成：前期工作.
func (c *said) limits() bool {
	return c.form != "" && strings.ContainsAny(c.form, "gP") && strings.Trim(c.form, "gPkVKDW") == ""
}

// but shows that what was completed is not all, without saying what remains.
var but = regexp.MustCompile(`^(?:但|不过|然而|只是|待|有待|除)|待.{0,6}(?:验收|完成|办理|公示|批复)`)

// startsBut reports whether a clause takes back what the one before it said.
func startsBut(text string) bool {
	return strings.ContainsAny(text, "但不然只待有除") && but.MatchString(fold.Compact(text))
}

// combine makes one reading of the clauses of a cell: the one status that they say. 是 and
// 否 give way to what explains them. Completed with a remainder is in progress.
func combine(cs []said) Reading {
	for len(cs) > 1 && cs[0].has("q") {
		cs = cs[1:] // the question before its answer: 是否完成：否
	}
	if len(cs) == 0 {
		return Reading{}
	}
	head := &cs[0]
	one, which, differ := NoStatus, -1, false
	remainder, doubt := false, false
	for i := range cs {
		c := &cs[i]
		remainder = remainder || c.leaves() || c.has("x") && c.status == NoStatus
		doubt = doubt || startsBut(c.text) || i > 0 && (c.leavesUndone() || isNo(c.text))
		if c.status == NoStatus || i > 0 && c.hold == byForm && head.status == NoStatus {
			continue
		}
		if i == 0 && len(cs) > 1 && isYesOrNo(c.text) {
			continue
		}
		if one == NoStatus {
			one, which = c.status, i
		}
		differ = differ || c.status != one
	}
	if len(cs) > 1 && isYesOrNo(head.text) {
		return answer(head, cs, one, differ, remainder || doubt)
	}
	switch {
	case one == NoStatus:
		return Reading{}
	case head.status == Completed && (remainder || limited(cs[1:])):
		one, which = InProgress, 0
	case head.status == Completed && partShare(cs[1:]):
		one, which = InProgress, 0
	case head.bareUndone() && (remainder && !differ || goesOn(cs[1:])):
		one, which = InProgress, 0 // 没办完，还在推; 没完，还差1家
	case differ:
		return Reading{}
	case one == Completed && remainder:
		one = InProgress
	case one == Completed && doubt:
		return Reading{}
	}
	c := cs[which]
	r := Reading{Status: one, Said: c.text, By: c.by, Rest: rest(cs, which)}
	if r.Percent, r.HasPercent = shares.Within(c.text); !r.HasPercent && which+1 < len(cs) && cs[which+1].after == '(' {
		r.Percent, r.HasPercent = shares.Percent(cs[which+1].text) // 推进中（60%）
	}
	return r
}

// bareUndone reports a clause that denies that something is done and says nothing of when it should
// have been: 没办完, 尚未完成, but not 未按时完成.
func (c *said) bareUndone() bool { return c.status == Behind && undone.MatchString(c.form) }

var undone = regexp.MustCompile(`^[cskt]*n[cst]*[J1]?[TR]+l?$`)

// goesOn reports whether all that clauses say is that something is under way.
func goesOn(cs []said) bool {
	under := false
	for i := range cs {
		switch cs[i].status {
		case InProgress:
			under = true
		case NoStatus:
		default:
			return false
		}
	}
	return under
}

// leavesUndone reports whether a clause beside a completion says that something is not
// done: 未验收, 尚未归档. 未发现问题 and 没有投诉 say no such thing.
func (c *said) leavesUndone() bool {
	for i, w := range c.words {
		if w.class != not || w.text == "无" || w.text == "不" {
			continue
		}
		if w.text != "没有" && w.text != "没" {
			return true
		}
		if i+1 < len(c.words) && strings.ContainsRune("TURDKVAXBWtwc", rune(c.words[i+1].class)) {
			return true
		}
	}
	return false
}

func limited(cs []said) bool {
	for i := range cs {
		if cs[i].limits() {
			return true
		}
	}
	return false
}

// partShare reports whether a clause is nothing but a share of less than all: 已完成（80%）.
func partShare(cs []said) bool {
	for _, c := range cs {
		if p, ok := shares.Percent(c.text); ok && p < 100 && c.after == '(' {
			return true
		}
	}
	return false
}

// isYesOrNo reports whether a clause is the answer to 是否完成.
func isYesOrNo(text string) bool {
	switch fold.Key(text) {
	case "是", "否", "√", "✓", "✔", "×", "✗", "✘", "y", "n", "yes", "no":
		return true
	}
	return false
}

// isNo reports whether a clause answers 否.
func isNo(text string) bool {
	switch fold.Key(text) {
	case "否", "×", "✗", "✘", "n", "no", "不是", "没有":
		return true
	}
	return false
}

// answer reads 是 or 否 with a remark: 否（推进中） and 否，25% are in progress, 是（推进中） says two things.
func answer(head *said, cs []said, remark Status, differ, doubt bool) Reading {
	s := head.status
	switch {
	case differ:
		return Reading{}
	case s == Completed && remark == NoStatus && doubt, s == Completed && remark != NoStatus && remark != Completed,
		s == Behind && remark == Completed:
		return Reading{}
	case remark != NoStatus:
		s = remark
	}
	if s == NoStatus {
		return Reading{}
	}
	r := Reading{Status: s, Said: head.text, By: head.by, Rest: rest(cs, 0)}
	if share, ok := shares.Percent(cs[1].text); ok && s == Behind && remark == NoStatus && share > 0 && share < 100 {
		r.Status, r.Percent, r.HasPercent = InProgress, share, true // 否，25%
		r.By = ByGrammar
	}
	if remark != NoStatus {
		r.By = ByGrammar
	}
	return r
}

// rest returns what stands behind a clause, its brackets taken off; where that is nothing,
// the time that the clause itself names.
func rest(cs []said, which int) string {
	var parts []string
	for _, c := range cs[which+1:] {
		parts = append(parts, c.text)
	}
	if len(parts) > 0 {
		return strings.Join(parts, "，")
	}
	var times strings.Builder
	for _, w := range cs[which].words {
		if (w.class == time || w.class == month) && strings.ContainsAny(w.text, "月日号年.-/底末") && w.text != "目前" {
			times.WriteString(w.text)
		}
	}
	return times.String()
}

// denies reports whether a text that reads as completed holds the negation of a verb of
// completion anywhere; what is denied once is not done.
func (g *Grammar) denies(text string, cs []said) bool {
	for i := range cs {
		if denial.MatchString(cs[i].form) {
			return true
		}
	}
	return strings.ContainsAny(text, " \n\r\t　") && denial.MatchString(g.lex(fold.Compact(text)).form)
}

// denial is a negation before a verb of completion.
var denial = regexp.MustCompile(`n.{0,6}[TURDK]`)
