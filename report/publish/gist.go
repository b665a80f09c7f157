package publish

import (
	"regexp"
	"unicode/utf8"

	"taizhang/importer/status"
	"taizhang/report/publish/prose"
)

// Lengths of a sentence that stands for all that was done: wanted, and at most where none is as short.
const (
	gistRunes = 56
	mostGist  = 120
)

// gist returns the most telling sentence of the sayings that is no essay. Before it stands whose word
// it is where several decide, and of which quarter where that is an earlier one: 据文化馆第三季度填报，.
func (e *editor) gist(said []saying, several bool) (text string, weight int) {
	longer := false // what was found so far is longer than wanted
	for _, q := range said {
		runes := []rune(q.text)
		from := 0
		for _, end := range prose.Ends(runes) {
			one := prose.WithoutNumber(string(runes[from:end])) // the other items of its list are not beside it
			from = end
			n := utf8.RuneCountInString(one)
			if n > mostGist || e.tellsLack(one) {
				continue
			}
			long := n > gistRunes
			if w := figuresIn(one); text == "" || longer && !long || longer == long && w > weight {
				text, weight, longer = e.attributed(prose.Sentence(one), q, several), w, long
			}
		}
	}
	return text, weight
}

// attributed says before a sentence whose word it is, where several decide, and of which earlier quarter.
func (e *editor) attributed(text string, q saying, several bool) string {
	who := ""
	if several {
		who = e.name(q.department)
	}
	if who+q.from == "" {
		return text
	}
	return "据" + who + q.from + "填报，" + text
}

// lack returns the first sentence of the sayings that tells what is not done and is no essay: beside what is
// late, what was done says nothing.
func (e *editor) lack(said []saying, several bool) string {
	for _, q := range said {
		runes := []rune(q.text)
		from := 0
		for _, end := range prose.Ends(runes) {
			one := prose.WithoutNumber(string(runes[from:end]))
			from = end
			if utf8.RuneCountInString(one) <= mostGist && e.tellsLack(one) {
				if text := e.attributed(prose.Sentence(one), q, several); len(e.gate.FindIssued(text)) == 0 {
					return text
				}
			}
		}
	}
	return ""
}

// slower is a comparison with what was to be: 比计划慢了一个月左右, 慢于序时进度.
var slower = regexp.MustCompile(`比[^，。；,;]{0,8}(?:计划|预期|节点|进度|目标|时限|去年|往年)[^，。；,;]{0,4}(?:慢|晚|落后|滞后|推迟|延后)|(?:慢于|晚于|落后于|滞后于)`)

// tellsLack reports whether a sentence says that something is not done.
func (e *editor) tellsLack(sentence string) bool {
	return e.grammar().Against(sentence, status.Completed) != "" || slower.MatchString(sentence)
}

// figuresIn scores the figures and the names of documents in a text, three for each, at most fifteen.
func figuresIn(text string) int {
	score, digits := 0, false
	for _, r := range text {
		digit := r >= '0' && r <= '9'
		if digit && !digits {
			score += 3
		}
		digits = digit
		if r == '《' {
			score += 3
		}
	}
	return min(score, 15)
}
