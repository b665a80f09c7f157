package period

import (
	"regexp"
	"strings"
)

// The two spellings of a year before a quarter: 2021年, 21年度, 二一年; and 2021 or 2021-.
const (
	aYear      = fullYear + `|\d\d|二[〇零一二三四五]`
	someYear   = `(?:(` + aYear + `)年度?的?|((?:19|20)\d\d)[-_./ ]?)?`
	nameYear   = `(?:(` + aYear + `)年度?|"?((?:19|20)\d\d|[1-3]\d)[-_./ ]?)?` // before Q3: '21Q3
	oneOf      = `[1-4一二三四壹贰叁肆ⅠⅡⅢⅣⅰⅱⅲⅳ]`
	someN      = `(` + oneOf + `)`
	rangeMarks = "-_~至到"
	joints     = "、,和及与"
	letters    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// namePatterns are words for one quarter.
var namePatterns = []quarterPattern{
	{[]string{"季"}, "", regexp.MustCompile(someYear + `(?:第` + someN + `|` + someN + `)(季度末?|季末|季报|季)`),
		"第每下上各这本后近续几前分一二三四五六七八九十", readSeason},
	{[]string{"个季"}, "", regexp.MustCompile(someYear + `(?:第` + someN + `|头(一))个(季度末?)`), "每下上各这本后近续几前分", readSeason},
	{[]string{"首季"}, "", regexp.MustCompile(someYear + `首(季度?)`), "每各",
		func(m []string, _, rest string) (Quarter, bool) {
			if m[2] == "季" && !goesOnAsReport(rest) {
				return Quarter{}, false
			}
			return Quarter{year(m[0] + m[1]), 1}, false
		}},
	{[]string{"季"}, "IViv", regexp.MustCompile(someYear + `第?(?i:(IV|I{1,3}))()(季度末?|季末|季报|季)`), letters + "第", readSeason},
	{[]string{"Q", "q"}, "", regexp.MustCompile(`(?i)` + nameYear + `Q([1-4])`), letters,
		func(m []string, _, rest string) (Quarter, bool) {
			if next := after(rest, 0); next == 'Q' || next == 'q' {
				return Quarter{}, false // Q3Q4
			}
			return Quarter{year(m[0] + m[1]), number(m[2])}, false
		}},
	{[]string{"Q", "q"}, "", regexp.MustCompile(`(?i)Q([1-4])[-_/. ,"]((?:20)\d\d)`), letters,
		func(m []string, _, _ string) (Quarter, bool) { return Quarter{year(m[1]), number(m[0])}, false }},
	{[]string{"Q", "q"}, "", regexp.MustCompile(`(?i)` + someYear + `([1-4])Q(?:[-_/. "]?((?:20)?[1-3]\d))?`), letters,
		func(m []string, _, rest string) (Quarter, bool) {
			if isLetter(after(rest, 0)) {
				return Quarter{}, false
			}
			return Quarter{year(m[0] + m[1] + m[3]), number(m[2])}, false
		}},
}

// readSeason reads 三季度, 第Ⅲ季度, 三季末, 三季报, and a bare 三季 where nothing else can follow:
// 四季青街道 and 第三季节目 are none.
func readSeason(m []string, ahead, rest string) (Quarter, bool) {
	q := Quarter{year(m[0] + m[1]), quarterNumber(m[2] + m[3])}
	switch bare := m[4] == "季"; {
	case bare && (!goesOnAsReport(rest) || q.Year == 0 && strings.ContainsRune("年春夏秋冬", before(ahead, len(ahead)))):
		return Quarter{}, false
	case q.Year == 0 && m[3] >= "1" && m[3] <= "4" && strings.HasSuffix(ahead, "附件"):
		return Quarter{}, false // 附件3 季度报表
	case onceEach.MatchString(rest): // 一季度一次: how often, not when
		return Quarter{}, false
	}
	return q, false
}

var (
	onceEach = regexp.MustCompile(`^(?:至少)?(?:\d|[一两二三])次`)
	// reportWord is what a return is about; 季 before it is short for 季度.
	reportWord = regexp.MustCompile(`^(?:情况|进展|进度|完成|落实|工作|任务|汇总|总结|小结|台账|报|表|数据)`)
)

func goesOnAsReport(rest string) bool { return !startsWithHan(rest) || reportWord.MatchString(rest) }

// spanPatterns are words for several quarters in one breath, and for halves and years.
var spanPatterns = []quarterPattern{
	{[]string{"前"}, "", regexp.MustCompile(someYear + `前([2-4二三四两])个?(季度?)`), qianEnds,
		func(m []string, _, rest string) (Quarter, bool) {
			if m[3] == "季" && !goesOnAsReport(rest) {
				return Quarter{}, false
			}
			return Quarter{year(m[0] + m[1]), number(strings.Replace(m[2], "两", "二", 1))}, true
		}},
	{[]string{"季"}, rangeMarks, regexp.MustCompile(someYear + `第?` + someN + `(?:季度?)?[-~至到]第?` + someN + `季度末?`), "每下上各", readQuarters},
	{[]string{"季"}, joints, regexp.MustCompile(someYear + `(第?` + oneOf + `(?:[、,和及与]第?` + oneOf + `)+)季度末?`), "每下上各", readQuarterList},
	{[]string{"Q", "q"}, rangeMarks, regexp.MustCompile(`(?i)` + nameYear + `Q([1-4])(?:季度)?[-~至到](?:((?:19|20)\d\d)[-_./]?)?Q?([1-4])(?:季度)?`), letters,
		func(m []string, ahead, rest string) (Quarter, bool) {
			if said := m[0] + m[1]; m[3] != "" && year(m[3]) != year(said) {
				return Quarter{}, false
			}
			return readQuarters([]string{m[0], m[1], m[2], m[4]}, ahead, rest)
		}},
	{[]string{"半年"}, "", regexp.MustCompile(`(?:截(?:至|止)到?)?` + someYear + `(上|下)半年`), "以",
		func(m []string, _, _ string) (Quarter, bool) {
			return Quarter{year(m[0] + m[1]), map[string]int{"上": 2, "下": 4}[m[2]]}, true
		}},
	{[]string{"半年"}, "", regexp.MustCompile(someYear + `半年(?:度|报|总结|小结|工作|情况)`), "上下每近各这隔一两个前后",
		func(m []string, _, _ string) (Quarter, bool) { return Quarter{year(m[0] + m[1]), 2}, true }},
	{[]string{"H", "h"}, "", regexp.MustCompile(`(?i)((?:19|20)\d\d)年?[-_./ ]?H([12])`), letters,
		func(m []string, _, _ string) (Quarter, bool) { return Quarter{year(m[0]), 2 * number(m[1])}, true }},
	{[]string{"全年", "年终", "年末"}, "", regexp.MustCompile(someYear + `(?:全年|年终|年末)`), "上下去一每各往半跨近两几多",
		func(m []string, _, rest string) (Quarter, bool) {
			if beforeWord.MatchString(rest) {
				return Quarter{}, false // 年末前 is by when, not of when
			}
			return Quarter{year(m[0] + m[1]), 4}, true
		}},
	// 年度 behind a year or a word for one names the year (2021年度, 本年度); before what looks
	// ahead (年度计划) it says what kind of paper it is.
	{[]string{"年度"}, "", regexp.MustCompile(`年度`), "〇零一二三四五六七八九十年本该当今同前次来近多两历逐分上下去每各往半跨明后几数全整个",
		func(_ []string, _, rest string) (Quarter, bool) {
			if startsWithHan(rest) && !looksBack.MatchString(rest) {
				return Quarter{}, false
			}
			return Quarter{N: 4}, true
		}},
}

var (
	beforeWord = regexp.MustCompile(`^[之以]?前`)
	looksBack  = regexp.MustCompile(`^(?:总|小结|报|汇|考|述|自|评|完成|落实|情况|工作(?:总|小结|报|汇|情况|完成|自))`)
)

// readQuarters reads 一至三季度: several quarters in one breath.
func readQuarters(m []string, _, _ string) (Quarter, bool) {
	if from, to := quarterNumber(m[2]), quarterNumber(m[3]); from < to {
		return Quarter{year(m[0] + m[1]), to}, true
	}
	return Quarter{}, false
}

// readQuarterList reads 第一、二季度. 一、三季度 at the very beginning is a chapter's number and
// its title.
func readQuarterList(m []string, ahead, rest string) (Quarter, bool) {
	list := quarterJoints.Split(strings.ReplaceAll(m[2], "第", ""), -1)
	first, last := list[0], list[len(list)-1]
	if ahead == "" && len(list) == 2 && !strings.Contains(m[2], "第") && quarterNumber(last) != quarterNumber(first)+1 {
		return Quarter{}, false
	}
	return readQuarters([]string{m[0], m[1], first, last}, ahead, rest)
}

var quarterJoints = regexp.MustCompile(`[、,和及与]`)

// quarterNumber reads the number of a quarter in any numerals, 0 where s is none.
func quarterNumber(s string) int {
	for _, numerals := range []string{"壹贰叁肆", "ⅠⅡⅢⅣ", "ⅰⅱⅲⅳ"} {
		if i := strings.Index(numerals, s); i >= 0 && s != "" {
			return i/3 + 1
		}
	}
	switch strings.ToUpper(s) {
	case "I", "II", "III":
		return len(s)
	case "IV":
		return 4
	}
	return number(s)
}
