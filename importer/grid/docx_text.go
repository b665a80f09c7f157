package grid

import (
	"iter"
	"strconv"
	"strings"
)

// unwrapped yields children as children does, and looks through the wrappers that Word
// puts around them: content controls, tracked insertions, alternatives. What is deleted
// or moved away is a child like any other, and nobody asks for it.
func (x *scanner) unwrapped() iter.Seq[string] {
	return func(yield func(string) bool) {
		depth := len(x.open)
		for {
			switch x.next() {
			case tokenStop:
				return
			case tokenEnd:
				if len(x.open) < depth {
					return
				}
			case tokenStart:
				switch x.name {
				case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice", "dir", "bdo":
					continue
				}
				inside := len(x.open) - 1
				if !yield(x.name) {
					return
				}
				x.leave(inside)
			}
		}
	}
}

// paragraph reads a paragraph's text, its automatic number in front, and its first link.
func (w *document) paragraph() said {
	var b strings.Builder
	s := said{}
	for tag := range w.x.unwrapped() {
		switch tag {
		case "pPr":
			b.WriteString(w.number())
		case "r":
			w.run(&b, &s)
		case "hyperlink":
			if rel, _ := w.targets.find(w.x.prefixed("id")); s.link == "" {
				s.link = rel.target
			}
			for tag := range w.x.unwrapped() {
				if tag == "r" {
					w.run(&b, &s)
				}
			}
		case "fldSimple":
			s.field(w.x.attr("instr"))
			for tag := range w.x.unwrapped() {
				if tag == "r" {
					w.run(&b, &s)
				}
			}
		}
		if b.Len() > maxTextBytes {
			w.fail(tooLarge("一段文字过长", size(maxTextBytes)))
		}
	}
	s.text = b.String()
	return s
}

// run reads the text of a run. Drawings, notes and deleted text are not part of it.
func (w *document) run(b *strings.Builder, s *said) {
	for tag := range w.x.unwrapped() {
		switch tag {
		case "t":
			b.WriteString(w.x.text())
		case "tab", "ptab":
			b.WriteByte('\t')
		case "br", "cr":
			b.WriteByte('\n')
		case "noBreakHyphen":
			b.WriteByte('-')
		case "sym":
			b.WriteString(symbol(w.x.attr("font"), w.x.attr("char")))
		case "instrText":
			s.field(w.x.text())
		case "ruby":
			for tag := range w.x.unwrapped() {
				if tag == "rubyBase" {
					for tag := range w.x.unwrapped() {
						if tag == "r" {
							w.run(b, s)
						}
					}
				}
			}
		}
	}
}

// field takes the address out of a HYPERLINK field.
func (s *said) field(code string) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(code), "HYPERLINK")
	if !ok || s.link != "" {
		return
	}
	if target, _, ok := quoted(rest); ok {
		s.link = target
	}
}

// symbol returns the character that stands for a sign of a symbol font: forms tick their
// boxes with them.
func symbol(font, char string) string {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return ""
	}
	n &= 0xFF // F0FC and FC are the same sign
	switch font {
	case "Wingdings":
		switch n {
		case 0xFC:
			return "✓"
		case 0xFB:
			return "✗"
		case 0xFE:
			return "☑"
		case 0xFD:
			return "☒"
		case 0xA8, 0x6F:
			return "☐"
		}
	case "Wingdings 2":
		switch n {
		case 0x50:
			return "✓"
		case 0x4F:
			return "✗"
		case 0x52:
			return "☑"
		case 0x51, 0x53, 0x54:
			return "☒"
		case 0xA3, 0x2A, 0x30:
			return "☐"
		}
	}
	return "□"
}
