package duty

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
)

// tokens cuts a piece at spaces and line breaks, where what stands on both sides is known
// or ends as a unit's name does. Elsewhere the space is a slip or the line's end, and the
// name goes on.
func (r *dutyReading) tokens(piece string) []string {
	words := fieldsOutside(piece)
	if len(words) < 2 || utf8.RuneCountInString(piece) > longestPiece {
		return []string{piece}
	}
	var tokens []string
	current := words[0]
	for i := 1; i < len(words); i++ {
		_, verb := CutVerb(current)
		rest, verbOnly := CutVerb(words[i])
		switch {
		case rest == "" && verbOnly != Unmarked:
			current = Join(current, words[i])
		case BracketStep([]rune(words[i])[0]) == 1 || r.Known(current+words[i]):
			current = Join(current, words[i])
		case verb != Unmarked || r.persons:
			tokens, current = append(tokens, current), words[i]
		case r.isName(current) && roster.IsPerson(words[i]) && !r.isName(words[i]) && !r.endsLater(words[i:]):
			r.Unread = append(r.Unread, words[i]) // 办公室 张三
		case r.isName(current) && r.startsName(current, words[i:]):
			tokens, current = append(tokens, current), words[i]
		default:
			current = Join(current, words[i])
		}
	}
	return append(tokens, current)
}

// isName reports whether a text is known or ends as a unit's name does.
func (d *Grammar) isName(s string) bool { return d.Known(s) || roster.EndsAsUnit(s) }

// startsName reports whether the words behind a name begin a name of their own.
func (d *Grammar) startsName(before string, words []string) bool {
	next, verb := CutVerb(words[0])
	if next == "" && verb != Unmarked {
		return false
	}
	switch {
	case roster.BareNoun.MatchString(next):
		return false
	case d.Known(next):
		return true
	case roster.PartyOrCouncil.MatchString(before) && roster.InnerOffice.MatchString(next):
		return false
	case roster.PlaceName.MatchString(before) && !roster.PlaceAhead.MatchString(next) && !roster.PlaceName.MatchString(next):
		return d.Known(before)
	}
	return d.endsLater(words)
}

// endsLater reports whether the words, or the first of them taken together, make up a name.
func (d *Grammar) endsLater(words []string) bool {
	text := ""
	for _, word := range words {
		text += word
		name, _ := CutVerb(text)
		if d.isName(cutOthers(name)) {
			return true
		}
	}
	return false
}

// Join puts two parts of a name together. Between two Chinese characters stands no space.
func Join(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	next, _ := utf8.DecodeRuneInString(b)
	if unicode.Is(unicode.Latin, last) && unicode.Is(unicode.Latin, next) {
		return a + " " + b
	}
	return a + b
}

// fieldsOutside cuts a text at the spaces outside its brackets.
func fieldsOutside(s string) []string {
	inside := inBrackets(s)
	var words []string
	start := -1
	for i, c := range s {
		blank := unicode.IsSpace(c) && !inside[i]
		switch {
		case blank && start >= 0:
			words = append(words, s[start:i])
			start = -1
		case !blank && start < 0:
			start = i
		}
	}
	if start >= 0 {
		words = append(words, s[start:])
	}
	return words
}

// split cuts a name at 及, 和 and 与, only where both sides are known, or the second one
// begins as no name but a group of them does: 市市场监管局及各有关部门.
func (d *Grammar) split(name string) []string {
	if parts := d.tryToSplit(name); parts != nil {
		return parts
	}
	if i := strings.IndexAny(name, "/／"); i > 0 && !inBrackets(name)[i] && d.isName(name[:i]) {
		rest := strings.TrimLeft(name[i:], "/／")
		if d.isName(rest) || strings.ContainsAny(rest, "/／") {
			return append([]string{name[:i]}, d.split(rest)...)
		}
	}
	return []string{name}
}

func (d *Grammar) tryToSplit(name string) []string {
	if d.Known(name) {
		return []string{name}
	}
	depth := 0
	for i, r := range name {
		depth += BracketStep(r)
		if depth != 0 || !isJoint(r) {
			continue
		}
		left := strings.TrimFunc(strings.TrimSuffix(name[:i], "以"), IsEdge)
		right := strings.TrimFunc(name[i+len(string(r)):], IsEdge)
		if left == "" || right == "" {
			continue
		}
		if roster.IsGroup(right) && roster.EndsAsUnit(left) {
			return append(d.split(left), d.split(right)...)
		}
		if !d.Known(left) {
			continue
		}
		if rest := d.tryToSplit(right); rest != nil {
			return append([]string{left}, rest...)
		}
	}
	return nil
}

// cutJoint takes 及 and the like from before a name: 市财政局、及各镇.
func (d *Grammar) cutJoint(name string) string {
	for _, joint := range []string{"以及", "及", "与", "和"} {
		rest, ok := strings.CutPrefix(name, joint)
		if ok && !d.Known(name) && (d.Known(rest) || roster.IsGroup(rest) || roster.PlaceAhead.MatchString(rest) && roster.EndsAsUnit(rest)) {
			return rest
		}
	}
	return name
}

var (
	andOthers = regexp.MustCompile(`等(?:[^、，；等]{0,8}(?:部门|单位|股室|科室|处室|机构|企业|股|科|局|办|委|镇|街道|镇街|家))?(?:[（(][^（）()]*[)）])?$`)
	// compounds have 等 inside: 高等教育股.
	compounds = regexp.MustCompile(`(?:[高中初上下同平均优特甲乙丙一二三])$`)
)

// cutOthers takes 等, 等有关部门 and the like from the end of a name.
func cutOthers(name string) string {
	at := andOthers.FindStringIndex(name)
	if at == nil || compounds.MatchString(name[:at[0]]) {
		return name
	}
	return name[:at[0]]
}

// IsDeadline reports whether a text is a deadline and says nothing else.
func IsDeadline(text string) bool {
	n := utf8.RuneCountInString(text)
	if n > roster.LongestUnit || roster.EndsAsUnit(text) {
		return false
	}
	due, ok := period.ParseDue(text, 2000) // any year: only the wording matters
	return ok && (due.Named() || n <= longestPhrase)
}

const (
	longestPiece  = 300 // characters between two separators that may be names; more is prose
	longestPhrase = 12  // characters of an open-ended deadline: 持续推进
	longestOdd    = 14  // characters of a name that no unit's name ends like
)

// tooLong reports whether a text that ends like no unit can't be a name either.
func tooLong(name string) bool {
	outer, _ := roster.Brackets(name)
	first, _ := utf8.DecodeRuneInString(outer)
	return utf8.RuneCountInString(outer) > longestOdd || unicode.IsDigit(first)
}
