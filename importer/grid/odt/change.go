package odt

// changeWeight is about what a revision takes beside its text, in bytes.
const changeWeight = 160

// readChanges reads what revisions took away, which is kept apart from the text.
func (w *document) readChanges() {
	x := w.x
	for tag := range x.Children() {
		if tag != "changed-region" {
			continue
		}
		id := x.Attr("id")
		for tag := range x.Children() {
			if tag == "deletion" {
				text := w.plain()
				x.Hold(len(text) + changeWeight)
				w.deleted[id] = text
			}
		}
	}
}

// takenAway returns what the revision took away that stands at the innermost open element: once, for
// it stands at one place.
func (w *document) takenAway() string {
	id := w.x.Attr("change-id")
	text := w.deleted[id]
	delete(w.deleted, id)
	return text
}
