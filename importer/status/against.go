package status

import (
	"iter"
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// ahead are the words of a text that looks ahead, and those that open what is to come next.
type ahead struct {
	words  map[string]bool
	next   []string
	undone *signs // without one of them no clause says that something is not done or still to come
	whole  *signs // without one of them no clause says that all is done
	asks   *signs // without one of them no clause asks
}

// aheadOf takes over what Against asks for; classes are those of the lexicon's words.
func aheadOf(w *words.Words, classes map[string]byte) ahead {
	a := ahead{words: map[string]bool{}, undone: newSigns(), whole: newSigns(), asks: newSigns()}
	for _, word := range w.Ahead {
		a.words[word] = true
		a.undone.add(word)
	}
	a.next = w.NextOpens
	a.undone.add("正")
	for word, class := range classes {
		switch class {
		case not:
			if !deniesOtherwise(word) {
				a.undone.add(word)
			}
		case all:
			a.whole.add(word)
		case asked:
			a.asks.add(word)
		}
	}
	return a
}

// Against returns the clause of a progress text that contradicts a status: under 已完成 one that
// says that something is not done, is being done or is still to come (尚未验收, 正在修订, 预计10月印发);
// under 滞后, 未启动 and 推进中 one that says that all is done, under 推进中 one that says that it can't be. It is "" where none does. What the
// text says of the next steps contradicts nothing.
func (g *Grammar) Against(text string, stands Status) string {
	if !mayContradict(text, stands) {
		return ""
	}
	plain, parts := fold.Compact(text), split(text, false)
	if stands != Completed {
		if stands == InProgress && holdsAny(plain, impossible) {
			if said := g.against(parts, stands, nil); said != "" {
				return said
			}
		} else if g.ahead.whole.stand(plain) {
			if said := g.against(parts, stands, g.glanceWhole); said != "" {
				return said
			}
		}
		return g.wholeDone(text, parts, stands)
	}
	if g.ahead.undone.stand(plain) {
		if said := g.against(parts, stands, g.glanceUndone); said != "" {
			return said
		}
	}
	if l := &g.lacking; l.signs.stand(plain) || l.holds("应办", plain) || strings.Contains(plain, "中") || strings.Contains(plain, "等") {
		return g.lack(parts)
	}
	return ""
}

// glanceUndone takes the words of a clause that may say that something is not done: what it says
// besides, nobody asks.
func (g *Grammar) glanceUndone(c *said, plain string, _ bool) bool {
	if g.ahead.undone.stand(plain) {
		c.parsed = g.lex(plain)
	}
	return true
}

// glanceWhole takes the words of a clause that can't say that all is done; at the head they may
// ask what the next one answers.
func (g *Grammar) glanceWhole(c *said, plain string, head bool) bool {
	stands := g.ahead.whole.stand(plain)
	if stands || head && g.ahead.asks.stand(plain) {
		c.parsed = g.lex(plain)
	}
	return !stands || !c.ofWhole()
}

// against is Against of the parts of a text, by a glance at each clause.
func (g *Grammar) against(parts []piece, stands Status, enough glance) string {
	for c := range g.reads(parts, true, enough) {
		if !c.has("q") && g.contradicts(c, stands) && !g.ofNextSteps(g.reads(parts, true, enough), c.to) {
			return c.text
		}
	}
	return ""
}

func (g *Grammar) contradicts(c *said, stands Status) bool {
	if stands != Completed {
		return c.allDone() || stands == InProgress && c.cannotBeDone()
	}
	return c.openDeed() || c.goesOn() || g.looksAhead(c)
}

// ofNextSteps reports whether the clause that ends at to stands in a sentence that says what is to
// be done next, from the clause on that opens it.
func (g *Grammar) ofNextSteps(cs iter.Seq[*said], to int) bool {
	next := false
	for c := range cs {
		if c.after == '。' || c.after == ';' || c.after == '!' {
			next = false
		}
		next = next || g.opensNext(c.text)
		if c.to == to {
			break
		}
	}
	return next
}

// mayContradict is a quick look: most texts hold no character of a contradiction.
func mayContradict(text string, stands Status) bool {
	switch stands {
	case Completed:
		return true
	case Behind, NotStarted, InProgress:
		return maySayAllDone(text) || saysOnTime(text)
	}
	return false
}

func maySayAllDone(text string) bool {
	whole, done := false, false
	for _, r := range text {
		switch r {
		case '全', '均', '都':
			whole = true
		case '完', '办', '结':
			done = true
		}
	}
	return whole && done
}

// onTime are words without one of which no text says of its requirement that it is done or on time.
var onTime = [...]string{"完成", "办结", "竣工", "销号", "100%", "达标", "序时", "开工", "推进", "清零", "超前", "落实"}

func saysOnTime(text string) bool {
	for _, word := range onTime {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// opensNext reports whether a clause opens what is to be done next: 下一步.
func (g *Grammar) opensNext(text string) bool {
	plain := fold.Compact(unnumbered(text))
	for _, word := range g.ahead.next {
		if strings.HasPrefix(plain, word) {
			return true
		}
	}
	return false
}

// verbs are the classes of what is done.
const verbs = "TURDKVAXBW"

// openDeed reports whether a clause says that a deed is not done: 尚未验收. A clause about what others
// have not done (未整改的企业, 未完成事项全部整改) says no such thing, nor does 未发现.
func (c *said) openDeed() bool {
	for i, w := range c.words {
		if w.class == not && !deniesOtherwise(w.text) && c.leadsToVerb(i) {
			return true
		}
	}
	return false
}

// deniesOtherwise reports a negation that says of no deed that it is still to be done: 无法, 不.
func deniesOtherwise(word string) bool { return strings.ContainsAny(word, "无不非") }

// goesOn reports whether a clause says that something is being done now: 正在修订.
func (c *said) goesOn() bool {
	for i, w := range c.words {
		if w.class == now && strings.HasPrefix(strings.TrimPrefix(w.text, "现"), "正") && !strings.Contains(c.form[:i], "d") && c.leadsToVerb(i) {
			return true
		}
	}
	return false
}

// leadsToVerb reports whether the word i is said of a verb behind it with which the clause ends, but for
// what is done to.
func (c *said) leadsToVerb(i int) bool {
	behind := c.form[i+1:]
	at := strings.IndexAny(behind, verbs)
	if at < 0 || strings.Trim(behind[:at], "cwtmbdefa@MC") != "" || strings.Contains(c.text, "的") {
		return false
	}
	object := strings.TrimLeft(behind[at+1:], verbs+"l")
	return object == "" || strings.Trim(object, "ukvNiP") == ""
}

// looksAhead reports whether a clause says what is still to be done or when: 预计10月印发. A word of one
// character counts only where nothing but whom, when and what goes before it: in others it
// is most often a part of a word (接待).
func (g *Grammar) looksAhead(c *said) bool {
	for i, w := range c.words {
		if w.class != plan || !g.ahead.words[w.text] || c.has("d") || describes.MatchString(c.text) {
			continue
		}
		if len(w.text) == len("拟") && strings.Trim(c.form[:i], "csktNMCk") != "" {
			continue
		}
		if behind := c.form[i+1:]; behind != "" && strings.IndexByte("uv", behind[0]) >= 0 && len(w.text) > len("拟") && !strings.ContainsAny(behind, "MCF") {
			continue // 预计收益
		}
		for _, next := range c.words[i+1:] {
			if strings.IndexByte("TURDKVAXBWMCF", next.class) >= 0 {
				return true
			}
		}
	}
	return false
}

// describes is a time or deed that only tells which thing is meant: 每月15日的公开日, 明年完成的二期.
var describes = regexp.MustCompile(`(?:[日月年前底]|完成|建成)的`)

// allDone reports whether a clause says that the whole is done: 全部按时完成.
func (c *said) allDone() bool { return c.status == Completed && c.hold == firm && c.ofWhole() }

// cannotBeDone reports whether a clause says of the whole that it won't be done: 无法完成, 难以如期办结.
func (c *said) cannotBeDone() bool {
	return c.status == Behind && beyond.MatchString(c.form) && cannot(c.parsed)
}

var (
	beyond     = regexp.MustCompile(`^[cskt]*n[cwtb]*Tk?$`)
	impossible = []string{"无法", "不能", "没法", "难以", "未能", "没能"}
)

// ofWhole reports whether a clause speaks of all there is.
func (c *said) ofWhole() bool { return c.has("t") && !c.has("NP") }
