package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// bracketed is a paragraph that opens with a name in a bracket: 【中医馆提档升级】….
var bracketed = regexp.MustCompile(`^[【\[［]\s*([^】\]］]{4,80}?)\s*[】\]］]\s*[:：]?\s*`)

// bracketTopic reads a paragraph that opens with a requirement in a bracket.
func (f *Reader) bracketTopic(text string) (item, bool) {
	m := bracketed.FindStringSubmatchIndex(text)
	if m == nil {
		return item{}, false
	}
	name := text[m[2]:m[3]]
	if f.isLabel(name) || f.Grammar.Word(name) != status.NoStatus || f.Grammar.Is(name) {
		return item{}, false
	}
	if no, _ := f.Tables.Requirement(name); no == 0 {
		return item{}, false
	}
	it := item{name: name, matched: true}
	it.add(text[m[1]:])
	return it, true
}

// askedFor takes the label of what is asked off a paragraph: 事项：60岁以上老年人疫苗接种.
func (f *Reader) askedFor(text string) (string, bool) {
	i := strings.IndexAny(text, ":：")
	if i <= 0 || utf8.RuneCountInString(text[:i]) > 8 || citedHead.MatchString(text) {
		return "", false // 27号任务：… cites
	}
	rest := strings.TrimSpace(strings.TrimLeft(text[i:], ":："))
	switch f.Tables.Label(text[:i]) {
	case words.Requirement, words.Task:
		if no, _ := f.Tables.Requirement(text[:i]); no != 0 {
			return "", false // 审批事项全程网办：网办事项全部上线
		}
		return rest, rest != ""
	case words.Number: // 任务号：6
		if cited := table.Cited(rest); len(cited) == 1 && f.AllListed(cited) {
			return "第" + cited[0] + "项", true
		}
		return "", false
	}
	if _, cited, sure := table.CitedAtEnd(rest); sure && len(cited) == 1 && f.AllListed(cited) {
		return rest, true // 事情：普惠托育机构及托位（第15项）
	}
	if no, how := f.Tables.Requirement(rest); no != 0 && how == table.ByText {
		return rest, true
	}
	return "", false
}

// sentenceTopic reads a sentence that opens with the name of a requirement: 国家卫生县城复审已于10月27日完成….
// The longest beginning that names one counts.
func (f *Reader) sentenceTopic(text string) (item, bool) {
	bare := aboutHead.ReplaceAllString(WithoutBullet(text), "")
	best := ""
	for _, end := range answer.NameEnds(bare, 12) {
		name := bare[:end]
		size := utf8.RuneCountInString(name)
		if size < leastOpening {
			continue
		}
		if size > longestOpening || strings.ContainsAny(name, "。；") {
			break
		}
		no, how := f.Tables.Requirement(name)
		if how == table.ByShort && strings.ContainsAny(name, "，,") {
			continue // 新馆装修和试开放，内部装修 names it by what stands before the comma
		}
		if no != 0 && !f.isLabel(name) && !f.Grammar.Is(name) && !f.IsName(name) && (how != table.ByShort || len(name) >= 3*leastOpening) {
			best = name
		}
	}
	if best == "" {
		return item{}, false
	}
	it := item{name: best, matched: true}
	it.add(strings.TrimLeft(bare[len(best):], "，：。；: "))
	return it, true
}

const (
	leastOpening   = 5  // characters of a name that opens a sentence
	longestOpening = 40 // and at the most
)

// aboutParagraph is a paragraph that says first what it is about: 关于撂荒耕地，由29家合作社接管….
var aboutParagraph = regexp.MustCompile(`^关于([^，,：:。；的]{2,24})[，,：:。]\s*`)

// aboutTopic reads a paragraph that says what it is about in words that the list has not, or that
// may be of several requirements: it answers nothing that stands before it.
func aboutTopic(text string) (item, bool) {
	m := aboutParagraph.FindStringSubmatchIndex(text)
	if m == nil {
		return item{}, false
	}
	it := item{name: text[m[2]:m[3]]}
	it.add(text[m[1]:])
	return it, len(it.lines) > 0
}
