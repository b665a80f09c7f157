package console

import (
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
)

// places measures text in display columns. Characters that are narrow on some terminals
// and wide on others (“ ” … →) count as wide: a line may end early, but never runs over.
var places = &runewidth.Condition{EastAsianWidth: true, StrictEmojiNeutral: true}

// narrowest is the width below which hanging indents leave no room for text.
const narrowest = 30

// paragraph prints a text behind a head, which takes `indent` columns; further lines hang
// under the text's beginning. Where the width is unknown the text is one line.
func (s Screen) paragraph(indent int, head, text string) {
	text = shown(text, "\n")
	room := s.Width - 1 - indent // consoles jump to the next line when the last column is filled
	if s.Width < narrowest || room < narrowest/2 {
		fmt.Fprintln(s, head+text)
		return
	}
	fmt.Fprintln(s, head+strings.Join(wrap(text, room), "\n"+strings.Repeat(" ", indent)))
}

// wrap breaks a text into lines of at most `room` columns where Unicode's rules for line
// breaking (UAX 14) allow it: between Chinese characters, but not before a comma.
func wrap(text string, room int) (lines []string) {
	line, used := "", 0
	for state := -1; text != ""; {
		var part string
		part, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		for strings.HasSuffix(part, "-") && text != "" { // a code or a file name stays whole
			var more string
			more, text, _, state = uniseg.FirstLineSegmentInString(text, state)
			part += more
		}
		for _, piece := range cut(part, room) {
			if width := places.StringWidth(strings.TrimRight(piece, " ")); used+width > room && line != "" {
				lines, line, used = append(lines, strings.TrimRight(line, " ")), "", 0
			}
			line += piece
			used += places.StringWidth(piece)
		}
	}
	return append(lines, strings.TrimRight(line, " "))
}

// cut takes a part that may not be broken, such as a long path, apart where it has to be.
func cut(part string, room int) (pieces []string) {
	for places.StringWidth(strings.TrimRight(part, " ")) > room {
		piece := places.Truncate(part, room, "")
		if piece == "" {
			break
		}
		pieces, part = append(pieces, piece), part[len(piece):]
	}
	return append(pieces, part)
}

// shorten cuts a text to a width in display columns, with … at its end.
func shorten(s string, width int) string { return places.Truncate(s, width, "…") }

// pad fills a text with spaces to a width in display columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-places.StringWidth(s)))
}
