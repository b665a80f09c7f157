package duty

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"taizhang/importer/fold"
	"taizhang/importer/plan/roster"
)

const (
	manner = `(?:(?:按照?|依照?|根据|依据)(?:各自)?的?(?:工作)?(?:职责|职能|分工|权限|任务)+(?:要求)?(?:分别|各自)?|各司其职|各负其责|` +
		`分别|各自|共同|联合|具体|参照|组织|密切|积极|协同|统一|主动|认真|切实|抓好|做好|主要|直接|同步|分工|归口|总)`
	action = `(?:牵头|主办|主责|首责|负责|配合|协办|会办|参与|协助|协同|协作|支持|落实|承办|实施|办理|汇总|参加|统筹|执行)`
)

var (
	verbEnd = regexp.MustCompile(`[(（]?(?:` + manner + `*` + action + `+)+(?:(?:做好|抓好|开展)?(?:相关|有关|各项|具体)?工作|到位|完成)?[)）]?$`)
	// verbInside is a verb behind a unit's name that may have an object. Most of them are no
	// verb anywhere else: 重点项目推进中心.
	verbInside = regexp.MustCompile(manner + `*(?:牵头|主办|负责|配合|协助|参与|承办|统筹|制定|抓总|推进|推动|指导|督促|督导|协调|承担|提供|组织|开展|做好|审核|审批|出台|编制|完成|落实|实施|予以)` + manner + `*`)
	// verbBetween stands between two names that nothing else separates.
	verbBetween = regexp.MustCompile(`牵头(?:负责|落实)?|主办|主责|负责|配合|协办`)
)

// CutVerb takes the verb from the end of a piece.
func CutVerb(item string) (name string, m Side) {
	at := verbEnd.FindStringIndex(item)
	if at == nil {
		return item, Unmarked
	}
	verb := item[at[0]:]
	if strings.ContainsAny(verb, ")）") != strings.ContainsAny(verb, "(（") {
		return item, Unmarked
	}
	return item[:at[0]], markOf(verb)
}

// cutObject takes apart a piece whose verb has an object: 市司法局负责政策制定.
func (d *Grammar) cutObject(item string) (name string, m Side, ok bool) {
	inside := inBrackets(item)
	for _, at := range verbInside.FindAllStringIndex(item, -1) {
		left := strings.TrimFunc(item[:at[0]], IsEdge)
		if inside[at[0]] || left != "" && !d.isName(cutOthers(left)) {
			continue
		}
		return left, markOf(item[at[0]:at[1]]), true
	}
	return item, Unmarked, false
}

// cutBetween cuts 市司法局牵头市公安局配合 behind the first verb; 0 means that nothing is to
// be cut.
func (d *Grammar) cutBetween(item string) int {
	for _, at := range verbBetween.FindAllStringIndex(item, -1) {
		rest, _ := CutVerb(item[at[1]:])
		if rest != "" && d.isName(item[:at[0]]) && d.isName(rest) {
			return at[1]
		}
	}
	return 0
}

// cutRole takes （牵头单位） from the end of a name.
func (d *Grammar) cutRole(item string) (name string, m Side) {
	outer, inner := roster.Brackets(item)
	if inner == "" {
		return item, Unmarked
	}
	switch d.LabelOf(inner) {
	case LeadLabel:
		return outer, Leads
	case SupportLabel:
		return outer, Supports
	}
	return item, Unmarked
}

func markOf(verb string) Side {
	switch {
	case containsAny(verb, "牵头", "主办", "主责", "首责", "汇总"):
		return Leads
	case containsAny(verb, "配合", "协办", "会办", "参与", "协助", "协同", "协作", "支持", "参加"):
		return Supports
	case containsAny(verb, "统筹", "抓总"), strings.Contains(verb, "负责") && !containsAny(verb, "按", "依", "根据", "分工"):
		return answers
	}
	return acts
}

func containsAny(s string, subs ...string) bool {
	return slices.ContainsFunc(subs, func(sub string) bool { return strings.Contains(s, sub) })
}

// splitOutside cuts a text at separators outside brackets, leaving out empty pieces. Where
// brackets do not close, they are not heeded.
func splitOutside(s string, separates func(rune) bool) []string {
	var parts []string
	for _, p := range cutOutside(s, separates) {
		parts = append(parts, p.text)
	}
	return parts
}

// cutPiece is a piece of a text and the separator before it, 0 for none.
type cutPiece struct {
	text string
	by   rune
}

func cutOutside(s string, separates func(rune) bool) []cutPiece {
	inside := inBrackets(s)
	var parts []cutPiece
	start, by := 0, rune(0)
	add := func(end int) {
		if strings.TrimFunc(s[start:end], IsEdge) != "" {
			parts = append(parts, cutPiece{s[start:end], by})
		}
	}
	for i, r := range s {
		if !inside[i] && separates(r) {
			add(i)
			start, by = i+len(string(r)), r
		}
	}
	add(len(s))
	return parts
}

// unwrap drops a bracket around the whole cell.
func unwrap(s string) string {
	s = strings.TrimFunc(s, IsEdge)
	runes := []rune(s)
	if len(runes) < 2 || BracketStep(runes[0]) != 1 || BracketStep(runes[len(runes)-1]) != -1 {
		return s
	}
	depth := 0
	for i, r := range runes {
		if depth += BracketStep(r); depth == 0 && i < len(runes)-1 {
			return s
		}
	}
	return unwrap(string(runes[1 : len(runes)-1]))
}

// BracketStep returns 1 for an opening bracket, -1 for a closing one, 0 for any other character.
func BracketStep(r rune) int {
	switch fold.Rune(r) {
	case '(':
		return 1
	case ')':
		return -1
	}
	return 0
}

// IsBlockEnd reports what ends a part of a duty.
func IsBlockEnd(r rune) bool { return strings.ContainsRune(";；。", r) }
func isJoint(r rune) bool    { return strings.ContainsRune("及和与", r) }

// IsEdge reports whether r is dropped at the ends of a name.
func IsEdge(r rune) bool {
	return unicode.IsSpace(r) || fold.Rune(r) == 0 || strings.ContainsRune("。.,，、;；:：", r)
}
