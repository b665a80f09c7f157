package ods

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// letters stands for any font but those of signs.
const letters = "letters"

// readFaces reads the fonts that a document declares, under the names that its styles use.
func (w *opened) readFaces(x *markup.Scanner) {
	for range x.Children() {
		if family := unquoted(x.Attr("font-family")); grid.IsSymbolFont(family) {
			if w.faces == nil {
				w.faces = map[string]string{}
			}
			w.faces[x.Attr("name")] = family
		}
	}
}

func unquoted(s string) string { return strings.Trim(s, `'"`) }

// signs returns the font of signs that a style writes its text in, letters for any other font, ""
// where it names none.
func (w *opened) signs(x *markup.Scanner) string {
	name, family := x.Attr("font-name"), unquoted(x.Attr("font-family"))
	switch {
	case w.faces[name] != "":
		return w.faces[name]
	case grid.IsSymbolFont(family):
		return family
	case name == "" && family == "":
		return ""
	}
	return letters
}

// signsOf returns the font of signs that a style, or else its nearest parent that names a font,
// writes its text in, "" for a font of letters.
func (w *opened) signsOf(style string) string {
	if signs, _ := w.saysSigns(style); signs != letters {
		return signs
	}
	return ""
}

func (w *opened) saysSigns(style string) (signs string, ok bool) {
	for range 16 { // parents may form a ring
		s, known := w.styles[style]
		if !known {
			return "", false
		}
		if s.signs != "" {
			return s.signs, true
		}
		style = s.parent
	}
	return "", false
}
