package status

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/status/shares"
	"taizhang/templates/words"
)

// Grammar reads statuses. It is safe for concurrent use.
type Grammar struct {
	vocabulary map[string]Status // by folded word
	words      map[string]byte   // classes: the lexicon, and the verbs that the vocabulary teaches
	spoken     map[rune]byte     // classes of words of one character in short clauses
	sayings    map[string]Status // what says a status where it stands alone
	starts     map[rune]*start   // what may begin with a character
	ahead      ahead
	lacking    lacking
}

// Reading is what a text says of where a requirement stands.
type Reading struct {
	Status     Status  // NoStatus where the text says none that is certain
	Said       string  // the words that say it, as written
	Percent    float64 // 100 is all
	HasPercent bool
	By         string // word (of the vocabulary), grammar, percent; "" where nothing was understood
	Rest       string // what stands behind the status, or the date within it; "" if nothing
}

// What a reading rests on.
const (
	ByWord    = "word"
	ByGrammar = "grammar"
	ByPercent = "percent"
)

// New returns the grammar over a vocabulary. The vocabulary's words also teach verbs: who
// adds 已归档 is understood when a department writes 均已归档 or 未归档.
func New(w *words.Words) *Grammar {
	g := &Grammar{vocabulary: map[string]Status{}, words: make(map[string]byte, 1024), spoken: map[rune]byte{}, sayings: map[string]Status{}}
	for _, s := range Statuses {
		for _, word := range w.Statuses[s.Label()] {
			g.vocabulary[fold.Key(word)] = s
		}
	}
	g.learn(w)
	g.ahead = aheadOf(w, g.words)
	g.lacking = lackingOf(w)
	g.index()
	taught := map[string]byte{}
	for word, s := range g.vocabulary {
		if verb, class := g.teaches(word, s); class != 0 && taught[verb] < class {
			taught[verb] = class // the greater wins, so that the order of the map never shows
		}
	}
	for verb, class := range taught {
		g.words[verb] = class
		g.add(verb, class)
	}
	return g
}

// index lists what may begin with each character.
func (g *Grammar) index() {
	g.starts = make(map[rune]*start, 512)
	for word, class := range g.words {
		g.add(word, class)
	}
	for i := range patterns {
		for _, first := range patterns[i].first {
			st := g.startOf(first)
			st.patterns = append(st.patterns, &patterns[i])
		}
	}
}

func (g *Grammar) startOf(first rune) *start {
	st := g.starts[first]
	if st == nil {
		st = &start{}
		g.starts[first] = st
	}
	return st
}

// add lists a word under its first character, behind the longer ones. No two words of a
// length are the same, so that their order never shows.
func (g *Grammar) add(text string, class byte) {
	first, _ := utf8.DecodeRuneInString(text)
	st := g.startOf(first)
	at := 0
	for at < len(st.words) && len(st.words[at].text) > len(text) {
		at++
	}
	st.words = slices.Insert(st.words, at, known{text, class})
}

// teaches returns the verb that a word of the vocabulary holds and the lexicon does not
// know: 已归档 and 未归档 a deed to be handed over, 未施行 one to begin, 正在审改 work.
func (g *Grammar) teaches(word string, s Status) (string, byte) {
	p := g.lex(word)
	if len(p.words) != 2 {
		return "", 0
	}
	first, last := p.words[0], p.words[1]
	switch {
	case s == Completed && first.class == done && last.class == verb:
		return last.text, handover
	case s == Behind && first.class == not && last.class == verb:
		return last.text, handover
	case s == NotStarted && first.class == not && last.class == verb:
		return last.text, begin
	case s == InProgress && first.class == now && last.class == verb:
		return last.text, work
	}
	return "", 0
}

// Word returns the status that the whole text is a word of the vocabulary for.
func (g *Grammar) Word(text string) Status { return g.vocabulary[fold.Key(text)] }

// quiet are the marks that may end a cell without saying anything.
const quiet = "。.；;，,！!、 　\n\r\t"

// longestShort is how many characters a text has that is nothing but a status.
const longestShort = 20

// Is reports whether a short text is nothing but a status, alone or with its date or share.
func (g *Grammar) Is(text string) bool {
	if g.Word(text) != NoStatus {
		return true
	}
	if fold.Longer(text, longestShort) {
		return false
	}
	r := g.Cell(text)
	if r.Status == NoStatus || r.By == ByPercent {
		return false
	}
	rest := g.lex(fold.Compact(r.Rest))
	return strings.Trim(rest.form, "cMCNFp@d") == "" || g.clause(fold.Compact(r.Rest)).status != NoStatus
}

// Cell reads the whole text of a status column's cell.
func (g *Grammar) Cell(text string) Reading {
	text = unwrap(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(text), quiet)))
	if text == "" {
		return Reading{}
	}
	if openQuestion(text) {
		return Reading{}
	}
	if s := g.Word(text); s != NoStatus {
		return Reading{Status: s, Said: text, By: ByWord}
	}
	if r, ok := g.boxes(text); ok {
		return r
	}
	if namesTime.MatchString(text) || g.Two(text) {
		return Reading{}
	}
	if p, ok := shares.Percent(text); ok && !strings.Contains(text, "完成") && !strings.Contains(text, "办结") || ok && shares.IsRate(text) {
		s := ofPercent(p)
		if p > 100 && !ofTheTask.MatchString(text) {
			return Reading{}
		}
		if s == Completed && ofPart.MatchString(text) {
			s = InProgress // 100%（一季度部分）
		}
		return Reading{Status: s, Said: text, Percent: p, HasPercent: true, By: ByPercent}
	}
	if s := someOf(fold.Compact(text)); s != NoStatus {
		return Reading{Status: s, Said: text, By: ByGrammar}
	}
	if g.fewLeft(fold.Compact(text)) {
		return Reading{Status: InProgress, Said: text, By: ByGrammar}
	}
	if m := wordAndDay.FindStringSubmatch(text); m != nil {
		if s := g.Word(m[1]); s != NoStatus {
			return Reading{Status: s, Said: m[1], By: ByWord, Rest: m[2]}
		}
	}
	if m := endedOn.FindStringSubmatch(text); m != nil && g.Word(m[1]) == Completed {
		return Reading{Status: Completed, Said: m[1], By: ByWord, Rest: m[2]}
	}
	cs := g.clauses(text)
	r := combine(cs)
	if r.Status == Completed && g.denies(text, cs) {
		return Reading{}
	}
	if r.Status == Completed {
		return g.beside(cs, r)
	}
	return r
}

// namesTime is a name of the time at which something is done, which says of nothing that it is: 销号日期,
// and no 未到时间.
var namesTime = regexp.MustCompile(`^[^未没不还尚]\p{Han}{1,3}(?:日期|时间|日子)$`)

// wordAndDay is a word and a day with a stroke between: 已完成/11月30日.
var wordAndDay = regexp.MustCompile(`^(\p{Han}{2,6})\s*[/／|｜]\s*((?:[0-9]{4}[年./-])?[0-9]{1,2}[月./-][0-9]{1,2}[日号]?)$`)

// endedOn is a word and the day on which the matter came to its end: 完成，3月27日收尾. 收尾 by itself is
// work that goes on.
var endedOn = regexp.MustCompile(`^(\p{Han}{2,4})[，,；; ]\s*(?:已?于)?((?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[上中下]旬|底|初)?(?:全部|全面|顺利)?(?:收尾|收工|扫尾))$`)

// ofPart is a remark that limits a share to a part of the task.
var ofPart = regexp.MustCompile(`[（(，,；;：:、—\-\s][^）)]*(?:季度?|阶段|[一二三四]期|年|月)?(?:的?部分|阶段性)`)

// ofPercent is what a share stands for where no word does.
func ofPercent(p float64) Status {
	switch {
	case p <= 0:
		return NotStarted
	case p >= 100:
		return Completed
	}
	return InProgress
}

// wrappers are the marks that may stand around a whole status.
var wrappers = map[string]string{"(": ")", "（": "）", "【": "】", "[": "]", "“": "”", "\"": "\"", "「": "」", "《": "》", "〔": "〕"}

// unwrap takes brackets or quotes off that stand around the whole text.
func unwrap(text string) string {
	for open, end := range wrappers {
		inner, ok := strings.CutPrefix(text, open)
		if !ok {
			continue
		}
		inner, ok = strings.CutSuffix(inner, end)
		if ok && !strings.Contains(inner, end) && strings.TrimSpace(inner) != "" {
			return strings.TrimSpace(inner)
		}
	}
	return text
}
