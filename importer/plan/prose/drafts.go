package prose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
)

// write makes drafts of all points.
func (p *list) write() {
	w := &proseWriter{list: p, asks: map[int]bool{}, bodies: map[int]bool{}, title: p.listTitle()}
	p.root.each(w.learn)
	if p.root.who != nil && !p.root.answeredBelow() {
		w.inherit(p.root, nil)
		return
	}
	w.sections()
	w.reportLeftOver()
}

type proseWriter struct {
	*list
	asks   map[int]bool      // depths at which requirements stand
	bodies map[int]bool      // depths of headings below which several paragraphs are requirements
	title  grid.Read[string] // of the list
}

// learn notes at which depths the document has its requirements.
func (w *proseWriter) learn(pt *point) {
	if pt.who != nil && !(w.isHeading(pt) && len(pt.children) > 0) {
		w.asks[pt.depth] = true
	}
	plain := 0
	for _, c := range pt.children {
		if c.depth == plainDepth && c.who != nil {
			plain++
		}
	}
	if plain > 1 {
		w.bodies[pt.depth] = true
	}
}

// isHeading reports whether an answered point reads as the heading of what stands below.
func (w *proseWriter) isHeading(pt *point) bool {
	return pt.depth < thirdDepth && isTitle(pt.title())
}

// sections writes the outermost points. What stands around the list, 总体要求 before it and
// 保障措施 behind it, is none of it.
func (w *proseWriter) sections() {
	all := w.root.children
	from := slices.IndexFunc(all, (*point).answered)
	to := len(all)
	for to > 0 && !all[to-1].answered() {
		to--
	}
	for i, pt := range all {
		if (i < from || i >= to) && frame.MatchString(pt.title()) {
			w.leaveOut(pt)
			continue
		}
		w.emit(pt, nil)
	}
}

// reportLeftOver says once which texts below headings, and behind the last requirement, are
// no part of the list.
func (w *proseWriter) reportLeftOver() {
	if len(w.leftOver) == 0 {
		return
	}
	slices.SortStableFunc(w.leftOver, func(a, b grid.Read[string]) int { return cmp.Compare(a.At.Row(), b.At.Row()) })
	one := w.leftOver[0]
	f := finding.New(finding.ListNoDepartment, one.At, one.Said, "")
	f.Message = fmt.Sprintf("有%d段文字没有写责任部门，没有列为任务：%s。", len(w.leftOver), strings.TrimRight(draft.Shorten(one.Said), "。"))
	f.Hint = "是说明文字的不用处理；是任务的，请在段末写上“（责任单位：……）”。"
	w.found = append(w.found, f)
}

// leaveOut says that a section was not taken for a part of the list.
func (p *list) leaveOut(pt *point) {
	n := -1
	pt.each(func(*point) { n++ })
	f := finding.New(finding.ListNoDepartment, pt.at, pt.title(), "")
	f.Message = "这一部分没有写责任部门，没有列为任务：" + quote(pt)
	if n > 0 {
		f.Message += fmt.Sprintf("（连同下面%d段）", n)
	}
	f.Message += "。"
	f.Hint = "不是任务的不用处理；是任务的，请在各段末尾写上“（责任单位：……）”。"
	p.found = append(p.found, f)
}

func quote(pt *point) string { return strings.TrimRight(draft.Shorten(pt.mark+pt.title()), "。") }

// emit writes a point and all below it. chain are the headings above it.
func (w *proseWriter) emit(pt *point, chain []grid.Read[string]) {
	inner := append(slices.Clone(chain), heading(pt))
	switch {
	case pt.who != nil && !pt.answeredBelow():
		if w.isHeading(pt) && len(pt.children) > 0 {
			w.inherit(pt, inner)
			return
		}
		w.requirement(pt, pt.who, chain)
	case pt.who != nil && w.isHeading(pt):
		w.introduce(pt)
		for _, c := range pt.children {
			if !c.answered() {
				w.give(pt.who, c)
			}
			w.emit(c, inner)
		}
	case pt.who != nil:
		below := pt.children
		pt.children = nil
		w.requirement(pt, pt.who, chain)
		for _, c := range below {
			w.emit(c, chain)
		}
	case pt.answeredBelow():
		w.emitBelow(pt, chain, inner)
	case w.asks[pt.depth]:
		w.requirement(pt, nil, chain)
	case len(pt.children) > 0 && w.asksBelow(pt.depth):
		w.introduce(pt)
		for _, c := range pt.children {
			w.emit(c, inner)
		}
	default:
		w.leaveOut(pt)
	}
}

// asksBelow reports whether the document has requirements deeper than this.
func (w *proseWriter) asksBelow(depth int) bool {
	for d := range w.asks {
		if d > depth {
			return true
		}
	}
	return false
}

// emitBelow writes a point that is answered only below. Points that share one answer stay
// inside of it where they are its sub-points.
func (w *proseWriter) emitBelow(pt *point, chain, inner []grid.Read[string]) {
	kids := pt.children
	one := kids[0].who
	for _, c := range kids {
		if c.who == nil || c.who != one || len(c.children) > 0 {
			one = nil
			break
		}
	}
	subPoints := kids[0].depth >= fourthDepth && kids[0].depth != plainDepth && pt.depth >= thirdDepth || len(kids) > 1 && kids[0].depth != plainDepth && w.besideRequirement(pt)
	body := len(kids) == 1 && kids[0].depth == plainDepth && pt.depth >= secondDepth && pt.depth != bareDepth && !w.bodies[pt.depth]
	if one != nil && (body || subPoints && (one.lines || len(kids) > 1)) {
		for _, c := range kids {
			c.who = nil
		}
		w.requirement(pt, one, chain)
		return
	}
	w.introduce(pt)
	for _, c := range kids {
		w.emit(c, inner)
	}
}

// besideRequirement reports whether a point beside this one is a requirement as a whole.
func (w *proseWriter) besideRequirement(pt *point) bool {
	return slices.ContainsFunc(pt.parent.children, func(c *point) bool { return c != pt && c.who != nil && len(c.who.members) == 1 })
}

// inherit writes what stands below a heading that answers for all of it.
func (w *proseWriter) inherit(pt *point, chain []grid.Read[string]) {
	w.introduce(pt)
	for _, c := range pt.children {
		if len(c.children) > 0 && c.depth < thirdDepth && isTitle(c.title()) {
			c.who = nil
			next := append(slices.Clone(chain), heading(c))
			for _, deeper := range c.children {
				w.requirement(deeper, pt.who, next)
			}
			continue
		}
		w.requirement(c, pt.who, chain)
	}
}

// requirement makes a draft of a point and all below it.
func (w *proseWriter) requirement(pt *point, a *answer, chain []grid.Read[string]) {
	d := draft.Draft{Row: pt.at.Row(), Number: pt.number, Count: pt.depth}
	var text, said []string
	pt.each(func(c *point) {
		said = append(said, c.said...)
		own := slices.Clone(c.text)
		if c != pt && len(own) > 0 {
			own[0] = c.mark + own[0]
		}
		text = append(text, own...)
	})
	d.Text = grid.Read[string]{Value: strings.Join(text, "\n"), Said: strings.Join(said, "\n"), At: pt.at}
	if d.Task, d.Group = draft.Nearest(chain); d.Task.Value == "" {
		d.Task = w.title
	}
	if a != nil {
		d.Department = a.who
		if owner, ok := w.owners[a]; ok {
			d.Inherited = append(d.Inherited, draft.Inheritance{Heading: "责任单位", Draft: owner})
		} else {
			w.owners[a] = len(w.drafts)
		}
	}
	w.drafts = append(w.drafts, d)
}

// introduce notes what a heading says besides its title.
func (w *proseWriter) introduce(pt *point) {
	for i, text := range pt.text {
		if i == 0 {
			text = strings.TrimLeftFunc(strings.TrimPrefix(text, heading(pt).Value), isStop)
		}
		if text != "" {
			w.leftOver = append(w.leftOver, grid.Read[string]{Value: text, Said: text, At: pt.at})
		}
	}
}
