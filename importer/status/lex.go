package status

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// word is one word of a clause.
type word struct {
	class byte
	text  string

	// Of an unknown word of two characters: whether its last, or each of them, is a verb
	// by itself. 想弄 is no verb, 审查 is.
	endsInVerb, allVerbs bool
}

// parsed is a clause as its words, and as the string of their classes.
type parsed struct {
	words []word
	form  string
	size  int // characters
}

func (p parsed) has(classes string) bool { return strings.ContainsAny(p.form, classes) }

// lex takes a clause apart: the longest word that is known, else the character is unknown.
// In a short clause the verbs of one character are known too: 没动, 办着呢.
func (g *Grammar) lex(plain string) parsed {
	p := parsed{size: utf8.RuneCountInString(plain)}
	l := lexer{g: g, plain: plain, brief: p.size <= longestSpoken, words: make([]word, 0, min(p.size, 16))}
	l.run()
	p.words = l.words
	p.form = settle(p.words)
	return p
}

type lexer struct {
	g     *Grammar
	plain string
	brief bool
	words []word
}

func (l *lexer) run() {
	loose := 0 // where the unknown run begins
	for i := 0; i < len(l.plain); {
		class, n := l.g.wordAt(l.plain[i:], i == 0)
		if n == 0 && i == 0 && l.brief && strings.HasPrefix(l.plain, "等") {
			class, n = plan, len("等") // 等开工; elsewhere 等 ends a list
		}
		if n == 0 {
			_, size := utf8.DecodeRuneInString(l.plain[i:])
			i += size
			continue
		}
		l.unknown(l.plain[loose:i])
		l.words = append(l.words, word{class: class, text: l.plain[i : i+n]})
		i += n
		loose = i
	}
	l.unknown(l.plain[loose:])
}

// unknown adds a run of characters that no word is known for.
func (l *lexer) unknown(run string) {
	if run == "" {
		return
	}
	if l.brief {
		if spoken := l.g.spokenRun(run); spoken != nil {
			l.words = append(l.words, spoken...)
			return
		}
	}
	w := word{class: unknownClass(run), text: run}
	if w.class == verb {
		first, size := utf8.DecodeRuneInString(run)
		last, _ := utf8.DecodeRuneInString(run[size:])
		w.endsInVerb = l.g.isVerb(last)
		w.allVerbs = w.endsInVerb && l.g.isVerb(first)
	}
	l.words = append(l.words, w)
}

func unknownClass(run string) byte {
	switch utf8.RuneCountInString(run) {
	case 1:
		return single
	case 2:
		return verb
	}
	return unknown
}

// settle makes up what a word is by what stands around it, and returns the form: a
// deadline behind 已 is a time, 中 speaks only at the end, 在 before a time is 于, and
// what looks like next year is a plan.
func settle(words []word) string {
	perfect := false
	var room [32]byte
	form := room[:0]
	for i := range words {
		next := byte(0)
		if i+1 < len(words) {
			next = words[i+1].class
		}
		switch w := &words[i]; w.class {
		case done:
			perfect = true
		case deadline:
			w.class = plan
			if perfect {
				w.class = time
			}
		case mid:
			if next != 0 {
				w.class = single
			}
		case now:
			if w.text == "在" && strings.IndexByte("cMC", next) >= 0 && next != 0 {
				w.class = at
			}
		case month:
			if strings.HasPrefix(w.text, "明年") {
				w.class = plan
			}
		}
		form = append(form, words[i].class)
	}
	return string(form)
}

// shape is a form with the classes that it may hold: most clauses hold another one, which
// is seen at once.
type shape struct {
	whole *regexp.Regexp
	may   classSet
	must  classSet // one of them at least, where the form says nothing of what else it holds
}

func form(s string) shape {
	sh := shape{whole: regexp.MustCompile(`^(?:` + s + `)$`), may: setOf(s)}
	if strings.Contains(s, ".") {
		sh.may = classSet{^uint64(0), ^uint64(0)}
		sh.must = setOf("TU")
	}
	return sh
}

// classSet is a set of classes. All of them are ASCII.
type classSet [2]uint64

func setOf(form string) (set classSet) {
	for i := range len(form) {
		set[form[i]>>6&1] |= 1 << (form[i] & 63)
	}
	return set
}

// fits reports whether a form of these classes may be of the shape.
func (sh *shape) fits(held classSet) bool {
	return sh.may.holds(held) && (sh.must == classSet{} || held[0]&sh.must[0]|held[1]&sh.must[1] != 0)
}

// holds reports whether a set holds all classes of another.
func (set classSet) holds(other classSet) bool { return other[0]&^set[0] == 0 && other[1]&^set[1] == 0 }
