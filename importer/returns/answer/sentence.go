package answer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// turnsTo is where a text goes on from what was done to what is in its way.
var turnsTo = regexp.MustCompile(`。(?:目前)?(?:存在的?|主要)?(?:困难|问题|难点|不足)(?:是|在于|有|：|:)`)

// SentenceStatus reads the status that a progress text begins or ends with: 已完成。共发布….
func (t *Taker) SentenceStatus(progress grid.Words) grid.Read[status.Status] {
	text := strings.TrimSpace(progress.Value)
	if text == "" {
		return grid.Read[status.Status]{}
	}
	if s, ok := t.bySymbol(text); ok {
		return grid.Read[status.Status]{Value: s, Said: text, At: progress.At}
	}
	if s := t.openingStatus(text); s.Value != status.NoStatus {
		s.At = progress.At
		return s
	}
	if s := t.closingStatus(text); s.Value != status.NoStatus {
		s.At = progress.At
		return s
	}
	r := t.Grammar.Sentence(text)
	if at := turnsTo.FindStringIndex(text); r.Status == status.NoStatus && at != nil && at[0] > 0 {
		r = t.Grammar.Sentence(text[:at[0]+len("。")]) // what follows tells of problems
	}
	if r.Status != status.NoStatus {
		said := r.Said
		if said == "" {
			said = text
		}
		return grid.Read[status.Status]{Value: r.Status, Said: said, At: progress.At}
	}
	if s := t.ClauseStatus(text, progress); s.Given() {
		return s
	}
	return t.statusBeforeRest(text, progress)
}

// statusBeforeRest reads a status that ends a sentence, set off by a mark, where one more sentence tells
// what is left or to come: 累计办到第5期，推进中。还缺一期安排在11月。 Only work that goes on leaves
// something, so that 已完成 is not read so; and no other sentence may say a status.
func (t *Taker) statusBeforeRest(text string, progress grid.Words) grid.Read[status.Status] {
	sentences := strings.FieldsFunc(text, func(c rune) bool { return c == '。' || c == '\n' })
	n := len(sentences)
	if n < 2 || !leftOrToCome.MatchString(strings.TrimSpace(sentences[n-1])) {
		return grid.Read[status.Status]{}
	}
	before := strings.TrimSpace(sentences[n-2])
	at := strings.LastIndexAny(before, "，,；;")
	if at < 0 {
		return grid.Read[status.Status]{}
	}
	said := strings.TrimSpace(strings.TrimLeft(before[at:], "，,；;"))
	if s := t.Grammar.Word(said); (s == status.InProgress || s == status.Behind) && t.Grammar.Sentence(sentences[n-1]).Status == status.NoStatus {
		return grid.Read[status.Status]{Value: s, Said: said, At: progress.At}
	}
	return grid.Read[status.Status]{}
}

// leftOrToCome opens a sentence that tells what is left to do or comes next.
var leftOrToCome = regexp.MustCompile(`^(?:还|尚|剩|其余|余下|下一?步|下季度|后续|计划|预计|拟)`)

// ClauseStatus reads the status that a clause states of the whole: 目前正在推进, 此项已完成. Clauses that
// differ say nothing.
func (t *Taker) ClauseStatus(text string, progress grid.Words) grid.Read[status.Status] {
	var found grid.Read[status.Status]
	for _, clause := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("。；;，,\n", c) }) {
		clause = strings.TrimSpace(clause)
		m := ofTheWhole.FindStringIndex(clause)
		switch {
		case m == nil && doneWhole.MatchString(clause):
			m = []int{0, 0}
		case m == nil && notOurs.MatchString(clause):
			m = notOurs.FindStringSubmatchIndex(clause)[2:]
		case m == nil:
			continue
		}
		said := strings.TrimSpace(clause[m[1]:])
		r := t.Grammar.Cell(said)
		if said == "" || r.Status == status.NoStatus || utf8.RuneCountInString(said) > LongestClause {
			continue
		}
		if found.Given() && found.Value != r.Status {
			return grid.Read[status.Status]{}
		}
		found = grid.Read[status.Status]{Value: r.Status, Said: said, At: progress.At}
	}
	return found
}

var (
	// doneWhole is a clause that says that all of it is done: 已于11月18日全部完成.
	doneWhole = regexp.MustCompile(`^(?:均|都)?[已现](?:已|经)?于?[0-9年月日号.\-/]*[日号前]?(?:全部|全面|如期|按期|提前|圆满|顺利|整体)(?:完成|办结|落实|收官|销号|完工)(?:到位)?$`)
	// notOurs is a clause that says that the writer has nothing to do with it: 本中心不涉及.
	notOurs = regexp.MustCompile(`^((?:本|我)(?:中心|单位|部门|科室?|股室?|局|站|所|校|院|处|队|大队|办|馆))(?:目前|暂|均)?(?:不涉及|无此项(?:工作|业务|任务))$`)
)

// LongestClause is how many characters a clause has at the most that says nothing but a status.
const LongestClause = 16

// ofTheWhole is what opens a clause that speaks of the requirement as a whole.
var ofTheWhole = regexp.MustCompile(`^(?:截至目前|目前进度|目前状态|[我本](?:科|股|室|局|站|所|馆|院|校|处|队|办|团|大队|支队|中心|单位)(?:配合|承担|牵头|负责)?的?(?:\p{Han}{0,4}(?:任务|工作|事项)|部分)|目前总体|目前|现阶段|现状|该项工作|此项工作|该工作|该任务|此任务|该项目|该项|此项|本项工作|本项|[此这上][述]?[两几二三四]项(?:工作|任务|事项)?(?:均|都)?|[两几二三四]项(?:工作|任务|事项)?(?:均|都)|总体上?|整体|全年任务|全年目标|状态|进度|属)(?:已经|处于|为|是|属于)?[：:]?`)

// closingStatus reads a status that is the last sentence by itself: …剩余地块由村集体代耕。已完成。
func (t *Taker) closingStatus(text string) grid.Read[status.Status] {
	text = strings.TrimRight(text, "。；; \n")
	i := strings.LastIndexAny(text, "。；;\n")
	if i < 0 {
		return grid.Read[status.Status]{}
	}
	said := strings.TrimSpace(strings.TrimLeft(text[i:], "。；;\n"))
	if s := t.Grammar.Word(said); s != status.NoStatus {
		return grid.Read[status.Status]{Value: s, Said: said}
	}
	if r := t.Grammar.Cell(said); (r.Status == status.Ongoing || r.Status == status.InProgress) && utf8.RuneCountInString(said) <= longestClosing && t.Grammar.Is(said) {
		return grid.Read[status.Status]{Value: r.Status, Said: said} // …播放破6万。长期做。
	}
	if label, rest, ok := BracketLabel(said); ok && rest == "" && t.Grammar.Is(label) {
		return grid.Read[status.Status]{Value: t.Grammar.Cell(label).Status, Said: said} // …立案1宗。【在办】
	}
	if doneOn.MatchString(said) {
		return grid.Read[status.Status]{Value: status.Completed, Said: said}
	}
	return grid.Read[status.Status]{}
}

// longestClosing is how many characters a last sentence has that says nothing but that work goes on, in words
// that the vocabulary does not list.
const longestClosing = 5

// doneOn is a sentence that says nothing but when it was done: 已于9月15日完成.
var doneOn = regexp.MustCompile(`^已?于[0-9年月日号.\-/]{3,}[日号]?(?:前)?(?:全部|全面|如期|按期|提前)?(?:完成|办结|完工|竣工|销号)$`)

// bracketLabel is a label in a bracket: 【进展】….
var bracketLabel = regexp.MustCompile(`^[【\[［〔]\s*([^】\]］〕]{1,12}?)\s*[】\]］〕]\s*[:：]?\s*`)

// BracketLabel cuts a label in a bracket off the beginning of a text.
func BracketLabel(text string) (label, rest string, ok bool) {
	m := bracketLabel.FindStringSubmatchIndex(text)
	if m == nil {
		return "", "", false
	}
	return text[m[2]:m[3]], text[m[1]:], true
}

// openingStatus reads a status that stands before all else, in a bracket or before a stop: 【推进中】…,
// 长期坚持。…. 已完成 counts only where nothing behind it is left to do.
func (t *Taker) openingStatus(text string) grid.Read[status.Status] {
	var said, rest string
	if sign := signAhead(text); sign != "" {
		if s, _ := t.bySymbol(sign); s != status.NoStatus {
			return grid.Read[status.Status]{Value: s, Said: sign} // ◐首批6个小区通过评估
		}
	}
	if label, behind, ok := BracketLabel(text); ok {
		said, rest = label, behind
	} else if i := strings.IndexAny(text, "。；;：:"); i > 0 {
		said, rest = text[:i], text[i:]
	}
	said = strings.TrimSpace(said)
	if said == "" || utf8.RuneCountInString(said) < 2 || utf8.RuneCountInString(said) > 2*LongestClause {
		return grid.Read[status.Status]{}
	}
	if i := strings.LastIndexAny(said, "，,"); i > 0 && len(rest) > 0 && !strings.HasPrefix(rest, "。") { // 均为配合监测站，正在推进：…
		said = strings.TrimLeft(said[i:], "，, ")
	}
	if utf8.RuneCountInString(said) > LongestClause {
		return grid.Read[status.Status]{}
	}
	s := t.Grammar.Word(said)
	if s == status.NoStatus && (strings.HasPrefix(text, "【") || strings.HasPrefix(text, "[") || t.Grammar.Is(said)) {
		s = t.Grammar.Cell(said).Status
	}
	if s == status.Completed && stillOpen.MatchString(rest) {
		return grid.Read[status.Status]{}
	}
	return grid.Read[status.Status]{Value: s, Said: said}
}

// SignStatus reads the sign with which a paragraph opens by the sheet's legend.
func (t *Taker) SignStatus(cell grid.Cell) grid.Read[status.Status] {
	sign := signAhead(strings.TrimSpace(cell.Text))
	if s, _ := t.bySymbol(sign); sign != "" && s != status.NoStatus {
		return grid.Read[status.Status]{Value: s, Said: sign, At: cell.At()}
	}
	return grid.Read[status.Status]{}
}

// signAhead returns the sign that stands before a text, "" for none. The name of a colour is one where
// it ends there: 红：等批复, 黄灯 and not 红旗渠清淤.
func signAhead(text string) string {
	sign, size := utf8.DecodeRuneInString(text)
	if size == len(text) || !status.IsSymbol(text[:size]) {
		return ""
	}
	next, _ := utf8.DecodeRuneInString(text[size:])
	if unicode.IsLetter(sign) && unicode.IsLetter(next) && !strings.ContainsRune("灯色", next) {
		return ""
	}
	return text[:size]
}

// stillOpen is what is left to do behind a word for done.
var stillOpen = regexp.MustCompile(`未完成|尚未|未能|剩余|余下|还有|还差|仍有|除.{1,20}外|未到位|待`)
