package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// severalTopics reads a beginning that cites several items, each with its name: 第17项困难群众排查、第22项反诈宣传：….
func (f *Reader) severalTopics(text string) (item, bool) {
	if !strings.HasPrefix(text, "第") {
		return item{}, false
	}
	i := strings.IndexAny(text, "：:")
	if head := severalNamed.FindString(text); head != "" {
		i = len(head)
	}
	if i <= 0 {
		return item{}, false
	}
	var cited []string
	for _, m := range severalHeads.FindAllStringSubmatch(text[:i], -1) {
		cited = append(cited, m[1])
	}
	if len(cited) < 2 || !f.AllListed(cited) {
		return item{}, false
	}
	it := item{matched: true, cites: cited}
	it.add(strings.TrimLeft(text[i:], "：:，, "))
	return it, true
}

// severalNamed is several citations, each with its name in a bracket: 第14项（机井计量）、第21项（水价改革），….
var severalNamed = regexp.MustCompile(`^(?:第[0-9０-９]{1,3}[项条][（(][^（()）]{1,30}[)）][、和及与]?){2,8}`)

// endsCited reads a heading, or a name before a colon, that ends in a bracket with the list's
// number: 一、课后服务全覆盖（清单第5项）.
func (f *Reader) endsCited(text string, heading bool) (item, bool) {
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
	head, stands := f.statusBesideCited(head)
	name, cited, sure := table.CitedAtEnd(head)
	if len(cited) == 0 || !f.AllListed(cited) || utf8.RuneCountInString(name) > longestName || strings.ContainsAny(name, "。；") {
		return item{}, false
	}
	it := item{matched: true, name: name}
	switch named := len(cited) == 1 && f.Names(cited[0], name); {
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
	if stands != "" {
		it.lines = append(it.lines, line{label: words.Status, text: stands})
	}
	it.add(after)
	return it, true
}

// statusBesideCited takes the status off that stands behind the list's number in one bracket: 清廉文旅（任务清单
// 第36条，推进中）.
func (f *Reader) statusBesideCited(head string) (bare, said string) {
	m := besideCited.FindStringSubmatchIndex(head)
	if m == nil || !f.Grammar.Is(head[m[2]:m[3]]) {
		return head, ""
	}
	return head[:m[0]] + head[m[4]:m[5]], head[m[2]:m[3]]
}

// besideCited is the end of such a bracket.
var besideCited = regexp.MustCompile(`[，,、；;]\s*([^（()）【】\[\]，,、；;]{2,10})([)）】\]]\s*[：:]?\s*)$`)

// reportEnd is how the title of a report on one matter ends.
var reportEnd = regexp.MustCompile(`的?(?:进展|落实|完成|工作)?(?:情况|报告|汇报|说明|小结|总结|函)$`)

// citedTopic is an item that cites numbers of the list, and a short name behind a single one.
func (f *Reader) citedTopic(cited []string, rest string) item {
	rest = together.ReplaceAllString(rest, "")
	it := item{matched: true}
	if len(cited) > 1 {
		it.cites = cited
		it.add(rest)
		return it
	}
	it.number = cited[0]
	if m := nameBehind.FindStringSubmatchIndex(rest); m != nil {
		name := rest[m[2]:m[3]]
		if no, _ := f.Tables.Requirement(name); no != 0 {
			it.name = name // where the number and the name are of two, the office is asked
			if f.Plan.Requirements[no-1].Number == cited[0] {
				it.cites = cited
			}
			it.add(rest[m[1]:])
			return it
		}
	}
	if m := quotedName.FindStringSubmatchIndex(rest); m != nil {
		name := rest[m[2]:m[3]]
		no, how := f.Tables.Requirement(name)
		if no != 0 && how != table.ByShort && f.Plan.Requirements[no-1].Number != cited[0] {
			it.name = name // the number and the name are of two: the office is asked
			it.add(rest[m[1]:])
			return it
		}
		it.cites, it.heading = cited, name
		if m[4] >= 0 && f.Grammar.Cell(rest[m[4]:m[5]]).Status != status.NoStatus {
			it.lines = append(it.lines, line{label: words.Status, text: rest[m[4]:m[5]]})
		}
		it.add(rest[m[1]:])
		return it
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
func (f *Reader) isTitleOf(number, name string) bool {
	if strings.ContainsAny(name, "，,") {
		if _, how := f.Tables.Requirement(name); how != table.ByText && how != table.ByLikeness {
			return false
		}
	}
	return f.Names(number, name)
}

// nameBehind is a name in a bracket behind a citation, with the writer's part in it: 第18项（法律明白人培养，我所配合）：….
var nameBehind = regexp.MustCompile(`^\s*[（(]([^（()）]{3,30}?)(?:[，,、]\s*[^（()），,]{0,8}(?:配合|协办|协助|参与|牵头|主办|主责|负责))?[)）]\s*[:：,，]?\s*`)

// quotedName is a name in quotes behind a citation, with a status behind it: “林长制”（常态化）：….
var quotedName = regexp.MustCompile(`^\s*[“"「]([^“”"」]{2,40})[”"」]\s*(?:[（(【]([^（()）】]{2,12})[)）】])?\s*[:：]\s*`)

// together opens one answer for several items, and says nothing of them: 一并说：….
var together = regexp.MustCompile(`^\s*(?:一并|合并|一起|统一|一块儿?)(?:说明?|报告?|汇报|反馈|答复|填报)?(?:如下)?\s*[:：，,]\s*`)
