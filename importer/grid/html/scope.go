package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid/chars"
)

// scope is an open element that marks the text in it.
type scope struct {
	tag     string
	inner   int // elements of the same tag that are open inside it
	hushed  bool
	comment bool
	noted   bool // LibreOffice writes the comment on a cell into it
	style   style
}

// mostScopes is how many elements that mark their text may stand inside each other.
const mostScopes = 200

// hushed are elements whose text a page doesn't show, or shows as what a button does.
var hushed = []string{"button", "datalist", "template", "noscript", "rt", "rp", "audio", "video", "canvas", "iframe"}

// void are the elements without content, and so without an end tag.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}

// enter takes note of an element that marks its text.
func (p *page) enter(t html.Token, single bool) {
	if single && t.Data != "p" || slices.Contains(void, t.Data) {
		return
	}
	n := len(p.scopes)
	if n > 0 && p.scopes[n-1].tag == "p" && isBlock(t.Data) { // a paragraph ends where the next block begins
		p.scopes = p.scopes[:n-1]
	}
	for i := range p.scopes {
		if p.scopes[i].tag == t.Data {
			p.scopes[i].inner++
		}
	}
	if slices.Contains(hushed, t.Data) || t.Data == "a" && ofComment(t) {
		p.add(scope{tag: t.Data, hushed: true})
		return
	}
	if t.Data == "comment" {
		p.add(scope{tag: t.Data, noted: true})
		return
	}
	p.push(t.Data, p.styleOf(t))
}

// push opens the scope of an element where its style says anything.
func (p *page) push(tag string, s style) {
	if s.display == visible { // says nothing of what stands around
		s.display = unset
	}
	if s.strike == visible { // a line through what stands around goes on through it
		s.strike = unset
	}
	if s.visibility == visible && len(p.scopes) == 0 {
		s.visibility = unset
	}
	if s.font != "" && !chars.IsSymbolFont(fontOf(s.font)) {
		s.font = ""
	}
	if s != (style{}) {
		p.add(scope{tag: tag, comment: s.comment, style: s})
	}
}

func (p *page) add(s scope) {
	if len(p.scopes) < mostScopes {
		p.scopes = append(p.scopes, s)
	}
}

// leave ends the element of a tag, and what was left open inside it.
func (p *page) leave(tag string) {
	for i := len(p.scopes) - 1; i >= 0; i-- {
		s := &p.scopes[i]
		if s.tag != tag {
			continue
		}
		if s.inner > 0 {
			for k := range p.scopes[:i+1] {
				if p.scopes[k].tag == tag {
					p.scopes[k].inner--
				}
			}
			return
		}
		if i >= p.outside || !p.inCell {
			p.scopes = p.scopes[:i]
			for k := range p.scopes {
				if p.scopes[k].tag == tag {
					p.scopes[k].inner--
				}
			}
		}
		return
	}
}

// mark is what holds of the text at one place.
type mark struct {
	hidden, struck, hushed, comment, noted bool
	font                                   string
}

// marks returns what the scopes around say together.
func (p *page) marks() (m mark) {
	for i := range p.scopes {
		s := &p.scopes[i]
		m.hushed = m.hushed || s.hushed
		m.comment, m.noted = m.comment || s.comment, m.noted || s.noted
		m.struck = m.struck || s.style.strike == hidden
		if s.style.visibility != unset {
			m.hidden = s.style.visibility == hidden
		}
		if s.style.font != "" {
			m.font = fontOf(s.style.font)
		}
	}
	for i := range p.scopes {
		m.hidden = m.hidden || p.scopes[i].style.display == hidden
	}
	return m
}

// isHidden reports whether nothing is seen of what stands here.
func (p *page) isHidden() bool {
	m := p.marks()
	return m.hidden || m.hushed || m.comment
}

// fontOf returns the first font of a list.
func fontOf(list string) string {
	first, _, _ := strings.Cut(list, ",")
	return strings.Trim(strings.TrimSpace(first), `"'`)
}

func isBlock(tag string) bool {
	switch tag {
	case "p", "div", "li", "ul", "ol", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "form", "hr", "pre", "dl", "section", "article":
		return true
	}
	return false
}
