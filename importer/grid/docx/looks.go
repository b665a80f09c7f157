package docx

import "taizhang/importer/grid/markup"

// readShading reads a w:shd: of a solid pattern its color is seen, of others the ground.
func readShading(x *markup.Scanner) string {
	if x.Attr("val") == "solid" {
		return x.Attr("color")
	}
	return x.Attr("fill")
}

// highlights are the colors of the marker (ECMA-376 part 1, 17.18.40).
var highlights = map[string]string{
	"black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF",
	"darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}
