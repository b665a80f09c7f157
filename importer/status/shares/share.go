// Package shares reads what share of a thing a text says is done: percentages, 成, 百分之, and the share
// inside a longer text. It knows no status.
package shares

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"taizhang/importer/fold"
)

// LargestPercent is what is still believed to be a percentage: a target a thousand times
// surpassed.
const LargestPercent = 100_000

const (
	about  = `(?:约为?|近|将近|接近|超过?|达到?|已达到?|约达|大约|大概|≥|>|>=|为)?`
	ending = `(?:左右|以上|上下)?`
)

var (
	percentText = regexp.MustCompile(`^(?:已?完成(?:率|比例|进度|度)?[为达:]?|(?:总体|整体|工程|形象|目前|完成)?(?:进度|进展|比例|百分比)[为达:]?(?:已)?)?` + about + `([0-9]+(?:\.[0-9]+)?)%` + ending + `$`)
	tenthsText  = regexp.MustCompile(`^` + about + `([一二三四五六七八九十])成([一二三四五六七八九半])?` + ending + `$`)
	tenthsCount = regexp.MustCompile(`^` + about + `([0-9]{1,2}(?:\.[0-9]{1,2})?)成(半)?` + ending + `$`)
	hundredText = regexp.MustCompile(`^(?:已?完成(?:率|进度)?[为达:]?)?` + about + `百分之([零一二三四五六七八九十百点]+)` + ending + `$`)
	rateText    = regexp.MustCompile(`^(?:完成|办结)(?:率|比例|进度|度)`)
	inBracket   = regexp.MustCompile(`^[（(]([^（()）]*)[)）]$`)
	another     = regexp.MustCompile(`%|百分之|[0-9一二三四五六七八九]成`)
	signed      = regexp.MustCompile(`([0-9]+(?:\.[0-9]+)?)%`)
)

// IsRate reports whether a text names the share before it gives it: 完成率80%.
func IsRate(text string) bool { return rateText.MatchString(fold.Compact(text)) }

// Percent reads a text that is a percentage, alone or with a remark behind it: 80%, 约80%,
// 八成, 8.5成, 百分之八十, 完成率80%, 80%（受疫情影响）. 100 is all.
func Percent(text string) (float64, bool) {
	plain := percentSigns.Replace(fold.Compact(text))
	if !strings.ContainsAny(plain, "%成百") {
		return 0, false
	}
	if p, ok := wholePercent(plain); ok {
		return p, true
	}
	p, remark := remarked(text)
	return p, remark != ""
}

// Remark returns what stands behind a percentage that a text begins with: 受疫情影响 of 80%（受疫情影响） and of
// 80%—受疫情影响. It is "" where nothing does.
func Remark(text string) string {
	if _, ok := wholePercent(percentSigns.Replace(fold.Compact(text))); ok {
		return ""
	}
	_, remark := remarked(text)
	return remark
}

// remarked cuts a text behind the percentage that it begins with; any mark may part the two. A remark that
// says another share leaves open which of them counts.
func remarked(text string) (p float64, remark string) {
	for at, r := range text {
		if !unicode.IsPunct(r) && !unicode.IsSpace(r) && !strings.ContainsRune("|｜~～+＋", r) || at > longestShare || r == '%' || r == '％' || r == '.' {
			continue
		}
		p, ok := wholePercent(percentSigns.Replace(fold.Compact(text[:at])))
		if !ok {
			continue
		}
		remark = strings.TrimFunc(text[at:], func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("“”《》（）()%％", r)
		})
		if m := inBracket.FindStringSubmatch(remark); m != nil {
			remark = m[1]
		}
		if !strings.ContainsFunc(remark, unicode.IsLetter) || another.MatchString(percentSigns.Replace(fold.Compact(remark))) {
			return 0, ""
		}
		return p, remark
	}
	return 0, ""
}

// longestShare is how far into a text the percentage that it begins with may reach, in bytes.
const longestShare = 48

var percentSigns = strings.NewReplacer("％", "%", "﹪", "%")

func wholePercent(plain string) (float64, bool) {
	plain = strings.TrimRight(plain, "。.,;")
	if m := percentText.FindStringSubmatch(plain); m != nil {
		return Number(m[1])
	}
	if m := tenthsText.FindStringSubmatch(plain); m != nil {
		p := float64(digitOf(m[1])) * 10
		if m[2] == "半" {
			return p + 5, true
		}
		return p + float64(digitOf(m[2])), p < 100 || m[2] == ""
	}
	if m := tenthsCount.FindStringSubmatch(plain); m != nil {
		n, err := strconv.ParseFloat(m[1], 64)
		if m[2] != "" {
			n += 0.5
		}
		return math.Round(n*1000) / 100, err == nil && n <= 10
	}
	if m := hundredText.FindStringSubmatch(plain); m != nil {
		return chineseNumber(m[1])
	}
	return 0, false
}

// InWord reads the share in a word of a clause, whatever stands before it.
func InWord(text string) (float64, bool) {
	if m := signed.FindStringSubmatch(text); m != nil {
		return Number(m[1])
	}
	return wholePercent(text)
}

// Within finds the one percentage of a text: 已完成80%.
func Within(text string) (float64, bool) {
	if !strings.ContainsAny(text, "%％﹪") {
		return 0, false
	}
	plain := percentSigns.Replace(fold.Compact(text))
	m := signed.FindAllStringSubmatch(plain, -1)
	if len(m) != 1 {
		return 0, false
	}
	return Number(m[0][1])
}

func Number(digits string) (float64, bool) {
	p, err := strconv.ParseFloat(digits, 64)
	return p, err == nil && p <= LargestPercent
}

const Digits = "一二三四五六七八九十"

// digitOf returns 1 to 10 for a Chinese digit, 0 for anything else.
func digitOf(s string) int {
	if i := strings.Index(Digits, s); s != "" && i >= 0 {
		return i/len("一") + 1
	}
	return 0
}

// chineseNumber reads a number up to a hundred with one decimal: 八十, 八十五点五, 百.
func chineseNumber(s string) (float64, bool) {
	whole, decimal, point := strings.Cut(s, "点")
	n, ok := chineseWhole(whole)
	if !ok || !point {
		return float64(n), ok
	}
	d := digitOf(decimal)
	return float64(n) + float64(d)/10, d > 0 && d < 10
}

func chineseWhole(s string) (int, bool) {
	if s == "百" || s == "一百" {
		return 100, true
	}
	if s == "零" {
		return 0, true
	}
	tens, ones, ten := strings.Cut(s, "十")
	if !ten {
		n := digitOf(s)
		return n, n > 0 && n < 10
	}
	t, o := 1, digitOf(ones)
	if tens != "" {
		t = digitOf(tens)
	}
	return 10*t + o, t > 0 && t < 10 && (ones == "" || o > 0 && o < 10)
}
