package excel

import "fmt"

// palette are the colors that files name by a number, from 8 on ([MS-XLS] 2.5.161,
// ECMA-376 part 1, 18.8.27); 0 to 7 are the first eight of them.
var palette = [...]string{
	"000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
	"800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
	"9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
	"000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
	"00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
	"3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
	"003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
}

// Color returns the color of a number as six hex digits, out of the file's own palette where
// it has one (from number 8 on), else out of the usual one; "" for the colors that a user's
// system chooses and for numbers without a color.
func Color(number int, own []string) string {
	i := number
	if i >= 8 {
		i -= 8
	}
	switch {
	case number < 0 || i >= len(palette):
		return ""
	case number >= 8 && i < len(own):
		return own[i]
	}
	return palette[i]
}

// RGB writes a color as six hex digits.
func RGB(r, g, b byte) string { return fmt.Sprintf("%02X%02X%02X", r, g, b) }
