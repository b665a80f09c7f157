package docx

import (
	"strconv"
	"strings"

	"taizhang/importer/grid/markup"
)

// title is what a style says of the headings that it makes, and of its text.
type title struct {
	name, parent string
	marks        marks
	level        int  // 1 to 9, 0 for running text
	said         bool // the style gives the level itself
}

// maxHeading is the deepest level of a heading.
const maxHeading = 9

// outline reads a w:outlineLvl, which counts from 0; 9 is running text.
func outline(x *markup.Scanner) int {
	n, err := strconv.Atoi(x.Attr("val"))
	if err != nil || n < 0 || n >= maxHeading {
		return 0
	}
	return n + 1
}

// heading returns the level of the headings that a style makes, 0 for none: what it says
// itself, else by its name, else what its parent says.
func (n *numbering) heading(style string) int {
	for range 16 { // parents may form a ring
		t, ok := n.titles[style]
		switch {
		case t.said:
			return t.level
		case namedHeading(t.name) > 0:
			return namedHeading(t.name)
		case !ok || t.parent == "":
			return namedHeading(style)
		}
		style = t.parent
	}
	return 0
}

// namedHeading reads the level out of a name: heading 1, Heading1, 标题 1.
func namedHeading(name string) int {
	lower := strings.ToLower(name)
	for _, word := range []string{"heading", "标题"} {
		if rest, ok := strings.CutPrefix(lower, word); ok {
			if n, err := strconv.Atoi(strings.TrimSpace(rest)); err == nil && n >= 1 && n <= maxHeading {
				return n
			}
		}
	}
	return 0
}
