package list

import (
	"regexp"
	"strings"
)

// InCell returns the requirement that a cell names, its number taken off or not, and how; 0 for none.
func (l *List) InCell(text string) (no int, how string) {
	if no, how := l.Requirement(text); no != 0 && how != ByShort {
		return no, how
	}
	if rest, cited, sure := CitedAtEnd(strings.TrimSpace(text)); len(cited) == 1 {
		if no := l.Named(cited[0], rest); no != 0 || sure && l.Has(cited[0]) {
			return max(no, l.numbered(cited[0])), ByNumber
		}
	}
	if m := citedBefore.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		if cited := Cited(m[1]); len(cited) == 1 && l.Has(cited[0]) {
			return l.numbered(cited[0]), ByNumber
		}
	}
	text = remarked.ReplaceAllString(labelBefore.ReplaceAllString(strings.TrimSpace(text), ""), "")
	if rest := numberBefore.ReplaceAllString(strings.TrimSpace(text), ""); rest != "" && rest != text {
		no, how := l.Requirement(rest)
		if no != 0 && how != ByShort {
			return no, how
		}
		if cited := Cited(strings.TrimSpace(text[:len(text)-len(rest)])); len(cited) == 1 {
			if no := l.Named(cited[0], rest); no != 0 {
				return no, ByNumber
			}
		}
		if no != 0 {
			return no, how
		}
	}
	return l.Requirement(text)
}

// numberBefore is a number before a requirement: 7. , 第7项, （7）.
var numberBefore = regexp.MustCompile(`^(?:(?:事项|任务|项目|工作|要点|举措)\s*[0-9一二三四五六七八九十]{1,3}\s*[:：、.．\s]\s*|第\s*[0-9一二三四五六七八九十]{1,3}\s*[条项号点][:：、,，\s]*|[(（]?\s*[0-9]{1,3}\s*[)）]?\s*[.．、:：#＃]?\s*)`)

// labelBefore is a label before a requirement in its own cell: 任务：实施补充耕地项目….
var labelBefore = regexp.MustCompile(`^(?:重点|具体|清单|年度)?(?:任务|事项|工作|目标|要求|项目)(?:名称|内容|要求)?\s*[:：]\s*`)

// remarked is what a writer adds of his own part before or behind a requirement: 附属设施(配合).
var remarked = regexp.MustCompile(`\s*[(（](?:我[科股站所]|本[科股站所]|均为|都是|皆为|属)?(?:配合|协助|协办|参与|牵头|负责|主办|主责)(?:[^)）]{0,8})?[)）]\s*$|^\s*[(（](?:配合|协助|协办|参与|牵头|主办)[^)）]{0,8}[)）]\s*`)

// WithoutRemark returns a requirement as a row writes it without what the writer adds of his own
// part in it: （配合）.
func WithoutRemark(text string) string {
	if !mayRemark(text) {
		return text
	}
	return remarked.ReplaceAllString(text, "")
}

// mayRemark is a quick look: whether a text ends with a bracket or begins with one.
func mayRemark(text string) bool {
	const space = "\t\n\f\r "
	text = strings.Trim(text, space)
	for _, bracket := range [...]string{")", "）"} {
		if strings.HasSuffix(text, bracket) {
			return true
		}
	}
	return strings.HasPrefix(text, "(") || strings.HasPrefix(text, "（")
}
