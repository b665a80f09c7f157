package docx

import (
	"taizhang/importer/grid/markup"
)

// drawing goes through a drawing or an object: a text box in it waits to be read behind the
// paragraph, a picture is noted, and so is an embedded file.
func (w *document) drawing(l *line, r *runLook) {
	if w.taken > 0 || r.hides() {
		return
	}
	x := w.x
	depth := x.Depth()
	chosen := -1
	picture, controlled := false, w.prompts()
	boxes, objects := len(l.boxes), len(l.objects)
	defer func() {
		l.Beside.Picture = l.Beside.Picture || picture && !controlled
		w.nothing = !picture && !controlled && boxes == len(l.boxes) && objects == len(l.objects)
	}()
	for {
		switch x.Next() {
		case markup.TokenStop:
			return
		case markup.TokenEnd:
			if x.Depth() < depth {
				return
			}
		case markup.TokenStart:
			inside := x.Depth() - 1
			switch x.Name {
			case "AlternateContent":
				chosen = -1
			case "Choice", "Fallback":
				if chosen == inside && (picture || controlled || boxes < len(l.boxes) || objects < len(l.objects)) {
					x.Leave(inside)
				}
				chosen = inside
			case "txbxContent":
				l.boxes = append(l.boxes, w.x.Here())
				x.Leave(inside)
			case "blip", "imagedata":
				picture = true
			case "control": // what looks like a picture is a button or a box of a form
				controlled = true
			case "OLEObject":
				l.objects = append(l.objects, w.object())
			}
		}
	}
}
