package prose

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/plan/numbering"
)

// point is a numbered paragraph of a list, or one without a number that somebody answers
// for, with what stands below it.
type point struct {
	depth    int
	number   string
	mark     string   // the number as written, with what belongs to it
	said     []string // its paragraphs as written
	text     []string // the same without number and duty
	at       finding.Place
	who      *answer
	parent   *point
	children []*point
}

// Depths of an official document. A heading without a number stands between them.
const (
	partDepth    = 5  // 第一部分, 第一章
	sectionDepth = 7  // 第一节
	firstDepth   = 10 // 一、
	secondDepth  = 20 // （一）
	taskDepth    = 22 // 任务一：
	bareDepth    = 25
	articleDepth = 28 // 第一条
	thirdDepth   = 30 // 1.
	fourthDepth  = 40 // （1）
	halfDepth    = 45 // 1）
	circledDepth = 50 // ①
	plainDepth   = 60 // without a number
)

func (l paragraph) depth() int {
	if l.counted > 0 {
		return l.counted
	}
	switch l.Level {
	case numbering.First:
		switch mark := strings.TrimSuffix(l.Said, l.Text); {
		case strings.Contains(mark, "节"):
			return sectionDepth
		case strings.Contains(mark, "第"):
			return partDepth
		}
		return firstDepth
	case numbering.Second:
		return secondDepth
	case numbering.Third:
		return thirdDepth
	case numbering.Fourth:
		return map[numbering.Style]int{numbering.BracketStyle: fourthDepth, numbering.HalfStyle: halfDepth, numbering.CircledStyle: circledDepth}[l.Style]
	}
	return plainDepth
}

// place puts a point into the tree. A number of a style that is open goes on counting
// there. A new style stands below what is open, where it is deeper, or where it begins
// with 1 below a heading that has nothing yet: offices also put （一） below 1.
func (p *list) place(pt *point) {
	if pt.depth == plainDepth {
		p.placePlain(pt)
		return
	}
	for len(p.stack) > 0 && p.top().depth == plainDepth {
		p.stack = p.stack[:len(p.stack)-1]
	}
	for i, open := range p.stack {
		if open.depth == pt.depth {
			p.stack = p.stack[:i]
			p.push(pt)
			return
		}
	}
	awaits := len(p.stack) > 0 && p.top().who == nil && len(p.top().children) == 0
	for len(p.stack) > 0 && p.top().depth > pt.depth && !(awaits && pt.number == "1" && p.top().depth <= thirdDepth) {
		p.stack = p.stack[:len(p.stack)-1]
		awaits = false
	}
	p.push(pt)
}

// placePlain puts a point without a number below what nobody answers for yet, else beside
// the point before.
func (p *list) placePlain(pt *point) {
	if len(p.stack) > 0 && (p.top().who != nil || p.top().depth == plainDepth) {
		p.stack = p.stack[:len(p.stack)-1]
	}
	p.push(pt)
}

func (p *list) push(pt *point) {
	pt.parent = p.root
	if len(p.stack) > 0 {
		pt.parent = p.top()
	}
	pt.parent.children = append(pt.parent.children, pt)
	p.stack = append(p.stack, pt)
	p.last = pt
}

func (p *list) top() *point { return p.stack[len(p.stack)-1] }

// answered reports whether somebody answers for the point or for one below it.
func (pt *point) answered() bool { return pt.who != nil || pt.answeredBelow() }

func (pt *point) answeredBelow() bool {
	for _, c := range pt.children {
		if c.answered() {
			return true
		}
	}
	return false
}

// title is the first paragraph of the point.
func (pt *point) title() string {
	if len(pt.text) == 0 {
		return ""
	}
	return pt.text[0]
}

// each calls f for the point and all below it, from above.
func (pt *point) each(f func(*point)) {
	f(pt)
	for _, c := range pt.children {
		c.each(f)
	}
}
