package status

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
)

// wholeDone says of a text, under a status that is not 已完成, the clause by which the whole is done, or under
// 滞后 on time, or under 未启动 under way: 已提前完成全年目标任务, 完成率100%, 进度超前. A text that leaves
// anything open anywhere says no such thing.
func (g *Grammar) wholeDone(text string, parts []piece, stands Status) string {
	if stands == InProgress && !g.mayCloseAll(parts) || openWords.MatchString(text) {
		return ""
	}
	cs, found := g.readParts(parts, true), ""
	early, shut := "", false // 竣工验收，比计划提前20天
	for i := range cs {
		c := &cs[i]
		if c.leavesOpen(stands) || g.opensNext(c.text) {
			return ""
		}
		if found == "" && c.saysWhole(stands, fold.Compact(unnumbered(c.text))) {
			found = c.text
		}
		if c.onTime() && early == "" {
			early = c.text
		}
		shut = shut || c.has("TU") && !c.has("N")
	}
	if found == "" && stands == Behind && shut {
		return early
	}
	return found
}

// mayCloseAll reports whether one of the parts of a text, looked at by itself, may say that all is done.
func (g *Grammar) mayCloseAll(parts []piece) bool {
	for _, p := range parts {
		plain := fold.Compact(unnumbered(p.text))
		if g.ahead.whole.stand(plain) && allClosed.MatchString(g.lex(plain).form) || strings.HasSuffix(plain, "完成") && wholeOf.MatchString(plain) || strings.Contains(plain, "%") {
			return true
		}
	}
	return false
}

// openWords take back what else a text says, or say it of others.
var openWords = regexp.MustCompile(`但|除|仅|只|才|余|缺|差|迟|晚|慢|虽|不过|逾期|超期|上年|去年|上季|前期|其他|配套|[一二三四五六1-6]期|首|第[一二三四五六]批`)

// onTime reports a clause that says of something that it came when it was due: 按期, 比计划提前20天. Other
// words of how well something was done (及时, 认真) say nothing of that.
func (c *said) onTime() bool {
	for _, w := range c.words {
		if w.class == well && (strings.Contains(w.text, "提前") || strings.HasPrefix(w.text, "按") || strings.HasPrefix(w.text, "如期") || strings.HasPrefix(w.text, "准时") || w.text == "超额") {
			return true
		}
	}
	return false
}

// leavesOpen reports whether a clause speaks of what is not done, of a part or of what is to come.
func (c *said) leavesOpen(stands Status) bool {
	if c.has("n") && !c.deniesBad() {
		return true
	}
	if c.has("rxPpoLy") || c.has("g") && stands != NotStarted || c.has("SZ") && !c.has("n") || c.has("i") && strings.Contains(c.text, "等") {
		return true
	}
	return stands == InProgress && c.has("aBXIfe")
}

// deniesBad reports a clause that says that there is nothing bad: 无滞后事项, 无遗留问题.
func (c *said) deniesBad() bool {
	return strings.HasPrefix(fold.Compact(c.text), "无") && c.has("SZkuv") && !c.has(verbs)
}

var allOfIt = regexp.MustCompile(`^(?:完成率|完成比例|进度|完成进度|完成|已完成)(?:为|达|达到|至)?(1[0-9]{2}(?:\.[0-9]+)?)%$`)

// saysWhole reports whether a clause says that the whole is done.
func (c *said) saysWhole(stands Status, plain string) bool {
	if c.has("N") && !c.has("t") {
		return false
	}
	if m := allOfIt.FindStringSubmatch(plain); m != nil {
		return true
	}
	closes := c.has("TU") || c.has("RK") && c.has("t")
	switch stands {
	case NotStarted:
		return c.hold != byForm && (c.status == Completed || c.status == InProgress) && !c.has("N")
	case Behind:
		return closes && (c.has("t") || c.onTime()) && !c.has("q") || c.status == Completed && (c.has("t") || c.hold == firm && c.has("k")) ||
			c.has("T") && c.has("b") && c.has("k") || c.hold == firm && c.status == InProgress && c.has("hHb") && c.has("Qj") || plain == "进度超前"
	case InProgress:
		return allClosed.MatchString(c.form) && !c.has("Nq") || wholeOf.MatchString(plain)
	}
	return false
}

// allClosed is a clause that ends with what is done of all: 所有点位均已建成投用, 全部整改到位并销号.
var allClosed = regexp.MustCompile(`^(?:t|[csktdCM]*t).*(?:[TU]|KR)[TUDRKklc]*$`)

var wholeOf = regexp.MustCompile(`^(?:全年|年度|各项|本项|该项|此项)?(?:目标|任务|工作|目标任务|工作任务)已?(?:百分之百|100%|全部|全面)完成$`)
