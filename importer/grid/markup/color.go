package markup

import (
	"strconv"
	"strings"
)

// webColors are the names of colors that people write (CSS Color 4, 6.1, the first sixteen
// and a few that mark cells).
var webColors = map[string]string{
	"black": "000000", "silver": "C0C0C0", "gray": "808080", "grey": "808080", "white": "FFFFFF", "maroon": "800000", "red": "FF0000", "purple": "800080",
	"fuchsia": "FF00FF", "magenta": "FF00FF", "green": "008000", "lime": "00FF00", "olive": "808000", "yellow": "FFFF00", "navy": "000080", "blue": "0000FF",
	"teal": "008080", "aqua": "00FFFF", "cyan": "00FFFF", "orange": "FFA500", "pink": "FFC0CB", "gold": "FFD700", "lightgreen": "90EE90", "lightblue": "ADD8E6",
	"lightyellow": "FFFFE0", "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "darkred": "8B0000", "darkgreen": "006400", "darkblue": "00008B", "darkgray": "A9A9A9",
}

// Color reads a color as the web writes it (#FF0000, #F00, rgb(255, 0, 0), red) and returns
// six hex digits, "" for what is none.
func Color(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		if _, err := strconv.ParseUint(hex, 16, 32); err != nil || len(hex) != 6 {
			return ""
		}
		return strings.ToUpper(hex)
	}
	inside, ok := strings.CutPrefix(s, "rgb(")
	if !ok {
		return webColors[s]
	}
	parts := strings.Split(strings.TrimSuffix(inside, ")"), ",")
	if len(parts) != 3 {
		return ""
	}
	hex := ""
	for _, part := range parts {
		n, err := strconv.ParseUint(strings.TrimSpace(part), 10, 8)
		if err != nil {
			return ""
		}
		hex += string("0123456789ABCDEF"[n>>4]) + string("0123456789ABCDEF"[n&15])
	}
	return hex
}
