package wording

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// small is all of Markdown that the annex knows: headings, paragraphs, tables, emphasis
// and images. Everything else is text: a paragraph that begins with 1. is just that.
func small() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewEmphasisParser(), 500)),
		parser.WithParagraphTransformers(
			util.Prioritized(extension.NewTableParagraphTransformer(), 200)))
}

var indent = regexp.MustCompile(`(?m)^[ \t]+`)

// read returns the blocks of a Markdown text. A caption that stands above a table of the
// template becomes the table's.
func read(source []byte) []Block {
	source = indent.ReplaceAll(source, nil) // nothing is nested, and the parser stops at what it takes for code
	var blocks []Block
	root := small().Parse(text.NewReader(source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		b := block(n, source)
		last := len(blocks) - 1
		switch {
		case b.Kind == Table && last >= 0 && blocks[last].Kind == Register:
			b.Text, b.Name = blocks[last].Text, blocks[last].Name
			blocks[last] = b
		case b.Text != "" || b.Kind >= Table:
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func block(n ast.Node, source []byte) Block {
	switch n := n.(type) {
	case *ast.Heading:
		kind := Title + Kind(min(n.Level, 4)-1)
		return Block{Kind: kind, Text: plain(n, source)}
	case *table.Table:
		return rows(n, source)
	}
	if only := n.FirstChild(); only != nil && only.NextSibling() == nil {
		switch only := only.(type) {
		case *ast.Image:
			what, name, _ := strings.Cut(strings.Replace(string(only.Destination), "：", ":", 1), ":")
			switch what {
			case "图":
				return Block{Kind: Figure, Text: plain(only, source), Name: name}
			case "表":
				return Block{Kind: Register, Text: plain(only, source), Name: name}
			case "目录":
				return Block{Kind: Contents, Text: plain(only, source)}
			}
		case *ast.Emphasis:
			return Block{Kind: Note, Text: plain(only, source)}
		}
	}
	return Block{Kind: Paragraph, Text: plain(n, source)}
}

func rows(t *table.Table, source []byte) Block {
	b := Block{Kind: Table}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, plain(cell, source))
		}
		b.Rows = append(b.Rows, cells)
	}
	for _, a := range t.Alignments {
		b.Centred = append(b.Centred, a == table.AlignCenter || a == table.AlignRight)
	}
	return b
}

// plain returns the text of a node without its marks. A line of the template that goes on
// in the next is joined to it without a space where either side is Chinese.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		t, ok := n.(*ast.Text)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		b.Write(util.UnescapePunctuations(t.Segment.Value(source)))
		if t.SoftLineBreak() || t.HardLineBreak() {
			b.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	})
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	joined := lines[0]
	for _, line := range lines[1:] {
		if chineseAt(joined, len(joined)) || chineseAt(line, 0) {
			joined += line
		} else {
			joined += " " + line
		}
	}
	return joined
}

// chineseAt reports whether the character that touches the place is Chinese.
func chineseAt(s string, at int) bool {
	var touching rune
	for i, r := range s {
		if at == 0 || i < at {
			touching = r
		}
		if at == 0 {
			break
		}
	}
	return unicode.Is(unicode.Han, touching) || touching > 0x2000
}
