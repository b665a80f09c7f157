package xlsx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// mayStrike reports whether a part may strike texts out: most do not even hold the word.
func mayStrike(src string) bool { return strings.Contains(src, "strike") }

// richText joins the runs of a shared or inline string; what only shows how to pronounce it is
// left out. runs are the runs one by one where strikes says that any may be
// struck out and some has a font of its own, else nil.
func richText(x *markup.Scanner, strikes bool) (text string, runs []grid.Run) {
	if text, ok := x.Only("t"); ok {
		x.Leave(x.Depth() - 1)
		return grid.Tidy(unescape(text)), nil
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
			runs = append(runs, grid.Run{Text: strings.Clone(grid.Tidy(unescape(piece))), Struck: isStruck, Own: own})
			rich = rich || own
		}
	}
	for tag := range x.Children() {
		switch tag {
		case "t":
			add(x.Text(), false, false)
		case "r":
			isStruck, own := false, false
			for tag := range x.Children() {
				switch {
				case tag == "t":
					add(x.Text(), isStruck, own)
				case tag == "rPr" && strikes:
					own = true
					for tag := range x.Children() {
						if tag == "strike" {
							isStruck = isOn(x)
						}
					}
				}
			}
		}
	}
	if !rich {
		runs = nil
	}
	return grid.Tidy(unescape(s + rest.String())), runs
}
