package odt

import (
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// words is what a style says of its text, "" for what it says nothing of.
type words struct{ struck, signs, display, fill, color string }

// wordsOf returns what a style or its parents say.
func (w *document) wordsOf(style string) words {
	if s, ok := w.looks[style]; ok {
		return s
	}
	s := words{w.styles.Say(style, odf.Struck), w.styles.Say(style, odf.Signs), w.styles.Say(style, odf.Display), w.styles.Say(style, odf.Fill), w.styles.Say(style, odf.Color)}
	w.looks[style] = s
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
	k := look{}.under(w.wordsOf(odf.OfParagraphs + odf.Default)).under(w.wordsOf(odf.OfParagraphs + style))
	k.hidden = k.hidden || w.isHidden()
	return k
}

// spanned returns how the text of a span looks. What is hidden around it stays hidden.
func (w *document) spanned(k look, style string) look {
	inner := k.under(w.wordsOf(odf.OfText + style))
	inner.hidden = inner.hidden || w.isHidden()
	return inner
}
