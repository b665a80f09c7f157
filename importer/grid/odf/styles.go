package odf

import "taizhang/importer/grid/markup"

// Style is what a style says that matters here. Its parents say the rest.
type Style struct {
	Parent, Data  string // Data is the style of numbers
	Fill, Color   string // as the web writes colors; "" where the style says nothing of it
	Struck        string // what kind of line goes through the text, none for none; "" where the style says nothing of it
	Signs         string // the font of signs that the text is in; "" where the style says nothing of it, Letters for a font of letters
	Display       string // none for a text that is hidden, "" where the style says nothing of it
	Outline       string // the level of headings that it makes
	List          string // the list that its paragraphs belong to
	Lists, Hidden bool   // the style says of a list, be it none; it hides a table
}

// Styles are the styles of a document. Those of text and of paragraphs have names of their own:
// text:name, paragraph:name.
type Styles struct {
	named   map[string]Style
	faces   map[string]string // fonts of signs by the name that styles call them by
	Strikes bool              // some style strikes its text out, or writes it in signs
}

// NewStyles returns the styles of a document that has none yet.
func NewStyles() *Styles { return &Styles{named: map[string]Style{}} }

// Families of styles, in front of their names.
const (
	OfText       = "text:"
	OfParagraphs = "paragraph:"
)

// styleWeight is about what a style takes, in bytes.
const styleWeight = 400

// Read reads the fonts or the styles that an element holds. other reads what is no style of text,
// paragraphs, cells or tables; nil for nothing.
func (w *Styles) Read(x *markup.Scanner, other func(tag string)) {
	for tag := range x.Children() {
		switch tag {
		case "font-face":
			w.readFace(x)
		case "style", "default-style":
			x.Hold(styleWeight)
			w.read(x, tag == "default-style")
		default:
			x.Hold(styleWeight)
			if other != nil {
				other(tag)
			}
		}
	}
}

// Default is the name of what holds for all text of a family whose styles don't say otherwise.
const Default = "*"

func (w *Styles) read(x *markup.Scanner, standard bool) {
	name := x.Attr("name")
	s := Style{Parent: x.Attr("parent-style-name"), Data: x.Attr("data-style-name"), Outline: x.Attr("default-outline-level"), List: x.Attr("list-style-name")}
	for _, a := range x.Attrs {
		s.Lists = s.Lists || a.Name == "style:list-style-name"
	}
	if standard {
		name = Default
	}
	of := x.Attr("family")
	words := of == "text" || of == "paragraph"
	if words { // names of their own
		name, s.Parent = of+":"+name, of+":"+s.Parent
	} else if standard {
		return
	}
	for tag := range x.Children() {
		switch tag {
		case "table-properties":
			s.Hidden = s.Hidden || x.Attr("display") == "false"
		case "table-cell-properties":
			s.Fill = x.Attr("background-color")
		case "text-properties":
			if s.Color = x.Attr("color"); x.Attr("use-window-font-color") == "true" {
				s.Color = "black"
			}
			if words {
				s.Fill = x.Attr("background-color")
			}
			s.Struck, s.Signs, s.Display = line(x), w.signs(x), x.Attr("display")
			w.Strikes = w.Strikes || s.Struck != "" && s.Struck != "none" || s.Signs != "" && s.Signs != Letters
		}
	}
	w.named[name] = s
}

// Has reports whether there is such a style.
func (w *Styles) Has(name string) bool {
	_, ok := w.named[name]
	return ok
}

// Named returns a style, the zero Style where there is none.
func (w *Styles) Named(name string) Style { return w.named[name] }

// Say returns what a style, or else its nearest parent that says anything, says; "" where none
// does.
func (w *Styles) Say(style string, say func(Style) string) string {
	for range 16 { // parents may form a ring
		s, known := w.named[style]
		if !known {
			return ""
		}
		if said := say(s); said != "" {
			return said
		}
		style = s.Parent
	}
	return ""
}

// The properties of text and cells that styles say.
func Fill(s Style) string    { return s.Fill }
func Color(s Style) string   { return s.Color }
func Struck(s Style) string  { return s.Struck }
func Signs(s Style) string   { return s.Signs }
func Display(s Style) string { return s.Display }

// line returns what kind of line goes through the text of a style, "" where it says nothing of one.
func line(x *markup.Scanner) string {
	kind, style := x.Attr("text-line-through-type"), x.Attr("text-line-through-style")
	if kind == "none" || style == "none" {
		return "none"
	}
	if style != "" {
		return style
	}
	return kind
}
