package odf

import "taizhang/importer/grid/markup"

// Control is a control of a form, as it was filled in.
type Control struct {
	Box         bool // a check box or an option button
	Ticked      bool
	Words, Link string // what stands beside a box, and the cell that holds its state
	Text        string // what a list or a field shows
}

// Controls are the controls of a document by the name that shapes call them by.
type Controls map[string]Control

// controlWeight is about what a control takes, in bytes.
const controlWeight = 256

// Read reads the controls of the forms that an element holds.
func (c Controls) Read(x *markup.Scanner) {
	for tag := range x.Children() {
		switch tag {
		case "form":
			c.Read(x)
		case "checkbox", "radio":
			state := either(x, "current-state", "state")
			b := Control{Box: true, Words: x.Attr("label"), Link: x.Attr("linked-cell")}
			b.Ticked = state == "checked" || tag == "radio" && either(x, "current-selected", "selected") == "true"
			c.keep(x, name(x), b)
		case "text", "textarea", "combobox", "formatted-text", "number", "date", "time":
			c.keep(x, name(x), Control{Text: either(x, "current-value", "value")})
		case "listbox":
			id, text := name(x), ""
			for tag := range x.Children() {
				if tag == "option" && either(x, "current-selected", "selected") == "true" {
					text = x.Attr("label")
				}
			}
			c.keep(x, id, Control{Text: text})
		}
	}
}

func (c Controls) keep(x *markup.Scanner, name string, control Control) {
	x.Hold(controlWeight)
	c[name] = control
}

// either returns what a control is now, and else what it was made as.
func either(x *markup.Scanner, now, made string) string {
	if s := x.Attr(now); s != "" {
		return s
	}
	return x.Attr(made)
}

// name returns by what name a control is called for.
func name(x *markup.Scanner) string {
	for _, a := range x.Attrs {
		if a.Name == "form:id" {
			return a.Value
		}
	}
	return x.Attr("id")
}
