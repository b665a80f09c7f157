package prose

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// tellsWork reports a sentence above the first answer that says what was done, and no title,
// greeting or label.
func (f *Reader) tellsWork(text string) bool {
	return utf8.RuneCountInString(text) >= leastWork && strings.HasSuffix(text, "。") && !opens.MatchString(text) && len(f.LabelsIn(grid.Cell{Kind: grid.Text, Text: text})) == 0
}

const leastWork = 16 // characters

// opens is a sentence that opens a letter: 现将一季度工作情况汇报如下。, 根据…要求，….
var opens = regexp.MustCompile(`如下[。：:]?$|^(?:现将|根据|按照|按|为|今年以来|本季度以来|遵照|依据|贵|局|您好|你好)`)

// speaks reports whether a text names a department or a quarter.
func (f *Reader) speaks(text string) bool {
	return len(f.Plan.Roster.FindIn(text)) > 0 || len(f.Mentions(text)) > 0
}

// elsewhere is a heading, or a name before a colon, of what is left over: 五、其他, 其他：….
var elsewhere = regexp.MustCompile(`^(?:其他|其它)(?:工作|事项|方面|情况)*(?:[（(][^（()）]{0,12}[)）])?\s*(?:[:：。，]|$)`)

// aside opens a paragraph about what is not asked for.
var aside = regexp.MustCompile(`^(?:(?:其余|余下)(?:各|几|的)?(?:项|事项|工作|任务)|另外|此外|另报|另有|另|其他工作|清单(?:以?外|之外)|附[：:]|还有)`)

// notListed is how a paragraph says of itself that the list has not what it speaks of.
var notListed = regexp.MustCompile(`不在清单|清单[上里中]?没有|^.{0,20}[（(]清单(?:以|之)?外[)）]`)

func isAside(text string) bool {
	bare := ownCount.ReplaceAllString(countedHead.ReplaceAllString(WithoutBullet(text), ""), "")
	return aside.MatchString(bare) || elsewhere.MatchString(bare) || notListed.MatchString(text)
}

// endsInColon reports a short line that ends in a colon: 规范性文件清理：.
func endsInColon(text string) bool {
	return utf8.RuneCountInString(text) <= 24 && (strings.HasSuffix(text, "：") || strings.HasSuffix(text, ":"))
}

// namesOne reports whether a heading names a requirement.
func (f *Reader) namesOne(text string) bool {
	no, _ := f.Tables.Requirement(strings.TrimRight(text, "：: "))
	return no != 0
}

// addressed is a line that says whom a letter goes to: 报：局办公室.
var addressed = regexp.MustCompile(`^(?:报|致|呈|送|抄送|抄报|主送|呈报)\s*[:：]`)

// greeting is a line that greets whom a letter goes to: 莫主任：您好！
var greeting = regexp.MustCompile(`^.{0,12}[:：，,]?\s*(?:您好|你好|大家好|各位好)\s*[!！。]?$`)

// mailHead is a line of a mail's head. Who sent it and its subject say whose and when.
var mailHead = regexp.MustCompile(`^(?:发件人|寄件人|收件人|主题|标题|抄送|密送|发送时间|收件时间|附件)\s*[:：]`)

// isSalutation reports whom a letter goes to: 局办公室：.
func isSalutation(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	first = strings.TrimSpace(first)
	return greeting.MatchString(first) || utf8.RuneCountInString(first) <= 20 && (strings.HasSuffix(first, "：") || strings.HasSuffix(first, ":") || addressed.MatchString(first))
}

// levels are the headings of a document, by their text.
func (t Page) levels() map[string]int {
	levels := map[string]int{}
	for _, p := range t.Headings {
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

// isWord reports whether a character says anything.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// startsWithStatus reports whether a text opens with a status: 推进中。已衬砌9.7公里.
func (f *Reader) startsWithStatus(text string) bool {
	if label, _, ok := answer.BracketLabel(text); ok && f.Grammar.Cell(label).Status != status.NoStatus {
		return true
	}
	name, _ := cutName(text)
	return f.Grammar.Word(name) != status.NoStatus || f.Grammar.Is(name)
}

// isLabel reports whether words label a part of an answer: 存在问题, 下一步.
func (f *Reader) isLabel(name string) bool {
	if fold.Longer(name, longestLabel) || fold.Longer(name, shortLabel) && !f.Tables.IsWord(name) {
		return false // 新改建户用卫生厕所和问题厕所整改, 督察反馈问题整改
	}
	switch f.Tables.Label(name) {
	case words.Problems, words.NextSteps, words.Progress, words.Status, words.Completed, words.Evidence, words.Remarks, words.Percent:
		no, how := f.Tables.Requirement(name)
		return no == 0 || how == table.ByShort
	}
	return false
}

// How long the words are that label a part of an answer: longer ones must be words of the vocabulary.
const (
	shortLabel   = 7
	longestLabel = 12
)

// labelOf takes a label off a paragraph: 存在问题：….
func (f *Reader) labelOf(text string) (words.Role, string) {
	bare := numberedHead.ReplaceAllString(countedHead.ReplaceAllString(text, ""), "")
	i := strings.IndexAny(bare, ":：")
	if i <= 0 || utf8.RuneCountInString(bare[:i]) > 12 || !f.isLabel(bare[:i]) {
		return "", text
	}
	return f.Tables.Label(bare[:i]), strings.TrimSpace(strings.TrimLeft(bare[i:], ":："))
}

// sectionOf reads a heading that names one department and little else: 一、农村水利水电股.
func (f *Reader) sectionOf(text string) (string, bool) {
	if !countedHead.MatchString(text) && !strings.ContainsAny(text, "【[") && strings.HasSuffix(text, "：") {
		return "", false // 局办公室： is whom a letter goes to
	}
	bare := strings.Trim(countedHead.ReplaceAllString(text, ""), "【】[]：: ")
	if fold.Longer(bare, 24) || strings.ContainsAny(bare, "。；，") {
		return "", false
	}
	if d, ok := f.Plan.Roster.Find(bare, period.Quarter{}); ok {
		return d.Name, true
	}
	return "", false
}

// isClosing reports a paragraph that ends a document: a signature, a date.
func (f *Reader) isClosing(text string) bool {
	if f.signs(text) || f.Words.IsNote(text) || f.IsContact(text) {
		return true
	}
	if fold.Longer(text, 24) {
		return false
	}
	if allTold.MatchString(text) {
		return true
	}
	bare := strings.TrimRight(text, "。")
	if i := strings.IndexAny(bare, "0123456789二"); i > 0 { // 人事股2024年3月30日
		if _, ok := f.Plan.Roster.Find(strings.TrimSpace(bare[:i]), period.Quarter{}); ok {
			bare = bare[i:]
		}
	}
	return period.IsDate(bare, f.Plan.Year)
}

// allTold is a line by which a writer says that there is no more to tell: 报告完毕，郑小红 4月1日.
var allTold = regexp.MustCompile(`^(?:以上)?(?:报告|汇报|反馈|回复|报送|说明)(?:完毕|完了|到此|结束)(?:[，,。！!]|\s|$)`)

// signs reports whether a text begins like a signature.
func (f *Reader) signs(text string) bool {
	if len(f.LabelsIn(grid.Cell{Kind: grid.Text, Text: text})) > 0 {
		return true
	}
	key := fold.Key(text)
	for _, w := range f.Words.Signatures {
		if strings.HasPrefix(key, fold.Key(w)) {
			return true
		}
	}
	return false
}
