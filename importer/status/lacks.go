package status

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// lacking are the words by which a text says that something is not done, in the vocabulary's part
// 对照, and those of them without which no text says it.
type lacking struct {
	lists  map[string]*signs
	signs  *signs // without one of them a clause says nothing of the kind
	stands *signs // without one of them a clause is no status but 已完成
}

// lackingOf takes over what a text may say against 已完成.
func lackingOf(w *words.Words) lacking {
	l := lacking{lists: map[string]*signs{}, signs: newSigns(), stands: newSigns()}
	for name, list := range w.Against {
		l.lists[name] = newSigns()
		for word := range strings.FieldsSeq(list) {
			l.lists[name].add(word)
		}
	}
	for _, name := range [...]string{"只办", "停下", "改到", "还缺", "还有", "余下", "差距"} {
		for word := range strings.FieldsSeq(w.Against[name]) {
			l.signs.add(word)
		}
	}
	for word := range strings.FieldsSeq("未 没 慢 滞 迟 拖 晚 逾期 超期 低于 少于 落后 基本 大部分 部分 多数 推进 推动 进行 处于 序时 节点 阶段 正 拟 计划 待") {
		l.stands.add(word)
		l.signs.add(word)
	}
	for than := range strings.FieldsSeq("比 离 距 较") {
		for aim := range strings.FieldsSeq("计划 目标 任务 节点 序时 要求 进度 年度 全年 原 既定") {
			l.signs.add(than + aim)
		}
	}
	for word := range strings.FieldsSeq("% 成 半 分之 不了 不成 不完 不来 不出 不下 不上 不动 不到 还在 仍在 尚在 仍然在 依然在 还是在 在建 在办 准备 打算 进展") {
		l.signs.add(word)
	}
	return l
}

// begins returns the word of a list that a text begins with, the longest, "" for none.
func (l *lacking) begins(list, text string) string { return l.lists[list].begins(text) }

// holds reports whether a word of a list stands in a text.
func (l *lacking) holds(list, text string) bool { return l.lists[list].stand(text) }

// lack returns the clause by which the parts of a progress text say that what was to be done is not done: a share
// below the whole (完成60%), a part only (只建成1处), a rest (余下部分明年继续), a halt (因征地停工), a
// date put off, what goes on (还在征求意见) or has not begun. What a later clause says to be done since
// then is no lack.
func (g *Grammar) lack(parts []piece) string {
	if !g.mayLack(parts) {
		return ""
	}
	cs := g.readParts(parts, true)
	next := false
	for i := range cs {
		c := &cs[i]
		if c.after == '。' || c.after == ';' || c.after == '!' {
			next = false
		}
		next = next || g.opensNext(c.text)
		if next || strings.Contains(c.text, "的") && !c.has("%") && !strings.Contains(c.text, "中的") || !g.lacks(cs, i) || g.lacking.closed(cs[i+1:]) {
			continue
		}
		if i+1 < len(cs) && g.lacking.fewer(cs, i, fold.Compact(unnumbered(c.text))) {
			return c.text + "，" + cs[i+1].text // 应建12个，建成4个
		}
		return c.text
	}
	return ""
}

// mayLack reports whether one of the parts of a text, looked at by itself, may say that something is not
// done. Most texts have none, and reading them in full costs the most.
func (g *Grammar) mayLack(parts []piece) bool {
	l := &g.lacking
	for i := range parts {
		p := &parts[i]
		plain := fold.Compact(unnumbered(p.text))
		aims := l.aims(plain)
		under := strings.HasSuffix(plain, "中")
		if !aims && !under && !l.signs.stand(plain) && !(strings.Contains(plain, "等") && l.holds("等着", plain)) {
			continue
		}
		if p.after == ':' && strings.Contains(plain, "%") || l.begins("余下", plain) != "" || l.begins("还有", plain) != "" || aims || wraps(p.text) {
			return true
		}
		one := [1]said{{piece: *p, parsed: g.lex(plain)}}
		if under || l.stands.stand(plain) {
			g.read(&one[0], i == 0)
		}
		if g.lacks(one[:], 0) {
			return true
		}
	}
	return false
}

// lacks reports whether the clause i says that something is not done.
func (g *Grammar) lacks(cs []said, i int) bool {
	c := &cs[i]
	plain := fold.Compact(unnumbered(c.text))
	if belowWhole(cs, i, plain) {
		return true
	}
	if c.has("q") {
		return false
	}
	l := &g.lacking
	return c.saysUndone() || l.onlySome(c, plain) && !l.closed(cs[:i]) || l.leaves(cs, i, plain) || l.halts(c, plain) || l.putsOff(plain) ||
		l.stillGoes(c) || l.notYet(c, plain) || l.waits(c, plain) || c.onlyPlans() || l.short(plain) || l.fewer(cs, i, plain)
}

// saysUndone reports a clause that is by itself a status other than done: 进度偏慢, 系统试运行中.
func (c *said) saysUndone() bool {
	switch c.status {
	case Behind, NotStarted:
		return (c.hold == firm || c.has("n") && c.has("T")) && !c.has("K")
	case InProgress:
		return c.hold == firm && !c.has("%tdPU")
	}
	return false
}

// closed reports whether one of the clauses says that something is done, with nothing left open in it.
func (l *lacking) closed(cs []said) bool {
	for i := range cs {
		c := &cs[i]
		if c.has("nporagxPSLZ") || l.holds("钱物", c.text) {
			continue
		}
		if c.status == Completed || c.has("TUR") && c.has("dwtcMC@") || c.has("dt") && c.has("DKVA") {
			return true
		}
	}
	return false
}
