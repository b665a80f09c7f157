package status

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/status/shares"
)

// piece is one clause of a text as its marks part it.
type piece struct {
	text   string // as written
	after  rune   // the mark before it, folded: '(' where it stands in brackets
	to     int    // where it ends in the text, in bytes
	broken bool   // a line break or space was taken for its end
}

// said is a piece and what it says.
type said struct {
	piece
	meaning
	parsed
	by string
}

// clauses takes a text apart at its punctuation and reads each part. A space or a line
// break ends a clause only where the clause says nothing otherwise: cells wrap.
func (g *Grammar) clauses(text string) []said { return g.readParts(split(text, false), true) }

// glance deals with a part of a text for less than reading it costs; it returns false where the
// part has to be read. plain is the part compact, head as of readParts.
type glance func(c *said, plain string, head bool) bool

// readParts reads the parts of a text; head tells that the first of them is its beginning.
func (g *Grammar) readParts(parts []piece, head bool) []said {
	cs := make([]said, 0, len(parts))
	for c := range g.reads(parts, head, nil) {
		cs = append(cs, *c)
	}
	return cs
}

// reads is readParts for whoever keeps none of them. A glance, where there is one, comes before.
func (g *Grammar) reads(parts []piece, head bool, enough glance) iter.Seq[*said] {
	return func(yield func(*said) bool) {
		first, asked := true, false // no clause stands before; the one before asks
		tell := func(c *said) bool {
			first, asked = false, c.has("q")
			return yield(c)
		}
		for i := range parts {
			p := &parts[i]
			if strings.Trim(unnumbered(p.text), quiet) == "" {
				continue // a number before what it numbers
			}
			c := said{piece: *p}
			head = head && (first || asked) // 是否完成：否
			known := enough != nil && !wraps(p.text) && enough(&c, fold.Compact(unnumbered(p.text)), head)
			if !known {
				g.read(&c, head)
			}
			if known || c.status != NoStatus || !wraps(p.text) {
				if !tell(&c) {
					return
				}
				continue
			}
			from := p.to - len(p.text)
			denied := c.has("n")
			for _, line := range split(p.text, true) {
				c := said{piece: line}
				g.read(&c, head && first)
				if denied && c.status == Completed {
					c.meaning = meaning{} // 未 at the end of a line, 完成 on the next
				}
				c.to += from
				c.broken = true
				if c.after == 0 {
					c.after = p.after
				}
				if !tell(&c) {
					return
				}
			}
		}
	}
}

// isSpace reports what may stand between the characters of a cell that wraps.
func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '　'
}

func wraps(text string) bool { return strings.ContainsFunc(text, isSpace) }

// numbering stands before one of several things: 1., （2）, ①, 3).
var numbering = regexp.MustCompile(`^(?:[(（]?[0-9０-９]{1,2}[.、．)）:：]|[①-⑳]|[一二三四五六七八九十]、)\s*`)

// unnumbered takes the number off that a text begins with.
func unnumbered(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	if fold.IsDigit(r) || r == '(' || r == '（' || r >= '①' && r <= '⑳' || strings.ContainsRune(shares.Digits, r) {
		return text[len(numbering.FindString(text)):]
	}
	return text
}

// read gives a clause its meaning. A word of one character is a status only at the head.
func (g *Grammar) read(c *said, head bool) {
	plain := fold.Compact(unnumbered(c.text))
	if c.words == nil { // a glance may have taken it apart
		c.parsed = g.lex(plain)
	}
	if s := g.Word(plain); s != NoStatus && (head || utf8.RuneCountInString(plain) > 1) {
		c.meaning, c.by = meaning{s, firm}, ByWord
		return
	}
	if c.meaning = g.clauseOf(plain, c.parsed); c.status != NoStatus {
		c.by = ByGrammar
	}
}

// split takes a text apart at its marks, and at spaces where soft.
func split(text string, soft bool) []piece {
	parts := make([]piece, 0, 8)
	from, after := 0, rune(0)
	end := func(to int) {
		raw := text[from:to]
		left := strings.TrimLeftFunc(raw, isSpace)
		if bare := strings.TrimRightFunc(left, isSpace); bare != "" {
			parts = append(parts, piece{text: bare, after: after, to: to - len(left) + len(bare)})
		}
	}
	for i, r := range text {
		f := fold.Rune(r)
		if r == '\n' || r == '\r' || r == '\t' {
			f = ' '
		}
		if numbersNext(text[:i], text[i:], r, f) {
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
	return parts
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
		return !(fold.IsDigit(before) && fold.IsDigit(next))
	}
	return false
}

// numbersNext reports whether what begins here numbers the next of several things that no
// mark parts: 1.已完成2.未完成, ①已完成②未启动.
func numbersNext(before, from string, r, folded rune) bool {
	circled := r >= '①' && r <= '⑳'
	if before == "" || !circled && (folded < '0' || folded > '9') {
		return false
	}
	if circled {
		return true
	}
	previous, _ := utf8.DecodeLastRuneInString(before)
	return mayNumber(from) && unicode.Is(unicode.Han, previous) && listNumber.MatchString(from)
}

// mayNumber is a quick look: whether a mark stands behind the one or two figures that a text begins with.
func mayNumber(from string) bool {
	for n, r := range from {
		if !fold.IsDigit(r) {
			return n > 0 && strings.ContainsRune(".．、)）", r)
		}
		if n > 2*len("０") {
			return false
		}
	}
	return false
}

var listNumber = regexp.MustCompile(`^[0-9０-９]{1,2}[.．、)）]\s*\p{Han}`)
