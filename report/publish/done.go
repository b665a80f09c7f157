package publish

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/importer/status"
)

const (
	countFrom  = 3   // deciders from which they are counted before they are quoted
	quoted     = 2   // texts that are quoted of many deciders
	quoteRunes = 120 // a quoted text ends with the sentence that passes this length
)

// neutral is what stands where a department's own words may not, or don't, say anything.
// It repeats the category and adds nothing.
func neutral(stands status.Status) string {
	switch stands {
	case status.Completed:
		return "已完成。"
	case status.InProgress:
		return "正在推进。"
	case status.Ongoing:
		return "已作为日常工作常态化开展。"
	case status.Behind:
		return "进度滞后，正在推进。"
	case status.NotStarted:
		return "尚未启动。"
	case status.NotApplicable:
		return "本年度不涉及此项工作。"
	}
	return "暂无进展信息。"
}

// plain is neutral with the names of those whose standing it is, where others of those who decide
// stand elsewhere: what one has not begun is not said of all.
func (e *editor) plain(s *ledger.Standing) string {
	if unverified(s) {
		return "状态" + unverifiedLabel + "。"
	}
	switch s.Status {
	case status.InProgress, status.Behind, status.NotStarted:
	default:
		return neutral(s.Status)
	}
	var names []string
	for _, v := range s.Deciders {
		if v.Status() == s.Status {
			names = append(names, e.name(v.Department))
		}
	}
	if s.Ruled || len(names) == 0 || len(names) == len(s.Deciders) {
		return neutral(s.Status)
	}
	return strings.Join(names, "、") + neutral(s.Status)
}

// saying is a department's words that passed the gate.
type saying struct {
	department string
	text       string
	key        string // of the text
	from       string // the earlier quarter that it was said in, "" for the document's own
	score      int
}

// done composes what was done from the last words of those who decide where it stands: never from
// those of a department that is further on, nor from a text that contradicts its own status.
// How many of how many stand where is said before it where many decide, and where nobody's
// word is that of the standing.
func (e *editor) done(r *Requirement, s *ledger.Standing) {
	deciding := slices.DeleteFunc(e.heard(s), func(v ledger.Voice) bool { return v.Entry != nil && v.Entry.Row.Against != "" })
	said := e.sayings(s.Requirement, deciding, func(v ledger.Voice) grid.Words { return v.Entry.Row.Progress })
	var b strings.Builder
	if !s.Ruled && (len(s.Deciders) >= countFrom || len(s.Deciders) > 1 && !decided(s) && s.Status != status.NotReported) {
		b.WriteString(e.counts(s))
	}
	for _, q := range telling(said, quoted) {
		if len(s.Deciders) > 1 {
			b.WriteString(e.name(q.department) + "：")
		}
		if q.from != "" && q.from != s.From.Short() { // else the standing says so, which stands beside it
			b.WriteString("据" + q.from + "填报，")
		}
		b.WriteString(q.text)
	}
	composed := b.String()
	if composed == "" || !e.clean(composed, s) {
		r.Done, r.Neutral = e.plain(s), true
		return
	}
	r.Done, r.Neutral = composed, len(said) == 0
	if s.Status == status.NotStarted || s.Status == status.NotApplicable {
		return // what is said of it is no result
	}
	if r.Gist, r.Weight = e.gist(said, len(s.Deciders) > 1); r.Weight == 0 || len(e.gate.FindIssued(r.Gist)) > 0 {
		r.Gist, r.Weight = "", 0 // nothing that tells, or a name and a sentence that did not stand side by side before
	}
}

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
		for _, end := range sentences(runes) {
			one := withoutNumber(string(runes[from:end])) // the other items of its list are not beside it
			from = end
			n := utf8.RuneCountInString(one)
			if n > mostGist {
				continue
			}
			long := n > gistRunes
			if w := figuresIn(one); text == "" || longer && !long || longer == long && w > weight {
				text, weight, longer = sentence(one), w, long
				who := ""
				if several {
					who = e.name(q.department)
				}
				if who+q.from != "" {
					text = "据" + who + q.from + "填报，" + text
				}
			}
		}
	}
	return text, weight
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

// next composes what is to be done of a requirement that is not finished, from the words
// of those who hold it back. The plans of an earlier quarter are none any more.
func (e *editor) next(s *ledger.Standing) string {
	if s.Status != status.Behind && s.Status != status.NotStarted && s.Status != status.InProgress {
		return ""
	}
	deciding := slices.DeleteFunc(e.heard(s), func(v ledger.Voice) bool { return v.Carried })
	said := e.sayings(s.Requirement, deciding, func(v ledger.Voice) grid.Words { return v.Entry.Row.NextSteps })
	var b strings.Builder
	for _, q := range telling(said, quoted) {
		if len(s.Deciders) > 1 {
			b.WriteString(e.name(q.department) + "：")
		}
		b.WriteString(q.text)
	}
	if !e.clean(b.String(), s) {
		return ""
	}
	return b.String()
}

// clean asks the gate once more what the pieces say together: a word of the office may
// begin in a department's name and end in its text. What it finds is reported at the requirement.
func (e *editor) clean(composed string, s *ledger.Standing) bool {
	hits := e.gate.FindIssued(composed)
	e.report(hits, e.ledger.Requirement(s.Requirement).Text.At, "", "")
	return len(hits) == 0
}

// sayings returns what the voices say in one of their fields, without what the gate
// leaves out, what says nothing, and what another already said.
func (e *editor) sayings(no int, voices []ledger.Voice, field func(ledger.Voice) grid.Words) []saying {
	said := make([]saying, len(voices))
	parallel.Each(len(voices), func(i int) {
		if v := voices[i]; v.Entry != nil {
			said[i] = e.saying(no, v, field(v))
		}
	})
	seen := map[string]bool{"": true}
	return slices.DeleteFunc(said, func(s saying) bool {
		again := seen[s.key]
		seen[s.key] = true
		return again
	})
}

// saying returns what a voice says, no words where that is nothing.
func (e *editor) saying(no int, v ledger.Voice, said grid.Words) saying {
	words := said.Value
	if e.saysNothing(words) {
		return saying{}
	}
	pass := e.gate.Pass
	if e.accepted[said.At] {
		pass = e.gate.PassAccepted
	}
	clean, _ := pass(words)
	stands := v.Entry.Row.Status.Value
	text := withoutClosing(withoutLabel(withoutItem(sentence(inOrder(words, clean)), no), stands), stands)
	if e.saysNothing(text) {
		return saying{}
	}
	key, score := fold.Key(text), tellingness(text, v)
	one := saying{department: v.Department, text: e.inQuarter(text, v), key: key, score: score}
	if v.Carried {
		one.from = v.Entry.Quarter.Short()
	}
	return one
}

// thisQuarter is how a text speaks of the quarter that it was written in.
var thisQuarter = regexp.MustCompile(`(^|[^基日])本季度|这一?个?季度`)

// inQuarter names the quarter that a text calls its own, where the document is of a later one or of
// the whole year: 本季度 is not so there.
func (e *editor) inQuarter(text string, v ledger.Voice) string {
	q := v.Entry.Quarter
	if q == e.ledger.AsOf && q.N != 4 {
		return text
	}
	if v.Carried { // the name stands before it already
		for _, begins := range []string{"本季度，", "本季度,", "本季度以来，"} {
			text = strings.TrimPrefix(text, begins)
		}
	}
	return thisQuarter.ReplaceAllString(text, "${1}"+q.Short())
}

// counts says how many deciders stand where: 8个责任部门中，5个已完成，3个推进中。
func (e *editor) counts(s *ledger.Standing) string {
	number := map[status.Status]int{}
	for _, v := range s.Deciders {
		number[v.Status()]++
	}
	who := "责任部门"
	if len(e.ledger.Requirement(s.Requirement).Duty.Lead) > 0 {
		who = "牵头部门"
	}
	var parts []string
	for _, stands := range append(slices.Clone(status.Statuses), status.NoStatus) {
		n := number[stands]
		if n == len(s.Deciders) {
			return fmt.Sprintf("%d个%s均%s。", n, who, countWord(stands))
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d个%s", n, countWord(stands)))
		}
	}
	return fmt.Sprintf("%d个%s中，%s。", len(s.Deciders), who, strings.Join(parts, "，"))
}

func countWord(stands status.Status) string {
	switch stands {
	case status.NoStatus:
		return "状态" + unverifiedLabel
	case status.InProgress:
		return "正在推进"
	case status.Ongoing:
		return "已常态化开展"
	case status.Behind:
		return "进度滞后"
	case status.NotStarted:
		return "未启动"
	case status.NotApplicable:
		return "不涉及"
	case status.NotReported:
		return "暂无进展信息"
	}
	return stands.Label()
}

// telling returns the n most telling sayings in the order in which they came, each cut to
// whole sentences where there are several.
func telling(said []saying, n int) []saying {
	if len(said) <= 1 {
		return said
	}
	best := slices.Clone(said)
	slices.SortStableFunc(best, func(a, b saying) int { return b.score - a.score })
	best = best[:min(n, len(best))]
	var kept []saying
	for _, s := range said {
		if slices.Contains(best, s) {
			s.text = opening(s.text, quoteRunes)
			kept = append(kept, s)
		}
	}
	return kept
}

// tellingness is higher for words that hold figures and names of documents, that are
// neither a phrase nor an essay, and that come from a department that decides.
func tellingness(text string, v ledger.Voice) int {
	score := figuresIn(text)
	if n := len([]rune(text)); n >= 15 {
		score += 5
	}
	if v.Decides {
		score += 4
	}
	if !v.Carried {
		score += 2
	}
	return score
}

// opening returns the first sentences of a text, up to the one that passes n characters.
func opening(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	last := 0
	for _, end := range sentences(runes) {
		if last > 0 && end > n {
			break
		}
		last = end
	}
	return sentence(string(runes[:last]))
}
