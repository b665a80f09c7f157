package status

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/status/shares"
)

// Sentence reads a progress text: the status with which it begins, or which its last
// clause says. It is NoStatus where neither says one, or where they say two. Only what is
// said of the requirement as a whole counts: 已印发通知，… says what was done.
func (g *Grammar) Sentence(text string) Reading {
	text = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(text), quiet))
	if text == "" {
		return Reading{}
	}
	if s := g.Word(text); s != NoStatus {
		return Reading{Status: s, Said: text, By: ByWord}
	}
	if r, ok := g.boxes(text); ok {
		return r
	}
	if g.Two(text) {
		return Reading{}
	}
	if r := g.behindDash(text); r.Status != NoStatus {
		return r
	}
	if m := labelledEnd.FindStringSubmatch(text); m != nil {
		if r := g.Cell(m[1]); r.Status != NoStatus {
			return r
		}
	}
	if m := endShared.FindStringSubmatch(text); m != nil {
		p, ok := shares.Percent(m[2])
		if s := g.Word(m[1]); ok && s != NoStatus && (s == Completed) == (p >= 100) {
			return Reading{Status: s, Said: m[1], Percent: p, HasPercent: true, By: ByWord}
		}
	}
	if s := someOf(fold.Compact(text)); s != NoStatus {
		return Reading{Status: s, Said: text, By: ByGrammar}
	}
	parts := split(text, false)
	if n := len(parts); n > manyClauses && !speaks(g.readParts(parts[:2], true)) && !speaks(g.readParts(parts[n-1:], false)) {
		return Reading{} // as most texts; the clauses between need not be understood
	}
	cs := g.readParts(parts, true)
	if len(cs) == 0 {
		return Reading{}
	}
	if cs[0].bareUndone() && len(cs) > 1 && (cs[1].has("r2") || goesOn(cs[1:])) {
		return Reading{Status: InProgress, Said: cs[0].text, By: cs[0].by, Rest: rest(cs, 0)}
	}
	last := len(cs) - 1
	head, tail := opens(cs), NoStatus
	if last > 0 {
		tail = closes(cs)
	}
	at := 0
	if head == NoStatus && tail == NoStatus {
		if i := setOff(cs); i > 0 {
			at, head = i, cs[i].status // 二期主体12月19日全线完工，已完成，完成土方47.8万方
		}
	}
	switch {
	case head == NoStatus && tail == NoStatus, head != NoStatus && tail != NoStatus && head != tail:
		return Reading{}
	case head == NoStatus:
		at, head = last, tail
	}
	for i := range cs {
		if c := &cs[i]; c.status != NoStatus && c.status != head && c.hold == firm && !(head == Completed && c.has("r2")) {
			return Reading{}
		}
	}
	if head == Completed {
		if head = g.stillCompleted(text, cs); head == NoStatus {
			return Reading{}
		}
	}
	r := Reading{Status: head, Said: cs[at].text, By: cs[at].by, Rest: rest(cs, at)}
	r.Percent, r.HasPercent = shares.Within(cs[at].text)
	return r
}

// labelledEnd is a status under its label in a bracket at the end: …已发各镇。（状态：推进中）.
var labelledEnd = regexp.MustCompile(`[（(【\[]\s*(?:目前|当前|完成|办理|工作|任务)?(?:状态|进度|结果|情况)\s*[:：]\s*([^（()）【】\[\]]{1,12})[）)】\]]$`)

// endShared is a status with its share in a bracket at the end: …罚没款8.73万元。（推进中，完成率54%）. The
// two must agree.
var endShared = regexp.MustCompile(`[（(【\[]\s*(\p{Han}{2,6})\s*[，,、；;]\s*((?:完成率|完成比例|完成度|总体进度|进度|完成)[为约达:：]*\s*[0-9]{1,3}(?:\.[0-9]+)?[%％])\s*[）)】\]]$`)

// behindDash reads the status that a writer sets off at the end of an answer by a dash:
// 审查平均用时压到6.5个工作日。——长期抓.
func (g *Grammar) behindDash(text string) Reading {
	at := strings.LastIndex(text, "—")
	if at < 0 {
		return Reading{}
	}
	before, tail := strings.TrimRight(text[:at], "— "), strings.TrimSpace(text[at+len("—"):])
	if utf8.RuneCountInString(tail) > longestAlone || !strings.HasSuffix(before, "。") && !strings.HasSuffix(text[:at], "—") {
		return Reading{}
	}
	r := g.Cell(tail)
	if isYesOrNo(tail) {
		return Reading{}
	}
	return r
}

// manyClauses is from how many clauses on it pays to look at the first and last alone.
const manyClauses = 3

func speaks(cs []said) bool {
	for i := range cs {
		if cs[i].status != NoStatus {
			return true
		}
	}
	return false
}

// opens returns the status that the first clause says. A word of one or two characters
// (无, 全年, 长期) opens many sentences; 完成 and 滞后 before a stop are clear.
func opens(cs []said) Status {
	c := cs[0]
	short := utf8.RuneCountInString(fold.Compact(c.text)) < 3
	if c.hold == byForm || short && (len(cs) == 1 || c.status != Completed && c.status != Behind) {
		return NoStatus
	}
	return c.status
}

// closes returns the status that the last clause says of the whole: not of a deed, not of
// what is to come, and no flourish (持续推进). Of words of two characters only 滞后 is as clear there.
func closes(cs []said) Status {
	c := cs[len(cs)-1]
	short := utf8.RuneCountInString(fold.Compact(c.text)) < 3 && !(c.by == ByWord && c.status == Behind)
	if c.hold != firm || c.after == '(' || c.after == ':' || short || c.has("f") && c.status == Ongoing {
		return NoStatus
	}
	if c.status == Completed && (!c.has("TZ") || c.has("VKDW")) {
		return NoStatus
	}
	for _, before := range cs[:len(cs)-1] {
		plain := fold.Compact(before.text)
		for _, next := range []string{"下一步", "下步", "下阶段", "接下来", "今后", "下季度"} {
			if strings.HasPrefix(plain, next) {
				return NoStatus
			}
		}
	}
	return c.status
}

// setOff returns the one clause between others that is nothing but a word of the vocabulary for a
// status, 0 where none is, or where a clause before it speaks of a part.
func setOff(cs []said) (at int) {
	for i := range cs {
		c := &cs[i]
		if i > 0 && i < len(cs)-1 && c.by == ByWord && c.after == ',' && utf8.RuneCountInString(fold.Compact(c.text)) >= 3 && c.status != NotApplicable {
			if at > 0 {
				return 0
			}
			at = i
		}
		if at == 0 && c.has("gPx") {
			return 0
		}
	}
	return at
}

// leaves reports a clause that tells of what is left. What was left and is done now, leaves nothing:
// 剩余3条小巷抢在霜冻前补完.
func (c *said) leaves() bool { return c.has("r2") && (c.has("npo") || !doneAtEnd.MatchString(c.form)) }

var doneAtEnd = regexp.MustCompile(`[TUR]l*$`)

// stillCompleted holds a completion against the rest of the text: a remainder makes it in
// progress, a doubt nothing.
func (g *Grammar) stillCompleted(text string, cs []said) Status {
	if g.denies(text, cs) {
		return NoStatus
	}
	for i := range cs {
		c := &cs[i]
		if c.leaves() {
			return InProgress
		}
		if i > 0 && (startsBut(c.text) || c.leavesUndone() || c.limits() || isNo(c.text)) {
			return NoStatus
		}
	}
	return Completed
}
