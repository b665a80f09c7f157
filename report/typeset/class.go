package typeset

import (
	"strings"
	"unicode"
)

// Marks with their ink on one half of the character and the other half blank.
const (
	opening = "“‘（〔［｛《〈「『【〖"
	closing = "”’）〕］｝》〉」』】〗"
	pausing = "，。、．"
)

// Marks that never begin a line, besides what Unicode's line breaking knows, and marks
// that never end one (GB/T 15834—2011, 5.1).
const (
	notFirst = closing + pausing + "；：？！％‰℃°′″·～／—…"
	notLast  = opening + "￥＄№"
)

func isOpening(r rune) bool  { return strings.ContainsRune(opening, r) }
func isClosing(r rune) bool  { return strings.ContainsRune(closing, r) }
func isPausing(r rune) bool  { return strings.ContainsRune(pausing, r) }
func isNotFirst(r rune) bool { return strings.ContainsRune(notFirst, r) }
func isNotLast(r rune) bool  { return strings.ContainsRune(notLast, r) }

// isMark reports whether r is a full-width punctuation mark.
func isMark(r rune) bool {
	return isOpening(r) || isClosing(r) || isPausing(r) || strings.ContainsRune("；：？！", r)
}

// isNarrow reports whether r is set at its own width: Latin, digits and their punctuation.
func isNarrow(r rune) bool {
	return r < 0x2E80 && !isMark(r) && !strings.ContainsRune("—…～％℃①②③④⑤⑥⑦⑧⑨⑩×÷±→←↑↓√■□●○★☆§№", r)
}

// isSpace reports whether r is blank and may be left out at a line's end.
func isSpace(r rune) bool { return unicode.IsSpace(r) && r != 0xA0 && r != 0x202F }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool {
	return isDigit(r) || r < 0x250 && unicode.IsLetter(r)
}

// counted lists what a number is read together with: 2021年, 33项, 第3. It may be broken
// there, but not for choice.
const counted = "年月日时分秒个项条件次号家户人名位份期届章节款元万亿天周季度级类种股"

func isCounted(r rune) bool { return strings.ContainsRune(counted, r) }
