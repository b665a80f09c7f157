package xlsx

import (
	"strconv"
	"strings"
	"sync/atomic"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/excel"
	"taizhang/importer/grid/markup"
)

// colors knows the colors that a workbook's styles name.
type colors struct {
	zip   *archive.Zip
	part  string   // of the theme, "" for none
	theme []string // in the order of the numbers that name them
	asked bool     // theme is read
	own   []string // the workbook's own palette, nil for the usual one
	bad   *grid.Refusal
}

// officeTheme is the theme of a workbook that brings none: background, text, second of both,
// six accents, links.
var officeTheme = []string{"FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"}

// ref is a color as a style names it.
type ref struct {
	rgb            string
	indexed, theme int // -1 for none
	tint           float64
}

// readRef reads the color that the innermost open element names.
func readRef(x *markup.Scanner) ref {
	number := func(name string) int {
		if n, err := strconv.Atoi(x.Attr(name)); err == nil {
			return n
		}
		return -1
	}
	r := ref{rgb: x.Attr("rgb"), indexed: number("indexed"), theme: number("theme")}
	r.tint, _ = strconv.ParseFloat(x.Attr("tint"), 64)
	return r
}

// resolve returns the color as six hex digits, "" for none and for what is automatic.
func (c *colors) resolve(r ref) string {
	color := ""
	switch {
	case len(r.rgb) == 8:
		color = r.rgb[2:] // in front stands how far it covers, which nobody obeys
	case len(r.rgb) == 6:
		color = r.rgb
	case r.theme >= 0:
		if theme := c.ofTheme(); r.theme < len(theme) {
			color = theme[r.theme]
		}
	case r.indexed >= 0:
		color = excel.Color(r.indexed, c.own)
	}
	if r.tint == 0 || color == "" {
		return color
	}
	return tinted(color, r.tint)
}

// themes are those read last, by the remainder of their mark: every workbook of one version
// of Excel brings the same, and it is long.
var themes [16]atomic.Pointer[theme]

type theme struct {
	mark   uint64
	colors []string
}

// ofTheme returns the colors of the theme part, or those of a workbook without one. A theme
// that can't be understood has none: nothing but colors hangs on it.
func (c *colors) ofTheme() []string {
	if c.asked {
		return c.theme
	}
	c.asked, c.theme = true, officeTheme
	mark := c.zip.Mark(c.part)
	if mark == 0 {
		return c.theme
	}
	place := &themes[mark%uint64(len(themes))]
	if known := place.Load(); known != nil && known.mark == mark {
		c.theme = known.colors
		return c.theme
	}
	x, bad := c.zip.XML(c.part)
	if bad != nil {
		c.bad = bad
		return c.theme
	}
	c.theme = readTheme(x)
	place.Store(&theme{mark, c.theme})
	return c.theme
}

// readTheme reads the colors in the order in which styles count them.
func readTheme(x *markup.Scanner) (found []string) {
	for range x.Children() {
		for tag := range x.Children() {
			if tag != "themeElements" {
				continue
			}
			for tag := range x.Children() {
				if tag == "clrScheme" {
					for range x.Children() {
						found = append(found, strings.Clone(readSchemeColor(x)))
					}
				}
			}
		}
	}
	if x.Bad != nil || len(found) < len(officeTheme) {
		return nil
	}
	// The part lists dark before light, twice; styles count the other way round.
	found[0], found[1], found[2], found[3] = found[1], found[0], found[3], found[2]
	return found
}

func readSchemeColor(x *markup.Scanner) (color string) {
	for tag := range x.Children() {
		switch tag {
		case "srgbClr":
			color = x.Attr("val")
		case "sysClr":
			color = x.Attr("lastClr")
		}
	}
	return color
}
