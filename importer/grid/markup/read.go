package markup

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
)

// Children yields the local name of each child of the innermost open element (of the
// document, before the root), and reads to that element's end. What the body leaves
// unread of a child is passed over.
func (x *Scanner) Children() iter.Seq[string] {
	return func(yield func(string) bool) {
		depth := len(x.open)
		for {
			switch x.Next() {
			case TokenStop:
				return
			case TokenEnd:
				if len(x.open) < depth {
					return
				}
			case TokenStart:
				if !yield(x.Name) {
					return
				}
				x.Leave(depth)
			}
		}
	}
}

// Leave passes over what is left until only depth elements are open.
func (x *Scanner) Leave(depth int) {
	for len(x.open) > depth && x.Next() != TokenStop {
	}
}

// Attr returns the value of the attribute with that local name, "" where it is missing.
func (x *Scanner) Attr(name string) string {
	for i := range x.Attrs {
		if x.Attrs[i].Name == name {
			return x.resolve(x.Attrs[i].Value)
		}
	}
	for i := range x.Attrs {
		if n := x.Attrs[i].Name; len(n) > len(name) && local(n) == name {
			return x.resolve(x.Attrs[i].Value)
		}
	}
	return ""
}

// Prefixed returns the value of the attribute with that local name and some prefix: r:id
// beside id.
func (x *Scanner) Prefixed(name string) string {
	for i := range x.Attrs {
		if n := x.Attrs[i].Name; len(n) > len(name) && local(n) == name {
			return x.resolve(x.Attrs[i].Value)
		}
	}
	return ""
}

// Only returns the text of the innermost open element's only child, and passes over that,
// where the child has this very name and holds one run of text without entities: most
// cells and shared texts are so. Else it passes over nothing.
func (x *Scanner) Only(name string) (text string, ok bool) {
	if x.single || x.Bad != nil || len(x.open) == grid.MaxDepth {
		return "", false
	}
	text, size, ok := OnlyChild(x.src[x.pos:], name)
	x.pos += size
	return text, ok
}

// OnlyChild returns the text of such a child, from what stands behind its parent's start
// tag, and how many bytes the child takes.
func OnlyChild(rest, name string) (text string, size int, ok bool) {
	n := len(name)
	if len(rest) < n+2 || rest[0] != '<' || rest[1:n+1] != name || rest[n+1] != '>' {
		return "", 0, false
	}
	from := n + 2
	end := strings.IndexByte(rest[from:], '<')
	if end < 0 || end > grid.MaxTextBytes {
		return "", 0, false
	}
	text, rest = rest[from:from+end], rest[from+end:]
	if len(rest) < n+5 || rest[1] != '/' || rest[2:n+2] != name || rest[n+2:n+5] != "></" || strings.IndexByte(text, '&') >= 0 {
		return "", 0, false
	}
	return text, from + end + n + 3, true
}

// Text returns the text of the innermost open element, its children's included, and reads
// to its end.
func (x *Scanner) Text() string {
	depth := len(x.open)
	s, rest := "", strings.Builder{} // most texts are one piece; comments may cut one into a million
	for {
		switch x.Next() {
		case TokenStop:
			return s + rest.String()
		case TokenEnd:
			if len(x.open) < depth {
				return s + rest.String()
			}
		case TokenText:
			if len(s)+rest.Len()+len(x.raw) > grid.MaxTextBytes {
				x.Bad = grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
			} else if s == "" {
				s = x.Piece()
			} else {
				rest.WriteString(x.Piece())
			}
		}
	}
}

// Piece returns the last text with its entities resolved.
func (x *Scanner) Piece() string {
	if x.cdata {
		return x.raw
	}
	return x.resolve(x.raw)
}

// resolve replaces the five entities and the character references.
func (x *Scanner) resolve(s string) string {
	amp := strings.IndexByte(s, '&')
	if amp < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for amp >= 0 {
		b = append(b, s[:amp]...)
		end := strings.IndexByte(s[amp:], ';')
		if end < 0 {
			x.fail("含有不完整的转义字符")
			return string(b)
		}
		r, ok := entity(s[amp+1 : amp+end])
		if !ok {
			x.fail("含有不认识的转义字符")
			return string(b)
		}
		b = utf8.AppendRune(b, r)
		s = s[amp+end+1:]
		amp = strings.IndexByte(s, '&')
	}
	return string(append(b, s...))
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if len(digits) == len(name) {
		return 0, false
	}
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || n > utf8.MaxRune || n < 0x20 && n != '\n' && n != '\t' && n != '\r' {
		return 0, false
	}
	return rune(n), true
}

// IsTrue reads a truth as XML spells it.
func IsTrue(s string) bool { return s == "1" || s == "true" || s == "on" }
