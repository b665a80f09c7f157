package symbols

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs that people and forms put into a box, or in place of one.
const (
	tickSigns  = "√✓✔☑✅■●◉▣★▲◆"
	emptySigns = "□☐⬜▢○◯〇◇△☆"
	crossSigns = "×✗✘✕✖❌"
	checkSign  = "☒" // ticked by Word, crossed out to a reader
)

// Mark is what a sign alone in a cell says of the box that it stands for.
type Mark uint8

const (
	NoMark Mark = iota
	Ticked
	Empty   // a box without a tick: it says nothing, least of all that something is done
	Crossed // × ✗
	Checked // ☒: a tick where ☐ stands for none, a cross where ☑ stands for a tick
)

// longestMark is how many characters a mark has at the most: ( √ ), □√.
const longestMark = 5

// MarkOf reads a text that is a mark and nothing else: √, ☐, [ ], （√）, □√. A lone letter is none.
func MarkOf(text string) Mark {
	text = strings.TrimSpace(text)
	if text == "" || utf8.RuneCountInString(text) > longestMark {
		return NoMark
	}
	found, bracketed := NoMark, false
	if inner, ok := insideBrackets(text); ok {
		if text = inner; text == "" {
			return Empty
		}
		bracketed = true
	}
	for _, r := range text {
		sign := NoMark
		switch {
		case unicode.IsSpace(r), r == 0xFE0E, r == 0xFE0F: // how the sign before is to be drawn
			continue
		case strings.ContainsRune(tickSigns, r):
			sign = Ticked
		case strings.ContainsRune(emptySigns, r):
			sign = Empty
		case strings.ContainsRune(crossSigns, r):
			sign = Crossed
		case strings.ContainsRune(checkSign, r), bracketed && (r == 'x' || r == 'X'):
			sign = Checked
		default:
			return NoMark
		}
		if found == NoMark || found == Empty {
			found = sign // what stands beside an empty box stands in it
		} else if sign != Empty && sign != found {
			return NoMark
		}
	}
	return found
}

// insideBrackets returns what stands between the brackets that a text begins and ends with.
func insideBrackets(text string) (string, bool) {
	first, from := utf8.DecodeRuneInString(text)
	last, to := utf8.DecodeLastRuneInString(text)
	if len(text) <= from || !strings.ContainsRune("(（[【", first) || !strings.ContainsRune(")）]】", last) {
		return "", false
	}
	return strings.TrimSpace(text[from : len(text)-to]), true
}
