package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// visibility is what a style says of whether its element is seen.
type visibility int8

const (
	unset visibility = iota
	visible
	hidden
)

// style is what the look of an element says of its text, as far as it takes it from the
// reader or changes its signs.
type style struct {
	display    visibility // hidden: the element takes no place
	visibility visibility // hidden: its place stays blank
	strike     visibility // hidden: a line goes through the text
	comment    bool       // notes of a workbook, which a page lists at its end
	font       string     // "" for the usual
}

// over returns what holds where s is said nearer than below.
func (s style) over(below style) style {
	if s.display == unset {
		s.display = below.display
	}
	if s.visibility == unset {
		s.visibility = below.visibility
	}
	if s.font == "" {
		s.font = below.font
	}
	if s.strike == unset {
		s.strike = below.strike
	}
	s.comment = s.comment || below.comment
	return s
}

// styles are the style sheets of a page.
type styles struct {
	plain map[string]style // what they say of a tag, a .class, a tag.class and an #id, by that
	rules []rule           // what they say of an element by more than that
}

// read takes in a style sheet.
func (s *styles) read(sheet string) {
	sheet = withoutComments(sheet)
	for {
		selectors, rest, ok := strings.Cut(sheet, "{")
		if !ok {
			return
		}
		selectors = strings.TrimLeft(strings.TrimSpace(selectors), "} \t\r\n")
		if at := strings.LastIndexByte(selectors, ';'); at >= 0 { // @charset, @import
			selectors = strings.TrimSpace(selectors[at+1:])
		}
		if onScreen(selectors) {
			sheet = rest // its closing brace is left over, and is passed over
			continue
		}
		if strings.HasPrefix(selectors, "@") {
			sheet = behindBlock(rest)
			continue
		}
		var body string
		if body, sheet, ok = strings.Cut(rest, "}"); !ok {
			return
		}
		if said := declarations(body); said != (style{}) {
			s.add(selectors, said)
		}
	}
}

func (s *styles) add(selectors string, said style) {
	for selector := range strings.SplitSeq(selectors, ",") {
		selector = strings.ToLower(strings.TrimSpace(selector))
		if strings.ContainsAny(selector, " >\t\r\n") || strings.Count(selector, ".") > 1 {
			if list, ok := compoundsOf(selector); ok && len(s.rules) < mostRules {
				s.rules = append(s.rules, rule{list, said})
			}
			continue
		}
		if selector == "" || strings.ContainsAny(selector, "+~:[*") {
			continue
		}
		if s.plain == nil {
			s.plain = map[string]style{}
		}
		s.plain[selector] = said.over(s.plain[selector])
	}
}

// onScreen reports whether what opens a block of rules says that they hold on any screen.
func onScreen(opening string) bool {
	media, ok := strings.CutPrefix(strings.ToLower(opening), "@media")
	if !ok {
		return false
	}
	for kind := range strings.SplitSeq(media, ",") {
		if kind = strings.TrimSpace(kind); kind == "screen" || kind == "all" {
			return true
		}
	}
	return false
}

// withoutComments takes the comments out of a style sheet, and the marks that hide it from
// old browsers.
func withoutComments(sheet string) string {
	sheet = strings.NewReplacer("<!--", "", "-->", "").Replace(sheet)
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(sheet, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if _, sheet, ok = strings.Cut(rest, "*/"); !ok {
			return b.String()
		}
	}
}

// behindBlock returns what follows a block whose opening brace is behind.
func behindBlock(rest string) string {
	depth := 1
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return rest[i+1:]
			}
		}
	}
	return ""
}

// declarations reads what stands between the braces of a rule, or in a style attribute.
func declarations(body string) (s style) {
	for declaration := range strings.SplitSeq(body, ";") {
		name, value, ok := strings.Cut(declaration, ":")
		if !ok {
			continue
		}
		value = strings.ToLower(strings.TrimSpace(value))
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "display":
			s.display = seenIf(!strings.HasPrefix(value, "none"))
		case "visibility":
			s.visibility = seenIf(!strings.HasPrefix(value, "hidden") && !strings.HasPrefix(value, "collapse"))
		case "opacity":
			if n, err := strconv.ParseFloat(value, 64); err == nil && n == 0 {
				s.visibility = hidden
			}
		case "mso-hide":
			if value == "all" {
				s.display = hidden
			}
		case "text-decoration", "text-decoration-line":
			s.strike = seenIf(!strings.Contains(value, "line-through"))
		case "text-line-through":
			s.strike = seenIf(value == "none")
		case "font-family":
			s.font = value
		case "font":
			s.font = familyOf(value)
		case "mso-element":
			s.comment = strings.HasPrefix(value, "comment")
		}
	}
	return s
}

// familyOf returns the fonts of a font in short: they stand behind its size.
func familyOf(value string) string {
	for rest := value; ; {
		word, after, ok := strings.Cut(strings.TrimSpace(rest), " ")
		if !ok {
			return value
		}
		if rest = after; strings.ContainsAny(word[:1], "0123456789.") && strings.ContainsAny(word, "pe%rvcim") {
			return rest
		}
	}
}

func seenIf(yes bool) visibility {
	if yes {
		return visible
	}
	return hidden
}

// styleOf returns how an element looks by the style sheets, its attributes and its tag.
func (p *page) styleOf(t html.Token) (s style) {
	var class, id, inline string
	away := false
	for _, a := range t.Attr {
		switch a.Key {
		case "class":
			class = a.Val
		case "id":
			id = a.Val
		case "style":
			inline = a.Val
		case "hidden":
			away = true
		case "face":
			s.font = strings.ToLower(a.Val)
		}
	}
	if plain := p.styles.plain; len(plain) > 0 {
		s = plain[t.Data].over(s)
		for name := range strings.FieldsSeq(strings.ToLower(class)) {
			s = plain[t.Data+"."+name].over(plain["."+name]).over(s)
		}
		if id != "" {
			s = plain["#"+strings.ToLower(id)].over(s)
		}
	}
	if len(p.styles.rules) > 0 {
		s = p.byPlace(t).over(s)
	}
	if inline != "" {
		s = declarations(inline).over(s)
	}
	if away && s.display == unset {
		s.display = hidden
	}
	if s.strike == unset && (t.Data == "s" || t.Data == "strike" || t.Data == "del") {
		s.strike = hidden
	}
	return s
}
