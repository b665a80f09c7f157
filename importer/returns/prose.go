package returns

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// prose is a sheet of paragraphs in which headings, or the beginnings of paragraphs, name
// requirements, and what stands under them answers.
type prose struct {
	items []item
	info  info
	above int // of text above a table: the table's first row, 0 where the whole sheet is text
}

// item is one answer in prose.
type item struct {
	at      finder
	number  string   // the list's, where it is cited as such: 第3项
	cites   []string // several
	name    string   // the words that name the requirement
	section grid.Read[string]
	heading string // the name as it stands, also where only the number counts
	lines   []line
	matched bool // the name or number is a requirement's
}

type finder = grid.Cell

// line is a paragraph that answers, under its label.
type line struct {
	label words.Role // "" for what was done
	text  string
	cell  grid.Cell
	name  string // the label as it stands, of one that stands in a bracket
}

var (
	// citedHead is a paragraph that begins by citing numbers: 第3项, 第1、15项：, （第9条）.
	citedHead = regexp.MustCompile(`^[（(【\[]?((?:清单|任务)?第?\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:\s*[-~—至到、,，和及与]\s*第?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}))*\s*(?:[条项号点](?:任务|要求|工作)?|[:：]))[)）】\]]?[\s:：,，。.、]*`)
	// numberedHead is a paragraph that begins with a number: 10.农村集中供水工程：, 3、31．.
	numberedHead = regexp.MustCompile(`^[（(]?([0-9０-９]{1,3}(?:\s*[、,，和及]\s*[0-9０-９]{1,3})*)[)）]?\s*(?:[.．、:：#＃\s]|—+|–|-{1,2})\s*`)
	// bracketLabel is a label in a bracket: 【进展】….
	bracketLabel = regexp.MustCompile(`^[【\[［]\s*([^】\]］]{1,12}?)\s*[】\]］]\s*[:：]?\s*`)
	severalHeads = regexp.MustCompile(`第\s*([0-9]{1,3})\s*[项条]`)
	// countedHead is a heading that is counted in Chinese: （一）, 一、.
	countedHead = regexp.MustCompile(`^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．])\s*`)
	bulletHead  = regexp.MustCompile(`^[·•●○■□▪◆◇★☆\-—*]+\s*`)
	nameEnd     = "：:。；;，,\n"
)

// ownCount is a writer's own count before a citation of the list.
var ownCount = regexp.MustCompile(`^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[（(]?[0-9]{1,2}[)）]?[、.．])\s*`)

// pointedAt is how a sentence opens that names what it speaks of: 更新老化管道一项，…, 开展师德专项整治方面，….
var pointedAt = regexp.MustCompile(`^(?:关于|对于|在|就)?(.{3,60}?)(?:这?[一1]项(?:工作|任务)?|方面|这项工作|工作方面|任务方面)[，,：:]`)

// aboutHead is a heading that says what is spoken of: 关于群众性赛事活动（清单24）.
var aboutHead = regexp.MustCompile(`^关于`)

const longestName = 60 // characters of the words that name a requirement, unless they are the list's own

// takeProse takes a sheet without a table as prose, where some paragraph names a requirement.
func (f *file) takeProse(u *sheet) {
	p := &prose{}
	last := u.Grid.LastRow()
	switch {
	case u.reason != "":
		return
	case u.State == table.IsTable && u.first != nil && len(f.book.Prose) > 0:
		if _, _, to := u.first.Above(); u.first.Shape == table.Upright {
			last, p.above = to, to+1
		}
	case u.State != table.IsUnread:
		return
	}
	var section grid.Read[string]
	open, sectionItems := -1, 0
	colonHeads := false   // headings are lines that end in a colon
	underHeading := false // the open item is a heading, and its paragraphs are its own
	matched := 0
	var furniture, info []grid.Cell
	levels := f.levels()
	for row := 1; row <= last; row++ {
		cell, n := rowText(u.Grid, row)
		switch {
		case n == 0:
			continue
		case n > 1 && p.above > 0:
			continue
		case n > 1:
			return // no prose
		}
		text := strings.TrimSpace(cell.String())
		level := levels[text]
		if !strings.ContainsFunc(text, isWord) { // ======
			furniture = append(furniture, cell)
			continue
		}
		if open < 0 && len(p.items) == 0 && isSalutation(text) && !f.namesOne(text) {
			info = append(info, cell)
			continue
		}
		if it, ok := f.bracketTopic(text); ok {
			open = p.begin(it, cell, section)
			matched++
			continue
		}
		if rest, ok := f.askedFor(text); ok {
			it, found := f.topic(rest, true)
			if !found {
				it = item{name: rest}
			}
			if it.matched {
				matched++
			}
			open = p.begin(it, cell, section)
			continue
		}
		if m := bracketLabel.FindStringSubmatchIndex(text); m != nil && f.grammar.Word(text[m[2]:m[3]]) == status.NoStatus {
			label, rest := text[m[2]:m[3]], strings.TrimSpace(text[m[1]:])
			role := f.Reader.tables.Label(label)
			if role == words.Requirement || role == words.Task || role == words.Number {
				if it, ok := f.topic(rest, true); ok {
					if it.matched {
						matched++
					}
					open = p.begin(it, cell, section)
					continue
				}
			}
			if open >= 0 {
				p.items[open].lines = append(p.items[open].lines, line{label: role, text: rest, cell: cell, name: label})
				continue
			}
		}
		if it, ok := f.topic(text, level > 0); ok {
			if !it.matched && len(it.lines) == 0 && len(p.items) == 0 && (row == 1 || f.speaks(text)) {
				info = append(info, cell) // a title, and no work of its own
				f.infoRow(u.Grid, row, 1, u.Grid.Width(), &p.info, true)
				continue
			}
			if it.matched {
				matched++
			}
			open = p.begin(it, cell, section)
			underHeading = level > 0 && it.matched && len(it.lines) == 0
			colonHeads = colonHeads || it.matched && len(it.lines) == 0 && endsInColon(text)
			continue
		}
		if it, ok := f.sentenceTopic(text); ok && !underHeading && !(open >= 0 && p.items[open].name == it.name) {
			matched++
			open = p.begin(it, cell, section)
			continue
		}
		if colonHeads && endsInColon(text) && !f.isLabel(strings.TrimRight(text, "：: ")) {
			open = p.begin(item{name: strings.TrimRight(text, "：: ")}, cell, section) // one that the list has not, or that nobody can tell
			continue
		}
		if m := pointedAt.FindStringSubmatchIndex(text); m != nil && open >= 0 && !underHeading && utf8.RuneCountInString(text[m[2]:m[3]]) <= 20 {
			it := item{name: text[m[2]:m[3]]} // it speaks of something that the list has not
			it.add(text[m[1]:])
			open = p.begin(it, cell, section)
			continue
		}
		if d, ok := f.sectionOf(text); ok {
			section = grid.Read[string]{Value: d, Said: d, At: cell.At()}
			sectionItems = len(p.items)
			furniture = append(furniture, cell)
			open = -1
			continue
		}
		if label, rest := f.labelOf(text); open >= 0 && label != "" && !isAside(text) {
			p.items[open].lines = append(p.items[open].lines, line{label: label, text: rest, cell: cell})
			continue
		}
		if f.isClosing(text) {
			info = append(info, cell)
			f.infoRow(u.Grid, row, 1, u.Grid.Width(), &p.info, false)
			if d, ok := period.ParseDate(text, f.plan.Year); ok && d.Year != 0 {
				p.info.values = append(p.info.values, labelled{words.On, grid.Read[string]{Value: text, Said: text, At: cell.At()}})
			}
			open = -1
			continue
		}
		if open < 0 {
			if len(p.items) == 0 {
				info = append(info, cell)
				f.infoRow(u.Grid, row, 1, u.Grid.Width(), &p.info, true)
				continue
			}
			p.items = append(p.items, item{at: cell, section: section, lines: []line{{text: text, cell: cell}}})
			continue
		}
		if isAside(text) {
			p.items = append(p.items, item{at: cell, section: section, lines: []line{{text: text, cell: cell}}})
			open = len(p.items) - 1
			continue
		}
		label, rest := f.labelOf(text)
		p.items[open].lines = append(p.items[open].lines, line{label: label, text: rest, cell: cell})
	}
	if matched == 0 || p.above > 0 && !p.answers() {
		return
	}
	if section.Given() && sectionItems == len(p.items) && sectionItems > 0 { // a name below the last answer signs
		p.info.values = append(p.info.values, labelled{words.Whose, section})
	}
	for _, c := range info {
		u.Account.Mark(c, table.Info)
	}
	for _, c := range furniture {
		u.Account.Mark(c, table.Furniture)
	}
	u.prose, u.State = p, table.IsTable
	if p.above == 0 {
		f.tables++
	}
}

// begin opens an item at a paragraph, and returns its index.
func (p *prose) begin(it item, at grid.Cell, section grid.Read[string]) int {
	it.at, it.section = at, section
	for i := range it.lines {
		it.lines[i].cell = at
	}
	p.items = append(p.items, it)
	return len(p.items) - 1
}

// answers reports whether some item says what was done, and more than a title would.
func (p *prose) answers() bool {
	for i := range p.items {
		for _, l := range p.items[i].lines {
			if p.items[i].matched && utf8.RuneCountInString(l.text) >= leastAnswer {
				return true
			}
		}
	}
	return false
}

const leastAnswer = 8 // characters of a sentence that answers above a table

// speaks reports whether a text names a department or a quarter.
func (f *file) speaks(text string) bool {
	return len(f.plan.Roster.FindIn(text)) > 0 || len(f.mentions(text)) > 0
}

// elsewhere is a heading, or a name before a colon, of what is left over: 五、其他, 其他：….
var elsewhere = regexp.MustCompile(`^(?:其他|其它)(?:工作|事项|方面|情况)*(?:[:：。，]|$)`)

// aside opens a paragraph about what is not asked for.
var aside = regexp.MustCompile(`^(?:另外|此外|另报|另有|另|其他工作|清单(?:以?外|之外)|附[：:]|还有)`)

func isAside(text string) bool {
	bare := ownCount.ReplaceAllString(countedHead.ReplaceAllString(bulletHead.ReplaceAllString(text, ""), ""), "")
	return aside.MatchString(bare) || elsewhere.MatchString(bare) || strings.Contains(text, "不在清单") || strings.Contains(text, "清单上没有")
}

// endsInColon reports a short line that ends in a colon: 规范性文件清理：.
func endsInColon(text string) bool {
	return utf8.RuneCountInString(text) <= 24 && (strings.HasSuffix(text, "：") || strings.HasSuffix(text, ":"))
}

// namesOne reports whether a heading names a requirement.
func (f *file) namesOne(text string) bool {
	no, _ := f.Reader.tables.Requirement(strings.TrimRight(text, "：: "))
	return no != 0
}

// addressed is a line that says whom a letter goes to: 报：局办公室.
var addressed = regexp.MustCompile(`^(?:报|致|呈|送|抄送|抄报|主送|呈报)\s*[:：]`)

// isSalutation reports whom a letter goes to: 局办公室：.
func isSalutation(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	first = strings.TrimSpace(first)
	return utf8.RuneCountInString(first) <= 20 && (strings.HasSuffix(first, "：") || strings.HasSuffix(first, ":") || addressed.MatchString(first))
}

// levels are the headings of a document, by their text.
func (f *file) levels() map[string]int {
	levels := map[string]int{}
	for _, p := range f.book.Prose {
		if p.Level > 0 {
			levels[strings.TrimSpace(p.Text)] = p.Level
		}
	}
	return levels
}

// rowText returns the one cell of a row, and how many the row has.
func rowText(s *grid.Sheet, row int) (first grid.Cell, n int) {
	for c := 1; c <= s.Width(); c++ {
		if cell := s.Cell(row, c); !cell.IsEmpty() && !cell.Covered() {
			if n == 0 {
				first = cell
			}
			n++
		}
	}
	return first, n
}

// topic reads a paragraph that names a requirement, or that opens a piece of its own. What
// stands behind the name is its first line.
func (f *file) topic(text string, heading bool) (item, bool) {
	bare := bulletHead.ReplaceAllString(text, "")
	if counted := ownCount.ReplaceAllString(bare, ""); counted != bare && citedHead.MatchString(counted) {
		bare = counted // 一、第17项…: the count is the writer's, the citation the list's
	}
	if it, ok := f.severalTopics(bare); ok {
		return it, true
	}
	if it, ok := f.endsCited(bare, heading); ok {
		return it, true
	}
	if m := citedHead.FindStringSubmatchIndex(bare); m != nil {
		if cited := table.Cited(bare[m[2]:m[3]]); cited != nil && f.allListed(cited) {
			return f.citedTopic(cited, bare[m[1]:]), true
		}
	}
	if m := numberedHead.FindStringSubmatchIndex(bare); m != nil {
		cited := table.Cited(bare[m[2]:m[3]])
		rest := bare[m[1]:]
		name, after := cutName(rest)
		if len(cited) == 1 && f.names(cited[0], name) {
			it := item{number: cited[0], name: name, matched: true}
			it.add(after)
			return it, true
		}
		if no, how := f.Reader.tables.Requirement(rest); no != 0 && how == table.ByText {
			return item{name: rest, matched: true}, true
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
	if m := pointedAt.FindStringSubmatchIndex(bare); m != nil {
		name := bare[m[2]:m[3]]
		if no, _ := f.Reader.tables.Requirement(name); no != 0 {
			it := item{name: name, matched: true}
			it.add(bare[m[1]:])
			return it, true
		}
	}
	counted := countedHead.MatchString(bare)
	rest := countedHead.ReplaceAllString(bare, "")
	if no, how := f.Reader.tables.Requirement(rest); no != 0 && (how == table.ByText || how == table.ByLikeness && (heading || counted || utf8.RuneCountInString(rest) <= longestName)) {
		return item{name: rest, matched: true}, true
	}
	if title, after := cutTitle(rest); after != "" && utf8.RuneCountInString(title) >= 4 && utf8.RuneCountInString(title) <= 24 && !f.isLabel(title) && !strings.ContainsAny(title, "，,") {
		if no, _ := f.Reader.tables.Requirement(title); no != 0 && !f.grammar.Is(title) { // 红枫驿站阵地建设。锦绣广场…
			it := item{name: title, matched: true}
			it.add(after)
			return it, true
		}
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
	if (heading || counted) && !f.isLabel(name) && utf8.RuneCountInString(name) <= 30 {
		it := item{name: name}
		it.add(after)
		return it, true
	}
	if colon && !f.isLabel(name) && utf8.RuneCountInString(name) <= 16 && after != "" && f.words.Label(name) == "" && !f.signs(name) {
		it := item{name: name}
		it.add(after)
		return it, true
	}
	return item{}, false
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

// isWord reports whether a character says anything.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
	if name, after := cutTitle(rest); f.names(cited[0], name) {
		it.name = name
		it.add(after)
		return it
	}
	it.cites = cited
	it.add(rest)
	return it
}

// nameBehind is a name in a bracket behind a citation: 第18项（法律明白人培养）：….
var nameBehind = regexp.MustCompile(`^\s*[（(]([^（()）]{3,30})[)）]\s*[:：,，]?\s*`)

// cutName cuts the words that name something from what is said of it.
func cutName(text string) (name, after string) {
	if i := strings.IndexAny(text, nameEnd); i > 0 {
		name = text[:i]
		return name, strings.TrimLeft(text[i:], "：:。；;，, 　\n")
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

// startsWithStatus reports whether a text opens with a status: 推进中。已衬砌9.7公里.
func (f *file) startsWithStatus(text string) bool {
	if m := bracketLabel.FindStringSubmatch(text); m != nil && f.grammar.Cell(m[1]).Status != status.NoStatus {
		return true
	}
	name, _ := cutName(text)
	return f.grammar.Word(name) != status.NoStatus || f.grammar.Is(name)
}

// isLabel reports whether words label a part of an answer: 存在问题, 下一步.
func (f *file) isLabel(name string) bool {
	switch f.Reader.tables.Label(name) {
	case words.Problems, words.NextSteps, words.Progress, words.Status, words.Completed, words.Evidence, words.Remarks, words.Percent:
		no, how := f.Reader.tables.Requirement(name)
		return no == 0 || how == table.ByShort
	}
	return false
}

// labelOf takes a label off a paragraph: 存在问题：….
func (f *file) labelOf(text string) (words.Role, string) {
	bare := numberedHead.ReplaceAllString(countedHead.ReplaceAllString(text, ""), "")
	i := strings.IndexAny(bare, ":：")
	if i <= 0 || utf8.RuneCountInString(bare[:i]) > 12 || !f.isLabel(bare[:i]) {
		return "", text
	}
	return f.Reader.tables.Label(bare[:i]), strings.TrimSpace(strings.TrimLeft(bare[i:], ":："))
}

// sectionOf reads a heading that names one department and little else: 一、农村水利水电股.
func (f *file) sectionOf(text string) (string, bool) {
	if !countedHead.MatchString(text) && !strings.ContainsAny(text, "【[") && strings.HasSuffix(text, "：") {
		return "", false // 局办公室： is whom a letter goes to
	}
	bare := strings.Trim(countedHead.ReplaceAllString(text, ""), "【】[]：: ")
	if fold.Longer(bare, 24) || strings.ContainsAny(bare, "。；，") {
		return "", false
	}
	if d, ok := f.plan.Roster.Find(bare, period.Quarter{}); ok {
		return d.Name, true
	}
	return "", false
}

// isClosing reports a paragraph that ends a document: a signature, a date.
func (f *file) isClosing(text string) bool {
	if f.signs(text) || f.isNote(text) {
		return true
	}
	if fold.Longer(text, 24) {
		return false
	}
	return period.IsDate(strings.TrimRight(text, "。"), f.plan.Year)
}

// signs reports whether a text begins like a signature.
func (f *file) signs(text string) bool {
	if len(f.labelsIn(grid.Cell{Kind: grid.Text, Text: text})) > 0 {
		return true
	}
	key := fold.Key(text)
	for _, w := range f.words.Signatures {
		if strings.HasPrefix(key, fold.Key(w)) {
			return true
		}
	}
	return false
}
