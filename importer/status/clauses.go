package status

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// said is one clause of a text and what it says.
type said struct {
	text string // as written
	meaning
	parsed
	by     string
	after  rune // the mark before it, folded: '(' where it stands in brackets
	to     int  // where it ends in the text, in bytes
	broken bool // a line break or space was taken for its end
}

// clauses takes a text apart at its punctuation and reads each part. A space or a line
// break ends a clause only where the clause says nothing otherwise: cells wrap.
func (g *Grammar) clauses(text string) []said { return g.readParts(split(text, false), true, nil) }

// glance deals with a part of a text for less than reading it costs; it returns false where the
// part has to be read. plain is the part compact, head as of readParts.
type glance func(c *said, plain string, head bool) bool

// readParts reads the parts of a text; head tells that the first of them is its beginning. A
// glance, where there is one, comes before.
func (g *Grammar) readParts(parts []said, head bool, enough glance) []said {
	cs := make([]said, 0, len(parts))
	for _, c := range parts {
		if strings.Trim(unnumbered(c.text), quiet) == "" {
			continue // a number before what it numbers
		}
		head = head && (len(cs) == 0 || cs[len(cs)-1].has("q")) // 是否完成：否
		if enough != nil && !wraps(c.text) && enough(&c, compact(unnumbered(c.text)), head) {
			cs = append(cs, c)
			continue
		}
		g.read(&c, head)
		if c.status != NoStatus || !wraps(c.text) {
			cs = append(cs, c)
			continue
		}
		from := c.to - len(c.text)
		denied := c.has("n")
		for _, part := range split(c.text, true) {
			g.read(&part, head && len(cs) == 0)
			if denied && part.status == Completed {
				part.meaning = meaning{} // 未 at the end of a line, 完成 on the next
			}
			part.to += from
			part.broken = true
			if part.after == 0 {
				part.after = c.after
			}
			cs = append(cs, part)
		}
	}
	return cs
}

// spaces are what may stand between the characters of a cell that wraps.
const spaces = " \n\r\t　"

func wraps(text string) bool {
	return strings.ContainsAny(text, " \n\r\t") || strings.Contains(text, "　")
}

// numbering stands before one of several things: 1., （2）, ①, 3).
var numbering = regexp.MustCompile(`^(?:[(（]?[0-9０-９]{1,2}[.、．)）:：]|[①-⑳]|[一二三四五六七八九十]、)\s*`)

// unnumbered takes the number off that a text begins with.
func unnumbered(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	if isDigit(r) || r == '(' || r == '（' || r >= '①' && r <= '⑳' || strings.ContainsRune(chineseDigits, r) {
		return text[len(numbering.FindString(text)):]
	}
	return text
}

// read gives a clause its meaning. A word of one character is a status only at the head.
func (g *Grammar) read(c *said, head bool) {
	plain := compact(unnumbered(c.text))
	c.parsed = g.lex(plain)
	if s := g.Word(plain); s != NoStatus && (head || utf8.RuneCountInString(plain) > 1) {
		c.meaning, c.by = meaning{s, firm}, ByWord
		return
	}
	if c.meaning = g.clauseOf(plain, c.parsed); c.status != NoStatus {
		c.by = ByGrammar
	}
}

// split takes a text apart at its marks, and at spaces where soft.
func split(text string, soft bool) []said {
	cs := make([]said, 0, 8)
	from, after := 0, rune(0)
	end := func(to int) {
		raw := text[from:to]
		left := strings.TrimLeft(raw, spaces)
		part := strings.TrimRight(left, spaces)
		if part != "" {
			cs = append(cs, said{text: part, after: after, to: to - len(left) + len(part)})
		}
	}
	for i, r := range text {
		f := fold.Rune(r)
		if r == '\n' || r == '\r' || r == '\t' {
			f = ' '
		}
		if numbersNext(text[:i], text[i:], r) {
			end(i)
			from, after = i, 0
			continue
		}
		if !endsClause(text, i, r, f) && !(soft && f == ' ') {
			continue
		}
		end(i)
		from, after = i+utf8.RuneLen(r), f
		if r == utf8.RuneError {
			from = i + 1
		}
	}
	end(len(text))
	return cs
}

// endsClause reports whether the mark at i ends a clause. A full stop or dash between
// digits does not.
func endsClause(text string, i int, r, folded rune) bool {
	switch folded {
	case ',', ';', '!', '。', '、', ':', '(', ')', '|':
		return true
	case '.', '-':
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		next, _ := utf8.DecodeRuneInString(text[min(i+utf8.RuneLen(r), len(text)):])
		return !(isDigit(before) && isDigit(next))
	}
	return false
}

// numbersNext reports whether what begins here numbers the next of several things that no
// mark parts: 1.已完成2.未完成, ①已完成②未启动.
func numbersNext(before, from string, r rune) bool {
	circled := r >= '①' && r <= '⑳'
	if before == "" || !circled && !isDigit(r) {
		return false
	}
	if circled {
		return true
	}
	previous, _ := utf8.DecodeLastRuneInString(before)
	return unicode.Is(unicode.Han, previous) && listNumber.MatchString(from)
}

var listNumber = regexp.MustCompile(`^[0-9０-９]{1,2}[.．、)）]\s*\p{Han}`)

func isDigit(r rune) bool { f := fold.Rune(r); return f >= '0' && f <= '9' }
