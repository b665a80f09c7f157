package xlsx

import (
	"strconv"

	"taizhang/importer/grid/excel"
)

// hls is how finely hue, light and saturation are counted. Excel reckons in whole steps, and
// its colors come out right only in the same steps.
const hls = 240

// tinted makes a color lighter (tint above 0, up to 1) or darker (below 0, down to -1), as
// far as it is from white or black, and keeps its hue.
func tinted(color string, tint float64) string {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil || !(tint >= -1 && tint <= 1) {
		return ""
	}
	hue, light, saturation := toHLS(int(n>>16&0xFF), int(n>>8&0xFF), int(n&0xFF))
	if tint < 0 {
		light = int(float64(light) * (1 + tint))
	} else {
		light = int(float64(light)*(1-tint) + hls*tint)
	}
	return fromHLS(hue, light, saturation)
}

func toHLS(r, g, b int) (hue, light, saturation int) {
	most, least := max(r, g, b), min(r, g, b)
	sum, span := most+least, most-least
	light = (sum*hls + 255) / (2 * 255)
	if span == 0 {
		return 0, light, 0
	}
	if light <= hls/2 {
		saturation = (span*hls + sum/2) / sum
	} else {
		saturation = (span*hls + (510-sum)/2) / (510 - sum)
	}
	from := func(part int) int { return ((most-part)*(hls/6) + span/2) / span }
	switch most {
	case r:
		hue = from(b) - from(g)
	case g:
		hue = hls/3 + from(r) - from(b)
	default:
		hue = 2*hls/3 + from(g) - from(r)
	}
	return (hue + hls) % hls, light, saturation
}

func fromHLS(hue, light, saturation int) string {
	if saturation == 0 {
		gray := byte((light*255 + hls/2) / hls)
		return excel.RGB(gray, gray, gray)
	}
	high := light + saturation - (light*saturation+hls/2)/hls
	if light <= hls/2 {
		high = (light*(hls+saturation) + hls/2) / hls
	}
	low := 2*light - high
	part := func(hue int) byte {
		hue = (hue + hls) % hls
		v := low
		switch {
		case hue < hls/6:
			v = low + ((high-low)*hue+hls/12)/(hls/6)
		case hue < hls/2:
			v = high
		case hue < 2*hls/3:
			v = low + ((high-low)*(2*hls/3-hue)+hls/12)/(hls/6)
		}
		return byte(min(max((v*255+hls/2)/hls, 0), 255))
	}
	return excel.RGB(part(hue+hls/3), part(hue), part(hue-hls/3))
}
