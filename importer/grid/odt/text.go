package odt

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// said is a paragraph, and what stands in it that is read behind it.
type said struct {
	flow.Said
	boxes   []box
	objects []object
}

// line is a paragraph while it is read.
type line struct {
	said
	shown  strings.Builder
	struck chars.StruckPieces
	size   int // of what is struck out or hidden
	hidden strings.Builder
	notes  strings.Builder
	number string // as the file writes it beside
	inked  bool   // the last character was no space, so that one behind it counts
}

// finish ends the line, with an automatic number in front.
func (l *line) finish(number string) said {
	l.Text, l.Beside.Struck = l.struck.Split(l.shown.String())
	l.Beside.Hidden, l.Beside.Comment = l.hidden.String(), l.notes.String()
	if gone := l.Beside.Struck != "" || l.Beside.Hidden != ""; !gone || !chars.Blank(l.Text) { // else the number goes with its text
		l.Text = number + l.Text
	}
	return l.said
}

// paragraph reads a paragraph's text, its automatic number in front, and its first link.
func (w *document) paragraph() said {
	x := w.x
	if x.IsSingle() && x.Name == "p" && len(w.around) == 0 {
		return said{} // as most cells of a form hold
	}
	style := x.Attr("style-name")
	l := &line{}
	l.Level = w.heading(x.Name == "h", style)
	number := w.number(l.Level, style)
	base := w.base(style)
	w.code = false
	w.inlines(l, base)
	w.code = false
	if number == "" {
		number = l.number
	}
	if base.hidden || base.struck {
		number = ""
	}
	return l.finish(number)
}

// inlines reads what stands in a paragraph or in a part of one.
func (w *document) inlines(l *line, k look) {
	x := w.x
	depth := x.Depth()
	for {
		switch x.Next() {
		case markup.TokenStop:
			return
		case markup.TokenEnd:
			if x.Depth() < depth {
				return
			}
		case markup.TokenText:
			w.say(l, l.squeezed(x.Piece()), k)
		case markup.TokenStart:
			if x.Name == "span" && x.IsSingle() {
				continue
			}
			inside := x.Depth() - 1
			w.inline(l, k)
			x.Leave(inside)
		}
		if l.shown.Len()+l.size+l.notes.Len() > grid.MaxTextBytes {
			w.fail(grid.TooLarge("一段文字过长", grid.Megabytes(grid.MaxTextBytes)))
		}
	}
}

// squeezed makes one space of each run of blanks, whatever elements it goes through; none at the
// beginning counts.
func (l *line) squeezed(s string) string {
	if s = markup.Squeeze(s); !l.inked {
		s = strings.TrimPrefix(s, " ")
	}
	if s != "" {
		l.inked = s[len(s)-1] != ' '
	}
	return s
}

// inline reads the innermost open element of a paragraph.
func (w *document) inline(l *line, k look) {
	x := w.x
	switch tag := x.Name; tag {
	case "span":
		w.inlines(l, w.spanned(k, x.Attr("style-name")))
	case "a":
		if l.Link == "" {
			l.Link = x.Attr("href")
		}
		w.inlines(l, k)
	case "s":
		w.say(l, strings.Repeat(" ", odf.Spaces(x)), k)
	case "tab":
		w.say(l, "\t", k)
	case "line-break":
		w.say(l, "\n", k)
	case "ruby-text", "script", "event-listeners", "bibliography-mark", "label":
	case "number":
		l.number = x.Text()
	case "note", "annotation":
		if text := w.plain(); !k.hidden {
			flow.Line(&l.notes, text)
		}
	case "change":
		w.say(l, w.takenAway(), look{hidden: true})
	default:
		if isDrawing(tag) {
			w.drawing(l, k)
			return
		}
		w.field(l, tag, k)
	}
}

// say takes in a piece of text where it can be seen, and beside it where it is struck out, hidden
// or taken back.
func (w *document) say(l *line, text string, k look) {
	if text == "" || w.code || w.isPrompt(text) {
		return
	}
	if k.signs != odf.Letters {
		text = chars.Symbols(k.signs, text)
	}
	switch {
	case k.hidden:
		l.size += len(text)
		l.hidden.WriteString(text)
	case k.struck:
		l.size += len(text)
		l.struck.Add(l.shown.Len(), text)
	default:
		l.shown.WriteString(text)
		l.Looks.Add(text, k.Shade)
	}
}

// plain reads the paragraphs of the innermost open element, one a line, without who wrote them and
// when.
func (w *document) plain() string {
	x, l := w.x, line{}
	depth := x.Depth()
	for {
		switch x.Next() {
		case markup.TokenStop:
			return ""
		case markup.TokenEnd:
			if x.Depth() < depth {
				return strings.TrimSpace(l.shown.String())
			}
		case markup.TokenText:
			if x.Depth() > depth {
				l.shown.WriteString(l.squeezed(x.Piece()))
			}
		case markup.TokenStart:
			switch x.Name {
			case "p", "h":
				l.shown.WriteByte('\n')
				l.inked = false
			case "s", "tab":
				l.shown.WriteByte(' ')
			case "line-break":
				l.shown.WriteByte('\n')
			case "creator", "date", "date-string", "creator-initials", "sender-initials", "note-citation", "change-info":
				x.Leave(x.Depth() - 1)
			}
		}
		if l.shown.Len() > grid.MaxTextBytes {
			w.fail(grid.TooLarge("一段文字过长", grid.Megabytes(grid.MaxTextBytes)))
		}
	}
}
