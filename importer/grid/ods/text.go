package ods

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/markup"
)

// paragraphs reads the text of a cell, one line a paragraph, and the first link in it.
// Comments and drawings are not its text.
func paragraphs(x *markup.Scanner) (text, link string) {
	depth := x.Depth()
	var b strings.Builder
	lines := 0
	for {
		switch x.Next() {
		case markup.TokenStop:
			return b.String(), link
		case markup.TokenEnd:
			if x.Depth() < depth {
				return b.String(), link
			}
		case markup.TokenText:
			if x.Depth() > depth {
				b.WriteString(markup.Squeeze(x.Piece()))
			}
		case markup.TokenStart:
			switch x.Name {
			case "p", "h":
				if lines++; lines > 1 {
					b.WriteByte('\n')
				}
			case "a":
				if link == "" {
					link = x.Attr("href")
				}
			case "s":
				n, _ := strconv.Atoi(x.Attr("c"))
				b.WriteString(strings.Repeat(" ", min(max(n, 1), 1000)))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			case "annotation", "note", "ruby-text", "frame", "shapes", "custom-shape", "table":
				x.Leave(x.Depth() - 1)
			}
		}
		if b.Len() > grid.MaxTextBytes && x.Bad == nil {
			x.Bad = grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
	}
}
