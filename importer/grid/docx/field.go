package docx

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
)

// field is a field around what is being read: its code, then what it shows.
type field struct {
	code   strings.Builder
	shows  bool // the code is behind
	chosen bool // it is a box or a list, whose state has been written: what stands in it repeats that
}

// fieldMark reads one of the marks that begin, part and end a field.
func (w *document) fieldMark(l *line, r *runLook) {
	switch w.x.Attr("fldCharType") {
	case "begin":
		if len(w.fields) == grid.MaxDepth {
			w.fail(grid.Damaged("文档里的域套得太深"))
			return
		}
		value, isForm := w.formField()
		if isForm {
			w.say(l, value, r)
		}
		w.fields = append(w.fields, &field{chosen: isForm})
	case "separate":
		w.runField(l, r)
	case "end":
		w.runField(l, r)
		if n := len(w.fields); n > 0 {
			w.fields = w.fields[:n-1]
		}
	}
}

// formField reads the state of a box or a list of a form, which Word shows without storing it
// as text.
func (w *document) formField() (value string, ok bool) {
	for tag := range w.x.Children() {
		if tag != "ffData" {
			continue
		}
		for tag := range w.x.Children() {
			switch tag {
			case "checkBox":
				value, ok = boxFor(w.ticked()), true
			case "ddList":
				value, ok = w.entry()
			}
		}
	}
	return value, ok
}

func (w *document) ticked() bool {
	usual, own, said := false, false, false
	for tag := range w.x.Children() {
		switch tag {
		case "default":
			usual = isOn(w.x)
		case "checked":
			own, said = isOn(w.x), true
		}
	}
	return own || !said && usual
}

// entry returns the entry of a list that is chosen: the first one where the list says nothing.
// ok is false where it has none, and what the field shows is all there is.
func (w *document) entry() (text string, ok bool) {
	var entries []string
	usual, result := "0", ""
	for tag := range w.x.Children() {
		switch tag {
		case "default":
			usual = w.x.Attr("val")
		case "result":
			result = w.x.Attr("val")
		case "listEntry":
			entries = append(entries, w.x.Attr("val"))
		}
	}
	if result == "" {
		result = usual
	}
	i, err := strconv.Atoi(result)
	if err != nil || i < 0 || i >= len(entries) {
		return "", false
	}
	return entries[i], true
}

// fieldCode takes in a piece of a field's code.
func (w *document) fieldCode(l *line, text string) {
	n := len(w.fields)
	if n == 0 {
		l.follow(text)
		return
	}
	if code := &w.fields[n-1].code; code.Len()+len(text) <= grid.MaxTextBytes {
		code.WriteString(text)
	}
}

// runField reads a field's code once it is whole.
func (w *document) runField(l *line, r *runLook) {
	n := len(w.fields)
	if n == 0 || w.fields[n-1].shows {
		return
	}
	f := w.fields[n-1]
	f.shows = true
	l.follow(f.code.String())
	if text, ok := equation(f.code.String()); ok {
		w.say(l, text, r)
		f.chosen = true
	}
}

// underField reports whether what is read is no more than a part of a field: of a list that
// has written its choice, or of the code of another field.
func (w *document) underField() bool {
	for i := range w.fields {
		if w.fields[i].chosen || i+1 < len(w.fields) && !w.fields[i].shows {
			return true
		}
	}
	return false
}

// follow takes the address out of the code of a HYPERLINK field.
func (s *said) follow(code string) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(code), "HYPERLINK")
	if !ok || s.Link != "" {
		return
	}
	if target, _, ok := grid.Quoted(rest); ok {
		s.Link = target
	}
}
