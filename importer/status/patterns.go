package status

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// pattern is a kind of word that is made of numbers or of several words: times, counts,
// shares, whom and what a clause speaks of.
type pattern struct {
	class byte
	first string // the characters that it may begin with, "" for any at the beginning of a clause
	next  string // what may follow the figures, or the one other character, that it begins with; "" for anything
	re    *regexp.Regexp
}

// patterns are tried in this order.
var patterns = []pattern{
	{except, "除", "", regexp.MustCompile(`^除了?.{1,16}?(?:以外|之外|外)`)},
	{percent, figures + "两约近超已大为达至百过逾", "%.成为过达到约分" + figures + "两", regexp.MustCompile(`^(?:约为?|近|超过?|过|逾|已达|大约|为|达到?|至)?(?:[0-9]{1,12}(?:\.[0-9]{1,6})?%|百分之[零一二三四五六七八九十百点]+|[一二两三四五六七八九]{1,2}成[一二三四五六七八九半]?)(?:左右|以上|多|余)?`)},
	{slow, "比较", "", regexp.MustCompile(`^(?:比|较)` + expected + `(?:晚|慢|迟|落后|滞后|推迟|延后|延迟|拖后)了?` + stretch + `?`)},
	{well, "提比较", "", regexp.MustCompile(`^(?:(?:比|较)` + expected + `)?提前了?` + stretch)},
	{late, "超逾过已", "", regexp.MustCompile(`^(?:已|已经)?(?:超过|超出|逾越|过了?)(?:规定|要求|办理|完成|整改|既定|预定|计划|约定)?的?(?:时限|期限|限期|时间节点|节点|截止日期|截止时间|完成时间)(?:要求)?` + stretch + `?`)},
	{schedule, "序时节进工", "", regexp.MustCompile(`^(?:序时|时序|时间|节点|进度|工期)(?:进度|节点|要求|目标|安排|计划)+`)},
	{accepted, "达实", "", regexp.MustCompile(`^(?:达到|达成|实现)了?(?:全部|各项|所有|年度|全年|预期|既定|预定|规定)*的?(?:目标任务|目标要求|目标|指标要求|指标)`)},
	{almost, "差", "", regexp.MustCompile(`^差(?:不多)?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?%|[一二两三四五六七八九]成)`)},
	{partly, figures, "分", regexp.MustCompile(`^[一二三四五六七八九]分之[一二三四五六七八九]`)},
	{deadline, figures + "今本明年月季上中下节春国汛", "年月.-/旬底末度庆期节前内之以初", regexp.MustCompile(`^(?:` + day + `|` + vague + `|节|春节|国庆|汛期)(?:之|以)?(?:前|内)`)},
	{time, figures, "年月.-/", regexp.MustCompile(`^(?:` + day + `)`)},
	{part, figures + "第", "期批阶步" + figures, regexp.MustCompile(`^第?[0-9一二三四五六七八九十]{1,3}(?:期|批|阶段|步)`)},
	{quarter, figures + "第", "季" + figures, regexp.MustCompile(`^第?[一二三四1-4]季度`)},
	{neutral, "第", "", regexp.MustCompile(`^第[0-9一二三四五六七八九十]{1,3}(?:项|条|个|点|款|部分)`)},
	{thing, "此该本这上以各所全年目重相有既预承整项类任工事要内指举措问", "", nil},
	{month, "年", "", regexp.MustCompile(`^(?:` + vague + `)`)},
	{month, figures + "今本明月季上中下", "年月旬底末度", regexp.MustCompile(`^(?:` + vague + `)`)},
	{count, figures + "共约近总有各两", figures + "两计项条件个次批轮份篇人家处场类本块页起宗户公万元亩多余.", regexp.MustCompile(`^(?:共计?|约|近|总计|有|各)?(?:[0-9]{1,12}(?:\.[0-9]{1,6})?|[一二两三四五六七八九十]{1,4})(?:多|余)?(?:项|条|件|个|次|批|轮|份|篇|人次|人|家|处|场|类|本|块|页|起|宗|户|公里|万元|元|亩)`)},
	{count, digits, "", regexp.MustCompile(`^[0-9]{1,12}(?:\.[0-9]{1,6})?`)},
	{who, "我本各贵", "", regexp.MustCompile(`^(?:我|本|各|贵)(?:` + office + `)`)},
	{who, "", "", regexp.MustCompile(`^\p{Han}{1,8}?(?:股室|股|科室|处室|办公室|服务中心|[^开闭到来进入离回出场]馆)(?:均|已|都|全|现|正|尚|未|按|如|不)`)},
}

const (
	digits  = "0123456789"
	figures = digits + "一二三四五六七八九十" // as numbers are written
)

const (
	number   = `[0-9一二三四五六七八九十]{1,3}`
	day      = `(?:[0-9]{2,4}年)?` + number + `月` + number + `[日号]|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}[日号]?|[0-9]{1,2}\.[0-9]{1,2}[日号]?`
	vague    = `[0-9]{4}年度?(?:底|末|初)?|(?:[0-9]{2,4}年|今年|本年|明年)?(?:` + number + `月份?(?:上旬|中旬|下旬|底|初|末)?|年底|年末|月底|季末|季度末|年|本月底|本月|上旬|中旬|下旬)`
	expected = `(?:原定|原|预定|既定|预期|规定|要求|时序|序时)*的?(?:计划|进度|时间|节点|要求|目标|时限|期限|预期|工期|安排)*`
	stretch  = `(?:(?:约|近|大约)?(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|半|数|几)(?:个多|个半|个|多)?(?:月|天|周|星期|季度|日|年|工作日|百分点)(?:左右|多|余)?)`
	office   = `股室|科室|处室|股|科|室|局|部门|单位|馆|所|队|中心|站|委|办|镇|街道|院|校|社区|公司|机关`
)

// start is what may begin with one character: words, the longer before the shorter, and
// patterns in their order.
type start struct {
	words    []known
	patterns []*pattern
}

type known struct {
	text  string
	class byte
}

// wordAt returns the class and the length in bytes of the word that a text begins with, 0
// where it is not known. Only what opens a clause may begin with a department's name.
func (g *Grammar) wordAt(s string, opens bool) (class byte, n int) {
	first, size := utf8.DecodeRuneInString(s)
	st := g.starts[first]
	if st != nil {
		for i := range st.words {
			if w := &st.words[i]; strings.HasPrefix(s, w.text) {
				class, n = w.class, len(w.text)
				break
			}
		}
		if class == underway && first == '在' {
			if _, longer := g.wordAt(s[size:], false); longer > n-size {
				return now, size // 在办理 is no 在办
			}
		}
		after := rune(0)
		for _, p := range st.patterns {
			if p.next != "" {
				if after == 0 {
					after = afterFigures(s)
				}
				if !strings.ContainsRune(p.next, after) {
					continue
				}
			}
			if m := p.end(s); m > 0 {
				if m > n {
					class, n = p.class, m
				}
				return class, n
			}
		}
	}
	if opens && namesOffice(s) {
		if m := officeName.re.FindStringIndex(s); m != nil && whoEnds(s[:m[1]]) > n {
			class, n = who, whoEnds(s[:m[1]])
		}
	}
	return class, n
}

// officeName is the pattern that may begin with any character.
var officeName = &patterns[len(patterns)-1]

// end returns where the pattern ends that a text begins with, 0 where it does not.
func (p *pattern) end(s string) int {
	if p.re == nil {
		return thingEnds(s, 4)
	}
	if m := p.re.FindStringIndex(s); m != nil {
		return m[1]
	}
	return 0
}

// What a clause speaks of: up to four words that point at it, and what it is.
var (
	pointing = strings.Fields("此 该 本 本年 本年度 这 上述 以上 各 所有 全年 年度 年初 目标 重点 相关 有关 既定 预定 承担的 整改 全部 项 类")
	pointed  = strings.Fields("任务目标 目标任务 任务 工作 事项 目标 要求 内容 指标 项目 事宜 举措 措施 问题 年度计划 工作计划 全年计划 要点")
)

// thingEnds returns where what a clause speaks of ends, 0 where a text begins with no such
// word. Most words pointing win.
func thingEnds(s string, most int) int {
	for _, p := range pointing {
		if most > 0 && strings.HasPrefix(s, p) {
			if end := thingEnds(s[len(p):], most-1); end > 0 {
				return len(p) + end
			}
		}
	}
	for _, p := range pointed {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// longestNumber is how many figures a number has at the most.
const longestNumber = 24

// afterFigures returns the character behind the figures that a text begins with, behind its
// first character where it begins with none.
func afterFigures(s string) rune {
	first, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	for i := 0; isFigure(first) && rest != "" && i < longestNumber; i++ {
		r, size := utf8.DecodeRuneInString(rest)
		if !isFigure(r) {
			return r
		}
		rest = rest[size:]
	}
	if rest == "" {
		return '0' // nothing but figures
	}
	second, _ := utf8.DecodeRuneInString(rest)
	return second
}

func isFigure(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("一二三四五六七八九十两", r)
}

// namesOffice reports whether a text may begin with a department's name.
func namesOffice(s string) bool {
	return strings.ContainsAny(s[:min(len(s), 40)], "股室馆心")
}

// whoEnds returns where the department's name ends, before the adverb that shows its end.
func whoEnds(s string) int {
	last, size := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("均已都全现正尚未按如不", last) {
		return len(s) - size
	}
	return len(s)
}
