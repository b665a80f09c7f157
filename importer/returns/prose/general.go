package prose

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// What a heading is made of that speaks of a document as a whole: what about it (目前, 工作中, 主要), and
// what it is (问题, 打算, 建议).
var (
	generalHead = regexp.MustCompile(`^(?:目前|当前|现阶段|工作|本季度|工作中|推进中|主要|存在|面临|遇到|需要|需|协调|解决|支持|的|和|及|与|以及|、|下一步|下步|下阶段|下一阶段|下季度|下一季度|今后|后续|接下来|重点|有关|相关|整改|改进|原因|分析|意见|建议|问题|困难|不足|短板|薄弱环节|打算|安排|计划|思路|措施|对策|诉求|几点|几个|方面|请|局里|上级|事项)+$`)
	generalNoun = regexp.MustCompile(`(?:问题|困难|不足|短板|薄弱环节|打算|安排|计划|思路|措施|对策|诉求|建议|意见|事项|下一步工作|下步工作|下一步|下步|原因分析)$`)
	aheadNoun   = regexp.MustCompile(`下一?步|下一?阶段|下一?季度|今后|后续|接下来|打算|安排|计划|思路|措施|对策`)
	adviceNoun  = regexp.MustCompile(`建议|意见|诉求|协调|支持|事项`)
)

// general is the part of a document that speaks of it as a whole.
type general struct {
	role  words.Role // what it speaks of
	style int        // how its heading is counted
	level int        // of its heading, 0 for none
	open  bool
}

// How a heading is counted; the greater stands above the others.
const (
	uncounted = iota
	inFigures // 1.
	inBracket // （一）
	inChinese // 一、
)

// styleOf returns how a paragraph is counted.
func styleOf(text string) int {
	switch bare := WithoutBullet(text); {
	case countedHead.MatchString(bare) && (strings.HasPrefix(bare, "(") || strings.HasPrefix(bare, "（")):
		return inBracket
	case countedHead.MatchString(bare):
		return inChinese
	case numberedHead.MatchString(bare):
		return inFigures
	}
	return uncounted
}

// generalOf reads a heading that names problems, next steps or advice and nothing that they are of. rest
// is what stands behind it on its line.
func (f *Reader) generalOf(text string) (name, rest string, role words.Role, ok bool) {
	bare := numberedHead.ReplaceAllString(countedHead.ReplaceAllString(WithoutBullet(text), ""), "")
	name, rest = cutTitle(bare)
	name = strings.TrimSpace(name)
	if fold.Longer(name, longestLabel+4) || !generalHead.MatchString(name) || !generalNoun.MatchString(name) || f.namesOne(name) {
		return "", "", "", false
	}
	switch {
	case strings.Contains(name, "问题") || strings.Contains(name, "困难") || strings.Contains(name, "不足"):
		role = words.Problems
	case adviceNoun.MatchString(name):
		role = words.Remarks
	case aheadNoun.MatchString(name):
		role = words.NextSteps
	default:
		role = words.Problems
	}
	return name, rest, role, true
}

// isGeneral takes a heading like 四、存在问题 that stands beside the headings of the answers, and what
// stands under it: it speaks of the document as a whole, and answers nothing.
func (w *walk) isGeneral() bool {
	name, rest, role, ok := w.generalOf(w.text)
	if ok && w.ofTheWhole(name, rest) {
		w.general = general{role: role, style: styleOf(w.text), level: w.level, open: true}
		it := item{name: name, general: true}
		it.add(rest)
		w.begin(it)
		w.label(role)
		w.underHeading = true
		return true
	}
	if !w.general.open {
		return false
	}
	if w.endsGeneral() {
		w.general.open, w.underHeading = false, false
		return false
	}
	w.add(w.general.role, w.text, "")
	return true
}

// label puts the lines of the open item under a role.
func (w *walk) label(role words.Role) {
	for i := range w.p.items[w.open].lines {
		w.p.items[w.open].lines[i].label = role
	}
}

// ofTheWhole reports whether such a heading is the document's own and no part of one answer: it is counted
// as the answers are, or above them; or it stands alone on its line behind several of them, once.
func (w *walk) ofTheWhole(name, rest string) bool {
	style := styleOf(w.text)
	switch {
	case w.general.open && style == w.general.style && (style != uncounted || w.level == w.general.level):
		return true
	case w.matched == 0:
		return false
	case style != uncounted && style >= w.highest && (w.highest > uncounted || style > inFigures) && w.generals[name] <= max(1, w.sections):
		return true
	case style == uncounted && w.level > 0:
		return w.level <= w.topLevel
	case style == uncounted:
		return w.level == 0 && w.topLevel == 0 && rest == "" && w.matched >= 2 && w.generals[name] == 1
	}
	return false
}

// endsGeneral reports whether a paragraph ends the general part: the next heading of its rank, a department's
// name, a signature, or words that name a requirement where nothing is counted.
func (w *walk) endsGeneral() bool {
	style := styleOf(w.text)
	if _, ok := w.sectionOf(w.text); ok || w.isClosing(w.text) || mailHead.MatchString(w.text) {
		return true
	}
	if w.level > 0 && (w.general.level == 0 || w.level <= w.general.level) {
		return true
	}
	if style != uncounted && style >= w.general.style && w.general.style != uncounted {
		return true
	}
	if w.general.style != uncounted || w.general.level > 0 {
		return false
	}
	it, ok := w.topic(w.text, false)
	return ok && it.matched && (it.number != "" || len(it.cites) > 0 || style > inFigures)
}

// ranks notes how the heading of an answer is counted.
func (w *walk) ranks() {
	w.highest = max(w.highest, styleOf(w.text))
	if w.level > 0 && (w.topLevel == 0 || w.level < w.topLevel) {
		w.topLevel = w.level
	}
}

// generalsOf counts the headings of the kind in a sheet, by their names: a form in paragraphs repeats its own
// for each answer.
func (f *Reader) generalsOf(in Page) map[string]int {
	count := map[string]int{}
	for row := 1; row <= in.Last; row++ {
		if cell, n := rowText(in.Grid, row); n == 1 {
			if name, _, _, ok := f.generalOf(strings.TrimSpace(cell.String())); ok {
				count[name]++
			}
		}
	}
	return count
}
