package grid

import "strconv"

// ColorName returns what people call a colour of six hexadecimal digits, "" for white and for
// none.
func ColorName(hex string) string {
	if len(hex) != 6 {
		return ""
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return ""
	}
	r, g, b := int(n>>16&255), int(n>>8&255), int(n&255)
	most, least := max(r, g, b), min(r, g, b)
	if most-least < 24 {
		switch {
		case most > 235:
			return ""
		case most < 60:
			return "黑"
		}
		return "灰"
	}
	hue := 0
	switch d := most - least; most {
	case r:
		hue = (60*(g-b)/d + 360) % 360
	case g:
		hue = 60*(b-r)/d + 120
	default:
		hue = 60*(r-g)/d + 240
	}
	switch {
	case hue < 18 || hue >= 335:
		return "红"
	case hue < 43:
		return "橙"
	case hue < 70:
		return "黄"
	case hue < 170:
		return "绿"
	case hue < 265:
		return "蓝"
	}
	return "紫"
}
