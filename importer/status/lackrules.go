package status

import (
	"regexp"
	"strings"
)

// deeds are the classes of what is done, those of short clauses included.
const deeds = verbs + "1J"

// onlySome reports a clause that says how little was done: 只建成1处, 仅完成清单梳理, 才办了11场.
func (l *lacking) onlySome(c *said, plain string) bool {
	if at := strings.Index(plain, "只有"); at >= 0 || strings.Contains(plain, "仅有") {
		at = max(at, strings.Index(plain, "仅有"))
		return c.has("N") && c.has("TUKR") && !strings.Contains(plain[at:], "的")
	}
	for i, w := range c.words {
		if l.begins("只办", w.text) != w.text || i > 0 && c.form[i-1] == single {
			continue // 人才引进12名
		}
		behind := c.words[i+1:]
		if len(behind) == 0 || l.begins("不论多少", behind[0].text) != "" {
			continue
		}
		form := c.form[i+1:]
		if form[0] == complete || form[0] == begin && strings.HasPrefix(w.text, "刚") {
			return true
		}
		done := strings.IndexByte(deeds+"v", form[0]) >= 0 && (strings.ContainsAny(form, "Ng%") || strings.HasPrefix(form[1:], "l"))
		if done || form[0] == enter {
			return true
		}
	}
	return false
}

// leaves reports a clause that names a rest which the rest of its sentence does not call done: 还差3个村,
// 余下部分明年继续.
func (l *lacking) leaves(cs []said, i int, plain string) bool {
	c := &cs[i]
	if l.holds("钱物", plain) {
		return false
	}
	if c.has("dTU") && !c.has("n") {
		return false
	}
	lacks := l.lists["还缺"]
	for at := range plain {
		word := lacks.begins(plain[at:])
		if word != "" && (word != "差" || counted(plain[at+len(word):]) && !endsIn(plain[:at], "误", "相", "温", "落", "偏", "高")) {
			return true
		}
	}
	if l.begins("还有", plain) != "" {
		return c.has("npoaSZ") || l.holds("停下", plain) || strings.Contains(plain, "缺失") || i+1 < len(cs) && cs[i+1].has("n")
	}
	word := l.begins("余下", plain)
	return word != "" && (counted(plain[len(word):]) && bareCount.MatchString(plain[len(word):]) || openEnded(cs[i:]))
}

// endsIn reports whether a text ends in one of the words.
func endsIn(text string, words ...string) bool {
	for _, word := range words {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return false
}

// bareCount is a count and nothing more: 余2条.
var bareCount = regexp.MustCompile(`^[0-9一二两三四五六七八九十]{1,5}[项条件个次批轮份篇人家处场户套台亩栋座]$`)

// countedUnit is so many of something that may be left to do.
var countedUnit = regexp.MustCompile(`^(?:约|近)?[0-9一二两三四五六七八九十]{1,5}(?:多|余)?(?:项|条|件|个|次|批|轮|份|篇|人|家|处|场|类|本|块|页|起|宗|户|公里|套|台|亩|栋|座|期|卷)`)

// counted reports whether a text begins with so many of something that may be left.
func counted(text string) bool { return countedUnit.MatchString(text) }

// openEnded reports whether the sentence that begins a list of clauses says of a thing that it is
// still to come, or not done, and never that it is done.
func openEnded(cs []said) bool {
	open := false
	for i := range cs {
		c := &cs[i]
		if i > 0 && (c.after == '。' || c.after == ';') {
			break
		}
		if c.has("dTUR") && !c.has("np") {
			return false
		}
		open = open || c.has("npaSZoBI") || strings.Contains(c.text, "等") || strings.Contains(c.text, "没")
	}
	return open
}

// halts reports a clause that ends with the word for a halt: 因林地手续拖延, 工地已停工两个月.
func (l *lacking) halts(c *said, text string) bool {
	if c.has("n") {
		return false
	}
	halts := l.lists["停下"]
	for at := range text {
		word := halts.begins(text[at:])
		if word == "" || word == "取消" && at == 0 || strings.HasSuffix(text[:at], "零") {
			continue
		}
		if at == 0 && len(text) > len(word) && !strings.HasPrefix(text[len(word):], "了") {
			continue
		}
		if haltEnds.MatchString(text[at+len(word):]) {
			return true
		}
	}
	return false
}

// haltEnds is what may follow the word for a halt at the end of a clause.
var haltEnds = regexp.MustCompile(`^(?:了|着|中|于.{1,8}|近?[0-9一二两三四五六七八九十半]+(?:多|余)?(?:个多?月|天|周|年|日|轮|次))*$`)

// putsOff reports a clause that puts something off to a time: 推迟到下季度, 结转下年.
func (l *lacking) putsOff(text string) bool {
	later := l.lists["改到"]
	for at := range text {
		if word := later.begins(text[at:]); word != "" && !strings.HasSuffix(text[:at], "安") && laterTime.MatchString(text[at+len(word):]) {
			return true
		}
	}
	return false
}

// laterTime is a time to which something may be put off.
var laterTime = regexp.MustCompile(`^(?:到|至|于|在)?(?:下(?:个|一)?(?:季度|月|年|年度|半年|阶段)|明年|次年|来年|后年|[0-9一二三四五六七八九十]{1,2}月|[一二三四]季度|年底|以后)(?:份|初|中|底|上旬|中旬|下旬|[0-9一二三四]{1,2}月|[一二三四]季度|上半年|下半年|再|举办|实施|办理|召开|开展|完成|执行|启动)*$`)

// stillGoes reports a clause that says that something goes on: 还在征求意见, 局领导审定中, 处于可研阶段.
func (l *lacking) stillGoes(c *said) bool {
	last := len(c.words) - 1
	for i, w := range c.words {
		switch {
		case w.text == "在" && i > 0 && stillWord(c.words[i-1].text), w.class == underway && i > 0 && stillWord(c.words[i-1].text),
			strings.HasPrefix(w.text, "正") && w.class == now && i < last && goesWith(&c.words[i+1]) && !c.has("d"):
			return true
		case w.class == enter && c.form[last] == stage && strings.HasSuffix(w.text, "处于"):
			return true
		case w.class == underway && i == 0 && last == 1 && c.form[1] == count:
			return true // 在建3个
		}
	}
	return last > 0 && c.form[last] == mid && !c.has("dT") && strings.IndexByte(verbs+"I", c.form[last-1]) >= 0 ||
		last > 0 && c.form[last] == mid && (c.words[last-1].endsInVerb || strings.HasSuffix(c.words[last-1].text, "定") || strings.HasSuffix(c.words[last-1].text, "持"))
}

func stillWord(text string) bool {
	return text == "还" || text == "仍" || text == "尚" || text == "仍然" || text == "依然" || text == "还是"
}

// goesWith reports whether a word behind 正 shows that it says 正在: 正与乡镇对接, 正按程序报批.
func goesWith(w *word) bool {
	switch w.class {
	case plan, briskly:
		return true
	}
	for _, first := range [...]string{"与", "和", "同", "按", "由", "向", "会同", "跟", "对", "组织", "抓紧", "等"} {
		if strings.HasPrefix(w.text, first) {
			return true
		}
	}
	return false
}

// cannotDo is a deed that can't be done.
var cannotDo = regexp.MustCompile(`(?:写|做|办|干|出|进|完成|开|建|装|交|发|批|签|推|排|拆|谈|搬|供)不(?:了|成|完|来|出|下来|上|动|到位)`)

// notYet reports a clause that denies a deed that is not among the verbs of statuses, where it is
// plain that the deed was to be done: 还没动, 合同没签, 尚未排上日程, 分析报告写不了.
func (l *lacking) notYet(c *said, text string) bool {
	if strings.Contains(text, "不") && cannotDo.MatchString(text) || strings.ContainsAny(text, "没未无待") && noHeadway.MatchString(text) || l.endsUndone(c, text) {
		return true
	}
	at := 0
	for i, w := range c.words {
		at += len(w.text)
		if w.class != not || deniesOtherwise(w.text) || at >= len(text) || strings.Count(c.form, "n") > 1 {
			continue
		}
		behind := text[at:]
		if l.begins("没出事", behind) != "" {
			continue
		}
		if i > 0 && stillWord(c.words[i-1].text) {
			return true
		}
		deed := l.begins("没办", behind)
		if deed == "" {
			continue
		}
		if object := behind[len(deed):]; deedEnds.MatchString(object) || len(deed) > len("办") && !strings.ContainsAny(object, "者户家人单件") {
			return true
		}
	}
	return false
}

// noHeadway is a clause that says that nothing has come of it yet: 工作没有进展, 另外两个没装修好, 第二期待定.
var noHeadway = regexp.MustCompile(`(?:没有|没|无|未取得|未有)(?:任何|实质|实质性|明显|新的)*进展$|(?:还没|没|未)(?:有)?[^过人]{1,3}(?:好|完|成|齐)$|(?:时间|地点|日期|方案|期|批|人选|名单)?待定$`)

// endsUndone reports a clause that ends by saying of its subject that it is not yet what it was to be: 室外管网未贯通.
func (l *lacking) endsUndone(c *said, text string) bool {
	n := len(c.words)
	if n < 3 || c.form[n-2] != not || c.words[n-2].text != "未" && c.words[n-2].text != "没" || strings.IndexByte("vui", c.form[n-3]) < 0 {
		return false
	}
	last := c.words[n-1]
	return last.class == verb && l.begins("没出事", last.text) == "" && !strings.Contains(text, "的")
}

// deedEnds is what may follow a deed of one character that was not done: 没批下来.
var deedEnds = regexp.MustCompile(`^(?:了|完|成|好|妥|下来|到位?|出来?|上|过)*$`)

// waits reports a clause that waits for what somebody else is to do: 等省厅审批, 其他社区待设备到货.
func (l *lacking) waits(c *said, plain string) bool {
	for _, mark := range [...]string{"等", "待", "等待", "只待", "还要等"} {
		at := strings.Index(plain, mark)
		if at < 0 || endsIn(plain[:at], "接", "招", "对", "看", "期", "款") || strings.HasPrefix(plain[at:], "等级") {
			continue
		}
		behind := plain[at+len(mark):]
		if strings.HasPrefix(behind, "到") && laterTime.MatchString(behind) {
			return true // 印刷要等到10月
		}
		for end := range behind {
			if word := l.begins("等着", behind[end:]); word != "" {
				if rest := behind[end+len(word):]; rest == "" || rest == "后" || strings.HasPrefix(rest, "后再") {
					return !c.has("d")
				}
			}
		}
	}
	return false
}

// onlyPlans reports a clause that says when something is to be done: 计划7月开工, 文稿准备送审.
func (c *said) onlyPlans() bool {
	if c.has("d") {
		return false
	}
	for i, w := range c.words {
		if w.class != plan {
			continue
		}
		behind := strings.TrimLeft(c.form[i+1:], "pcMC@F")
		when := c.form[i+1 : len(c.form)-len(behind)]
		if strings.ContainsAny(when, "pMCF") && behind != "" && strings.IndexByte(deeds+"v", behind[0]) >= 0 && strings.HasPrefix(w.text, "计划") {
			return true
		}
		if (w.text == "准备" || w.text == "打算") && len(c.form) == i+2 && strings.IndexByte(verbs, c.form[i+1]) >= 0 {
			return true
		}
	}
	return false
}

// belowPlan is by how much something is less than was planned.
var belowPlan = regexp.MustCompile(`(?:低于|少于|落后于?)(?:年度|全年)?(?:计划|目标|任务|节点|序时|进度)|(?:比|离|距|较)(?:年度|全年|原定?|既定)?(?:计划|目标|任务|节点|序时|要求|进度)[0-9个项家户处]*.{0,6}?(?:少|差|缺|欠|低)[0-9一二两三四五六七八九十]`)

// short reports a clause that names what is missing to the aim: 离目标10个差3个, 缺口较大.
func (l *lacking) short(plain string) bool {
	return strings.ContainsAny(plain, "比离距较低少落") && belowPlan.MatchString(plain) || l.holds("差距", plain) && strings.HasSuffix(plain, "大")
}
