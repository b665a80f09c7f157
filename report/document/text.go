package document

import "strings"

// Strings returns every text that the document prints, in the order of reading: what each printer
// must print, neither more nor less. Page numbers, running heads, 草稿 and what is drawn inside a
// figure are no part of it.
func (d Document) Strings() []string {
	var list []string
	add := func(texts ...string) {
		for _, t := range texts {
			if t != "" {
				list = append(list, t)
			}
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case Heading:
			add(b.Text.Plain)
		case Paragraph:
			add(b.Text.Plain)
		case Contents:
			add(b.Heading)
			for _, e := range b.Entries {
				add(e.Text)
			}
		case Figure:
			add(Caption(b.Label, b.Caption))
			add(b.Notes...)
		case Table:
			add(Caption(b.Label, b.Caption))
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					add(c.Text.Plain)
				}
			}
			add(b.Notes...)
		}
	}
	return list
}

// Solid returns all texts as one, without any space.
func (d Document) Solid() string {
	return strings.Join(strings.Fields(strings.Join(d.Strings(), "")), "")
}

// OneLine joins the lines of a text.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
