package ods

import "taizhang/importer/grid/markup"

// line returns what kind of line goes through the text of a style, "" where it says nothing of one.
func line(x *markup.Scanner) string {
	kind, style := x.Attr("text-line-through-type"), x.Attr("text-line-through-style")
	if kind == "none" || style == "none" {
		return "none"
	}
	if style != "" {
		return style
	}
	return kind
}

// says reports what a style, or else its nearest parent that says anything, says of a line through
// the text; ok is false where none says anything.
func (w *opened) says(style string) (struck, ok bool) {
	for range 16 { // parents may form a ring
		s, known := w.styles[style]
		if !known {
			return false, false
		}
		if s.struck != "" {
			return s.struck != "none", true
		}
		style = s.parent
	}
	return false, false
}

func (w *opened) struck(style string) bool {
	struck, _ := w.says(style)
	return struck
}
