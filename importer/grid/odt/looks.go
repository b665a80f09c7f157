package odt

import (
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// words is what a style says of its text, "" for what it says nothing of.
type words struct{ struck, signs, display, fill, color string }

// family are the styles of text or of paragraphs, and what they say as far as it was asked.
type family struct {
	prefix string
	known  map[string]words
}

// wordsOf returns what a style or its parents say.
func (w *document) wordsOf(of family, name string) words {
	if s, ok := of.known[name]; ok || name == "" {
		return s
	}
	style := of.prefix + name
	if !w.styles.Has(style) {
		return words{} // a text may name any number of those
	}
	s := words{w.styles.Say(style, odf.Struck), w.styles.Say(style, odf.Signs), w.styles.Say(style, odf.Display), w.styles.Say(style, odf.Fill), w.styles.Say(style, odf.Color)}
	of.known[name] = s
	return s
}

// look is how a piece of text looks.
type look struct {
	struck, hidden bool
	signs          string // the font of signs that it is in, "" for one of letters
	flow.Shade
}

// under returns how a text looks that is written in a look, where a style says otherwise.
func (k look) under(s words) look {
	if s.struck != "" {
		k.struck = s.struck != "none"
	}
	if s.display != "" {
		k.hidden = s.display == "none"
	}
	if s.signs != "" {
		k.signs = s.signs
	}
	if s.fill != "" {
		k.Fill = markup.Color(s.fill)
	}
	if s.color != "" {
		k.Color = markup.Color(s.color)
	}
	return k
}

// base returns how the text of a paragraph looks.
func (w *document) base(style string) look {
	k := look{}.under(w.wordsOf(w.paragraphs, odf.Default)).under(w.wordsOf(w.paragraphs, style))
	k.hidden = k.hidden || w.isHidden()
	return k
}

// spanned returns how the text of a span looks. What is hidden around it stays hidden.
func (w *document) spanned(k look, style string) look {
	inner := k.under(w.wordsOf(w.texts, style))
	inner.hidden = inner.hidden || w.isHidden()
	return inner
}

// fill returns the color that a style fills cells with, "" for none.
func (w *document) fill(style string) string {
	if fill, ok := w.fills[style]; ok || style == "" || !w.styles.Has(style) {
		return fill
	}
	fill := markup.Color(w.styles.Say(style, odf.Fill))
	w.fills[style] = fill
	return fill
}
