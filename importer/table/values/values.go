// Package values says what a short text is by the way it is made, whoever writes it and wherever it
// stands.
package values

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/status"
)

// How short texts are made: numbers with what they count, telephone numbers, scores, numbers of rows in
// digits and in characters, and texts that begin as groups do: 一、, （一）.
var (
	Tally         = regexp.MustCompile(`[0-9]\s*(?:余|多|万)?(?:次|场|件|个|条|份|户|人|名|家|处|所|项|篇|期|公里|米|元|亩|台|套|座|吨|起|宗|辆|页|%|％|平方)`)
	evidenceLike  = regexp.MustCompile(`https?://|www\.|[〔\[【（(]20[0-9]{2}[〕\]】）)][0-9第]+号|〔20[0-9]{2}〕|^《|附件[0-9一二三四五]|^附[0-9:：件表图]|\.(?:pdf|docx?|xlsx?|jpg|png)$|(?:通知|纪要|报告|照片|截图|台账|方案|清单|函|简报|批复|文件|记录|合同|证书|回执|签到表|决算|凭证)[）)]?$`)
	Pieces        = regexp.MustCompile(`^(?:共|约|已)?[0-9]+(?:\.[0-9]+)?\s*\p{Han}{0,3}$`) // 12, 3场
	Phone         = regexp.MustCompile(`^[0-9()（）\-—+转 ]{6,20}$`)
	personLike    = regexp.MustCompile(`^[\p{Han}·]{2,4}$`)
	Score         = regexp.MustCompile(`^[0-9]+(?:\.[0-9]+)?分$`)
	Number        = regexp.MustCompile(`^(?:第)?[（(]?[0-9]{1,4}[)）]?[、.．]?[条项号]?$`)
	ChineseNumber = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$`)
	Grouped       = regexp.MustCompile(`^\s*(?:[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）])`)
	tickLike      = regexp.MustCompile(`^[◎xXvVyYnN\-—/＼]$|^(?:(?i:TRUE|FALSE)|是|否|有)$`)
)

// ItemCount is a number by which a table counts its rows.
var ItemCount = regexp.MustCompile(`^\s*[（(]?(?:[0-9]{1,3}(?:[.．\-][0-9]{1,3}){0,2}|[一二三四五六七八九十]{1,3})[)）]?[.．、]?\s*$`)

// IsTick reports whether a text may stand in a column of ticks: a tick, an empty box, a word for
// either.
func IsTick(text string) bool {
	text = strings.TrimSpace(text)
	return status.MarkOf(text) != status.NoMark || tickLike.MatchString(text)
}

// IsHan reports whether a character is a Chinese one.
func IsHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf }

// HoldsAny reports whether one of the words stands in a text.
func HoldsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

var (
	sampleMark   = map[string]bool{"例": true, "示例": true, "样例": true, "范例": true, "举例": true, "例如": true, "例子": true}
	samplePrefix = regexp.MustCompile(`^[（(【\[]?(?:示例|样例|范例|举例|填写示例|例)[）)】\]:：]`)
)

// ShowsHow reports whether a cell marks what stands beside it as an example: 例, （示例）….
func ShowsHow(text string) bool {
	text = strings.TrimSpace(text)
	r, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("例示样范举填（(【[", r) || text == "" {
		return false
	}
	return sampleMark[strings.Trim(fold.Key(text), "()")] || samplePrefix.MatchString(text)
}
