package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// cutLabel takes 牵头单位： from before the names.
func (d *dutyReader) cutLabel(item string) (m mark, rest string, ok bool) {
	i := strings.IndexAny(item, ":：")
	if i < 0 {
		return unmarked, item, false
	}
	rest = strings.TrimLeft(item[i:], ":：")
	for _, role := range d.words.Roles(strings.TrimFunc(item[:i], isEdge)) {
		switch role {
		case words.Lead:
			return leads, rest, true
		case words.Support:
			return supports, rest, true
		case words.Department:
			return acts, rest, true
		case words.Person:
			return persons, rest, true
		}
	}
	return unmarked, item, false
}

var (
	verbThenSpace = regexp.MustCompile(`(牵头|主办|负责|配合|协办|会办|参与|落实)\s+`)
	verbEnd       = regexp.MustCompile(`[(（]?((?:按照?(?:各自)?(?:职责|职能|分工)+(?:分别)?|分别|共同|联合|具体|参照|组织|密切|积极|协同)*` +
		`(?:牵头|主办|主责|负责|配合|协办|会办|参与|协助|协同|落实|承办|实施|办理|汇总|参加)+)+[)）]?$`)
	andOthers = regexp.MustCompile(`等(?:[^、，；等]{0,6}(?:部门|单位|股室|科室|处室))?$`)
)

// cutVerb takes the verb from the end of a piece.
func cutVerb(item string) (name string, m mark) {
	at := verbEnd.FindStringIndex(item)
	if at == nil {
		return item, unmarked
	}
	verb := item[at[0]:]
	if strings.ContainsAny(verb, ")）") != strings.ContainsAny(verb, "(（") {
		return item, unmarked
	}
	switch {
	case strings.Contains(verb, "牵头"), strings.Contains(verb, "主办"), strings.Contains(verb, "主责"), strings.Contains(verb, "汇总"):
		m = leads
	case containsAny(verb, "配合", "协办", "会办", "参与", "协助", "协同", "参加"):
		m = supports
	case strings.Contains(verb, "负责") && !strings.Contains(verb, "按"):
		m = answers
	default:
		m = acts
	}
	return item[:at[0]], m
}

func containsAny(s string, subs ...string) bool {
	return slices.ContainsFunc(subs, func(sub string) bool { return strings.Contains(s, sub) })
}

// splitOutside cuts a text at separators outside brackets, leaving out empty pieces. Where
// brackets do not close, they are not heeded.
func splitOutside(s string, separates func(rune) bool) []string {
	balance, broken := 0, false
	for _, r := range s {
		balance += bracketStep(r)
		broken = broken || balance < 0
	}
	broken = broken || balance != 0
	var parts []string
	depth, start := 0, 0
	for i, r := range s {
		if !broken {
			depth += bracketStep(r)
		}
		if depth == 0 && separates(r) {
			parts = append(parts, s[start:i])
			start = i + len(string(r))
		}
	}
	parts = append(parts, s[start:])
	return slices.DeleteFunc(parts, func(p string) bool { return strings.TrimFunc(p, isEdge) == "" })
}

// unwrap drops a bracket around the whole cell.
func unwrap(s string) string {
	s = strings.TrimFunc(s, isEdge)
	runes := []rune(s)
	if len(runes) < 2 || bracketStep(runes[0]) != 1 || bracketStep(runes[len(runes)-1]) != -1 {
		return s
	}
	depth := 0
	for i, r := range runes {
		if depth += bracketStep(r); depth == 0 && i < len(runes)-1 {
			return s
		}
	}
	return unwrap(string(runes[1 : len(runes)-1]))
}

func bracketStep(r rune) int {
	switch fold.Rune(r) {
	case '(':
		return 1
	case ')':
		return -1
	}
	return 0
}

func isBlockEnd(r rune) bool { return strings.ContainsRune(";；。", r) }
func isJoint(r rune) bool    { return strings.ContainsRune("及和与", r) || unicode.IsSpace(r) }

// isEdge reports whether r is dropped at the ends of a name.
func isEdge(r rune) bool {
	return unicode.IsSpace(r) || fold.Rune(r) == 0 || strings.ContainsRune("。.,，、;；:：", r)
}
