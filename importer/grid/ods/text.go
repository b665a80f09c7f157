package ods

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/odf"
)

// content is what stands in a cell and over it.
type content struct {
	text, link string
	lines      int         // paragraphs
	runs       []chars.Run // the text run by run, where any may be struck out
	over       []lying
}

// reader reads the content of a cell.
type reader struct {
	*opened
	x *markup.Scanner
	c content
	b strings.Builder

	spans []span // that are open
	from  int    // where in the text the run begins
}

// span is an open element that may strike its text out, or write it in signs.
type span struct {
	depth       int
	struck, own bool
	signs       string // as a style says it
}

// read reads the text of a cell, one line a paragraph, and the first link in it. Comments and
// drawings are not its text, and lie over it.
func (r *reader) read() content {
	x, depth := r.x, r.x.Depth()
	for {
		switch x.Next() {
		case markup.TokenStop:
			return r.done()
		case markup.TokenEnd:
			if x.Depth() < depth {
				return r.done()
			}
			if n := len(r.spans); n > 0 && x.Depth() < r.spans[n-1].depth {
				r.cut()
				r.spans = r.spans[:n-1]
			}
		case markup.TokenText:
			if x.Depth() > depth {
				r.b.WriteString(markup.Squeeze(x.Piece()))
			}
		case markup.TokenStart:
			r.start()
		}
		if r.b.Len() > grid.MaxTextBytes && x.Bad == nil {
			x.Bad = grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
	}
}

func (r *reader) start() {
	x := r.x
	switch x.Name {
	case "p", "h":
		if r.c.lines++; r.c.lines > 1 {
			r.b.WriteByte('\n')
		}
		r.open(odf.OfParagraphs)
	case "span":
		r.open(odf.OfText)
	case "a":
		if r.c.link == "" {
			r.c.link = x.Attr("href")
		}
	case "s":
		r.b.WriteString(strings.Repeat(" ", odf.Spaces(x)))
	case "tab":
		r.b.WriteByte('\t')
	case "line-break":
		r.b.WriteByte('\n')
	case "annotation", "frame", "control":
		r.lay(x.Name)
	case "note", "ruby-text", "shapes", "custom-shape", "table":
		x.Leave(x.Depth() - 1)
	}
}

// open opens an element whose style may strike its text out, or write it in signs.
func (r *reader) open(family string) {
	if !r.Strikes {
		return
	}
	s := span{depth: r.x.Depth()}
	if n := len(r.spans); n > 0 {
		s.struck, s.own, s.signs = r.spans[n-1].struck, r.spans[n-1].own, r.spans[n-1].signs
	}
	style := family + r.x.Attr("style-name")
	if struck := r.Say(style, odf.Struck); struck != "" {
		s.struck, s.own = struck != "none", true
	}
	if signs := r.Say(style, odf.Signs); signs != "" {
		s.signs = signs
	}
	r.cut()
	r.spans = append(r.spans, s)
}

// cut ends a run.
func (r *reader) cut() {
	text := r.b.String()
	if len(text) > r.from {
		run := chars.Run{Text: text[r.from:]}
		if n := len(r.spans); n > 0 {
			s := r.spans[n-1]
			run.Struck, run.Own, run.OwnFont = s.struck, s.own, s.signs != ""
			run.Text = chars.Symbols(s.signs, run.Text)
		}
		r.c.runs = append(r.c.runs, run)
		r.from = len(text)
	}
}

func (r *reader) done() content {
	if r.Strikes {
		r.cut()
	}
	r.c.text = r.b.String()
	return r.c
}
