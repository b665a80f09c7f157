package docx

// math reads a formula (Office Math) as a line of text: 98%, 3/4. What only frames its parts is
// looked through.
func (w *document) math(l *line) {
	for tag := range w.unwrapped() {
		switch tag {
		case "r":
			w.run(l)
		case "den":
			w.say(l, "/", &runLook{marks: l.base})
			w.math(l)
		case "del", "moveFrom":
			w.taken++
			w.math(l)
			w.taken--
		default:
			w.math(l)
		}
	}
}
