package docx

import "strconv"

// properties reads a paragraph's properties: the number that it starts with, how its mark is
// marked, and for the line the level of the heading that it is, how its style marks it, and
// whether its mark is deleted.
func (w *document) properties(l *line) (number string, mark marks) {
	var list [2]string
	own, outlined := false, false
	for tag := range w.x.Children() {
		switch tag {
		case "pStyle":
			style := w.x.Attr("val")
			if !own {
				list = w.numbers.styles[style]
			}
			if !outlined {
				l.Level = w.numbers.heading(style)
			}
			if w.numbers.marking {
				l.base = w.numbers.marksOf(style).over(w.numbers.standard)
			}
		case "outlineLvl":
			l.Level, outlined = outline(w.x), true
		case "numPr":
			list, own = numPr(w.x), true
		case "rPr":
			for tag := range w.x.Children() {
				mark.read(tag, w.x)
				l.Joins = l.Joins || tag == "del"
			}
		}
	}
	level, _ := strconv.Atoi(list[1])
	return w.numbers.next(list[0], min(max(level, 0), maxListLevel)), mark.over(l.base)
}
