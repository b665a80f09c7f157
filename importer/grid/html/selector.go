package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// compound is what a selector asks of one element: td, .void, tr.void.gone, #list.
type compound struct {
	tag, id string
	classes []string
	child   bool // it must be the very child of the element that the compound before it means
}

// rule is what a style sheet says of an element by what stands around it: tr.void td.
type rule struct {
	compounds []compound
	style     style
}

// mostRules is how many such rules of a page are followed, and mostOpen how many elements around
// one are looked at: each element is held against each rule.
const (
	mostRules = 64
	mostOpen  = 64
)

// compoundsOf takes a selector apart. ok is false for one that asks more than names and places.
func compoundsOf(selector string) (list []compound, ok bool) {
	if strings.ContainsAny(selector, "+~:[*") {
		return nil, false
	}
	child := false
	for part := range strings.FieldsSeq(strings.ReplaceAll(selector, ">", " > ")) {
		if part == ">" {
			child = true
			continue
		}
		c := compound{child: child}
		child = false
		for part != "" {
			end := strings.IndexAny(part[1:], ".#") + 1
			if end == 0 {
				end = len(part)
			}
			switch name := part[:end]; name[0] {
			case '.':
				c.classes = append(c.classes, name[1:])
			case '#':
				c.id = name[1:]
			default:
				c.tag = name
			}
			part = part[end:]
		}
		list = append(list, c)
	}
	return list, len(list) > 0 && !child
}

// element is an element that is open.
type element struct {
	tag, id string
	classes []string
}

func elementOf(t html.Token) element {
	e := element{tag: t.Data}
	for _, a := range t.Attr {
		switch a.Key {
		case "class":
			e.classes = strings.Fields(strings.ToLower(a.Val))
		case "id":
			e.id = strings.ToLower(a.Val)
		}
	}
	return e
}

func (c *compound) means(e *element) bool {
	if c.tag != "" && c.tag != e.tag || c.id != "" && c.id != e.id {
		return false
	}
	for _, class := range c.classes {
		if !slices.Contains(e.classes, class) {
			return false
		}
	}
	return true
}

// holds reports whether the rule means an element that stands in others.
func (r *rule) holds(e *element, around []element) bool {
	last := len(r.compounds) - 1
	if !r.compounds[last].means(e) {
		return false
	}
	child, at := r.compounds[last].child, len(around)-1
	for i := last - 1; i >= 0; i-- {
		c := &r.compounds[i]
		if child {
			if at < 0 || !c.means(&around[at]) {
				return false
			}
		} else {
			for at >= 0 && !c.means(&around[at]) {
				at--
			}
			if at < 0 {
				return false
			}
		}
		child = c.child
		at--
	}
	return true
}

// byPlace returns what the rules say of an element that ask for what stands around it.
func (p *page) byPlace(t html.Token) (s style) {
	e := elementOf(t)
	for i := range p.styles.rules {
		if r := &p.styles.rules[i]; r.holds(&e, p.around) {
			s = r.style.over(s)
		}
	}
	return s
}

// opens takes note of an element that others may stand in, on a page whose rules ask for it. What
// needs no end tag ends where the next of its kind begins.
func (p *page) opens(t html.Token, single bool) {
	if len(p.styles.rules) == 0 || single || slices.Contains(void, t.Data) {
		return
	}
	switch t.Data {
	case "td", "th":
		p.closes("td", "th")
	case "tr":
		p.closes("tr", "td", "th")
	case "tbody", "thead", "tfoot":
		p.closes("tbody", "thead", "tfoot", "tr", "td", "th")
	}
	if len(p.around) < mostOpen {
		p.around = append(p.around, elementOf(t))
	}
}

// closes ends the outermost open element of some tags inside the innermost table, and what stands
// in it.
func (p *page) closes(tags ...string) {
	end := len(p.around)
	for i := len(p.around) - 1; i >= 0; i-- {
		tag := p.around[i].tag
		if slices.Contains(tags, tag) {
			end = i
		}
		if tag == "table" {
			break
		}
	}
	p.around = p.around[:end]
}

// closesOne ends the innermost open element of a tag inside the innermost table.
func (p *page) closesOne(tag string) {
	for i := len(p.around) - 1; i >= 0 && p.around[i].tag != "table"; i-- {
		if p.around[i].tag == tag {
			p.around = p.around[:i]
			return
		}
	}
}
