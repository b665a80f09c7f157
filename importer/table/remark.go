package table

import (
	"regexp"
	"strings"
)

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

// partOf is how a supporting department opens what it calls its part: 配合做好测绘资质单位检查, 配合社保中心兑现稳岗返还.
var partOf = regexp.MustCompile(`^(?:积极|主动)?(?:配合|协助|参与|协同)(?:(?:做好|开展|抓好|完成|推进|实施|搞好)|\p{Han}{1,6}?(?:股|科|室|处|中心|局|站|所|队|办|馆|院|校)(?:做好|开展|抓好|完成|推进|实施|搞好)?)`)

// WithoutPart returns a requirement without the words for the writer's own part in it, where the
// list itself does not begin so.
func (r *Reader) WithoutPart(text string) string {
	rest := partOf.ReplaceAllString(text, "")
	if rest == text || rest == "" {
		return text
	}
	if _, how := r.requirement(text); how == ByText {
		return text
	}
	return rest
}
