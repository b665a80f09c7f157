package prose

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
)

// A letter parts itself by headings that say only that something is told: 一、总体情况, 二、各项任务推进情况. They
// are of no requirement, and neither is what stands under them before one is named.

// letterHead is what such a heading is made of, and letterNoun how it ends.
var (
	letterHead = regexp.MustCompile(`^(?:总体|整体|总的|基本|主要|各项|各|有关|相关|重点|目前|当前|上半年|下半年|全年|年度|[本一二三四]季度|第[一二三四]季度|前[二三]季度|今年以来|以来|我[股科室站所队局]|本[股科室站所队局]|承担|负责|牵头|目标|清单|工作|任务|事项|要求|推进|进展|开展|完成|落实|办理|执行|进度|情况|概况|成效|做法|总结|综述|小结|及其|及|和|与|的|、)+$`)
	letterNoun = regexp.MustCompile(`(?:情况|概况|进展|成效|做法|总结|综述|小结)$`)
)

// letterHeading reports a counted heading, or one of the document's, of that kind. A label of an answer is none:
// it stands under a heading that is above it.
func (w *walk) letterHeading() bool {
	style := styleOf(w.text)
	if style < inBracket && w.level == 0 || w.open >= 0 && w.p.items[w.open].matched && (style < w.highest || w.level > w.topLevel) {
		return false
	}
	name := strings.TrimRight(numberedHead.ReplaceAllString(countedHead.ReplaceAllString(WithoutBullet(w.text), ""), ""), "：: 。")
	if fold.Longer(name, longestLabel+4) || !letterHead.MatchString(name) || !letterNoun.MatchString(name) || w.namesOne(name) {
		return false
	}
	return !w.isLabel(name) || w.open < 0 || style > w.highest
}

// isLetterHeading takes such a heading.
func (w *walk) isLetterHeading() bool {
	if !w.letterHeading() {
		return false
	}
	w.furniture = append(w.furniture, w.cell)
	w.open, w.underHeading, w.letter = -1, false, true
	return true
}

// titlesTable reports the line right above the table of a letter that is no sentence.
func (w *walk) titlesTable() bool {
	if w.p.Above == 0 || strings.HasSuffix(w.text, "。") || fold.Longer(w.text, longestHead) {
		return false
	}
	for row := w.row + 1; row < w.p.Above; row++ {
		if _, n := rowText(w.in.Grid, row); n > 0 {
			return false
		}
	}
	return true
}
