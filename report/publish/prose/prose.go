// Package prose sets a text as an official document does, and knows where its sentences end.
package prose

import (
	"strings"

	"taizhang/importer/fold"
)

// Set returns a text as it is set in an official document: one paragraph, full-width
// punctuation between Chinese characters, half-width digits and letters, no space that a
// spreadsheet left behind, no mark twice. No character with a meaning is added or dropped.
func Set(text string) string {
	p := &setter{text: []rune(oneLine(text))}
	p.full = p.fullBrackets()
	for i := range p.text {
		p.set(i)
	}
	return strings.TrimSpace(string(p.out))
}

// Sentence returns prose that ends like a sentence, "" for an empty text.
func Sentence(text string) string {
	s := strings.TrimRight(strings.TrimLeft(Set(text), "。；，、"), "；，、：,;: ")
	if s == "" || strings.ContainsRune("。！？…", lastRune(strings.TrimRight(s, "”’）》】"))) {
		return s
	}
	return s + "。"
}

// oneLine joins the lines of a cell: ； stands between two unless the first already ends
// with a mark. What the eye can't see is dropped.
func oneLine(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
		line = fold.Text(line)
		if line == "" {
			continue
		}
		if b.Len() > 0 && !strings.ContainsRune("。；！？，、：;!?,:.…（(“《", lastRune(b.String())) {
			b.WriteRune('；')
		}
		b.WriteString(line)
	}
	return b.String()
}

func lastRune(s string) rune {
	var last rune
	for _, r := range s {
		last = r
	}
	return last
}

// setter sets one paragraph.
type setter struct {
	text []rune
	out  []rune
	full []bool // brackets and quotes that belong to Chinese text
	open bool   // a straight quote was opened
}

// wide are the marks that Chinese text writes in full width.
var wide = map[rune]rune{',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '｡': '。', '､': '、', '．': '.', '－': '-', '％': '%', '　': ' '}

func (p *setter) set(i int) {
	r, before, after := p.text[i], p.at(i-1), p.at(i+1)
	switch {
	case r == ' ':
		if !isPlain(before) || !isPlain(after) {
			if !fold.IsHan(before) || !fold.IsHan(after) {
				return // beside a mark, or between Chinese and digits
			}
		}
	case r == '"':
		if p.full[i] {
			r = '“'
			if p.open {
				r = '”'
			}
			p.open = !p.open
		}
	case r == '.':
		if fold.IsHan(before) && !isPlain(after) && after != '.' {
			r = '。'
		}
	case r == '(' || r == ')':
		if p.full[i] {
			r = wide[r]
		}
	case wide[r] != 0 && (r >= 0x80 || p.isChinese(i)):
		r = wide[r]
	}
	p.put(r)
}

// put adds a character. Of two stops or commas in a row (。。 ；。) the stronger one stays.
func (p *setter) put(r rune) {
	const marks = "。；，、" // the strongest first
	rank := strings.IndexRune(marks, r)
	if n := len(p.out); n > 0 && rank >= 0 {
		if last := strings.IndexRune(marks, p.out[n-1]); last >= 0 {
			if rank < last {
				p.out[n-1] = r
			}
			return
		}
	}
	p.out = append(p.out, r)
}

func (p *setter) at(i int) rune {
	if i < 0 || i >= len(p.text) {
		return 0
	}
	return p.text[i]
}

// isChinese reports whether the mark at i stands in Chinese text: beside a Chinese
// character or mark, and not inside a number, a time or an address.
func (p *setter) isChinese(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	if isPlain(before) && isPlain(after) {
		return false
	}
	for k := i - 1; k >= 0 && p.text[k] == ' '; k-- {
		before = p.at(k - 1)
	}
	return before >= 0x80 || after >= 0x80 || after == 0 && p.hasHan()
}

func (p *setter) hasHan() bool {
	for _, r := range p.text {
		if fold.IsHan(r) {
			return true
		}
	}
	return false
}

// fullBrackets marks half-width brackets and straight quotes that hold, or stand behind,
// Chinese text. Both of a pair are marked or neither.
func (p *setter) fullBrackets() []bool {
	full := make([]bool, len(p.text))
	var open []int
	quote := -1
	pair := func(from, to int) {
		chinese := fold.IsHan(p.at(from-1)) || fold.IsHan(p.at(to+1))
		for k := from; k <= to; k++ {
			chinese = chinese || fold.IsHan(p.text[k])
		}
		full[from], full[to] = chinese, chinese
	}
	for i, r := range p.text {
		switch r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if n := len(open); n > 0 {
				pair(open[n-1], i)
				open = open[:n-1]
			}
		case '"':
			if quote < 0 {
				quote = i
				continue
			}
			pair(quote, i)
			quote = -1
		}
	}
	return full
}

// isPlain reports whether r is a half-width letter, digit or sign.
func isPlain(r rune) bool { return r > ' ' && r < 0x7F }
