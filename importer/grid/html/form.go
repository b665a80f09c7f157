package html

import (
	"strings"

	"golang.org/x/net/html"
)

// choice is a list of which one entry is chosen, or several are.
type choice struct {
	options  []option
	open     bool // the list shows all its entries, not only the one that is chosen
	inOption bool
}

// option is an entry of a list.
type option struct {
	text     string
	selected bool
	prompt   bool // it chooses nothing: 请选择
}

// say takes in a text of the entry being read.
func (c *choice) say(text string) {
	if n := len(c.options); n > 0 && c.inOption && len(c.options[n-1].text) < longestOption {
		c.options[n-1].text += text
	}
}

// The characters for a box that a form ticks, which a status is read by.
const (
	tickedBox = "☑"
	emptyBox  = "□"
)

// control takes in the start tag of a field of a form, or of a picture.
func (p *page) control(t html.Token) {
	if p.depth > 0 && !p.inCell {
		return
	}
	if p.styleOf(t).display == hidden {
		if t.Data == "select" || t.Data == "textarea" {
			p.endChoice()
			p.enter(t, false) // what stands in it is hidden as well
		}
		return
	}
	switch t.Data {
	case "input":
		p.fillIn(valueOf(t))
	case "select":
		p.endChoice()
		p.choice = &choice{open: has(t, "multiple") || number(attribute(t, "size")) > 1}
	case "option":
		if c := p.choice; c != nil && len(c.options) < mostOptions {
			c.options = append(c.options, option{selected: has(t, "selected"), prompt: has(t, "value") && strings.TrimSpace(attribute(t, "value")) == "" || has(t, "disabled") || has(t, "hidden")})
			c.inOption = true
		}
	case "textarea":
		p.area = true
	case "img":
		if !tiny(t) && !p.isHidden() {
			p.picture = p.inCell
		}
	}
}

// longestOption is how much of an entry is kept, in bytes.
const longestOption = 4096

// mostOptions is how many entries of a list are looked at.
const mostOptions = 10_000

// valueOf returns what an input shows: a text that was typed, a box with or without a tick.
func valueOf(t html.Token) string {
	switch strings.ToLower(strings.TrimSpace(attribute(t, "type"))) {
	case "checkbox", "radio":
		if has(t, "checked") {
			return tickedBox
		}
		return emptyBox
	case "hidden", "password", "button", "submit", "reset", "image", "file", "color", "range":
		return ""
	}
	return attribute(t, "value")
}

// endChoice writes what is chosen of a list. A list without a choice shows its first entry;
// that is one only where the page keeps choices at all, as a page that was saved before it
// was sent does not.
func (p *page) endChoice() {
	c := p.choice
	if c == nil {
		return
	}
	p.choice = nil
	var chosen []string
	for _, o := range c.options {
		if text := strings.TrimSpace(o.text); o.selected && !o.prompt && text != "" {
			chosen = append(chosen, text)
		}
	}
	anySelected := false
	for _, o := range c.options {
		anySelected = anySelected || o.selected
	}
	if !anySelected && !c.open && len(c.options) > 0 && !c.options[0].prompt && p.keepsChoices() {
		chosen = append(chosen, strings.TrimSpace(c.options[0].text))
	}
	if !c.open && len(chosen) > 1 { // the last one wins
		chosen = chosen[len(chosen)-1:]
	}
	p.fillIn(strings.Join(chosen, "、"))
}

// fillIn writes what a field holds. Two fields side by side are two words.
func (p *page) fillIn(value string) {
	if n := p.shown.Len(); value != "" && n > 0 && n == p.filled {
		p.say(" ")
	}
	p.say(value)
	p.filled = p.shown.Len()
}

// keepsChoices reports whether the page says of any entry that it is chosen.
func (p *page) keepsChoices() bool {
	if p.kept == unset {
		p.kept = seenIf(anySelected(p.source))
	}
	return p.kept == visible
}

// tiny reports whether a picture is too small to show anything.
func tiny(t html.Token) bool {
	w, h := number(attribute(t, "width")), number(attribute(t, "height"))
	return w > 0 && w <= 2 || h > 0 && h <= 2
}

func has(t html.Token, name string) bool {
	for _, a := range t.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
