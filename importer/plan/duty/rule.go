package duty

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan/roster"
)

// LeadRule is what a list says, in its opening or closing words or in a note, of who leads
// where no verb does.
type LeadRule struct {
	By   LeadBy
	sign string            // of byComma the mark before which the leads stand, of bySign the leads' own
	said grid.Read[string] // the sentence
}

type LeadBy uint8

const (
	ByNothing LeadBy = iota
	byPlace          // 列第一位的为牵头单位
	byComma          // 逗号前为牵头单位
	bySign           // 标★的为牵头单位
	byLook           // 加粗的为牵头单位, which a text does not show
)

const leading = `(?:牵头|主办|主责|汇总|第一责任)`

var leadRules = []struct {
	by   LeadBy
	said *regexp.Regexp // on the text without spaces; the first group is the sign
}{
	{byComma, regexp.MustCompile(`[“"]?(逗号|分号|顿号|冒号)[”"]?(?:之|以)?前(?:面|者|边)?[^。;；]{0,10}` + leading)},
	{byComma, regexp.MustCompile(`[“"]([,，;；])[”"](?:之|以)?前(?:面|者|边)?[^。;；]{0,10}` + leading)},
	{byComma, regexp.MustCompile(leading + `[^。;；]{0,8}(?:在|列|位于)[“"]?(逗号|分号)[”"]?(?:之|以)?前`)},
	{byComma, regexp.MustCompile(`以?(逗号|分号)(?:分隔|隔开|分开|为界)[^。;；]{0,4}前(?:面|者|边)?[^。;；]{0,8}` + leading)},
	{bySign, regexp.MustCompile(`[带标注有加打](?:有|注|记)?[“"‘'(（]?([*＊★☆▲△●◎※#])[”"’')）]?[^。;；]{0,8}` + leading)},
	{bySign, regexp.MustCompile(`[“"‘'(（]?([*＊★☆▲△●◎※#])[”"’')）]?号?[^。;；,，]{0,6}(?:为|是|表示|代表)[^。;；,，]{0,3}` + leading)},
	{byLook, regexp.MustCompile(`(加粗|粗体|黑体字?|下划线|标红|红色)[^。;；]{0,10}` + leading)},
	{byPlace, regexp.MustCompile(`((?:第一位|第1位|首位|首个|第一个|第一家|(?:排|列|位|居|名)(?:在|于|列)?(?:第一|最前|首)|之首|最前面)[^。;；]{0,14})` + leading)},
	{byPlace, regexp.MustCompile(leading + `(?:责任)?(?:单位|部门|股室|科室|处室)?(?:为|是|系|即)([^。;；]{0,12}(?:第一位|首位|第一个|排第一|列第一|最前))`)},
}

// ReadLeadRule returns what a sentence says of who leads, ByNothing where it says nothing.
func ReadLeadRule(said grid.Read[string]) LeadRule {
	text := roster.Unspaced(said.Said)
	for _, rule := range leadRules {
		if m := rule.said.FindStringSubmatch(text); m != nil {
			said.Value = m[0]
			return LeadRule{rule.by, m[1], said}
		}
	}
	return LeadRule{}
}

// Doubt says that the list marks its leads in a way that can't be read.
func (r LeadRule) Doubt() []finding.Finding {
	if r.By != byLook {
		return nil
	}
	f := finding.New(finding.ListNoDepartment, r.said.At, r.said.Value, "")
	f.Message = "清单用字体标明牵头单位，这里读不出来，现按共同负责：" + r.said.Value + "。"
	f.Hint = "请在责任单位里写明“牵头”，如“办公室牵头，财务股配合”。"
	return []finding.Finding{f}
}

// cutsAt reports whether the leads stand before this separator.
func (r LeadRule) cutsAt(separator rune) bool {
	if r.By != byComma || separator == 0 {
		return false
	}
	signs := map[string]string{"逗号": ",，", "分号": ";；", "顿号": "、", "冒号": ":："}[r.sign]
	return strings.ContainsRune(signs+r.sign, separator)
}

// cutSign takes the sign of leads off a name.
func (r LeadRule) cutSign(name string) (bare string, signed bool) {
	if r.By != bySign {
		return name, false
	}
	bare = strings.Map(func(c rune) rune {
		if fold.Rune(c) == fold.Rune([]rune(r.sign)[0]) {
			signed = true
			return -1
		}
		return c
	}, name)
	return strings.TrimFunc(strings.NewReplacer("()", "", "（）", "").Replace(bare), IsEdge), signed
}

// Apply marks the leads as the list says, where no word of the duty does.
func (r LeadRule) Apply(all []Named) {
	if r.By == ByNothing || slices.ContainsFunc(all, func(m Named) bool { return m.Side == Leads }) ||
		slices.ContainsFunc(all, func(m Named) bool { return m.Side == answers }) && slices.ContainsFunc(all, func(m Named) bool { return m.Side == Supports }) {
		return
	}
	led := false
	for i := range all {
		m := &all[i]
		switch {
		case m.Side == Supports:
		case r.By == byPlace && !led, r.By == byComma && !m.late, r.By == bySign && m.starred:
			m.Side, led = Leads, true
		}
	}
}

// SpeaksOfLeads reports whether a text has a word for leading at all.
func SpeaksOfLeads(text string) bool {
	return containsAny(text, "牵头", "主办", "主责", "汇总", "第一责任")
}
