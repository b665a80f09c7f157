package docx

import (
	"iter"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// unwrapped yields children as children does, and looks through the wrappers that Word
// puts around them: content controls, tracked insertions, alternatives. What is deleted
// or moved away is a child like any other, and nobody asks for it.
func unwrapped(x *markup.Scanner) iter.Seq[string] {
	return func(yield func(string) bool) {
		depth := x.Depth()
		for {
			switch x.Next() {
			case markup.TokenStop:
				return
			case markup.TokenEnd:
				if x.Depth() < depth {
					return
				}
			case markup.TokenStart:
				switch x.Name {
				case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice", "dir", "bdo":
					continue
				}
				inside := x.Depth() - 1
				if !yield(x.Name) {
					return
				}
				x.Leave(inside)
			}
		}
	}
}

// paragraph reads a paragraph's text, its automatic number in front, and its first link.
func (w *document) paragraph() said {
	var b strings.Builder
	s := said{}
	for tag := range unwrapped(w.x) {
		switch tag {
		case "pPr":
			number, level := w.number()
			b.WriteString(number)
			s.level = level
		case "r":
			w.run(&b, &s)
		case "hyperlink":
			if rel, _ := w.targets.Find(w.x.Prefixed("id")); s.link == "" {
				s.link = rel.Target
			}
			for tag := range unwrapped(w.x) {
				if tag == "r" {
					w.run(&b, &s)
				}
			}
		case "fldSimple":
			s.field(w.x.Attr("instr"))
			for tag := range unwrapped(w.x) {
				if tag == "r" {
					w.run(&b, &s)
				}
			}
		}
		if b.Len() > grid.MaxTextBytes {
			w.fail(grid.TooLarge("一段文字过长", grid.Megabytes(grid.MaxTextBytes)))
		}
	}
	s.text = b.String()
	return s
}

// run reads the text of a run. Drawings, notes and deleted text are not part of it.
func (w *document) run(b *strings.Builder, s *said) {
	var looks shade
	for tag := range unwrapped(w.x) {
		switch tag {
		case "rPr":
			looks = readRunShade(w.x)
		case "t":
			text := w.x.Text()
			b.WriteString(text)
			s.looks.add(text, looks)
		case "tab", "ptab":
			b.WriteByte('\t')
		case "br", "cr":
			b.WriteByte('\n')
		case "noBreakHyphen":
			b.WriteByte('-')
		case "sym":
			b.WriteString(symbol(w.x.Attr("font"), w.x.Attr("char")))
		case "instrText":
			s.field(w.x.Text())
		case "ruby":
			for tag := range unwrapped(w.x) {
				if tag == "rubyBase" {
					for tag := range unwrapped(w.x) {
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
	if target, _, ok := grid.Quoted(rest); ok {
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
