package xlsx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
)

// mayStrike reports whether a part may strike pieces of texts out, or write them in a font of
// signs: most do not even hold the words.
func mayStrike(src string) bool {
	return strings.Contains(src, "rPr") && (strings.Contains(src, "strike") || chars.MayHoldSigns(src))
}

// richText joins the runs of a shared or inline string; what only shows how to pronounce it is
// left out. A run in a font of signs is written in the characters that
// these look like. runs are the runs one by one where strikes says that any may be struck out or in
// signs and some has a font of its own, else nil.
func richText(x *markup.Scanner, strikes bool) (text string, runs []chars.Run) {
	if text, ok := x.Only("t"); ok {
		x.Leave(x.Depth() - 1)
		return chars.Tidy(unescape(text)), nil
	}
	s, rest := "", strings.Builder{} // most texts are one piece
	rich := false
	add := func(piece string, isStruck, own bool) {
		if s == "" {
			s = piece
		} else {
			rest.WriteString(piece)
		}
		if len(s)+rest.Len() > grid.MaxTextBytes && x.Bad == nil {
			x.Bad = grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
		if strikes {
			runs = append(runs, chars.Run{Text: strings.Clone(chars.Tidy(unescape(piece))), Struck: isStruck, Own: own, OwnFont: own})
			rich = rich || own
		}
	}
	for tag := range x.Children() {
		switch tag {
		case "t":
			add(x.Text(), false, false)
		case "r":
			isStruck, own, signs := false, false, ""
			for tag := range x.Children() {
				switch {
				case tag == "t" && signs != "":
					add(chars.Symbols(signs, unescape(x.Text())), isStruck, own)
				case tag == "t":
					add(x.Text(), isStruck, own)
				case tag == "rPr" && strikes:
					own = true
					for tag := range x.Children() {
						switch tag {
						case "strike":
							isStruck = isOn(x)
						case "rFont":
							signs = x.Attr("val")
						}
					}
				}
			}
		}
	}
	if !rich {
		runs = nil
	}
	return chars.Tidy(unescape(s + rest.String())), runs
}
