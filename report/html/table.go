package html

import (
	"fmt"
	"unicode/utf8"

	"taizhang/report/document"
)

// shortHead is how many characters a head has that stays in one line, also on a phone.
const shortHead = 3

func (p *printer) table(t document.Table) {
	class := "table"
	if t.Wide {
		class += " wide"
	}
	if t.Wide && flat(t) {
		class += " cards"
	}
	p.put("<div class=\"%s\"%s>\n<table>\n", class, p.id(t.Anchor))
	if caption := document.Caption(t.Label, t.Caption); caption != "" {
		p.put("<caption>%s</caption>\n", escape(caption))
	}
	p.put("<colgroup>")
	for _, c := range t.Columns {
		p.put(`<col style="width:%.2f%%">`, 100*c.Share)
	}
	p.put("</colgroup>\n")
	heads := heads(t)
	for i, r := range t.Rows {
		switch {
		case i == 0 && t.Head > 0:
			p.put("<thead>\n")
		case i == t.Head:
			p.put("<tbody>\n")
		}
		class := ""
		if r.Group {
			class = ` class="group"`
		}
		p.put("<tr%s%s>", p.id(r.Anchor), class)
		for _, c := range r.Cells {
			p.cell(c, heads, i < t.Head)
		}
		p.put("</tr>\n")
		switch {
		case i == t.Head-1:
			p.put("</thead>\n")
		case i == len(t.Rows)-1:
			p.put("</tbody>\n")
		}
	}
	p.put("</table>\n")
	for _, n := range t.Notes {
		p.put("<p class=\"note\">%s</p>\n", escape(n))
	}
	p.put("</div>\n")
}

func (p *printer) cell(c document.Cell, heads []string, head bool) {
	tag, said := "td", ""
	if c.Scope != document.NoScope {
		tag = "th"
		said += fmt.Sprintf(` scope="%s"`, [...]string{"", "col", "row", "rowgroup"}[c.Scope])
	}
	if c.Cols > 1 {
		said += fmt.Sprintf(` colspan="%d"`, c.Cols)
	}
	if c.Rows > 1 {
		said += fmt.Sprintf(` rowspan="%d"`, c.Rows)
	}
	switch {
	case c.Upright:
		said += ` class="upright"`
	case c.Centre && c.Scope == document.OfColumn && utf8.RuneCountInString(c.Text.Plain) <= shortHead:
		said += ` class="centre short"`
	case c.Centre:
		said += ` class="centre"`
	}
	if !head && c.Scope != document.OfGroup && c.Col < len(heads) {
		said += fmt.Sprintf(` data-head="%s"`, escape(heads[c.Col]))
	}
	p.put("<%s%s>%s</%s>", tag, said, p.inline(c.Text), tag)
}

// flat reports whether each row of a table can stand for itself, as a card on a narrow screen: one head
// row, no cell over several rows.
func flat(t document.Table) bool {
	if t.Head != 1 {
		return false
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Rows > 1 || c.Cols > 1 && !r.Group {
				return false
			}
		}
	}
	return true
}

// heads are the heads of a flat table's columns, which stand before each value on a narrow screen.
func heads(t document.Table) []string {
	if !flat(t) {
		return nil
	}
	var list []string
	for _, c := range t.Rows[0].Cells {
		list = append(list, c.Text.Plain)
	}
	return list
}
