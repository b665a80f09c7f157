package odt

import (
	"strings"

	"taizhang/importer/grid/markup"
)

// isDrawing reports whether an element draws something: a frame around a picture, an object or a
// text box, a shape that may hold text, a control of a form.
func isDrawing(tag string) bool {
	return tag == "frame" || tag == "g" || tag == "control" || isShape(tag)
}

func isShape(tag string) bool {
	switch tag {
	case "custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "line", "connector", "caption", "regular-polygon":
		return true
	}
	return false
}

// drawing goes through the innermost open drawing: a text box in it waits to be read behind the
// paragraph, a picture is noted, and so is an embedded file.
func (w *document) drawing(l *line, k look) {
	x := w.x
	if k.hidden {
		return
	}
	depth := x.Depth()
	instead := w.draw(l, k, false) // what the frame draws has been told: a picture stands for it
	for x.Depth() >= depth {
		switch x.Next() {
		case markup.TokenStop:
			return
		case markup.TokenStart:
			instead = w.draw(l, k, instead)
		}
	}
}

// draw reads an element of a drawing. It returns whether a picture beside it stands for what was
// read.
func (w *document) draw(l *line, k look, instead bool) bool {
	x := w.x
	switch tag := x.Name; {
	case tag == "frame":
		return false
	case tag == "text-box", isShape(tag):
		if b := w.passBox(); !b.blank {
			l.boxes = append(l.boxes, b)
		}
		return true
	case tag == "object", tag == "object-ole":
		w.object(l, k)
		x.Leave(x.Depth() - 1)
		return true
	case tag == "image":
		l.Beside.Picture = l.Beside.Picture || !instead
	case tag == "control":
		w.control(l, k)
	case tag == "title", tag == "desc", tag == "event-listeners":
		x.Leave(x.Depth() - 1)
	}
	return instead
}

// control reads a control of a form by its state.
func (w *document) control(l *line, k look) {
	c, ok := w.controls[w.x.Attr("control")]
	w.x.Hold(len(c.Words) + len(c.Text)) // many may show one
	switch {
	case !ok:
	case c.Box:
		w.say(l, sign(c.Ticked)+strings.TrimSpace(c.Words), k)
	default:
		w.say(l, c.Text, k)
	}
	l.inked = true
}
