package grid

import (
	"strconv"
	"strings"
)

// paragraphs reads the text of a cell, one line a paragraph, and the first link in it.
// Comments and drawings are not its text.
func (x *scanner) paragraphs() (text, link string) {
	depth := len(x.open)
	var b strings.Builder
	lines := 0
	for {
		switch x.next() {
		case tokenStop:
			return b.String(), link
		case tokenEnd:
			if len(x.open) < depth {
				return b.String(), link
			}
		case tokenText:
			if len(x.open) > depth {
				b.WriteString(squeeze(x.piece()))
			}
		case tokenStart:
			switch x.name {
			case "p", "h":
				if lines++; lines > 1 {
					b.WriteByte('\n')
				}
			case "a":
				if link == "" {
					link = x.attr("href")
				}
			case "s":
				n, _ := strconv.Atoi(x.attr("c"))
				b.WriteString(strings.Repeat(" ", min(max(n, 1), 1000)))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			case "annotation", "note", "ruby-text", "frame", "shapes", "custom-shape", "table":
				x.leave(len(x.open) - 1)
			}
		}
		if b.Len() > maxTextBytes && x.bad == nil {
			x.bad = tooLarge("一个单元格的文字过长", size(maxTextBytes))
		}
	}
}

// squeeze makes one space of each run of blanks, as the format counts them.
func squeeze(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\r' || r == '\t' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}
