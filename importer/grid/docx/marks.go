package docx

import (
	"strconv"

	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// toggle is a property of text that a style or a run turns on or off, or leaves alone.
type toggle int8

const (
	unset toggle = iota
	off
	on
)

func toggled(x *markup.Scanner) toggle {
	if isOn(x) {
		return on
	}
	return off
}

// over returns what holds where t is said nearer than below.
func (t toggle) over(below toggle) toggle {
	if t == unset {
		return below
	}
	return t
}

// marks are the properties of text that take it from the reader.
type marks struct{ strike, dstrike, vanish toggle }

func (m marks) strikes() bool { return m.strike == on || m.dstrike == on }
func (m marks) hides() bool   { return m.vanish == on }

func (m marks) over(below marks) marks {
	return marks{m.strike.over(below.strike), m.dstrike.over(below.dstrike), m.vanish.over(below.vanish)}
}

// beside joins what a paragraph's and a character's style say: on in both is off (ECMA-376
// part 1, 17.7.3), but for the double line.
func (m marks) beside(character marks) marks {
	return marks{xor(m.strike, character.strike), character.dstrike.over(m.dstrike), xor(m.vanish, character.vanish)}
}

func xor(a, b toggle) toggle {
	switch {
	case a == on && b == on:
		return off
	case a == on || b == on:
		return on
	}
	return b.over(a)
}

// read takes in a property of text.
func (m *marks) read(tag string, x *markup.Scanner) {
	switch tag {
	case "strike":
		m.strike = toggled(x)
	case "dstrike":
		m.dstrike = toggled(x)
	case "vanish":
		m.vanish = toggled(x)
	}
}

func readMarks(x *markup.Scanner) (m marks) {
	for tag := range x.Children() {
		m.read(tag, x)
	}
	return m
}

// marksOf returns what a style says of its text, by itself or as its parents do.
func (n *numbering) marksOf(style string) (m marks) {
	if !n.marking {
		return m
	}
	for range 16 { // parents may form a ring
		t, ok := n.titles[style]
		if !ok {
			break
		}
		m = m.over(t.marks)
		style = t.parent
	}
	return m
}

// runLook is how a run looks.
type runLook struct {
	marks
	flow.Shade
	font string // of signs, "" for one of letters
}

// readRunLook reads the properties of a run in a paragraph whose style marks it so.
func (w *document) readRunLook(base marks) (r runLook) {
	var own marks
	r.marks = base
	highlight := ""
	for tag := range w.x.Children() {
		switch tag {
		case "color":
			r.Color = w.x.Attr("val") // a word, as auto, is no color
		case "shd":
			r.Fill = readShading(w.x)
		case "highlight":
			highlight = highlights[w.x.Attr("val")]
		case "rStyle":
			if w.numbers.marking {
				r.marks = base.beside(w.numbers.marksOf(w.x.Attr("val")))
			}
		case "rFonts":
			for _, of := range []string{"ascii", "hAnsi"} {
				if font := w.x.Attr(of); chars.IsSymbolFont(font) {
					r.font = font
				}
			}
		default:
			own.read(tag, w.x)
		}
	}
	if highlight != "" {
		r.Fill = highlight
	}
	r.marks = own.over(r.marks)
	return r
}

// sign returns the character of a w:sym, whose code is hexadecimal.
func sign(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	if err != nil {
		return ""
	}
	if text, ok := chars.Symbol(font, rune(n)); ok {
		return text
	}
	if n >= 0xE000 && n <= 0xF8FF {
		return "※" // a sign that only its font knows
	}
	return string(rune(n))
}
