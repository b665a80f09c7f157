package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/plan/roster"
)

const longestTitle = 40 // characters of a heading

var (
	sentenceEnd = regexp.MustCompile(`[。；;！？!?]`)
	endsInDate  = regexp.MustCompile(`[日号]$`)
	dateLine    = regexp.MustCompile(`^[（(]?(?:19|20|二)[\d〇○零一二三四五六七八九]{2,3}\s*年`)
)

// isTitle reports whether a text reads as a heading: short, and no sentence.
func isTitle(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= longestTitle && !sentenceEnd.MatchString(s) && !strings.ContainsAny(s[len(s)-1:], ":,") &&
		!strings.HasSuffix(s, "：") && !strings.HasSuffix(s, "，") && !strings.HasSuffix(s, "、")
}

// heading is a point as a heading: its first sentence, where others follow.
func heading(pt *point) grid.Read[string] {
	said := pt.title()
	if topic, rest, ok := strings.Cut(said, "。"); ok && rest != "" && isTitle(topic) {
		said = topic
	}
	return grid.Read[string]{Value: said, Said: pt.mark + said, At: pt.at}
}

var document = regexp.MustCompile(`(?:清单|方案|要点|分工|通知|分解表?|安排|计划|意见|台账|一览表|表|措施|目标|任务|责任制?|工作|办法|规划|部署|行动)(?:[（(].*[)）])?$`)

// beside is what stands around a title and is none: 附件2, 江府办〔2021〕15号.
var beside = regexp.MustCompile(`^附件|号$|文件$|^[（(]|[日号]$|[:：]`)

// listTitle names the task of requirements without a heading: the line above that reads
// like the title of a document, the last one before the text begins.
func (p *list) listTitle() grid.Read[string] {
	best := -1
	for i, s := range p.titles {
		if !isTitle(s) || beside.MatchString(s) {
			continue
		}
		if best < 0 || document.MatchString(s) || !document.MatchString(p.titles[best]) {
			best = i
		}
	}
	if best < 0 {
		return grid.Read[string]{}
	}
	title := p.titles[best]
	for i := best - 1; i >= 0 && isTitle(p.titles[i]) && !beside.MatchString(p.titles[i]) && !document.MatchString(p.titles[i]) && !roster.EndsAsUnit(p.titles[i]); i-- {
		title = p.titles[i] + title
	}
	at := slices.IndexFunc(p.lines, func(l paragraph) bool { return l.Said == p.titles[best] })
	return grid.Read[string]{Value: title, Said: title, At: p.lines[max(at, 0)].at}
}
