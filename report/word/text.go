package word

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/typeset"
)

func itoa(n int) string { return strconv.Itoa(n) }

func (p *printer) put(format string, args ...any) { fmt.Fprintf(&p.text, format, args...) }

// escape writes a text as XML; what no part may hold is left out.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // into memory
	return b.String()
}

// run is a piece of text with its properties, which may be empty.
func run(s, properties string) string {
	if s == "" {
		return ""
	}
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	var b strings.Builder
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteString("<w:r>" + properties + "<w:br/></w:r>")
		}
		if line != "" {
			b.WriteString("<w:r>" + properties + `<w:t xml:space="preserve">` + escape(line) + "</w:t></w:r>")
		}
	}
	return b.String()
}

// runs are the runs of a text, its links led to bookmarks.
func (p *printer) runs(t document.Text, properties string) string {
	var b strings.Builder
	at := 0
	for _, l := range t.Links {
		mark := p.marks[l.Anchor]
		if l.From < at || l.To <= l.From || l.To > len(t.Plain) || mark == "" {
			continue
		}
		b.WriteString(run(t.Plain[at:l.From], properties))
		b.WriteString(`<w:hyperlink w:anchor="` + mark + `" w:history="1">` + run(t.Plain[l.From:l.To], properties) + "</w:hyperlink>")
		at = l.To
	}
	b.WriteString(run(t.Plain[at:], properties))
	return b.String()
}

// bookmark puts a bookmark around what an anchor names.
func (p *printer) bookmark(anchor, inner string) string {
	mark := p.marks[anchor]
	if anchor == "" || mark == "" {
		return inner
	}
	p.marked++
	return fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/>`, p.marked, mark, inner, p.marked)
}

// line writes a paragraph of a style, with what else its properties say.
func (p *printer) line(style, properties, runs string) {
	if p.fresh {
		kept, rest := "", properties // the order is the schema's
		if after, ok := strings.CutPrefix(properties, keptNext(true)); ok {
			kept, rest = keptNext(true), after
		}
		properties = kept + "<w:pageBreakBefore/>" + rest
		p.fresh = false
	}
	if style != "" {
		properties = `<w:pStyle w:val="` + style + `"/>` + properties
	}
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	p.put("<w:p>%s%s</w:p>\n", properties, runs)
	p.open = true
}

func (p *printer) heading(h document.Heading) {
	style := [...]string{"a3", "1", "2", "3"}[min(h.Level, 3)]
	if h.Level == 0 {
		h.Text = document.Text{Plain: p.balanced(h.Text.Plain)}
	}
	p.line(style, "", p.bookmark(h.Anchor, p.runs(h.Text, "")))
}

// balanced puts the title into lines about equally long.
func (p *printer) balanced(title string) string {
	size, width := 22.0, document.AreaWidth
	if p.doc.OnePage {
		size, width = 18, 166*72/25.4
	}
	advance := func(r rune) float64 { return p.options.Fonts.Advance(face.Title, r) }
	lines := typeset.Balance(title, advance, typeset.Style{Width: width, Em: size, Ragged: true}, document.TitleWords)
	var texts []string
	for _, l := range lines {
		texts = append(texts, strings.TrimSpace(title[l.From:l.To]))
	}
	return strings.Join(texts, "\n")
}

func (p *printer) paragraph(b document.Paragraph, together bool) {
	p.line([...]string{"", "Mark", "Centred", "Note"}[b.Style], keptNext(together), p.runs(b.Text, ""))
}

// keptNext keeps a paragraph on a page with the next one.
func keptNext(yes bool) string {
	if yes {
		return "<w:keepNext/>"
	}
	return ""
}

// Fields of Word in pieces.
const (
	fieldBegin    = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	fieldSeparate = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	fieldEnd      = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
)

func instruction(s string) string {
	return `<w:r><w:instrText xml:space="preserve"> ` + s + ` </w:instrText></w:r>`
}

// leaderFace sets the dots and the page numbers of the contents.
const leaderFace = `<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/>`

// contents writes a field that Word can bring up to date, with its lines as they are expected.
func (p *printer) contents(c document.Contents) {
	p.line("TocHead", "", run(c.Heading, ""))
	for i, e := range c.Entries {
		var b strings.Builder
		if i == 0 {
			b.WriteString(fieldBegin + instruction(`TOC \o "1-2" \h \z \u`) + fieldSeparate)
		}
		page := ""
		if p.options.Page != nil {
			if n := p.options.Page(e.Anchor); n > 0 {
				page = itoa(n)
			}
		}
		mark := p.marks[e.Anchor]
		b.WriteString(`<w:hyperlink w:anchor="` + mark + `" w:history="1">` + run(e.Text, "") + "<w:r><w:rPr>" + leaderFace + "</w:rPr><w:tab/></w:r>" +
			fieldBegin + instruction("PAGEREF "+mark+` \h`) + fieldSeparate + run(page, leaderFace) + fieldEnd + "</w:hyperlink>")
		if i == len(c.Entries)-1 {
			b.WriteString(fieldEnd)
		}
		p.line("TOC"+itoa(min(e.Level, 2)), "", b.String())
	}
	p.fresh = true
}
