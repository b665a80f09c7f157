package odt

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
)

// field reads a field, a control around text, or whatever else stands in a paragraph: what it shows
// is its text.
func (w *document) field(l *line, tag string, k look) {
	x := w.x
	switch tag {
	case "placeholder": // asks for an answer
		return
	case "content-control":
		w.contentControl(l, k)
		return
	case "list-item": // of the control around it
		if n := len(w.prompts); n > 0 && len(w.prompts[n-1]) < mostPrompts && x.Attr("value") == "" {
			w.prompts[n-1] = append(w.prompts[n-1], x.Attr("display-text"))
		}
		return
	case "drop-down":
		w.dropDown(l, k)
		return
	case "fieldmark":
		w.say(l, fieldMark(x), k)
		return
	case "fieldmark-start":
		// The code of a field stands before the mark that parts it from what it shows.
		w.code = w.found.Ahead(x, "field:fieldmark-separator", "field:fieldmark-end")
		return
	case "fieldmark-separator", "fieldmark-end":
		w.code = false
		return
	case "hidden-text", "hidden-paragraph":
		k.hidden = k.hidden || x.Attr("is-hidden") == "true"
	}
	k.hidden = k.hidden || x.Attr("display") == "none"
	w.inlines(l, k)
}

// mostPrompts is how many entries of a list may choose nothing.
const mostPrompts = 8

// contentControl reads a control around text: of a box the state that the control keeps, of a
// prompt nothing.
func (w *document) contentControl(l *line, k look) {
	x := w.x
	switch {
	case x.Attr("showing-place-holder") == "true":
	case x.Attr("checkbox") == "true":
		w.say(l, sign(x.Attr("checked") == "true"), k)
		l.inked = true
	default:
		w.prompts = append(w.prompts, nil)
		w.inlines(l, k)
		w.prompts = w.prompts[:max(len(w.prompts)-1, 0)]
	}
}

// isPrompt reports whether a text is an entry of a list that chooses nothing.
func (w *document) isPrompt(text string) bool {
	for _, entries := range w.prompts {
		if slices.Contains(entries, strings.TrimSpace(text)) {
			return true
		}
	}
	return false
}

// dropDown reads a list to choose from by what it shows, and else by what is chosen.
func (w *document) dropDown(l *line, k look) {
	x := w.x
	depth, chosen, shows := x.Depth(), "", false
	for {
		switch x.Next() {
		case markup.TokenStop:
			return
		case markup.TokenEnd:
			if x.Depth() < depth {
				if !shows {
					w.say(l, chosen, k)
				}
				return
			}
		case markup.TokenText:
			text := l.squeezed(x.Piece())
			shows = shows || !chars.Blank(text)
			w.say(l, text, k)
		case markup.TokenStart:
			if x.Name == "label" && x.Attr("current-selected") == "true" {
				chosen = x.Attr("value")
			}
		}
	}
}

// fieldMark reads a box or a list of a form of Word's.
func fieldMark(x *markup.Scanner) string {
	kind := x.Attr("type")
	ticked, chosen := false, -1
	var entries []string
	for tag := range x.Children() {
		if tag != "param" {
			continue
		}
		switch value := x.Attr("value"); x.Attr("name") {
		case "Checkbox_Checked":
			ticked = value == "true" || value == "1"
		case "Dropdown_ListEntry":
			entries = append(entries, value)
		case "Dropdown_Selected":
			if n, err := strconv.Atoi(value); err == nil {
				chosen = n
			}
		}
	}
	switch {
	case strings.HasSuffix(kind, ".FORMCHECKBOX"):
		return sign(ticked)
	case strings.HasSuffix(kind, ".FORMDROPDOWN") && chosen >= 0 && chosen < len(entries):
		return entries[chosen]
	}
	return ""
}

// sign returns the character for a box, one of those that a status is read by.
func sign(ticked bool) string {
	if ticked {
		return grid.Ticked
	}
	return grid.Unticked
}
