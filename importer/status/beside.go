package status

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
)

// beside holds a completion against the clauses that stand beside it. What it leaves open, what is
// doubted and what is of another year is no completion of the requirement; where the completion is
// said of a part that it names, or is limited to a time, the requirement goes on.
func (g *Grammar) beside(cs []said, r Reading) Reading {
	ofPart, here := true, -1
	for i := range cs {
		if cs[i].text == r.Said && cs[i].status != NoStatus {
			ofPart, here = cs[i].hold != firm && cs[i].has("uvP"), i
			break
		}
	}
	for i := range cs {
		c := &cs[i]
		switch {
		case c.has("6"), formerYear.MatchString(c.form):
			return Reading{}
		case i == here || c.status != NoStatus && !g.leavesOpen(c):
		case termOnly.MatchString(c.form):
			r.Status = InProgress
		case !g.leavesOpen(c):
		case !ofPart:
			return Reading{}
		default:
			r.Status = InProgress // 春防完，秋防待启动
		}
	}
	return r
}

// Clauses that are nothing but a time: of which term's task, or that of another year, something is said.
var (
	termOnly   = regexp.MustCompile(`^[cs]*[CM][kPg]+l?$`)
	formerYear = regexp.MustCompile(`^7[kNTUdltPC]*$`)
)

// leavesOpen reports whether a clause says what is still to come: 秋防待启动, 等验收, 差一个章, 秋防9月开始,
// 二期明年. What it denies (无待办事项) and what it tells of things by (待整改的) is not to come.
func (g *Grammar) leavesOpen(c *said) bool {
	plain := fold.Compact(unnumbered(c.text))
	if awaited.MatchString(plain) || wanting.MatchString(plain) {
		return true
	}
	if c.has("dn") || strings.Contains(plain, "的") || strings.HasSuffix(c.form, "l") {
		return false
	}
	return c.toCome() || startsLater.MatchString(c.form) || g.Against(c.text, Completed) != ""
}

// toCome reports whether a word of what is still to come stands in a clause that says what or when.
// Behind what is not known the word may be a part of another one (接待), or a noun (调度计划印发).
func (c *said) toCome() bool {
	for i, w := range c.words {
		if w.class != plan || w.text == "等" {
			continue
		}
		behind := ""
		if i > 0 && strings.IndexByte("uvi", c.words[i-1].class) >= 0 {
			behind = c.words[i-1].text
		}
		switch last := i+1 == len(c.words); {
		case nextTime.MatchString(w.text):
			return true
		case last || isNoun.MatchString(w.text) && behind != "" || partOfWord.MatchString(behind+w.text):
		case len(w.text) == len("待") || strings.IndexByte(verbs+"MCFv1J", c.words[i+1].class) >= 0:
			return true
		}
	}
	return false
}

var (
	awaited     = regexp.MustCompile(`^(?:还|仍|尚|就|只|正)?在?等(?:待|着)?[^级额次候量值同于、,0-9一二三四五六七八九十]`)
	wanting     = regexp.MustCompile(`^(?:就|还|只|仅|尚|另)?(?:差|缺|欠)[^别异额评旅价不陷席口]`)
	nextTime    = regexp.MustCompile(`^(?:明年|次年|下[一个]?(?:年|季|月|半年))`)
	startsLater = regexp.MustCompile(`[uviPk]p?M[c@]*B`)
	isNoun      = regexp.MustCompile(`^(?:计划|准备|打算|预期)$`)
	partOfWord  = regexp.MustCompile(`[接招期对看善优款亏担交厚虐]待$|[草模虚]拟$|[干大健小老]将$`)
)

// openQuestion reports a text that ends with a question: 已完成?
func openQuestion(text string) bool {
	return strings.HasSuffix(strings.TrimRight(fold.Compact(text), ")]】。.!"), "?")
}

// ofTheTask is what a share of more than all is said of where it tells that the requirement is done: 120%
// alone may be of a term's plan.
var ofTheTask = regexp.MustCompile(`年|任务|目标|超额|总量|完成|办结`)
