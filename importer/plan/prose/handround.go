package prose

import (
	"regexp"
	"slices"

	"taizhang/importer/grid"
)

// Who answers on lines of its own answers for the paragraphs before it; this file settles
// for which of them.

// attach gives the lines of an answer to the point before them, and to those just before
// it that wait for one: 1.… 2.… 3.… 责任单位：…
func (p *list) attach(a *answer) {
	if p.last == nil {
		p.ahead = append(p.ahead, a.who...)
		return
	}
	if old := p.last.who; old != nil {
		old.who = append(old.who, a.who...)
		p.give(old)
		return
	}
	siblings := p.last.parent.children
	run := 1
	for run < len(siblings) && waits(siblings[len(siblings)-1-run], p.last) {
		run++
	}
	before := siblings[:len(siblings)-run]
	alone := func(pt *point) bool { return pt.who != nil && len(pt.who.members) == 1 && len(pt.children) == 0 }
	if slices.ContainsFunc(before, alone) {
		run = 1 // here each has its own, so the others were forgotten
	}
	p.give(a, siblings[len(siblings)-run:]...)
}

// waits reports whether a point before the last one still waits for who answers. A section
// without points waits only beside one like it.
func waits(pt, last *point) bool {
	if pt.answered() || pt.depth != last.depth || frame.MatchString(pt.title()) {
		return false
	}
	return pt.depth >= thirdDepth || isTitle(pt.title()) == isTitle(last.title()) && len(pt.children) == 0
}

// handRound gives the answers of the whole document to those they are meant for, where the
// document shows its manner only as a whole.
func (p *list) handRound() {
	p.shareLast()
	p.splitSections()
	p.takeBareTitle()
	p.root.each(func(pt *point) {
		for _, c := range pt.children {
			c.parent = pt
		}
	})
}

// shareLast lets the last point of a section answer for all, where no section has a
// bracket anywhere but behind its last point.
func (p *list) shareLast() {
	type count struct{ last, other int }
	counts := map[int]*count{}
	sections := map[int][]*point{}
	p.root.each(func(pt *point) {
		n := len(pt.children)
		if n == 0 {
			return
		}
		depth := pt.children[0].depth
		if counts[depth] == nil {
			counts[depth] = &count{}
		}
		for i, c := range pt.children {
			switch {
			case !c.answered():
			case i < n-1 || n == 1 || c.who == nil || c.who.lines || pt.who != nil:
				counts[depth].other++
			default:
				counts[depth].last++
				sections[depth] = append(sections[depth], pt)
			}
		}
	})
	for depth, c := range counts {
		if c.other > 0 || c.last == 0 || c.last < 2 && depth < fourthDepth {
			continue
		}
		for _, pt := range sections[depth] {
			n := len(pt.children) - 1
			p.give(pt.children[n].who, pt.children[:n]...)
		}
	}
}

// splitSections makes a heading and a requirement of 一、… where its text stands on lines
// below it.
func (p *list) splitSections() {
	p.root.each(func(pt *point) {
		if pt.depth != firstDepth || pt.who == nil || len(pt.children) > 0 || len(pt.text) < 2 || !isTitle(pt.title()) {
			return
		}
		below := &point{depth: plainDepth, at: pt.at, said: pt.said[1:], text: pt.text[1:], who: pt.who, parent: pt}
		i := slices.Index(pt.who.members, pt)
		pt.who.members[i] = below
		pt.said, pt.text, pt.who, pt.children = pt.said[:1], pt.text[:1], nil, []*point{below}
	})
}

// takeBareTitle makes the line above the first point its heading, where others without a
// number follow and a title stands above it.
func (p *list) takeBareTitle() {
	n := slices.IndexFunc(p.root.children, func(pt *point) bool { return pt.depth == bareDepth })
	if n < 1 || len(p.titles) < 2 || !isTitle(p.titles[len(p.titles)-1]) {
		return
	}
	title := p.titles[len(p.titles)-1]
	i := slices.IndexFunc(p.lines, func(l paragraph) bool { return l.Said == title })
	p.titles = p.titles[:len(p.titles)-1]
	heading := &point{depth: bareDepth, at: p.lines[i].at, said: []string{title}, text: []string{title}, parent: p.root, children: slices.Clone(p.root.children[:n])}
	p.root.children = append([]*point{heading}, p.root.children[n:]...)
}

// answeredByHeadings lets the headings answer, where they are names of units and nobody
// else is named: a list by departments. A duty above all points answers for all.
func (p *list) answeredByHeadings() bool {
	if len(p.ahead) > 0 && len(p.root.children) > 0 {
		p.root.who = &answer{who: p.ahead, members: []*point{p.root}}
		return true
	}
	var units []*point
	for _, pt := range p.root.children {
		if len(pt.children) > 0 && p.isDuty(pt.title()) {
			units = append(units, pt)
		}
	}
	if len(units) < 2 || len(units)*2 <= len(p.root.children) {
		return false
	}
	for _, pt := range units {
		p.give(&answer{who: []grid.Read[string]{{Value: pt.title(), Said: pt.title(), At: pt.at}}}, pt)
	}
	return true
}

// frame is the title of a section that stands around a list and asks nobody by name.
var frame = regexp.MustCompile(`总体|指导思想|基本原则|(?:工作|主要|总|年度)目标|目标要求|保障|组织(?:领导|实施|推进)|加强领导|(?:工作|有关|相关|几点)要求|实施步骤|督促|督查|督导|考核|进度安排|附则|适用范围|重要意义`)
