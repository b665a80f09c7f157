package docx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// line is a paragraph while it is read.
type line struct {
	said
	shown  strings.Builder
	struck chars.StruckPieces
	size   int // of what is struck out or hidden
	hidden strings.Builder
	notes  strings.Builder
	base   marks // how the paragraph's style marks its text
}

// paragraph reads a paragraph's text, its automatic number in front, and its first link.
func (w *document) paragraph() said {
	var l line
	l.base = w.numbers.standard
	w.fields = w.fields[:0]
	number, mark := "", marks{}
	for tag := range w.unwrapped() {
		if tag == "pPr" {
			number, mark = w.properties(&l)
			continue
		}
		w.inline(&l, tag)
	}
	w.fields = w.fields[:0]
	l.Text, l.Beside.Struck = l.struck.Split(l.shown.String())
	l.Beside.Hidden, l.Beside.Comment = l.hidden.String(), l.notes.String()
	switch gone := l.Beside.Struck != "" || l.Beside.Hidden != ""; {
	case number == "":
	case mark.hides(), mark.strikes(), gone && chars.Blank(l.Text): // the number goes with its text
	default:
		l.Text = number + l.Text
	}
	return l.said
}

// inline reads a child of a paragraph or of what stands inside one.
func (w *document) inline(l *line, tag string) {
	switch tag {
	case "r":
		w.run(l)
	case "hyperlink":
		if rel, _ := w.targets.Find(w.x.Prefixed("id")); l.Link == "" {
			l.Link = rel.Target
		}
		w.inlines(l)
	case "fldSimple":
		l.follow(w.x.Attr("instr"))
		w.inlines(l)
	case "del", "moveFrom":
		w.taken++
		w.inlines(l)
		w.taken--
	case "oMath", "oMathPara":
		w.math(l)
	case "commentRangeStart":
		w.commented(l, w.x.Attr("id"))
	}
	if l.shown.Len()+l.size > grid.MaxTextBytes {
		w.fail(grid.TooLarge("一段文字过长", grid.Megabytes(grid.MaxTextBytes)))
	}
}

func (w *document) inlines(l *line) {
	for tag := range w.unwrapped() {
		w.inline(l, tag)
	}
}

// run reads the text of a run. Drawings and notes are not part of it.
func (w *document) run(l *line) {
	r := runLook{marks: l.base}
	for tag := range w.unwrapped() {
		switch tag {
		case "rPr":
			r = w.readRunLook(l.base)
		case "t", "delText":
			text := w.x.Text()
			if r.font != "" {
				text = chars.Symbols(r.font, text)
			}
			w.say(l, text, &r)
		case "tab", "ptab":
			w.say(l, "\t", &r)
		case "br", "cr":
			w.say(l, "\n", &r)
		case "noBreakHyphen":
			w.say(l, "-", &r)
		case "sym":
			w.say(l, sign(w.x.Attr("font"), w.x.Attr("char")), &r)
		case "fldChar":
			w.fieldMark(l, &r)
		case "instrText":
			w.fieldCode(l, w.x.Text())
		case "commentReference":
			w.commented(l, w.x.Attr("id"))
		case "drawing", "pict", "object":
			w.drawing(l, &r)
		case "ruby":
			for tag := range w.unwrapped() {
				if tag == "rubyBase" {
					w.inlines(l)
				}
			}
		}
	}
}

// say takes in a piece of text where it can be seen, and beside it where it is struck out,
// hidden or taken back.
func (w *document) say(l *line, text string, r *runLook) {
	if len(w.fields) > 0 && w.underField() {
		return
	}
	if len(w.controls) > 0 {
		if text = w.through(text); text == "" {
			return
		}
	}
	switch {
	case w.taken > 0 || r.hides():
		l.size += len(text)
		l.hidden.WriteString(text)
	case r.strikes():
		l.size += len(text)
		l.struck.Add(l.shown.Len(), text)
	default:
		l.shown.WriteString(text)
		l.Looks.Add(text, r.Shade)
	}
}
