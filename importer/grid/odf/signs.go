package odf

import (
	"strings"

	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
)

// Letters stands for any font but those of signs.
const Letters = "letters"

// readFace reads a font that a document declares, under the name that its styles use.
func (w *Styles) readFace(x *markup.Scanner) {
	if family := unquoted(x.Attr("font-family")); chars.IsSymbolFont(family) {
		if w.faces == nil {
			w.faces = map[string]string{}
		}
		w.faces[x.Attr("name")] = family
	}
}

func unquoted(s string) string { return strings.Trim(s, `'"`) }

// signs returns the font of signs that a style writes its text in, Letters for any other font, ""
// where it names none.
func (w *Styles) signs(x *markup.Scanner) string {
	name, family := x.Attr("font-name"), unquoted(x.Attr("font-family"))
	switch {
	case w.faces[name] != "":
		return w.faces[name]
	case chars.IsSymbolFont(family):
		return family
	case name == "" && family == "":
		return ""
	}
	return Letters
}
