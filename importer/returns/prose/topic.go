package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/period"
	"taizhang/importer/table"
)

// numerals are one number or several: 3, 1、15, 十二至十四.
const numerals = `(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:\s*[-~—至到、,，和及与]\s*第?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}))*`

var (
	// citedHead is a paragraph that begins by citing numbers: 第3项, 第1、15项：, （第9条）, 任务分解表第14项, 27号任务：.
	// A number without 第 counts pieces as often: 9项问题中已销号3项.
	citedHead = regexp.MustCompile(`^[（(【\[]?((?:[\p{Han}]{0,8}(?:清单|分解表|任务书|任务表|计划表|任务|要点))?第\s*` + numerals + `\s*[条项号点](?:任务|要求|工作|事项)?` +
		`|(?:清单|任务|事项|序号)\s*` + numerals + `\s*(?:[条项号]|[:：]|(?:[（(][^（()）]{2,12}[)）])?\s*[—－]{1,2})` +
		`|` + numerals + `\s*(?:号(?:任务|要求|工作|事项|[ 　])|[条项]?[:：]|[条项]?\s*—))[)）】\]]?[\s:：,，。.、—]*`)
	// numberedHead is a paragraph that begins with a number: 10.农村集中供水工程：, 3、31．.
	numberedHead = regexp.MustCompile(`^[（(【\[]?([0-9０-９]{1,3}(?:\s*[、,，和及]\s*[0-9０-９]{1,3})*)(?:[)）】\]]\s*(?:[.．、:：#＃\s]|—+|–|-{1,2})?|\s*(?:[.．、:：#＃\s]|—+|–|-{1,2}))\s*`)
	severalHeads = regexp.MustCompile(`第\s*([0-9]{1,3})\s*[项条]`)
	// countedHead is a heading that is counted in Chinese: （一）, 一、.
	countedHead = regexp.MustCompile(`^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．]|[一二三四五六七八九十]是(?:抓[好紧]?|做好|搞好|推进|关于)?)\s*`)
	bulletHead  = regexp.MustCompile(`^[·•●○■□▪◆◇★☆\-—*]+\s*`)
	nameEnd     = "：:。；;，,—\n"
)

// WithoutBullet takes the sign off the beginning of a paragraph: · 课后服务.
func WithoutBullet(text string) string { return bulletHead.ReplaceAllString(text, "") }

// ownCount is a writer's own count before a citation of the list.
var ownCount = regexp.MustCompile(`^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[（(]?[0-9]{1,2}(?:[)）][、.．]?|[、.．]))\s*`)

// pointedAt is how a sentence opens that names what it speaks of: 更新老化管道一项，…, 开展师德专项整治方面，….
var pointedAt = regexp.MustCompile(`^(?:关于|对于|在|就)?(.{3,60}?)(?:(?:这?一|这1)项(?:工作|任务)?|方面|这项工作|工作方面|任务方面)[，,：:。]`)

// aboutHead is a heading that says what is spoken of: 关于群众性赛事活动（清单24）.
var aboutHead = regexp.MustCompile(`^关于`)

const longestName = 60 // characters of the words that name a requirement, unless they are the list's own

// Topic is what a heading names: requirements of the list, by number or by name.
type Topic struct {
	Name   string
	Number string   // the list's, where it is cited as such: 第3项
	Cites  []string // several
}

// NamedIn reads a heading that names requirements.
func (f *Reader) NamedIn(heading string) (Topic, bool) {
	it, ok := f.topic(heading, true)
	return Topic{it.name, it.number, it.cites}, ok && it.matched
}

// addressedTo is whom a letter of one paragraph addresses before it says what it is about.
var addressedTo = regexp.MustCompile(`^\p{Han}{2,12}[:：]\s*(?:你[办室股科局]\p{Han}{0,8}[,，])?(?:现将)?(关于第)`)

// What a citation is written like: 对应第8项, 任务16（公开招聘笔试）, 第3、9两项.
var (
	corresponds  = regexp.MustCompile(`^(?:对应|针对|对照)((?:清单|任务)?第)`)
	taskName     = regexp.MustCompile(`^((?:清单|任务|事项|序号)\s*[0-9]{1,3})\s*([（(])`)
	countedItems = regexp.MustCompile(`^(第[0-9０-９、,，和及\s]+?)(?:两|二|三|四|五|几)([项条])`)
)

// answersFor is how a department says which requirement is its own before it tells of it.
var answersFor = regexp.MustCompile(`^(?:我|本)\p{Han}{0,4}?(?:承担|负责|牵头|主办|配合|协办|承办)?的?(?:清单|任务)?(第)[0-9０-９一二三四五六七八九十]`)

// topic reads a paragraph that names a requirement, or that opens a piece of its own. What
// stands behind the name is its first line.
func (f *Reader) topic(text string, heading bool) (item, bool) {
	bare := bulletHead.ReplaceAllString(text, "")
	if m := addressedTo.FindStringSubmatchIndex(bare); m != nil {
		bare = bare[m[2]:] // 局办公室：关于第34项…
	}
	bare = taskName.ReplaceAllString(corresponds.ReplaceAllString(bare, "$1"), "$1：$2")
	bare = countedItems.ReplaceAllString(bare, "$1$2")
	if m := answersFor.FindStringSubmatchIndex(bare); m != nil {
		bare = bare[m[2]:] // 我馆承担第34项…
	}
	if counted := ownCount.ReplaceAllString(bare, ""); counted != bare && citedHead.MatchString(counted) {
		bare = counted // 一、第17项…: the count is the writer's, the citation the list's
	}
	if plain := aboutHead.ReplaceAllString(bare, ""); plain != bare {
		if citedHead.MatchString(plain) {
			bare = plain // 关于第26项…
		} else if it, ok := f.nameBeforeComma(plain); ok {
			return it, true
		}
	}
	if whose, rest, ok := f.departmentBefore(ownCount.ReplaceAllString(bare, "")); ok && citedHead.MatchString(rest) { // 1. 婚登处 第13项…
		it, ok := f.topic(rest, heading)
		it.whose = whose
		return it, ok
	}
	if it, ok := f.severalTopics(bare); ok {
		return it, true
	}
	if it, ok := f.endsCited(bare, heading); ok {
		return it, true
	}
	if m := citedHead.FindStringSubmatchIndex(bare); m != nil {
		if cited := table.Cited(strings.TrimRight(citedWords.ReplaceAllString(bare[m[2]:m[3]], ""), ":：— ")); cited != nil && f.AllListed(cited) {
			return f.citedTopic(cited, bare[m[1]:]), true
		}
	}
	if m := numberedHead.FindStringSubmatchIndex(bare); m != nil {
		cited := table.Cited(bare[m[2]:m[3]])
		rest := bare[m[1]:]
		if b := behindName.FindStringSubmatchIndex(rest); b != nil && f.Grammar.Is(rest[b[2]:b[3]]) { // 1. 案卷评查【推进中】
			it := item{name: strings.TrimSpace(rest[:b[0]])}
			no, _ := f.Tables.Requirement(it.name)
			it.matched = no != 0
			return it, true
		}
		name, after := cutName(rest)
		if len(cited) == 1 && f.Names(cited[0], name) {
			it := item{number: cited[0], name: name, matched: true}
			it.add(after)
			return it, true
		}
		if no, how := f.Tables.Requirement(rest); no != 0 && how == table.ByText {
			return item{name: rest, matched: true}, true
		}
		if it, ok := f.pointedTopic(rest); ok {
			return it, true
		}
		if no, how := f.Tables.Requirement(name); no != 0 && how != table.ByShort && utf8.RuneCountInString(name) <= longestName {
			it := item{name: name, matched: true}
			it.add(after)
			return it, true
		}
		if len(cited) > 1 && f.AllListed(cited) {
			return f.citedTopic(cited, rest), true
		}
		if len(cited) == 1 && f.Tables.Has(cited[0]) && f.startsWithStatus(rest) { // 13. 推进中。已衬砌9.7公里
			return f.citedTopic(cited, rest), true
		}
		if len(cited) == 1 && !strings.HasPrefix(bare, "(") && !strings.HasPrefix(bare, "（") && after != "" {
			it := item{name: name}
			it.add(after)
			return it, true
		}
		return item{}, false
	}
	if it, ok := f.pointedTopic(countedHead.ReplaceAllString(bare, "")); ok {
		return it, true
	}
	counted := countedHead.MatchString(bare)
	rest := countedHead.ReplaceAllString(bare, "")
	if title, after := cutTitle(rest); after != "" {
		if no, how := f.Tables.Requirement(title); no != 0 && how == table.ByText { // the list's own words, and behind a colon what was done
			it := item{name: title, matched: true}
			it.add(after)
			return it, true
		}
	}
	if title, after := cutTitle(rest); after != "" && utf8.RuneCountInString(title) >= 4 && utf8.RuneCountInString(title) <= 24 && !f.isLabel(title) && !strings.ContainsAny(title, "，,|｜") {
		if no, _ := f.Tables.Requirement(title); no != 0 && !f.Grammar.Is(title) { // 红枫驿站阵地建设。锦绣广场…
			it := item{name: title, matched: true}
			it.add(after)
			return it, true
		}
	}
	if no, how := f.Tables.Requirement(rest); no != 0 && (how == table.ByText || how == table.ByLikeness && (heading || counted || utf8.RuneCountInString(rest) <= longestName)) {
		return item{name: rest, matched: true}, true
	}
	name, after := cutName(rest)
	colon := len(name) < len(rest) && strings.ContainsAny(rest[len(name):len(name)+1], ":") || strings.HasPrefix(rest[len(name):], "：")
	if no, how := f.Tables.Requirement(name); no != 0 && (how == table.ByText || colon || counted || heading) && !f.isLabel(name) {
		it := item{name: name, matched: true}
		it.add(after)
		return it, true
	}
	if _, dep := f.sectionOf(text); dep || f.IsName(name) {
		return item{}, false
	}
	if (heading || counted) && !(f.isLabel(name) && f.Tables.IsSureLabel(name)) && utf8.RuneCountInString(name) <= 30 {
		it := item{name: name}
		it.add(after)
		return it, true
	}
	if colon && !f.isLabel(name) && utf8.RuneCountInString(name) <= 16 && after != "" && f.Words.Label(name) == "" && !f.signs(name) {
		it := item{name: aboutHead.ReplaceAllString(name, "")}
		it.add(after)
		return it, true
	}
	return item{}, false
}

// nameBeforeComma reads a sentence that opens with 关于 and a requirement, and goes on behind a comma with
// what was done.
func (f *Reader) nameBeforeComma(text string) (item, bool) {
	for at, tried := 0, 0; tried < 3; tried++ {
		i := strings.IndexAny(text[at:], "，,")
		if i < 0 {
			break
		}
		name := text[:at+i]
		if strings.ContainsAny(name, "。；") {
			break // 关于职称评审（第10项）。已完成。6月公布，…
		}
		if no, how := f.Tables.Requirement(name); no != 0 && how != table.ByShort {
			it := item{name: name, matched: true}
			it.add(strings.TrimLeft(text[at+i:], "，, "))
			return it, true
		}
		_, size := utf8.DecodeRuneInString(text[at+i:])
		at += i + size
	}
	return item{}, false
}

// citedWords are what a citation calls the list: 任务分解表第14项.
var citedWords = regexp.MustCompile(`^[\p{Han}]{1,8}(?:清单|分解表|任务书|任务表|计划表|任务|要点)`)

// departmentBefore takes the name of a department off the beginning of a text: 婚登处 第13项….
func (f *Reader) departmentBefore(text string) (whose, rest string, ok bool) {
	at := strings.IndexAny(text, " 　:：")
	if at <= 0 {
		return "", "", false
	}
	name, rest := text[:at], strings.TrimLeft(text[at:], " 　:：")
	d, ok := f.Plan.Roster.Find(name, period.Quarter{})
	return d.Name, strings.TrimSpace(rest), ok
}

// pointedTopic reads a sentence that opens by naming a requirement: “三会一课”方面，….
func (f *Reader) pointedTopic(text string) (item, bool) {
	m := pointedAt.FindStringSubmatchIndex(text)
	if m == nil {
		return item{}, false
	}
	name := text[m[2]:m[3]]
	if no, _ := f.Tables.Requirement(name); no == 0 {
		return item{}, false
	}
	it := item{name: name, matched: true}
	it.add(text[m[1]:])
	return it, true
}

func (it *item) add(text string) {
	if text = strings.TrimSpace(text); text != "" {
		it.lines = append(it.lines, line{text: text})
	}
}

// cutName cuts the words that name something from what is said of it.
func cutName(text string) (name, after string) {
	if i := strings.IndexAny(text, nameEnd); i > 0 {
		name = text[:i]
		return name, strings.TrimLeft(text[i:], "：:。；;，,— 　\n")
	}
	return text, ""
}

// cutTitle cuts a name from what is said of it where more than a comma parts them.
func cutTitle(text string) (name, after string) {
	if i := strings.IndexAny(text, "：:。；;\n"); i > 0 {
		return text[:i], strings.TrimLeft(text[i:], "：:。；; 　\n")
	}
	return text, ""
}
