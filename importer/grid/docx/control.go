package docx

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid/markup"
)

// control is a content control around what is being read. It may stand around letters, a
// paragraph, a cell, a row or a table.
type control struct {
	depth   int // elements open at its own
	box     bool
	ticked  bool
	marked  bool     // the box has been written
	prompt  bool     // nothing is filled in: what stands there says so in the form's words
	prompts []string // entries of a list that choose nothing
}

const (
	tickedBox = "☑"
	emptyBox  = "□"
)

// boxFor returns the character for a box, one of those that a status is read by.
func boxFor(ticked bool) string {
	if ticked {
		return tickedBox
	}
	return emptyBox
}

// unwrapped yields children as children does, and looks through the wrappers that Word
// puts around them: content controls, tracked insertions, the first of several alternatives.
// What is deleted or moved away is a child like any other.
func (w *document) unwrapped() iter.Seq[string] {
	return func(yield func(string) bool) {
		x := w.x
		depth := x.Depth()
		chosen := -1 // depth of the alternatives of which one was taken
		for {
			switch x.Next() {
			case markup.TokenStop:
				return
			case markup.TokenEnd:
				w.leaveControls(x.Depth())
				if x.Depth() < depth {
					return
				}
			case markup.TokenStart:
				inside := x.Depth() - 1
				switch x.Name {
				case "sdt":
					w.controls = append(w.controls, control{depth: x.Depth()})
					continue
				case "sdtPr":
					w.readControl()
					x.Leave(inside)
					continue
				case "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo":
					continue
				case "AlternateContent":
					chosen = -1
					continue
				case "Choice", "Fallback":
					if chosen == inside && !w.nothing {
						x.Leave(inside)
					}
					chosen, w.nothing = inside, false
					continue
				}
				if !yield(x.Name) {
					return
				}
				x.Leave(inside)
			}
		}
	}
}

// leaveControls forgets the controls that have ended.
func (w *document) leaveControls(depth int) {
	for n := len(w.controls); n > 0 && w.controls[n-1].depth > depth; n-- {
		w.controls = w.controls[:n-1]
	}
}

// readControl reads the properties of the innermost control.
func (w *document) readControl() {
	if len(w.controls) == 0 {
		return
	}
	c := &w.controls[len(w.controls)-1]
	for tag := range w.x.Children() {
		switch tag {
		case "showingPlcHdr":
			c.prompt = isOn(w.x)
		case "checkbox":
			c.box = true
			for tag := range w.x.Children() {
				if tag == "checked" {
					c.ticked = isOn(w.x)
				}
			}
		case "dropDownList", "comboBox":
			for tag := range w.x.Children() {
				if tag == "listItem" && len(c.prompts) < mostPrompts && w.x.Attr("value") == "" {
					c.prompts = append(c.prompts, w.x.Attr("displayText"))
				}
			}
		}
	}
}

// mostPrompts is how many entries of a list may choose nothing.
const mostPrompts = 8

// through returns what is seen of a piece of text inside the controls around it: of a box
// the state that the control keeps, of a prompt nothing.
func (w *document) through(text string) string {
	for i := range w.controls {
		c := &w.controls[i]
		switch {
		case c.prompt, len(c.prompts) > 0 && slices.Contains(c.prompts, strings.TrimSpace(text)):
			return ""
		case c.box && utf8.RuneCountInString(strings.TrimSpace(text)) == 1:
			if c.marked {
				return ""
			}
			c.marked = true
			return boxFor(c.ticked)
		}
	}
	return text
}

// prompts reports whether nothing is filled in where the reading stands: a picture there only shows
// where to put one.
func (w *document) prompts() bool {
	return slices.ContainsFunc(w.controls, func(c control) bool { return c.prompt })
}

// isOn reads a property that is on unless it says otherwise.
func isOn(x *markup.Scanner) bool {
	switch x.Attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
