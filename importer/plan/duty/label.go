package duty

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

// Label is what stands before the names: 牵头单位：, 配合：, 完成时限：.
type Label uint8

const (
	NoLabel Label = iota
	LeadLabel
	SupportLabel
	UnitLabel
	PersonLabel
	DueLabel
	OtherLabel // 市级：, which says where the names belong and not who leads
)

// The grammar of labels: what somebody does, and then what he is.
var (
	labelEnd     = regexp.MustCompile(`^(.*?)(?:单位|部门|股室|科室|处室|股（室）|科（室）|主体|机构|责任方|各方|名单|分工)(?:\(.*\)|（.*）)?$`)
	labelVerb    = regexp.MustCompile(`^(?:主要|具体|共同|直接|总)?(?:牵头|主办|主责|责任|负责|承办|配合|协办|协助|协同|参与|支持|落实|实施|承担|会办|汇总|统筹|组织|执行|整改|成员|第一|首要)+$`)
	bareLabel    = regexp.MustCompile(`^(?:牵头|主办|主责|责任|负责|承办|配合|协办|协助|协同|参与|会办|落实)$`)
	personLabels = regexp.MustCompile(`^(?:市|县|区|镇|局|主要|具体|直接|总|第一)*(?:政府)?(?:牵头|分管|主管|责任|负责|配合|包保|挂钩|挂点|联系|协管|包抓)*(?:市|县|区|镇|局)?(?:负责)?(?:领导|负责人|责任人|联系人|联络员|经办人|承办人)$`)
	dueLabels    = regexp.MustCompile(`^(?:计划|要求|办理|整改|公开|工作)?(?:完成|办结|落实|推进|实施)?(?:时限|时间|期限|节点|时间节点|时限要求|时间要求|完成时间)$`)
)

// LabelOf reads a label, without its colon. Words that the office or the vocabulary knows
// go before the grammar.
func (d *Grammar) LabelOf(s string) Label {
	s = strings.TrimFunc(s, IsEdge)
	for _, role := range d.words.Roles(s) {
		switch role {
		case words.Lead:
			return LeadLabel
		case words.Support:
			return SupportLabel
		case words.Department:
			return UnitLabel
		case words.Person:
			return PersonLabel
		case words.Due:
			return DueLabel
		}
	}
	s = roster.Unspaced(s)
	if n := utf8.RuneCountInString(s); n < 2 || n > longestLabel {
		return NoLabel
	}
	switch {
	case personLabels.MatchString(s):
		return PersonLabel
	case dueLabels.MatchString(s):
		return DueLabel
	}
	verb := s
	if m := labelEnd.FindStringSubmatch(s); m != nil {
		verb = m[1]
	} else if !bareLabel.MatchString(s) {
		return NoLabel
	}
	if !labelVerb.MatchString(verb) {
		return NoLabel
	}
	switch {
	case containsAny(verb, "牵头", "主办", "主责", "汇总", "第一", "首要"):
		return LeadLabel
	case containsAny(verb, "配合", "协", "参与", "支持", "会办", "成员"):
		return SupportLabel
	}
	return UnitLabel
}

const longestLabel = 12 // characters

// segment is a stretch of a duty under one label.
type segment struct {
	label Label
	text  string
}

// segments cuts a duty at its labels. The names before the first one have none.
func (d *Grammar) segments(duty string) []segment {
	var all []segment
	start, label := 0, NoLabel
	cut := func(from, to int, next LabelAt) {
		if text := duty[from:to]; strings.TrimFunc(text, IsEdge) != "" {
			all = append(all, segment{label, text})
		}
		start, label = next.End, next.Label
	}
	for _, next := range d.Labels(duty) {
		if next.Start >= start {
			cut(start, next.Start, next)
		}
	}
	cut(start, len(duty), LabelAt{End: len(duty)})
	return all
}

// LabelAt is a label with its place in a text, colon included.
type LabelAt struct {
	Start, End int
	Label      Label
}

var (
	colonAhead  = regexp.MustCompile(`[:：]`)
	labelIs     = regexp.MustCompile(`(?:牵头|配合|责任|主办|协办)(?:责任)?(?:单位|部门|股室|科室|处室)(?:为|是|[ \t　]+)`)
	labelInside = regexp.MustCompile(`[(（〔\[]([^()（）〔〕\[\]]{2,8})[)）〕\]]`)
)

// Labels finds the labels of a duty outside brackets: before a colon, before 为, and in a
// bracket before the names: （牵头）市司法局.
func (d *Grammar) Labels(s string) []LabelAt {
	inside := inBrackets(s)
	var all []LabelAt
	for _, m := range colonAhead.FindAllStringIndex(s, -1) {
		if inside[m[0]] {
			continue
		}
		if at, l := d.labelBefore(s, m[0]); l != NoLabel {
			all = append(all, LabelAt{at, m[1], l})
		}
	}
	for _, m := range labelIs.FindAllStringIndex(s, -1) {
		word := strings.TrimRightFunc(s[m[0]:m[1]], func(r rune) bool { return r == '为' || r == '是' || unicode.IsSpace(r) })
		if l := d.LabelOf(word); l != NoLabel && !inside[m[0]] && (m[0] == 0 || opens(s[:m[0]])) {
			all = append(all, LabelAt{m[0], m[1], l})
		}
	}
	for _, m := range labelInside.FindAllStringSubmatchIndex(s, -1) {
		l := d.LabelOf(s[m[2]:m[3]])
		behind := strings.TrimLeftFunc(s[m[1]:], unicode.IsSpace)
		if (l == LeadLabel || l == SupportLabel) && (m[0] == 0 || opens(s[:m[0]])) && behind != "" && !IsEdge([]rune(behind)[0]) {
			all = append(all, LabelAt{m[0], m[1], l})
		}
	}
	sortLabels(all)
	return all
}

// labelBefore finds the label that ends at a colon. It begins at a mark, or right behind a
// unit's name. A few characters that are neither a label nor a unit only say where the
// names belong.
func (d *Grammar) labelBefore(s string, colon int) (int, Label) {
	from := strings.LastIndexFunc(s[:colon], func(r rune) bool {
		return roster.IsComma(r) || IsBlockEnd(r) || r == '\n' || BracketStep(r) != 0 || r == ':' || r == '：'
	})
	if from >= 0 {
		_, size := utf8.DecodeRuneInString(s[from:])
		from += size
	} else {
		from = 0
	}
	from = lastRunes(s, from, colon, longestLook)
	for i := range s[from:colon] {
		at := from + i
		before := s[from:at]
		if i > 0 && !opens(before) && !roster.EndsAsUnit(before) && !d.Known(before) {
			continue
		}
		if l := d.LabelOf(s[at:colon]); l != NoLabel {
			return at, l
		}
	}
	name := strings.TrimFunc(s[from:colon], IsEdge)
	if n := utf8.RuneCountInString(name); n > 0 && n <= longestLabel && !d.Known(name) && (!roster.EndsAsUnit(name) || roster.IsGroup(name) || wholeLevel.MatchString(name)) {
		return from, OtherLabel
	}
	return 0, NoLabel
}

// longestLook is how many characters before a colon are looked at for a label.
const longestLook = 60

// lastRunes returns where the last n characters of s[from:to] begin.
func lastRunes(s string, from, to, n int) int {
	at := to
	for ; n > 0 && at > from; n-- {
		_, size := utf8.DecodeLastRuneInString(s[from:at])
		at -= size
	}
	return at
}

var wholeLevel = regexp.MustCompile(`^(?:[省市县区州镇]级|[省市县区州]直)`)

// opens reports whether a text ends where something new begins.
func opens(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return roster.IsComma(r) || IsBlockEnd(r) || unicode.IsSpace(r) || IsDash(r)
}

// IsDash reports a dash of any width.
func IsDash(r rune) bool { return strings.ContainsRune("-—–─－", r) }

// inBrackets tells for every byte of a text whether it stands in brackets; none does where
// they do not close.
func inBrackets(s string) []bool {
	inside := make([]bool, len(s))
	depth := 0
	for i, r := range s {
		step := BracketStep(r)
		if step > 0 {
			depth++
		}
		for j := range utf8.RuneLen(r) {
			if i+j < len(inside) {
				inside[i+j] = depth > 0
			}
		}
		if step < 0 {
			if depth--; depth < 0 {
				return make([]bool, len(s))
			}
		}
	}
	if depth != 0 {
		return make([]bool, len(s))
	}
	return inside
}

func sortLabels(all []LabelAt) {
	slices.SortFunc(all, func(a, b LabelAt) int { return cmp.Compare(a.Start, b.Start) })
}
