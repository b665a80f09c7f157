package returns

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// numerals are one number or several: 3, 1、15, 十二至十四.
const numerals = `(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:\s*[-~—至到、,，和及与]\s*第?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}))*`

var (
	// citedHead is a paragraph that begins by citing numbers: 第3项, 第1、15项：, （第9条）, 任务分解表第14项, 27号任务：.
	// A number without 第 counts pieces as often: 9项问题中已销号3项.
	citedHead = regexp.MustCompile(`^[（(【\[]?((?:[\p{Han}]{0,8}(?:清单|分解表|任务书|任务表|计划表|任务|要点))?第\s*` + numerals + `\s*[条项号点](?:任务|要求|工作|事项)?` +
		`|(?:清单|任务|事项|序号)\s*` + numerals + `\s*(?:[条项号]|[:：])` +
		`|` + numerals + `\s*(?:号(?:任务|要求|工作|事项|[ 　])|[条项]?[:：]|[条项]\s*—))[)）】\]]?[\s:：,，。.、—]*`)
	// numberedHead is a paragraph that begins with a number: 10.农村集中供水工程：, 3、31．.
	numberedHead = regexp.MustCompile(`^[（(【\[]?([0-9０-９]{1,3}(?:\s*[、,，和及]\s*[0-9０-９]{1,3})*)(?:[)）】\]]\s*(?:[.．、:：#＃\s]|—+|–|-{1,2})?|\s*(?:[.．、:：#＃\s]|—+|–|-{1,2}))\s*`)
	// bracketLabel is a label in a bracket: 【进展】….
	bracketLabel = regexp.MustCompile(`^[【\[［]\s*([^】\]］]{1,12}?)\s*[】\]］]\s*[:：]?\s*`)
	severalHeads = regexp.MustCompile(`第\s*([0-9]{1,3})\s*[项条]`)
	// countedHead is a heading that is counted in Chinese: （一）, 一、.
	countedHead = regexp.MustCompile(`^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．])\s*`)
	bulletHead  = regexp.MustCompile(`^[·•●○■□▪◆◇★☆\-—*]+\s*`)
	nameEnd     = "：:。；;，,—\n"
)

// ownCount is a writer's own count before a citation of the list.
var ownCount = regexp.MustCompile(`^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[（(]?[0-9]{1,2}(?:[)）][、.．]?|[、.．]))\s*`)

// pointedAt is how a sentence opens that names what it speaks of: 更新老化管道一项，…, 开展师德专项整治方面，….
var pointedAt = regexp.MustCompile(`^(?:关于|对于|在|就)?(.{3,60}?)(?:这?[一1]项(?:工作|任务)?|方面|这项工作|工作方面|任务方面)[，,：:。]`)

// aboutHead is a heading that says what is spoken of: 关于群众性赛事活动（清单24）.
var aboutHead = regexp.MustCompile(`^关于`)

const longestName = 60 // characters of the words that name a requirement, unless they are the list's own

// addressedTo is whom a letter of one paragraph addresses before it says what it is about.
var addressedTo = regexp.MustCompile(`^\p{Han}{2,12}[:：]\s*(?:你[办室股科局]\p{Han}{0,8}[,，])?(?:现将)?(关于第)`)

// answersFor is how a department says which requirement is its own before it tells of it.
var answersFor = regexp.MustCompile(`^(?:我|本)\p{Han}{0,4}?(?:承担|负责|牵头|主办|配合|协办|承办)的?(?:清单|任务)?(第)`)

// topic reads a paragraph that names a requirement, or that opens a piece of its own. What
// stands behind the name is its first line.
func (f *file) topic(text string, heading bool) (item, bool) {
	bare := bulletHead.ReplaceAllString(text, "")
	if m := addressedTo.FindStringSubmatchIndex(bare); m != nil {
		bare = bare[m[2]:] // 局办公室：关于第34项…
	}
	if m := answersFor.FindStringSubmatchIndex(bare); m != nil {
		bare = bare[m[2]:] // 我馆承担第34项…
	}
	if counted := ownCount.ReplaceAllString(bare, ""); counted != bare && citedHead.MatchString(counted) {
		bare = counted // 一、第17项…: the count is the writer's, the citation the list's
	}
	if plain := aboutHead.ReplaceAllString(bare, ""); plain != bare && citedHead.MatchString(plain) {
		bare = plain // 关于第26项…
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
		if cited := table.Cited(strings.TrimRight(citedWords.ReplaceAllString(bare[m[2]:m[3]], ""), ":：— ")); cited != nil && f.allListed(cited) {
			return f.citedTopic(cited, bare[m[1]:]), true
		}
	}
	if m := numberedHead.FindStringSubmatchIndex(bare); m != nil {
		cited := table.Cited(bare[m[2]:m[3]])
		rest := bare[m[1]:]
		if b := behindName.FindStringSubmatchIndex(rest); b != nil && f.grammar.Is(rest[b[2]:b[3]]) { // 1. 案卷评查【推进中】
			it := item{name: strings.TrimSpace(rest[:b[0]])}
			no, _ := f.Reader.tables.Requirement(it.name)
			it.matched = no != 0
			return it, true
		}
		name, after := cutName(rest)
		if len(cited) == 1 && f.names(cited[0], name) {
			it := item{number: cited[0], name: name, matched: true}
			it.add(after)
			return it, true
		}
		if no, how := f.Reader.tables.Requirement(rest); no != 0 && how == table.ByText {
			return item{name: rest, matched: true}, true
		}
		if it, ok := f.pointedTopic(rest); ok {
			return it, true
		}
		if no, how := f.Reader.tables.Requirement(name); no != 0 && how != table.ByShort && utf8.RuneCountInString(name) <= longestName {
			it := item{name: name, matched: true}
			it.add(after)
			return it, true
		}
		if len(cited) > 1 && f.allListed(cited) {
			return f.citedTopic(cited, rest), true
		}
		if len(cited) == 1 && f.Reader.tables.Has(cited[0]) && f.startsWithStatus(rest) { // 13. 推进中。已衬砌9.7公里
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
		if no, how := f.Reader.tables.Requirement(title); no != 0 && how == table.ByText { // the list's own words, and behind a colon what was done
			it := item{name: title, matched: true}
			it.add(after)
			return it, true
		}
	}
	if title, after := cutTitle(rest); after != "" && utf8.RuneCountInString(title) >= 4 && utf8.RuneCountInString(title) <= 24 && !f.isLabel(title) && !strings.ContainsAny(title, "，,|｜") {
		if no, _ := f.Reader.tables.Requirement(title); no != 0 && !f.grammar.Is(title) { // 红枫驿站阵地建设。锦绣广场…
			it := item{name: title, matched: true}
			it.add(after)
			return it, true
		}
	}
	if no, how := f.Reader.tables.Requirement(rest); no != 0 && (how == table.ByText || how == table.ByLikeness && (heading || counted || utf8.RuneCountInString(rest) <= longestName)) {
		return item{name: rest, matched: true}, true
	}
	name, after := cutName(rest)
	colon := len(name) < len(rest) && strings.ContainsAny(rest[len(name):len(name)+1], ":") || strings.HasPrefix(rest[len(name):], "：")
	if no, how := f.Reader.tables.Requirement(name); no != 0 && (how == table.ByText || colon || counted || heading) && !f.isLabel(name) {
		it := item{name: name, matched: true}
		it.add(after)
		return it, true
	}
	if _, dep := f.sectionOf(text); dep || f.isName(name) {
		return item{}, false
	}
	if (heading || counted) && !(f.isLabel(name) && f.Reader.tables.IsSureLabel(name)) && utf8.RuneCountInString(name) <= 30 {
		it := item{name: name}
		it.add(after)
		return it, true
	}
	if colon && !f.isLabel(name) && utf8.RuneCountInString(name) <= 16 && after != "" && f.words.Label(name) == "" && !f.signs(name) {
		it := item{name: aboutHead.ReplaceAllString(name, "")}
		it.add(after)
		return it, true
	}
	return item{}, false
}

// citedWords are what a citation calls the list: 任务分解表第14项.
var citedWords = regexp.MustCompile(`^[\p{Han}]{1,8}(?:清单|分解表|任务书|任务表|计划表|任务|要点)`)

// departmentBefore takes the name of a department off the beginning of a text: 婚登处 第13项….
func (f *file) departmentBefore(text string) (whose, rest string, ok bool) {
	name, rest, ok := strings.Cut(strings.ReplaceAll(text, "　", " "), " ")
	if !ok {
		return "", "", false
	}
	d, ok := f.plan.Roster.Find(name, period.Quarter{})
	return d.Name, strings.TrimSpace(rest), ok
}

// pointedTopic reads a sentence that opens by naming a requirement: “三会一课”方面，….
func (f *file) pointedTopic(text string) (item, bool) {
	m := pointedAt.FindStringSubmatchIndex(text)
	if m == nil {
		return item{}, false
	}
	name := text[m[2]:m[3]]
	if no, _ := f.Reader.tables.Requirement(name); no == 0 {
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

// severalTopics reads a beginning that cites several items, each with its name: 第17项困难群众排查、第22项反诈宣传：….
func (f *file) severalTopics(text string) (item, bool) {
	i := strings.IndexAny(text, "：:")
	if i <= 0 || !strings.HasPrefix(text, "第") {
		return item{}, false
	}
	var cited []string
	for _, m := range severalHeads.FindAllStringSubmatch(text[:i], -1) {
		cited = append(cited, m[1])
	}
	if len(cited) < 2 || !f.allListed(cited) {
		return item{}, false
	}
	it := item{matched: true, cites: cited}
	it.add(strings.TrimLeft(text[i:], "：: "))
	return it, true
}

// endsCited reads a heading, or a name before a colon, that ends in a bracket with the list's
// number: 一、课后服务全覆盖（清单第5项）.
func (f *file) endsCited(text string, heading bool) (item, bool) {
	head, after := text, ""
	if i := strings.IndexAny(text, "：:。\n"); i > 0 {
		head, after = text[:i], strings.TrimLeft(text[i:], "：:。 \n")
	}
	if bare := ownCount.ReplaceAllString(head, ""); bare != head {
		head = bare // 2.入河排污口整治（清单第5项）
	}
	if heading {
		head = reportEnd.ReplaceAllString(head, "") // 救灾股关于…演练（第31项）的情况
	}
	head = aboutHead.ReplaceAllString(countedHead.ReplaceAllString(head, ""), "")
	name, cited, sure := table.CitedAtEnd(head)
	if len(cited) == 0 || !f.allListed(cited) || utf8.RuneCountInString(name) > longestName || strings.ContainsAny(name, "。；") {
		return item{}, false
	}
	it := item{matched: true, name: name}
	switch named := len(cited) == 1 && f.names(cited[0], name); {
	case len(cited) > 1 && sure:
		it.cites, it.name = cited, ""
	case named, sure && len(cited) == 1:
		it.number, it.cites = cited[0], cited
		if !named {
			it.name = ""
		}
	default:
		return item{}, false
	}
	it.heading = name
	it.add(after)
	return it, true
}

// reportEnd is how the title of a report on one matter ends.
var reportEnd = regexp.MustCompile(`的?(?:进展|落实|完成|工作)?(?:情况|报告|汇报|说明|小结|总结|函)$`)

// citedTopic is an item that cites numbers of the list, and a short name behind a single one.
func (f *file) citedTopic(cited []string, rest string) item {
	it := item{matched: true}
	if len(cited) > 1 {
		it.cites = cited
		it.add(rest)
		return it
	}
	it.number = cited[0]
	if m := nameBehind.FindStringSubmatchIndex(rest); m != nil {
		name := rest[m[2]:m[3]]
		if no, _ := f.Reader.tables.Requirement(name); no != 0 && f.plan.Requirements[no-1].Number != cited[0] {
			it.name = name // the number and the name are of two: the office is asked
			it.add(rest[m[1]:])
			return it
		}
	}
	if name, after := cutTitle(rest); f.isTitleOf(cited[0], name) {
		it.name = name
		it.add(after)
		return it
	}
	it.cites = cited
	it.add(rest)
	return it
}

// isTitleOf reports whether words name the requirement of a number and tell nothing that was done: a
// sentence that only shares words with it is an answer.
func (f *file) isTitleOf(number, name string) bool {
	if strings.ContainsAny(name, "，,") {
		if _, how := f.Reader.tables.Requirement(name); how != table.ByText && how != table.ByLikeness {
			return false
		}
	}
	return f.names(number, name)
}

// nameBehind is a name in a bracket behind a citation: 第18项（法律明白人培养）：….
var nameBehind = regexp.MustCompile(`^\s*[（(]([^（()）]{3,30})[)）]\s*[:：,，]?\s*`)

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

// names reports whether a number and the words behind it name one requirement.
func (f *file) names(number, name string) bool {
	if f.grammar.Is(name) || f.grammar.Word(name) != status.NoStatus {
		return false
	}
	if f.Reader.tables.Named(number, name) != 0 {
		return true
	}
	no, _ := f.Reader.tables.Requirement(name)
	return no != 0 && f.plan.Requirements[no-1].Number == number
}

func (f *file) allListed(numbers []string) bool {
	for _, n := range numbers {
		if !f.Reader.tables.Has(n) {
			return false
		}
	}
	return len(numbers) > 0
}
