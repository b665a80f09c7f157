package written

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/templates/tables"
)

var (
	unitLabel = regexp.MustCompile(`(?:^|[\s　，,；;（(])(计量|数量|金额|货币)?单位\s*[:：]\s*([^\s　（）()；;]+(?:[（(]次[）)])?)`)
	// unitShape is what is a unit by its form, whether its ratio is known or not: a multiple, a
	// share, a currency, a symbol, a lone measure word, one behind what it measures: 平方米, 千瓦时.
	unitShape = regexp.MustCompile(`^(?:[十百千万亿]+\p{Han}{0,2}|[%％‰]|百分比|百分点|[美港欧日英]元|[a-z]{1,3}[²³]?|\p{Han}|\p{Han}{1,3}[米吨升克里亩顷瓦时天次件条户台辆套座栋间份册卷幅页株头斤元])$`)
	// ordinal is a lone character that counts columns or parts and measures nothing.
	ordinal   = regexp.MustCompile(`^[甲乙丙丁戊己庚辛壬癸一二三四五六七八九十上中下续略含注新旧全年月季日无]$`)
	noMeasure = regexp.MustCompile(`[年月日季度数期计际]$|^[不含]|^其中`)
	unitParts = regexp.MustCompile(`[、，,]|或|和|及`)
)

// longestUnit is how many characters a unit has at the most.
const longestUnit = 4

// Unit returns what a text that states nothing but a unit states, known or not: 万元, 百件,
// （件）. It is "" where the text is empty or says that there is none.
func Unit(f *tables.Form, text string) string {
	text = strings.TrimSpace(text)
	if f.Units.Has(text) || text == "" {
		return text
	}
	text = strings.TrimSpace(strings.Trim(text, "（）()"))
	if f.Absent[fold.Key(text)] {
		return ""
	}
	if short := strings.TrimSuffix(text, "数"); f.Units.Has(short) {
		return short
	}
	return text
}

// bracketUnit returns the unit that the text of a bracket states, "" where it says something else.
func bracketUnit(f *tables.Form, text string) string {
	text = strings.TrimSpace(text)
	if m := unitLabel.FindStringSubmatch(text); m != nil {
		return Unit(f, m[2])
	}
	if f.Units.Has(text) || unitShape.MatchString(text) && !ordinal.MatchString(text) {
		return text
	}
	if parts := unitParts.Split(text, -1); len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return !f.Units.Has(p) }) {
		return text
	}
	return ""
}

// UnitOfLine returns the unit that a line above or below numbers states for all of them. 单位 also
// means who reports, so that a word of no known form counts only in brackets or as 计量单位.
func UnitOfLine(f *tables.Form, text string) string {
	m := unitLabel.FindStringSubmatch(text)
	if m == nil {
		if b := lastBracket.FindStringSubmatch(text); b != nil {
			return bracketUnit(f, b[1])
		}
		return ""
	}
	if unit := bracketUnit(f, m[2]); unit != "" {
		return unit
	}
	said := Unit(f, m[2])
	inside := lastBracket.FindStringSubmatch(text)
	if f.Units.Has(said) || utf8.RuneCountInString(said) <= longestUnit && (m[1] != "" || inside != nil && strings.Contains(inside[1], m[2])) {
		return said
	}
	return ""
}

// measure returns what a bracket behind a word for time or count measures in: 数量（平方米）. A
// bracket there that tells a time or a limit is none.
func measure(f *tables.Form, text string) string {
	m := lastBracket.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	said := strings.TrimSpace(m[1])
	n := utf8.RuneCountInString(said)
	if n < 2 || n > longestUnit || noMeasure.MatchString(said) || notHan.MatchString(said) {
		return ""
	}
	for _, words := range f.Heads {
		if slices.Contains(words, fold.Key(said)) {
			return ""
		}
	}
	return said
}

var notHan = regexp.MustCompile(`\P{Han}`)

// UnitFor picks what a written unit says of an indicator: where several are listed, the one that
// can be changed into its own. A unit for all lines says nothing of an indicator that is measured
// in something else, unless nobody knows what it is.
func UnitFor(f *tables.Form, ind *tables.Indicator, written string, forAll bool) string {
	if written == "" || f.Units.Has(written) && !forAll {
		return written
	}
	split := []string{written}
	if !f.Units.Has(written) {
		split = unitParts.Split(written, -1)
		if !strings.Contains(written, "元") {
			split = strings.FieldsFunc(strings.Join(split, "/"), func(c rune) bool { return c == '/' })
		}
	}
	unknown := ""
	for _, part := range split {
		if _, _, same := f.Units.Ratio(part, ind.Unit); same {
			return part
		}
		if !f.Units.Has(part) && unknown == "" {
			unknown = part
		}
	}
	if unknown == "" && !forAll {
		return written
	}
	return unknown
}
