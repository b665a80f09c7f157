// Package markup scans the XML that most formats are written in, strictly and without copying
// it, and holds what pages and XML tables have in common.
package markup

import (
	"strings"

	"taizhang/importer/grid"
)

// Scanner reads the XML of one part from its first byte to its last, without copying it.
// Names are compared without their prefix. It is strict where damage shows (an element
// that isn't closed, a broken entity, bytes that are no UTF-8), and has no DTD.
type Scanner struct {
	Part string // name of the part, for messages
	src  string
	pos  int

	open   []string    // names of the open elements, prefix included
	Name   string      // local name of the last start tag
	Attrs  []Attribute // its attributes
	single bool        // the last start tag was <a/>: its end is still to come
	raw    string      // the last text, entities not yet resolved
	cdata  bool
	rooted bool // the root element has been seen
	Bad    *grid.Refusal
	budget *grid.Budget
}

// mostAttrs is how many attributes an element has at the most.
const mostAttrs = 1000

// Attribute is an attribute: name with its prefix, value with entities not yet resolved.
type Attribute struct{ Name, Value string }

type token uint8

const (
	TokenEnd   token = iota // end of an element
	TokenStart              // start of an element
	TokenText               // text inside an element
	TokenStop               // end of the part, or damage: see bad
)

// NewScanner reads src, which must be UTF-8 without a byte order mark; see DecodeXML.
func NewScanner(part, src string) *Scanner {
	return &Scanner{Part: part, src: src, open: make([]string, 0, 16), Attrs: make([]Attribute, 0, 16)}
}

// Charge has the scanner stop where the file goes beyond its budget, which Hold counts against.
func (x *Scanner) Charge(b *grid.Budget) {
	x.budget = b
	b.Stops(&x.Bad)
}

// Hold counts bytes that a reader keeps of the part beside the cells: an entry of a list of
// styles, of relations. Such a list is as long as the part, and may take far more than it.
func (x *Scanner) Hold(bytes int) { x.budget.Hold(bytes) }

// ScannerInside reads src as newScanner does, from behind the start tag of an element, which
// inside gave. It ends with the element.
func ScannerInside(part, src, tag string, from int) *Scanner {
	x := NewScanner(part, src)
	x.pos, x.open, x.rooted = from, append(x.open, tag), true
	return x
}

// Inside returns the innermost open element's name, prefix included, and where its content
// begins while nothing of it is read: -1 for an element without content.
func (x *Scanner) Inside() (tag string, from int) {
	from = x.pos
	if x.single {
		from = -1
	}
	return x.open[len(x.open)-1], from
}

// Source returns the whole part.
func (x *Scanner) Source() string { return x.src }

// IsSingle reports whether the last start tag was <a/>, which holds nothing.
func (x *Scanner) IsSingle() bool { return x.single }

// Depth returns how many elements are open.
func (x *Scanner) Depth() int { return len(x.open) }

// Next moves to the next token.
func (x *Scanner) Next() token {
	if x.Bad != nil {
		return TokenStop
	}
	if x.single {
		x.single = false
		x.open = x.open[:len(x.open)-1]
		return TokenEnd
	}
	for x.pos < len(x.src) {
		if x.src[x.pos] != '<' {
			end := strings.IndexByte(x.src[x.pos:], '<')
			if end < 0 {
				end = len(x.src) - x.pos
			}
			x.raw, x.cdata = x.src[x.pos:x.pos+end], false
			x.pos += end
			if len(x.open) > 0 {
				return TokenText
			}
			if strings.Trim(x.raw, " \t\r\n") != "" {
				return x.fail("标记之外有多余内容")
			}
			continue
		}
		rest := x.src[x.pos:]
		switch {
		case len(rest) < 2:
			return x.fail("内容中断")
		case rest[1] == '/':
			return x.endTag(rest)
		case rest[1] == '?':
			if !x.jump(rest, "?>") {
				return TokenStop
			}
		case rest[1] != '!':
			return x.startTag()
		case strings.HasPrefix(rest, "<!--"):
			if !x.jump(rest, "-->") {
				return TokenStop
			}
		case strings.HasPrefix(rest, "<![CDATA[") && len(x.open) > 0:
			end := strings.Index(rest, "]]>")
			if end < 0 {
				return x.fail("内容中断")
			}
			x.raw, x.cdata = rest[len("<![CDATA["):end], true
			x.pos += end + len("]]>")
			return TokenText
		default:
			return x.fail("含有不允许的声明")
		}
	}
	if len(x.open) > 0 || !x.rooted {
		return x.fail("内容中断，没有写完")
	}
	return TokenStop
}

// jump passes over markup that ends with end.
func (x *Scanner) jump(rest, end string) bool {
	i := strings.Index(rest, end)
	if i < 0 {
		x.fail("内容中断")
		return false
	}
	x.pos += i + len(end)
	return true
}

func (x *Scanner) endTag(rest string) token {
	end := strings.IndexByte(rest, '>')
	if end < 0 {
		return x.fail("内容中断")
	}
	name := strings.TrimRight(rest[2:end], " \t\r\n")
	if len(x.open) == 0 || x.open[len(x.open)-1] != name {
		return x.fail("标记不配对")
	}
	x.open = x.open[:len(x.open)-1]
	x.pos += end + 1
	return TokenEnd
}

func (x *Scanner) startTag() token {
	if len(x.open) == 0 && x.rooted {
		return x.fail("标记之外有多余内容")
	}
	src, i := x.src, x.pos+1
	from := i
	for i < len(src) && !nameEnds(src[i]) {
		i++
	}
	full := src[from:i]
	x.Attrs = x.Attrs[:0]
	for {
		i = pastSpace(src, i)
		if i >= len(src) {
			return x.fail("内容中断")
		}
		if src[i] == '>' {
			i++
			break
		}
		if src[i] == '/' {
			if i+1 >= len(src) || src[i+1] != '>' {
				return x.fail("标记写法有误")
			}
			x.single = true
			i += 2
			break
		}
		from = i
		for i < len(src) && !nameEnds(src[i]) {
			i++
		}
		name := src[from:i]
		i = pastSpace(src, i)
		if name == "" || i >= len(src) || src[i] != '=' {
			return x.fail("标记写法有误")
		}
		i = pastSpace(src, i+1)
		if i >= len(src) || src[i] != '"' && src[i] != '\'' {
			return x.fail("标记写法有误")
		}
		end := strings.IndexByte(src[i+1:], src[i])
		if end < 0 {
			return x.fail("内容中断")
		}
		if len(x.Attrs) == mostAttrs {
			return x.fail("标记写法有误")
		}
		x.Attrs = append(x.Attrs, Attribute{name, src[i+1 : i+1+end]})
		i += end + 2
	}
	if full == "" {
		return x.fail("标记写法有误")
	}
	if len(x.open) == grid.MaxDepth {
		return x.fail("嵌套过深")
	}
	x.pos, x.rooted = i, true
	x.open = append(x.open, full)
	x.Name = local(full)
	return TokenStart
}

// nameEnds reports whether a byte ends a name.
func nameEnds(c byte) bool {
	switch c {
	case ' ', '\t', '\r', '\n', '/', '>', '=', '<', '"', '\'':
		return true
	}
	return false
}

func pastSpace(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r' || s[i] == '\t') {
		i++
	}
	return i
}

// local cuts the prefix off a name.
func local(name string) string {
	if i := strings.IndexByte(name, ':'); i > 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}

// fail stops the reading with what is wrong with the part.
func (x *Scanner) fail(what string) token {
	if x.Bad == nil {
		x.Bad = grid.Damaged("文件中的零件 %s %s", x.Part, what)
	}
	return TokenStop
}
