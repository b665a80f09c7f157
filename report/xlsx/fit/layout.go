// Package fit makes texts fit for cells, and says how much room they take there: widths of columns,
// lines, heights of rows.
package fit

import (
	"math"
	"strings"
	"unicode"
)

// Screens and printers differ by a few percent in how much of a line they fill, and a
// machine without 宋体 draws wider and taller letters. The measures here are those of the
// widest letters seen, so that a row is rather too tall than cut.
const (
	PixelsPerUnit = 8.0  // of a column, with 宋体 11 as the workbook's font
	padding       = 8.0  // pixels that a cell keeps free
	slack         = 0.97 // of a line, between screen and paper
	Leading       = 1.45 // line pitch in sizes
	latin         = 0.55 // width of a Latin letter in ems
	MaxHeight     = 409  // points, the most a row takes
	MinHeight     = 18
)

// Room returns how many ems of a line a column of the width offers at the size in points.
func Room(width, size float64) float64 {
	return max((width*PixelsPerUnit-padding)*slack/(size*4/3), 1)
}

// WidthOf returns the width in which s stands on one line.
func WidthOf(s string, size float64) float64 {
	ems := latin / 2
	for _, r := range s {
		ems += em(r)
	}
	return math.Ceil((ems*size*4/3/slack + padding) / PixelsPerUnit)
}

// Lines returns how many lines s takes when it is wrapped to so many ems.
func Lines(s string, room float64) int {
	if latin*float64(len(s)) <= room && !strings.Contains(s, "\n") {
		return 1 // no letter takes more than this a byte
	}
	w := wrapping{room: room, lines: 1}
	for _, r := range s {
		w.add(r)
	}
	return w.lines
}

// mostLines returns, at a glance, a number of lines that s doesn't exceed in a room of six
// ems or more: two line ends have room-2 ems or a line break between them, because what
// moves to the next line is a word that didn't fit, or two letters.
func mostLines(s string, room float64) int {
	return 2*(1+strings.Count(s, "\n")) + int(3*latin*float64(len(s))/room)
}

// wrapping is a text while it is wrapped, letter by letter. Between Han letters a line
// breaks anywhere, but not before a closing mark, which takes the letter before it along; a
// Latin word stays whole unless it is longer than the line, and so do numbers that 、 parts, in which
// some programs break no line.
type wrapping struct {
	room  float64 // ems of a line
	lines int
	x     float64 // of the last line
	word  float64 // the part of x that is an unfinished Latin word
	digit bool    // the last letter was one
}

func (w *wrapping) add(r rune) {
	if r == '\n' {
		w.lines, w.x, w.word, w.digit = w.lines+1, 0, 0, false
		return
	}
	wide := em(r)
	w.x += wide
	if wide == latin && !unicode.IsSpace(r) || r == '、' && w.digit {
		w.word += wide
	} else {
		w.word = 0
	}
	w.digit = r >= '0' && r <= '9'
	if w.x <= w.room {
		return
	}
	w.lines++
	switch {
	case w.word > 0 && w.word < w.room:
		w.x = w.word
	case closes(r):
		w.x = 2 * wide
	default:
		w.x, w.word = wide, min(w.word, wide)
	}
}

// em returns the width of r.
func em(r rune) float64 {
	switch {
	case r >= 0x4E00 && r < 0xA000, r > 0x3000 && r < 0x302A, r > 0xFF00 && r < 0xFF5F: // most of what there is
		return 1
	case r >= 0x20 && r < 0x7F:
		return latin
	case r < 0x20, unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return 0
	case r < 0x2E80 && r != '—' && r != '…' && r != '“' && r != '”' && r != '‘' && r != '’' && !(r >= 0x2460 && r < 0x2500):
		return latin
	default:
		return 1
	}
}

func closes(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！', '）', '》', '」', '』', '】', '〕', '”', '’', '…', '%':
		return true
	}
	return false
}

// HeightOf returns the height of a row that shows so many lines of the size.
func HeightOf(lines int, size float64) float64 {
	h := math.Ceil(float64(lines)*size*Leading) + 4
	return min(max(h, MinHeight), MaxHeight)
}

// LinesWithin returns how many lines of the size the tallest row shows.
func LinesWithin(size float64) int { return int((MaxHeight - 4) / (size * Leading)) }

// Width returns the narrowest width from least to most, in steps of four, in which the
// tallest row shows each of the texts whole; most where even that is too narrow.
func Width(texts []string, size, least, most float64) float64 {
	width, within := least, LinesWithin(size)
	for _, s := range texts {
		if r := Room(width, size); r >= 6 && mostLines(s, r) <= within {
			continue
		}
		for width < most && Lines(s, Room(width, size)) > within {
			width = min(width+4, most)
		}
	}
	return width
}

// LettersWithin returns how many of the letters, less a multiple of ten, stand with the mark
// behind them in so many lines of so many ems.
func LettersWithin(letters []rune, mark string, room float64, within int) int {
	after := make([]wrapping, len(letters)+1) // after so many letters
	after[0] = wrapping{room: room, lines: 1}
	for i, r := range letters {
		after[i+1] = after[i]
		after[i+1].add(r)
	}
	for keep := len(letters); keep > 0; keep -= 10 {
		w := after[keep]
		for _, r := range mark {
			w.add(r)
		}
		if w.lines <= within {
			return keep
		}
	}
	return 0
}
