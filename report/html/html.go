// Package html prints a document as one web page: semantic headings and tables, figures as inline SVG
// with titles and descriptions, a style for screens, phones and paper; no script, and nothing that is
// fetched from anywhere.
package html

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"

	"taizhang/report/document"
)

//go:embed style.css
var style string

// Write prints the document. The same document gives the same bytes.
func Write(w io.Writer, d document.Document) error {
	p := printer{ids: map[string]string{}}
	p.name(d)
	p.put(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="taizhang">
<meta name="author" content="%s">
<meta name="description" content="%s">
<title>%s</title>
<style>
%s</style>
</head>
<body>
`, escape(d.Author), escape(d.Subject+draft(d)), escape(d.Title+draft(d)), style)
	if d.Draft {
		p.put("<p class=\"draft\">%s</p>\n", document.DraftWord)
	}
	p.put("<main>\n")
	for _, b := range d.Blocks {
		p.block(b)
	}
	p.put("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(w, p.text.String())
	return err
}

func draft(d document.Document) string {
	if d.Draft {
		return "（" + document.DraftWord + "）"
	}
	return ""
}

type printer struct {
	text    strings.Builder
	ids     map[string]string // of the elements that links lead to, by their anchors
	figures int
}

func (p *printer) put(format string, args ...any) { fmt.Fprintf(&p.text, format, args...) }

// escape writes a text as HTML. Characters that no page may hold are left out.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s))
}

// name gives each anchor the id of its element.
func (p *printer) name(d document.Document) {
	add := func(anchor string) {
		if anchor != "" && p.ids[anchor] == "" {
			p.ids[anchor] = fmt.Sprintf("a%d", len(p.ids)+1)
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Heading:
			add(b.Anchor)
		case document.Figure:
			add(b.Anchor)
		case document.Table:
			add(b.Anchor)
			for _, r := range b.Rows {
				add(r.Anchor)
			}
		}
	}
}

// id is the attribute of what an anchor names.
func (p *printer) id(anchor string) string {
	if id := p.ids[anchor]; id != "" && anchor != "" {
		return fmt.Sprintf(` id="%s"`, id)
	}
	return ""
}

func (p *printer) block(b document.Block) {
	switch b := b.(type) {
	case document.Heading:
		tag := fmt.Sprintf("h%d", min(b.Level, 3)+1)
		p.put("<%s%s>%s</%s>\n", tag, p.id(b.Anchor), p.inline(b.Text), tag)
	case document.Paragraph:
		p.put("<p class=\"%s\">%s</p>\n", [...]string{"body", "mark", "centred", "note"}[b.Style], p.inline(b.Text))
	case document.Contents:
		p.contents(b)
	case document.Figure:
		p.figure(b)
	case document.Table:
		p.table(b)
	}
}

// inline is a text with its links.
func (p *printer) inline(t document.Text) string {
	var b strings.Builder
	at := 0
	for _, l := range t.Links {
		id := p.ids[l.Anchor]
		if l.From < at || l.To <= l.From || l.To > len(t.Plain) || id == "" {
			continue
		}
		fmt.Fprintf(&b, `%s<a href="#%s">%s</a>`, lines(t.Plain[at:l.From]), id, lines(t.Plain[l.From:l.To]))
		at = l.To
	}
	b.WriteString(lines(t.Plain[at:]))
	return b.String()
}

func lines(s string) string { return strings.ReplaceAll(escape(s), "\n", "<br>") }

func (p *printer) contents(c document.Contents) {
	p.put("<nav aria-label=\"%s\">\n<h2>%s</h2>\n<ol>\n", escape(c.Heading), escape(c.Heading))
	inner := false
	for i, e := range c.Entries {
		if e.Level > 1 && !inner {
			p.put("<ol>\n")
			inner = true
		}
		p.put("<li>%s", p.inline(document.Text{Plain: e.Text, Links: []document.Link{{From: 0, To: len(e.Text), Anchor: e.Anchor}}}))
		switch next := i + 1; {
		case next < len(c.Entries) && e.Level == 1 && c.Entries[next].Level > 1:
			p.put("\n")
		case inner && (next == len(c.Entries) || c.Entries[next].Level == 1):
			p.put("</li>\n</ol></li>\n")
			inner = false
		default:
			p.put("</li>\n")
		}
	}
	p.put("</ol>\n</nav>\n")
}
