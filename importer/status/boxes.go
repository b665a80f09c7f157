package status

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/status/symbols"
)

// box is a box that a form prints before or behind each status, ticked or not.
var box = regexp.MustCompile(`[(（\[【]\s*[√✓✔☑●■xX]\s*[)）\]】]|[(（\[【][\s　]*[)）\]】]|[☑☒■●◉▣✅√✓✔]|[□☐○◯〇⬜▢]`)

// boxesIn finds the boxes of a text. Most texts hold no character that could be one.
func boxesIn(text string) [][]int {
	for i, r := range text {
		switch {
		case r >= 0x4E00 && r <= 0x9FFF, r == '，', r == '。', r == '、', r == '；':
			continue
		case strings.ContainsRune("☑☒■●◉▣✅√✓✔□☐○◯〇⬜▢", r), symbols.OpensBracket(r) && maybeBox(text[i+utf8.RuneLen(r):]):
			return box.FindAllStringIndex(text, -1)
		}
	}
	return nil
}

// maybeBox reports whether what stands in a bracket may be a tick or nothing.
func maybeBox(behind string) bool {
	behind = strings.TrimLeft(behind, " \t\n\r\f　")
	r, _ := utf8.DecodeRuneInString(behind)
	return strings.ContainsRune(")）]】xX", r) && behind != ""
}

// isTicked reports whether a box is ticked.
func isTicked(mark string) bool { return strings.ContainsAny(mark, "√✓✔☑●■☒◉▣✅xX") }

// boxes reads a cell in which one of several printed statuses is ticked: ☑已完成 □推进中. ok
// is false where the cell has no boxes; the status is none where not exactly one is ticked.
func (g *Grammar) boxes(text string) (r Reading, ok bool) {
	marks := boxesIn(text)
	if len(marks) == 0 {
		return Reading{}, false
	}
	if len(marks) == 1 {
		return g.oneBox(text, marks[0])
	}
	choice := g.printedChoice(labelsOf(text, marks))
	if choice == nil {
		return Reading{}, false
	}
	var chosen []Reading
	for i, l := range choice {
		if isTicked(text[marks[i][0]:marks[i][1]]) {
			chosen = append(chosen, l)
		}
	}
	if len(chosen) != 1 {
		return Reading{}, true
	}
	return chosen[0], true
}

// Unticked reports whether a cell is the printed choice of statuses and no box of it is ticked:
// □已完成 □推进中.
func (g *Grammar) Unticked(text string) bool {
	marks := boxesIn(text)
	if len(marks) < 2 {
		return false
	}
	for _, m := range marks {
		if isTicked(text[m[0]:m[1]]) {
			return false
		}
	}
	return g.printedChoice(labelsOf(text, marks)) != nil
}

// labelsOf returns what stands beside each box: behind it where the text begins with a
// box, else before it.
func labelsOf(text string, marks [][]int) []string {
	labels := make([]string, len(marks))
	behind := strings.Trim(text[:marks[0][0]], quiet) == ""
	for i, m := range marks {
		from, to := 0, m[0]
		if i > 0 {
			from = marks[i-1][1]
		}
		if behind {
			from, to = m[1], len(text)
			if i+1 < len(marks) {
				to = marks[i+1][0]
			}
		}
		labels[i] = text[from:to]
	}
	return labels
}

// oneBox reads a single tick beside a status: √已完成, 推进中☑. A single empty box says
// nothing.
func (g *Grammar) oneBox(text string, m []int) (Reading, bool) {
	if r, ok := g.tickedOne(text); ok && isTicked(text[m[0]:m[1]]) {
		return r, true
	}
	before, behind := strings.Trim(text[:m[0]], quiet), strings.Trim(text[m[1]:], quiet)
	if before != "" && behind != "" {
		return Reading{}, false
	}
	l := g.label(before + behind)
	if l.Status == NoStatus || isYesOrNo(l.Said) {
		return Reading{}, false
	}
	if !isTicked(text[m[0]:m[1]]) {
		return Reading{}, true
	}
	return l, true
}

// tickedOne reads printed statuses without boxes, of which one is ticked: √已完成 推进中 未启动. ok is
// false where the text is anything else.
func (g *Grammar) tickedOne(text string) (chosen Reading, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '、' || r == '|' || r == '｜' })
	if len(parts) < 2 {
		return Reading{}, false
	}
	for _, part := range parts {
		bare := strings.Trim(part, ticks)
		l := g.label(bare)
		if l.Status == NoStatus {
			l = Reading{Status: g.meaningOfSign(bare), Said: bare, By: ByGrammar}
		}
		if l.Status == NoStatus || utf8.RuneCountInString(bare) < 2 {
			return Reading{}, false
		}
		if bare != part {
			chosen = l
		}
	}
	return chosen, chosen.Status != NoStatus
}

const ticks = "√✓✔☑"

// label reads the status beside a box.
func (g *Grammar) label(text string) Reading {
	text = strings.Trim(text, quiet+"/／|")
	if s := g.Word(text); s != NoStatus {
		return Reading{Status: s, Said: text, By: ByWord}
	}
	if g.Two(text) {
		return Reading{} // √：完成，×：未完成 explains the tick
	}
	if m := g.clause(fold.Compact(text)); m.status != NoStatus && m.hold != byForm {
		return Reading{Status: m.status, Said: text, By: ByGrammar}
	}
	return Reading{}
}

// printedChoice reads the labels of printed boxes, of which each must say a status: among others a
// bare verb is enough (□完成 □推进 □长期 □落后).
func (g *Grammar) printedChoice(labels []string) []Reading {
	choice := make([]Reading, len(labels))
	for i, text := range labels {
		choice[i] = g.label(text)
		if bare := strings.Trim(text, quiet+"/／|"); choice[i].Status == NoStatus && utf8.RuneCountInString(bare) > 1 {
			choice[i] = Reading{Status: g.meaningOfSign(bare), Said: bare, By: ByGrammar}
		}
		if choice[i].Status == NoStatus {
			return nil
		}
	}
	return choice
}

// longestPrinted is how long a printed status may be, in bytes.
const longestPrinted = 64

// between are the marks and boxes that part statuses that are printed side by side.
const between = "，,。；;：:（(）)！! 　\n\t\r、/／\\|或□☐○◯〇[]【】"

// Two reports whether a text holds words of two different statuses: 已完成/未完成, printed
// beforehand and not crossed out. A word of one character counts only where nothing but
// such words stand: 是/否.
func (g *Grammar) Two(text string) bool {
	if m := boxesIn(text); len(m) > 1 {
		if r, ok := g.boxes(text); ok {
			return r.Status == NoStatus
		}
	}
	if g.goesOnUndone(text) {
		return false
	}
	var seen printed
	from := 0
	for i, r := range text {
		if r != '或' && r >= 0x4E00 && r <= 0x9FFF {
			continue
		}
		if strings.ContainsRune(between, r) {
			g.look(text[from:i], &seen)
			from = i + utf8.RuneLen(r)
		}
	}
	g.look(text[from:], &seen)
	return seen.two || seen.twoShort && seen.short == seen.parts
}

// undoneBeside is a denial with what is done now beside it, and not in one line with it: 未完成（推进中）.
var undoneBeside = regexp.MustCompile(`^([^，,；;（(]{2,12})[，,；;（(]\s*([^，,；;（）()]{2,12})[）)]?$`)

// goesOnUndone reports whether a text denies that something is done and says that it goes on: the two words
// do not contradict each other.
func (g *Grammar) goesOnUndone(text string) bool {
	if len(text) > 90 || !strings.ContainsAny(text, "未没不") {
		return false
	}
	m := undoneBeside.FindStringSubmatch(text)
	return m != nil && g.Word(m[1]) == Behind && g.Word(m[2]) == InProgress && undone.MatchString(g.lex(fold.Compact(m[1])).form)
}

// printed is what statuses were seen beside each other.
type printed struct {
	first, firstShort Status
	two, twoShort     bool
	short, parts      int // how many words of one character, of how many
}

// look takes one part of a text into account.
func (g *Grammar) look(part string, seen *printed) {
	if part == "" {
		return
	}
	seen.parts++
	if len(part) > longestPrinted {
		return
	}
	part = unnumbered(part)
	s := g.Word(part)
	if s == NoStatus {
		return
	}
	if utf8.RuneCountInString(fold.Key(part)) < 2 {
		seen.short++
		seen.twoShort = seen.twoShort || seen.firstShort != NoStatus && s != seen.firstShort
		seen.firstShort = s
		return
	}
	seen.two = seen.two || seen.first != NoStatus && s != seen.first
	seen.first = s
}
